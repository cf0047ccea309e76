package de.postlotse.publishing.embedded;

import static de.postlotse.dns.MxSets.mx;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.publishing.server.ChangedElsewhereException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Type;

@Timeout(120)
class ConcurrentChangesTests {

    private static final DomainName KUNDE = DomainName.of("kunde.de");
    private static final int CHANGES = 100;
    private static final MxSet OLD = mx("kunde.de", 300, "10 a1.example.net", "20 a2.example.net", "30 a3.example.net");
    private static final MxSet NEW = mx("kunde.de", 600, "10 b1.example.net", "20 b2.example.net");

    @TempDir
    Path folder;

    RunningServer server;

    @BeforeEach
    void start() {
        RunningServer.zone(folder, "kunde.de", "@ A 192.175.48.1");
        server = RunningServer.in(folder);
        RunningServer.replace(server.nameServer(), KUNDE, List.of(OLD));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void neverAnswersWithAMixtureOfTwoStates() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        Callable<Set<Set<String>>> asking = () -> {
            Set<Set<String>> seen = new HashSet<>();
            do {
                seen.add(Set.copyOf(RunningServer.answers(server.ask("kunde.de", Type.MX))));
            } while (!done.get());
            return seen;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Set<Set<String>>>> askers = List.of(threads.submit(asking), threads.submit(asking));
            for (int change = 0; change < CHANGES; change++) {
                RunningServer.replace(server.nameServer(), KUNDE, List.of(change % 2 == 0 ? NEW : OLD));
            }
            done.set(true);
            for (Future<Set<Set<String>>> asker : askers) {
                assertThat(asker.get()).isNotEmpty().isSubsetOf(lines(OLD), lines(NEW));
            }
        }
    }

    @Test
    void letsWritersOfAZoneTakeTurns() throws Exception {
        long before = server.nameServer().read(KUNDE).serial();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Void>> writers = Stream.iterate(1, number -> number + 1)
                    .limit(CHANGES)
                    .<Callable<Void>>map(number -> () -> {
                        replaceWhateverIsThere(mx("kunde.de", 60 + number, "1 m.example.net"));
                        return null;
                    })
                    .toList();
            for (Future<Void> writer : threads.invokeAll(writers)) {
                writer.get();
            }
        }

        // No change got lost: each of them, different from the one before, has raised the serial.
        assertThat(server.nameServer().read(KUNDE).serial()).isEqualTo(before + CHANGES);
    }

    /** Of two writers that saw the same state, one is told that somebody else was first. */
    private void replaceWhateverIsThere(MxSet wanted) {
        while (true) {
            try {
                RunningServer.replace(server.nameServer(), KUNDE, List.of(wanted));
                return;
            } catch (ChangedElsewhereException otherWriter) {
                assertThat(otherWriter.found().mxSets()).hasSize(1);
            }
        }
    }

    private static Set<String> lines(MxSet set) {
        return Set.copyOf(set.records().stream()
                .map(record -> set.owner() + ". " + set.ttl() + " MX " + record)
                .toList());
    }
}
