package de.postlotse.zone.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What harm each change of a set does. Servers: "ok…" can be used, "bad…" not, of "dark…" DNS says nothing. */
class HarmRulesTests {

    private static final DomainName OWNER = DomainName.of("kunde.de");
    private static final String NONE = "";
    private static final String NO_MAIL = ".";

    /** Two owners: the first has an address of its own, the second has none. */
    private static final DomainName WITHOUT_ADDRESS = DomainName.of("leer.kunde.de");

    private static final OwnMailServers OURS = new OwnMailServers(List.of(
            new OwnMailServers.Server("our1.hoster.net", 10), new OwnMailServers.Server("our2.hoster.net", 20)));

    private final HarmRules rules = new HarmRules(
            OURS,
            Map.of(
                    host("ok1"), Verdict.ACCEPT,
                    host("ok2"), Verdict.WARN,
                    host("ok3"), Verdict.ACCEPT,
                    host("bad1"), Verdict.REJECT,
                    host("bad2"), Verdict.REJECT,
                    host("dark"), Verdict.RETRY,
                    host("our1"), Verdict.ACCEPT,
                    host("our2"), Verdict.ACCEPT),
            Set.of(OWNER));

    @ParameterizedTest(name = "[{0}] to [{1}]: {2}")
    @CsvSource(
            nullValues = "nothing",
            value = {
                // harmless
                "'',            ok1,            nothing",
                "ok1,           ok1 ok2,        nothing",
                "ok1 ok2,       ok1,            nothing",
                "ok1 ok2,       ok2 ok3,        nothing",
                "ok1 bad1,      ok1,            nothing",
                "our1,          our1 our2,      nothing",
                "our1 our2,     our2,           nothing",
                "our1,          our2,           nothing",
                "bad1 bad2,     bad2,           nothing",
                "bad1,          bad1,           nothing",
                "dark,          dark,           nothing",
                ".,             ok1,            nothing",
                ".,             '',             nothing",
                // mail stops
                "ok1,           .,              MAIL_STOPS",
                "'',            .,              MAIL_STOPS",
                // mail leaves our servers
                "our1,          our1 ok1,       MAIL_LEAVES_OUR_SERVERS",
                "our1,          .,              MAIL_STOPS MAIL_LEAVES_OUR_SERVERS",
                "our1,          our2 ok1,       MAIL_LEAVES_OUR_SERVERS ALL_SERVERS_CHANGE",
                "our1,          ok1,            MAIL_LEAVES_OUR_SERVERS ALL_SERVERS_CHANGE",
                // the last usable server goes
                "ok1 bad1,      bad1,           LAST_USABLE_SERVER_GOES",
                "ok1 dark,      dark,           LAST_USABLE_SERVER_GOES",
                "dark bad1,     bad1,           LAST_USABLE_SERVER_GOES",
                "ok1,           bad1,           LAST_USABLE_SERVER_GOES ALL_SERVERS_CHANGE",
                // all servers change
                "ok1,           ok2,            ALL_SERVERS_CHANGE",
                "ok1 ok2,       ok3,            ALL_SERVERS_CHANGE",
                "ok1,           our1 our2,      ALL_SERVERS_CHANGE",
                "ok1,           '',             ALL_SERVERS_CHANGE",
            })
    void eachChangeOfASetDoesItsHarm(String before, String after, @Nullable String harms) {
        assertThat(rules.judge(List.of(change(OWNER, before, after)))).isEqualTo(harms(harms));
    }

    @ParameterizedTest
    @CsvSource({"ok1, ''", "ok1 ok2, ''", "ok1, ."})
    void mailStopsForAnOwnerThatHasNoAddressEither(String before, String after) {
        assertThat(rules.judge(List.of(change(WITHOUT_ADDRESS, before, after)))).containsExactly(Harm.MAIL_STOPS);
    }

    @Test
    void mailCannotStopWhereThereWasNone() {
        assertThat(rules.judge(List.of(change(WITHOUT_ADDRESS, NONE, NO_MAIL)))).isEmpty();
        assertThat(rules.judge(List.of(change(OWNER, NO_MAIL, NO_MAIL)))).isEmpty();
    }

    static Stream<Arguments> changesOfTwoOwners() {
        return Stream.of(
                arguments("ok1 ok2", "ok1", "ok2 ok3", "ok3", Set.of(Harm.SHARED_HOST_LOST)),
                arguments("ok1 ok2", "ok2", "ok3 ok2", "ok3", Set.of()),
                arguments("ok1 ok2", "ok2", "ok1 ok3", "ok1 ok3", Set.of()));
    }

    @ParameterizedTest
    @MethodSource("changesOfTwoOwners")
    void aServerThatSeveralOwnersLoseTogetherIsNamed(
            String before, String after, String otherBefore, String otherAfter, Set<Harm> harms) {
        assertThat(rules.judge(List.of(change(OWNER, before, after), change(WITHOUT_ADDRESS, otherBefore, otherAfter))))
                .isEqualTo(harms);
    }

    @Test
    void aServerNobodyAskedAboutIsNotKnownToBeUsable() {
        HarmRules withoutAnswers = new HarmRules(OURS, Map.of(), Set.of());

        assertThat(withoutAnswers.judge(List.of(change(OWNER, "ok1 ok2", "ok2"))))
                .containsExactly(Harm.LAST_USABLE_SERVER_GOES);
    }

    private static SetChange change(DomainName owner, String before, String after) {
        return new SetChange(owner, set(owner, before), set(owner, after));
    }

    private static Optional<MxSet> set(DomainName owner, String hosts) {
        return hosts.isEmpty()
                ? Optional.empty()
                : Optional.of(MxSet.of(
                        owner,
                        new Ttl(3600),
                        Stream.of(hosts.split(" "))
                                .map(host -> host.equals(NO_MAIL)
                                        ? MxRecord.NULL_MX
                                        : MxRecord.of(10, host(host).toString()))
                                .toList()));
    }

    private static DomainName host(String label) {
        return DomainName.of(label + ".hoster.net");
    }

    private static Set<Harm> harms(@Nullable String codes) {
        return codes == null
                ? Set.of()
                : Stream.of(codes.split(" ")).map(Harm::valueOf).collect(Collectors.toSet());
    }
}
