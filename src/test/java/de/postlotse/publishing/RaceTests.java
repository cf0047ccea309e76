package de.postlotse.publishing;

import static de.postlotse.dns.MxSets.mx;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.publishing.dnsupdate.Bind;
import de.postlotse.publishing.powerdns.PowerDnsApiServer;
import de.postlotse.publishing.server.ChangedElsewhereException;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.testing.Io;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/**
 * Somebody else changes a zone at the same time without looking. Either their change stands, or we are told; so many races
 * are run as {@code -Dtests.races=200} says.
 */
@Execution(ExecutionMode.CONCURRENT)
class RaceTests {

    private static final Logger log = LoggerFactory.getLogger(RaceTests.class);
    private static final int RACES = Integer.getInteger("tests.races", 20);
    private static final DomainName ZONE = DomainName.of("kunde.de");
    private static final MxSet OLD = mx("kunde.de", 300, "10 alt.extern.net");
    private static final MxSet OURS = mx("kunde.de", 300, "10 neu.extern.net");
    private static final MxSet THEIRS = mx("kunde.de", 300, "10 anders.extern.net");

    private static final Map<String, String> ZONES = Map.of("kunde.de", """
            $ORIGIN kunde.de.
            $TTL 300
            @ IN SOA ns1.hoster.net. hostmaster.hoster.net. 1 7200 3600 1209600 60
            @ NS ns1.hoster.net.
            """);

    @TempDir
    private Path folder;

    @Test
    void overwritesNothingUnseenOnBind() {
        try (var bind = Bind.start(folder, ZONES)) {
            run("BIND", bind.nameServer(), set -> Io.run(() -> update(bind.nameServer(), set)));
        }
    }

    @Test
    void overwritesNothingUnseenThroughTheApiOfPowerDns() {
        try (var powerDns = PowerDnsApiServer.start(folder, ZONES)) {
            run("PowerDNS", powerDns.nameServer(), powerDns::putBlindly);
        }
    }

    private static void update(NameServer server, MxSet set) throws IOException {
        Update update = new Update(Name.fromString("kunde.de."));
        update.delete(set.owner().toName(), Type.MX);
        set.toRecords(set.ttl().seconds()).forEach(update::add);
        SimpleResolver resolver = new SimpleResolver(server.dnsAddress());
        resolver.setTCP(true);
        resolver.setTSIGKey(Bind.key());
        Message answer = resolver.send(update);
        if (answer.getRcode() != Rcode.NOERROR) {
            throw new IOException(answer.toString());
        }
    }

    private static void run(String software, NameServer server, Consumer<MxSet> others) {
        int overwritten = 0;
        int kept = 0;
        for (int race = 0; race < RACES; race++) {
            others.accept(OLD);
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(30_000_000));
                others.accept(THEIRS);
            });
            boolean told = isTold(server);
            other.join();
            List<MxSet> end = server.read(ZONE).mxSets();
            boolean isKept = end.equals(List.of(THEIRS));
            assertThat(isKept || told).as("race %d ended with %s", race, end).isTrue();
            kept += isKept ? 1 : 0;
            overwritten += end.equals(List.of(OURS)) ? 1 : 0;
        }
        log.info(
                "{}: {} races, {} changes of others kept, {} overwritten and told", software, RACES, kept, overwritten);
    }

    private static boolean isTold(NameServer server) {
        try {
            server.replaceMx(ZONE, MxReplacement.of(List.of(OLD), List.of(OURS)));
            return false;
        } catch (ChangedElsewhereException e) {
            return true;
        }
    }
}
