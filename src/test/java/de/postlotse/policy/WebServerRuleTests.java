package de.postlotse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostLookup;
import de.postlotse.lookup.IpLiteral;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A domain's web server, which somebody enters as its mail server. */
class WebServerRuleTests {

    private static final DomainName ZONE = DomainName.of("kunde.de");

    /** Names with their addresses, or with the name that they are an alias of. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kunde.de      | kunde.de=192.175.48.1 www.kunde.de=192.175.48.1                            | yes |
            kunde.de      | kunde.de=192.175.48.1 www.kunde.de=kunde.de                                | yes |
            www.kunde.de  | www.kunde.de=192.175.48.1                                                  | yes |
            kunde.de      | kunde.de=192.175.48.1 www.kunde.de=kunde.de mail.kunde.de=192.175.48.2     | yes | mail.kunde.de
            kunde.de      | kunde.de=192.175.48.1 www.kunde.de=kunde.de mail.kunde.de=kunde.de         | no  |
            kunde.de      | kunde.de=192.175.48.1 www.kunde.de=kunde.de mail.kunde.de=192.175.48.1     | no  |
            kunde.de      | kunde.de=192.175.48.1 www.kunde.de=192.175.48.9                            | no  |
            kunde.de      | kunde.de=192.175.48.1                                                      | no  |
            kunde.de      | www.kunde.de=192.175.48.1                                                  | no  |
            mx.kunde.de   | mx.kunde.de=192.175.48.1 www.kunde.de=192.175.48.1                         | no  |
            www.andere.de | www.andere.de=192.175.48.1                                                 | no  |
            """)
    void isWarnedAboutWhereNothingSaysThatItTakesMail(
            String target, String names, String warned, @Nullable String suggestion) {
        Map<DomainName, HostAnswer> dns = Arrays.stream(names.split(" "))
                .map(each -> each.split("="))
                .collect(Collectors.toMap(each -> DomainName.of(each[0]), each -> answer(each[1])));
        HostLookup hosts =
                host -> CompletableFuture.completedFuture(dns.getOrDefault(host, new HostAnswer.NoSuchName()));
        DomainName host = DomainName.of(target);

        List<Finding> findings = new WebServerRule(hosts)
                .judge(ZONE, host, hosts.ask(host).join()).join().stream().toList();

        assertThat(findings)
                .extracting(Finding::code)
                .isEqualTo(warned.equals("yes") ? List.of("target-is-web-server") : List.of());
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.suggestion()).isEqualTo(suggestion));
    }

    private static HostAnswer answer(String text) {
        return text.matches("[0-9.]+")
                ? new HostAnswer.Addresses(List.of(IpLiteral.parse(text)), true)
                : new HostAnswer.Alias(DomainName.of(text));
    }
}
