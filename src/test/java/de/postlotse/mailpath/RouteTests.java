package de.postlotse.mailpath;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.lookup.HostAnswer.Cause;
import de.postlotse.lookup.MxLookup;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules by which a sender chooses servers, one line each; what DNS knows of the hosts stands in {@link #HOSTS}. */
class RouteTests {

    private static final DomainName DOMAIN = DomainName.of("kunde.de");

    private static final Map<DomainName, MailPath.ServerAnswer> HOSTS = Map.ofEntries(
            found("a", "192.175.48.1"),
            found("b", "192.175.48.2", "2620:4f:8000::2"),
            found("c", "2620:4f:8000::3"),
            found("twin-of-a", "192.175.48.1"),
            found("overlaps-a", "192.175.48.1", "192.175.48.9"),
            found(
                    "six",
                    "192.175.48.11",
                    "192.175.48.12",
                    "192.175.48.13",
                    "192.175.48.14",
                    "192.175.48.15",
                    "::ffff:1"),
            found("private", "10.1.2.3", "fd00::1"),
            found("half-private", "10.1.2.3", "192.175.48.5"),
            found("loopback", "127.0.0.1"),
            found("loopback6", "::1"),
            found("half-loopback", "127.0.0.1", "192.175.48.6"),
            Map.entry(
                    DomainName.of("alias"),
                    new MailPath.ServerAnswer.Found(DomainName.of("b"), addresses("192.175.48.2"))),
            missing("gone", Fate.NO_SUCH_NAME),
            missing("1.2.3.4", Fate.NO_SUCH_NAME),
            missing("empty", Fate.NO_ADDRESS),
            missing("dangling", Fate.DANGLING_ALIAS),
            Map.entry(DomainName.of("broken"), new MailPath.ServerAnswer.Unknown()));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            bestPriorityFirst                          | 20 a, 10 b             | 10 b TRIED; 20 a TRIED                                     | Delivered
            equalPrioritiesAreOneGroup                 | 10 b, 10 a, 20 c       | 10 a TRIED b TRIED; 20 c TRIED                             | Delivered
            missingServerIsSkipped                     | 10 gone, 20 a          | 10 gone NO_SUCH_NAME; 20 a TRIED                           | Delivered
            serverWithoutAddressIsSkipped              | 10 empty, 20 a         | 10 empty NO_ADDRESS; 20 a TRIED                            | Delivered
            aliasAsTargetIsFollowed                    | 10 alias               | 10 alias TRIED                                             | Delivered
            aliasThatLeadsNowhereIsSkipped             | 10 dangling, 20 a      | 10 dangling DANGLING_ALIAS; 20 a TRIED                     | Delivered
            noFallBackToTheDomainsOwnAddress           | 10 gone, 20 empty      | 10 gone NO_SUCH_NAME; 20 empty NO_ADDRESS                  | NO_USABLE_SERVER
            unknownServerDoesNotHoldUpTheOthers        | 10 broken, 20 a        | 10 broken UNKNOWN; 20 a TRIED                              | Delivered
            unknownServerAloneMakesTheMailWait         | 10 broken, 20 gone     | 10 broken UNKNOWN; 20 gone NO_SUCH_NAME                    | SERVERS_UNKNOWN
            nullMxMeansNoMail                          | 0 .                    | 0 . NULL_MX                                                | ACCEPTS_NO_MAIL
            nullMxOfAnyPriorityMeansNoMail             | 10 .                   | 10 . NULL_MX                                               | ACCEPTS_NO_MAIL
            nullMxBesideOthersIsSkipped                | 0 ., 10 a              | 0 . NULL_MX; 10 a TRIED                                    | Delivered
            nullMxBesideUselessOnesMeansNoMail         | 0 ., 10 gone           | 0 . NULL_MX; 10 gone NO_SUCH_NAME                          | ACCEPTS_NO_MAIL
            addressAsTargetIsNoName                    | 10 1.2.3.4, 20 a       | 10 1.2.3.4 ADDRESS_AS_NAME; 20 a TRIED                     | Delivered
            addressAsOnlyTargetIsNoServer              | 10 1.2.3.4             | 10 1.2.3.4 ADDRESS_AS_NAME                                 | NO_USABLE_SERVER
            sameHostIsTriedOnce                        | 10 a, 20 a, 20 b       | 10 a TRIED; 20 a SAME_HOST b TRIED                         | Delivered
            sameAddressIsTriedOnce                     | 10 a, 20 twin-of-a     | 10 a TRIED; 20 twin-of-a SAME_ADDRESS                      | Delivered
            newAddressOfAnOverlapIsTried               | 10 a, 20 overlaps-a    | 10 a TRIED; 20 overlaps-a TRIED                            | Delivered
            privateAddressIsTriedInVain                | 10 private, 20 a       | 10 private UNREACHABLE; 20 a TRIED                         | Delivered
            privateAddressesAloneMakeTheMailWait       | 10 private             | 10 private UNREACHABLE                                     | NOT_REACHABLE
            onePublicAddressIsEnough                   | 10 half-private        | 10 half-private TRIED                                      | Delivered
            bestServerIsTheSender                      | 10 loopback, 20 a      | 10 loopback SENDER_ITSELF; 20 a BEHIND_SENDER_ITSELF       | SENDER_ITSELF
            bestServerIsTheSenderOverIpv6              | 10 loopback6           | 10 loopback6 SENDER_ITSELF                                 | SENDER_ITSELF
            oneAddressOfTheSenderIsEnough              | 10 half-loopback, 20 a | 10 half-loopback SENDER_ITSELF; 20 a BEHIND_SENDER_ITSELF  | SENDER_ITSELF
            senderBesideAnother                        | 10 a, 10 loopback      | 10 a BEHIND_SENDER_ITSELF loopback SENDER_ITSELF           | SENDER_ITSELF
            senderAsBackUpEndsTheList                  | 10 a, 20 loopback, 30 b| 10 a TRIED; 20 loopback SENDER_ITSELF; 30 b BEHIND_SENDER_ITSELF | Delivered
            senderBehindAMissingServer                 | 10 gone, 20 loopback   | 10 gone NO_SUCH_NAME; 20 loopback SENDER_ITSELF            | NO_USABLE_SERVER
            senderBehindAnUnknownServer                | 10 broken, 20 loopback | 10 broken UNKNOWN; 20 loopback SENDER_ITSELF               | SERVERS_UNKNOWN
            numbersAreComparedAsNumbers                | 9 a, 10 b, 65535 c     | 9 a TRIED; 10 b TRIED; 65535 c TRIED                       | Delivered
            """)
    void choosesByMxRecords(String rule, String records, String groups, String end) {
        Route route = of(records).route();

        assertThat(inWords(route)).isEqualTo(groups);
        assertThat(end(route)).isEqualTo(end);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ownAddressesStandInForMxRecords     | a        | Delivered       | TRIED
            domainWithoutAnythingIsUnknown      | empty    | HOST_UNKNOWN    | NO_ADDRESS
            unknownOwnAddressMakesTheMailWait   | broken   | ADDRESS_UNKNOWN | UNKNOWN
            ownAddressThatIsTheSender           | loopback | SENDER_ITSELF   | SENDER_ITSELF
            ownAddressThatNobodyReaches         | private  | NOT_REACHABLE   | UNREACHABLE
            """)
    void withoutMxRecordsLooksAtTheDomainItself(String rule, String host, String end, Fate fate) {
        DomainName domain = DomainName.of(host);
        Route route = new MailPath(domain, new MxLookup.Answer.NoMx(domain), HOSTS).route();

        assertThat(end(route)).isEqualTo(end);
        assertThat(route.servers()).extracting(Server::fate).containsExactly(fate);
        assertThat(route.groups().getFirst().preference()).isNull();
    }

    @Test
    void unansweredMxQuestionDefersEverything() {
        Route route = new MailPath(DOMAIN, new MxLookup.Answer.Unknown(Cause.TIMEOUT), Map.of()).route();

        assertThat(route.end()).isEqualTo(new End.Deferred(End.Delay.MX_UNKNOWN));
        assertThat(route.steps()).containsExactly(new Route.Step.MxUnknown(Cause.TIMEOUT));
    }

    @Test
    void missingDomainSendsTheMailBack() {
        Route route = new MailPath(DOMAIN, new MxLookup.Answer.NoSuchName(), Map.of()).route();

        assertThat(route.end()).isEqualTo(new End.Bounced(End.Refusal.NO_SUCH_DOMAIN));
    }

    @Test
    void tellsThatTheDomainIsAnAlias() {
        MxLookup.Answer answer = new MxLookup.Answer.Records(DomainName.of("end.net"), List.of(MxRecord.of(10, "a")));

        assertThat(new MailPath(DOMAIN, answer, HOSTS).route().steps())
                .containsExactly(new Route.Step.AliasFollowed(DomainName.of("end.net")), new Route.Step.MxFound(1, 1));
    }

    @Test
    void ipv6IsTriedFirst() {
        assertThat(of("10 b").route().attempts().map(InetAddress::getHostAddress))
                .containsExactly("2620:4f:8000:0:0:0:0:2", "192.175.48.2");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            nullMxBesideOthers          | 0 ., 10 a                | NULL_MX_BESIDE_OTHERS
            nullMxBesideUselessOnes     | 0 ., 10 gone             |
            addressAsTarget             | 10 1.2.3.4, 20 a         | ADDRESS_AS_NAME
            sameHostTwice               | 10 a, 20 a               | SAME_HOST
            moreThanFiveAddresses       | 10 six                   | ADDRESS_LIMIT
            fiveAddresses               | 10 a, 20 b, 30 c, 40 half-loopback |
            bestServerIsTheSender       | 10 loopback, 20 a        | SENDER_ITSELF
            backUpIsTheSender           | 10 a, 20 loopback        |
            nothingSpecial              | 10 a, 10 gone, 20 alias  |
            """)
    void tellsWherePostfixDiffers(String rule, String records, String kind) {
        assertThat(of(records).route().differences())
                .extracting(difference -> difference.kind().name())
                .containsExactlyElementsOf(kind == null ? List.of() : List.of(kind));
    }

    @Test
    void nextServerTakesOverForOneThatIsOff() {
        Route route = of("10 a, 20 b").without(Set.of(DomainName.of("a")));

        assertThat(inWords(route)).isEqualTo("10 a SWITCHED_OFF; 20 b TRIED");
        assertThat(((End.Delivered) route.end()).groups())
                .extracting(group -> String.valueOf(group.preference()))
                .containsExactly("20");
    }

    @Test
    void sendersKeepTryingWhileAllServersAreOff() {
        Route route = of("10 a, 20 b, 30 gone").without(Set.of(DomainName.of("a"), DomainName.of("b")));

        assertThat(route.end()).isEqualTo(new End.Deferred(End.Delay.ALL_SWITCHED_OFF));
    }

    @Test
    void serversBeyondTheLimitAreNotExamined() {
        MxLookup.Answer answer = new MxLookup.Answer.Records(
                DOMAIN, List.of(MxRecord.of(10, "a"), MxRecord.of(20, "never-asked"), MxRecord.of(20, "b")));

        assertThat(inWords(new MailPath(DOMAIN, answer, HOSTS).route()))
                .isEqualTo("10 a TRIED; 20 b TRIED never-asked NOT_EXAMINED");
    }

    private static MailPath of(String records) {
        List<MxRecord> parsed = Stream.of(records.split(", "))
                .map(record -> record.split(" "))
                .map(record -> MxRecord.of(Integer.parseInt(record[0]), record[1]))
                .toList();
        return new MailPath(DOMAIN, new MxLookup.Answer.Records(DOMAIN, parsed), HOSTS);
    }

    private static String inWords(Route route) {
        return route.groups().stream()
                .map(group -> group.preference() + " "
                        + group.servers().stream()
                                .map(server -> server.name() + " " + server.fate())
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; "));
    }

    private static String end(Route route) {
        return switch (route.end()) {
            case End.Delivered delivered -> "Delivered";
            case End.Deferred deferred -> deferred.reason().name();
            case End.Bounced bounced -> bounced.reason().name();
        };
    }

    private static Map.Entry<DomainName, MailPath.ServerAnswer> found(String name, String... addresses) {
        return Map.entry(
                DomainName.of(name), new MailPath.ServerAnswer.Found(DomainName.of(name), addresses(addresses)));
    }

    private static Map.Entry<DomainName, MailPath.ServerAnswer> missing(String name, Fate fate) {
        return Map.entry(DomainName.of(name), new MailPath.ServerAnswer.Missing(fate));
    }

    private static List<InetAddress> addresses(String... literals) {
        return Stream.of(literals).map(RouteTests::address).toList();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
