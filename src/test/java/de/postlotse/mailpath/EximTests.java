package de.postlotse.mailpath;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.AddressText;
import de.postlotse.lookup.resolver.Lookups;
import de.postlotse.lookup.resolver.ScriptedDns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The route of every domain of {@link MailWorld} against what a real Exim says of it, group by group. */
@Execution(ExecutionMode.CONCURRENT)
class EximTests {

    @AutoClose
    private static final ScriptedDns DNS = MailWorld.fill(ScriptedDns.resolver());

    private static Map<String, AskedExim.Verdict> exim = Map.of();

    @BeforeAll
    static void askExim(@TempDir Path folder) throws IOException, InterruptedException {
        exim = AskedExim.verdicts(folder);
    }

    static Stream<MailWorld.Case> cases() {
        return MailWorld.cases();
    }

    @Test
    void worldHasEveryOutcome() {
        assertThat(exim).hasSize(MailWorld.CASES.size()).hasSizeGreaterThan(30);
        assertThat(exim.values()).extracting(AskedExim.Verdict::outcome).contains("ROUTED", "DEFERRED", "BOUNCED");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithExim(MailWorld.Case mail) {
        AskedExim.Verdict verdict = exim.get(mail.domain());
        Route route = new MailPaths(Lookups.mx(DNS), Lookups.asking(DNS))
                .of(DomainName.of(mail.domain()))
                .join()
                .route();

        assertThat(verdict).isNotNull();
        assertThat(outcome(route)).as(verdict.said()).isEqualTo(verdict.outcome());
        assertThat(groups(route)).as(verdict.said()).isEqualTo(verdict.groups());
    }

    /** Exim routes a mail to private addresses and finds out later that nobody answers there. */
    private static String outcome(Route route) {
        if (route.isRouted()) {
            return "ROUTED";
        }
        return switch (route.end()) {
            case End.Delivered delivered -> "ROUTED";
            case End.Deferred deferred -> "DEFERRED";
            case End.Bounced bounced -> "BOUNCED";
        };
    }

    private static Map<Integer, List<String>> groups(Route route) {
        Map<Integer, List<String>> groups = new TreeMap<>();
        for (Group group : route.groups()) {
            List<String> addresses = group.servers().stream()
                    .flatMap(server -> server.attempted().stream())
                    .map(AddressText::of)
                    .sorted()
                    .toList();
            if (!addresses.isEmpty()) {
                groups.put(group.preference() == null ? -1 : group.preference().value(), addresses);
            }
        }
        return groups;
    }
}
