package de.postlotse.zone.change;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.policy.Verdict;
import de.postlotse.zone.OwnMailServers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What pages say about each kind of change, whoever makes it: harm by situation. Servers: "ok…" can be used, "bad…" not,
 * of "dark…" DNS says nothing; "our…" are the hoster's.
 */
class ConsequenceTests {

    private static final DomainName OWNER = DomainName.of("kunde.de");
    private static final List<String> SETS =
            List.of("", ".", "ok1", "ok1 ok2", "bad1", "dark1", "our1", "our2", "our1 our2", "our1 ok1", "ok2 bad1");

    private static final OwnMailServers OURS = new OwnMailServers(List.of(
            new OwnMailServers.Server("our1.hoster.net", 10), new OwnMailServers.Server("our2.hoster.net", 20)));

    @ParameterizedTest(name = "[{0}] to [{1}], own address {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            ''        | ok1       | yes    | ''
            ''        | .         | yes    | REFUSES_MAIL
            .         | ok1       | yes    | ''
            .         | ''        | yes    | ONLY_OWN_ADDRESS
            .         | ''        | no     | RETURNS_MAIL
            ok1       | .         | yes    | REFUSES_MAIL
            ok1       | ''        | yes    | ONLY_OWN_ADDRESS
            ok1       | ''        | no     | RETURNS_MAIL
            ok1       | ''        | untold | OWN_ADDRESS_UNTOLD
            our1      | ''        | yes    | ONLY_OWN_ADDRESS
            our1      | ''        | no     | RETURNS_MAIL
            our1      | .         | yes    | REFUSES_MAIL
            our1 our2 | .         | no     | REFUSES_MAIL
            ok1       | ok1 ok2   | yes    | ''
            ok1 ok2   | ok1       | yes    | ''
            ok1       | ok2       | yes    | ALL_SERVERS_CHANGE
            ok1 ok2   | ok3       | yes    | ALL_SERVERS_CHANGE
            ok1       | our1      | yes    | ALL_SERVERS_CHANGE
            ok1       | bad1      | yes    | NO_SERVER_TAKES_MAIL ALL_SERVERS_CHANGE
            ok1       | dark1     | yes    | NO_SERVER_IS_KNOWN ALL_SERVERS_CHANGE
            ok1 bad1  | bad1      | yes    | NO_SERVER_TAKES_MAIL
            ok1 dark1 | dark1     | yes    | NO_SERVER_IS_KNOWN
            ok1 bad1  | ok1       | yes    | ''
            our1      | our2      | yes    | OUR_SERVERS_CHANGE
            our1      | our1 our2 | yes    | ''
            our1 our2 | our2      | yes    | ''
            our1      | ok1       | yes    | LEAVES_OUR_SERVERS ALL_SERVERS_CHANGE
            our1      | our1 ok1  | yes    | NOT_ONLY_OUR_SERVERS
            our1 our2 | our2 ok1  | yes    | NOT_ONLY_OUR_SERVERS
            our1      | our2 ok1  | yes    | NOT_ONLY_OUR_SERVERS ALL_SERVERS_CHANGE
            our1      | bad1      | yes    | NO_SERVER_TAKES_MAIL LEAVES_OUR_SERVERS ALL_SERVERS_CHANGE
            our1 ok1  | ok1       | yes    | ''
            our1 ok1  | our1      | yes    | ''
            """)
    void isWhatTheTableSays(String before, String after, String ownAddress, String consequences) {
        assertThat(of(change(before, after), ownAddress))
                .extracting(Consequence::name)
                .containsExactly(consequences.isEmpty() ? new String[0] : consequences.split(" "));
    }

    /** Every change of one set to another: what is refused does not arrive, and what we keep does not leave us. */
    @Test
    void noTwoSentencesContradictEachOther() {
        for (SetChange change : allChanges()) {
            for (String ownAddress : List.of("yes", "no", "untold")) {
                Set<Consequence> said = of(change, ownAddress);
                assertThat(said.stream().map(Consequence::afterwards).distinct())
                        .as("%s: %s", change, said)
                        .hasSizeLessThanOrEqualTo(1);
                assertThat(said.containsAll(Set.of(Consequence.LEAVES_OUR_SERVERS, Consequence.NOT_ONLY_OUR_SERVERS)))
                        .isFalse();
                assertThat(said.contains(Consequence.OUR_SERVERS_CHANGE)
                                && (said.contains(Consequence.LEAVES_OUR_SERVERS)
                                        || said.contains(Consequence.NOT_ONLY_OUR_SERVERS)
                                        || said.contains(Consequence.ALL_SERVERS_CHANGE)))
                        .isFalse();
            }
        }
    }

    @Test
    void noHarmIsWithoutASentence() {
        HarmRules rules = new HarmRules(OURS, verdicts(), Set.of(OWNER));
        for (SetChange change : allChanges()) {
            if (!rules.judge(List.of(change)).isEmpty()) {
                assertThat(of(change, "yes")).as(change.toString()).isNotEmpty();
            }
        }
    }

    private static List<SetChange> allChanges() {
        return SETS.stream()
                .flatMap(before ->
                        SETS.stream().filter(after -> !after.equals(before)).map(after -> change(before, after)))
                .toList();
    }

    private static Set<Consequence> of(SetChange change, String ownAddress) {
        @Nullable Boolean exists = ownAddress.equals("untold") ? null : ownAddress.equals("yes");
        return Consequence.of(change, OURS, verdicts(), Optional.ofNullable(exists));
    }

    private static Map<DomainName, Verdict> verdicts() {
        return Stream.of("ok1", "ok2", "ok3", "bad1", "dark1", "our1", "our2")
                .collect(Collectors.toMap(ConsequenceTests::host, ConsequenceTests::verdict));
    }

    private static Verdict verdict(String label) {
        return label.startsWith("bad") ? Verdict.REJECT : label.startsWith("dark") ? Verdict.RETRY : Verdict.ACCEPT;
    }

    private static SetChange change(String before, String after) {
        return new SetChange(OWNER, set(before), set(after));
    }

    private static Optional<MxSet> set(String hosts) {
        return hosts.isEmpty()
                ? Optional.empty()
                : Optional.of(MxSet.of(
                        OWNER,
                        new Ttl(3600),
                        Stream.of(hosts.split(" "))
                                .map(host -> host.equals(".")
                                        ? MxRecord.NULL_MX
                                        : MxRecord.of(10, host(host).toString()))
                                .toList()));
    }

    private static DomainName host(String label) {
        return DomainName.of(label + ".hoster.net");
    }
}
