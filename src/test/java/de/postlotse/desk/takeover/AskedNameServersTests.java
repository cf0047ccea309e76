package de.postlotse.desk.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.publishing.server.ConfiguredNameServers;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.publishing.server.NameServerException.Reason;
import de.postlotse.publishing.server.NameServers;
import de.postlotse.publishing.server.ServedZone;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Which name server a zone is found at. */
class AskedNameServersTests {

    private static final DomainName ZONE = DomainName.of("kunde.example");

    @Test
    void findsAZoneAtTheServerThatServesItThoughAnotherIsDown() {
        with(
                new Scripted("a", Reason.UNREACHABLE),
                new Scripted("b", null),
                servers -> assertThat(servers.ask(ZONE, null))
                        .isEqualTo(new ServedZones.Answer.Served("b", Scripted.SERVED)));
    }

    @Test
    void cannotTellThatNobodyServesAZoneWhileAServerIsDown() {
        with(
                new Scripted("a", Reason.UNREACHABLE),
                new Scripted("b", Reason.ZONE_NOT_SERVED),
                servers -> assertThat(servers.ask(ZONE, null))
                        .isInstanceOfSatisfying(ServedZones.Answer.NotServed.class, not -> {
                            assertThat(not.nameServer()).isEqualTo("a");
                            assertThat(not.cause().reason()).isEqualTo(Reason.UNREACHABLE);
                        }));
    }

    @Test
    void saysThatNobodyServesAZone() {
        with(
                new Scripted("a", Reason.ZONE_NOT_SERVED),
                new Scripted("b", Reason.ZONE_NOT_SERVED),
                servers -> assertThat(servers.ask(ZONE, null))
                        .isInstanceOfSatisfying(
                                ServedZones.Answer.NotServed.class,
                                not -> assertThat(not.cause().reason()).isEqualTo(Reason.ZONE_NOT_SERVED)));
    }

    @Test
    void asksOnlyTheServerThatIsNamed() {
        with(new Scripted("a", Reason.REFUSED), new Scripted("b", null), servers -> {
            assertThat(servers.nameServers()).containsExactly("a", "b");
            assertThat(reason(servers.ask(ZONE, "a"))).isEqualTo(Reason.REFUSED);
            assertThat(reason(servers.ask(ZONE, "b"))).isNull();
            assertThat(reason(servers.ask(ZONE, "c"))).isEqualTo(Reason.NOT_CONFIGURED);
        });
    }

    private static @Nullable Reason reason(ServedZones.Answer answer) {
        return switch (answer) {
            case ServedZones.Answer.Served served -> null;
            case ServedZones.Answer.NotServed not -> not.cause().reason();
        };
    }

    private static void with(NameServer a, NameServer b, Consumer<ServedZones> test) {
        new ApplicationContextRunner()
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(ConfiguredNameServers.class)
                .withBean("a", NameServer.class, () -> a)
                .withBean("b", NameServer.class, () -> b)
                .withBean(NameServers.class)
                .withBean(AskedNameServers.class)
                .run(context -> test.accept(context.getBean(ServedZones.class)));
    }

    /** @param failure what it says of every zone; null where it serves them all */
    private record Scripted(String id, @Nullable Reason failure) implements NameServer {

        static final ServedZone SERVED = new ServedZone(1, List.of());

        @Override
        public InetSocketAddress dnsAddress() {
            return InetSocketAddress.createUnresolved("ns.example", 53);
        }

        @Override
        public Optional<DomainName> enclosing(DomainName name) {
            return Optional.empty();
        }

        @Override
        public ServedZone read(DomainName zone) {
            if (failure != null) {
                throw new NameServerException(failure, "as the test says");
            }
            return SERVED;
        }

        @Override
        public void replaceMx(DomainName zone, MxReplacement replacement) {
            throw new AssertionError("nothing is published by asking");
        }

        @Override
        public int concurrentWriters() {
            return 1;
        }

        @Override
        public void probe() {}
    }
}
