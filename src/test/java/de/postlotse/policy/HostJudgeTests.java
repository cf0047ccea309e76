package de.postlotse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostAnswer.Addresses;
import de.postlotse.lookup.HostAnswer.Alias;
import de.postlotse.lookup.HostAnswer.Cause;
import de.postlotse.lookup.HostAnswer.DanglingAlias;
import de.postlotse.lookup.HostAnswer.NoAddress;
import de.postlotse.lookup.HostAnswer.NoSuchName;
import de.postlotse.lookup.HostAnswer.Unknown;
import de.postlotse.policy.Finding.Field;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostJudgeTests {

    private static final DomainName HOST = DomainName.of("mx1.hoster.net");
    private static final DomainName OTHER = DomainName.of("mail.hoster.net");

    private final HostJudge judge = new HostJudge(new PolicyProperties(false, 3_600));
    private final HostJudge internal = new HostJudge(new PolicyProperties(true, 3_600));

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            192.175.48.1                     | true  | -                             | -
            192.175.48.1 2620:4f:8000::1     | true  | -                             | -
            192.175.48.1                     | false | target-one-family-unchecked   | -
            2620:4f:8000::1                  | true  | target-ipv6-only              | -
            2620:4f:8000::1                  | false | target-one-family-unchecked   | -
            192.175.48.1 10.0.0.1            | true  | target-partly-not-reachable   | -
            192.175.48.1 fd00::1             | true  | target-partly-not-reachable   | -
            192.175.48.1 10.0.0.1            | false | target-partly-not-reachable   | target-one-family-unchecked
            10.0.0.1 2620:4f:8000::1         | true  | target-partly-not-reachable   | target-ipv6-only
            """)
    void takesHostsThatTheWorldCanReach(String addresses, boolean complete, String first, String second)
            throws UnknownHostException {
        List<String> expected = new ArrayList<>();
        if (first != null) {
            expected.add(first);
        }
        if (second != null) {
            expected.add(second);
        }
        List<Finding> findings =
                judge.judge(HOST, addresses(addresses, complete)).findings();

        assertThat(findings).extracting(Finding::code).containsExactlyElementsOf(expected);
        assertThat(Verdict.of(findings)).isEqualTo(expected.isEmpty() ? Verdict.ACCEPT : Verdict.WARN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            127.0.0.1             | true  | target-not-reachable     | REJECT
            10.0.0.1 fd00::1      | true  | target-not-reachable     | REJECT
            192.168.1.1           | true  | target-not-reachable     | REJECT
            169.254.1.1           | true  | target-not-reachable     | REJECT
            100.64.0.1            | true  | target-not-reachable     | REJECT
            203.0.113.1           | true  | target-not-reachable     | REJECT
            0.0.0.0               | true  | target-not-reachable     | REJECT
            ::1                   | true  | target-not-reachable     | REJECT
            fe80::1               | true  | target-not-reachable     | REJECT
            2001:db8::1           | true  | target-not-reachable     | REJECT
            10.0.0.1              | false | target-partly-unchecked  | RETRY
            fd00::1               | false | target-partly-unchecked  | RETRY
            """)
    void refusesHostsThatTheWorldCannotReach(String addresses, boolean complete, String code, Verdict verdict)
            throws UnknownHostException {
        List<Finding> findings =
                judge.judge(HOST, addresses(addresses, complete)).findings();

        assertThat(findings).extracting(Finding::code).containsExactly(code);
        assertThat(Verdict.of(findings)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.0.0.1                  | true  | ACCEPT
            127.0.0.1                 | true  | ACCEPT
            192.175.48.1 10.0.0.1     | true  | ACCEPT
            fd00::1                   | true  | WARN
            10.0.0.1                  | false | WARN
            """)
    void internalNetworkTakesItsOwnAddresses(String addresses, boolean complete, Verdict verdict)
            throws UnknownHostException {
        assertThat(Verdict.of(
                        internal.judge(HOST, addresses(addresses, complete)).findings()))
                .isEqualTo(verdict);
    }

    @Test
    void refusesAnAliasAndSuggestsTheCanonicalName() {
        assertThat(judge.judge(HOST, new Alias(OTHER)).findings())
                .containsExactly(Finding.error(Field.TARGET, "target-is-alias", HOST, OTHER)
                        .suggesting("mail.hoster.net"));
    }

    @Test
    void refusesHostsWithoutAnAddress() {
        assertThat(judge.judge(HOST, new DanglingAlias(OTHER)).findings())
                .containsExactly(Finding.error(Field.TARGET, "target-is-dangling-alias", HOST, OTHER));
        assertThat(judge.judge(HOST, new NoSuchName()).findings())
                .containsExactly(Finding.error(Field.TARGET, "target-does-not-exist", HOST));
        assertThat(judge.judge(HOST, new NoAddress()).findings())
                .containsExactly(Finding.error(Field.TARGET, "target-has-no-address", HOST));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            TIMEOUT,              target-unchecked-timeout
            SERVER_FAILURE,       target-unchecked-failure
            UNREACHABLE,          target-unchecked-no-resolver
            ALIAS_END_UNKNOWN,    target-unchecked-alias
            """)
    void saysNeitherYesNorNoWithoutAnAnswer(Cause cause, String code) {
        assertThat(judge.judge(HOST, new Unknown(cause)).findings())
                .containsExactly(Finding.unchecked(Field.TARGET, code, HOST));
        assertThat(internal.judge(HOST, new Unknown(cause)).findings())
                .containsExactly(Finding.unchecked(Field.TARGET, code, HOST));
    }

    @Test
    void namesTheAddressesThatCannotBeReached() throws UnknownHostException {
        assertThat(judge.judge(HOST, addresses("192.175.48.1 10.0.0.1 10.0.0.2", true))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments())
                        .map(Object::toString)
                        .containsExactly(HOST.toString(), "10.0.0.1, 10.0.0.2"));
    }

    private static HostAnswer addresses(String list, boolean complete) throws UnknownHostException {
        List<InetAddress> addresses = new ArrayList<>();
        for (String address : list.split(" ")) {
            addresses.add(InetAddress.getByName(address));
        }
        return new Addresses(addresses, complete);
    }
}
