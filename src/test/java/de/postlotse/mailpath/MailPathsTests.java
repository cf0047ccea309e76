package de.postlotse.mailpath;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.lookup.AddressText;
import de.postlotse.lookup.resolver.Lookups;
import de.postlotse.lookup.resolver.ScriptedDns;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;

/** What is asked of DNS for a route. */
class MailPathsTests {

    private static final DomainName DOMAIN = DomainName.of("kunde.net");

    @AutoClose
    private final ScriptedDns dns = ScriptedDns.resolver();

    private final MailPaths paths = new MailPaths(Lookups.mx(dns), Lookups.asking(dns));

    @Test
    void showsTheAddressesBehindAnAlias() {
        dns.with("kunde.net MX 10 mail.kunde.net", "mail.kunde.net CNAME mx.net", "mx.net A 192.175.48.1");

        Server server = paths.of(DOMAIN).join().route().servers().findFirst().orElseThrow();

        assertThat(server.isAlias()).isTrue();
        assertThat(server.canonical()).isEqualTo(DomainName.of("mx.net"));
        assertThat(server.addresses().stream().map(AddressText::of)).containsExactly("192.175.48.1");
    }

    @Test
    void takesRecordsThatNobodyHasSavedYet() {
        dns.with("kunde.net MX 10 old.net", "new.net A 192.175.48.2");

        Route route =
                paths.of(DOMAIN, List.of(MxRecord.of(10, "new.net"))).join().route();

        assertThat(route.end()).isInstanceOf(End.Delivered.class);
        assertThat(dns.queries("kunde.net", Type.MX)).isZero();
    }

    @Test
    void withoutAnyRecordTheDomainsOwnAddressWouldCount() {
        dns.with("kunde.net MX 10 old.net", "kunde.net A 192.175.48.3");

        assertThat(paths.of(DOMAIN, List.of()).join().route().steps()).containsExactly(new Route.Step.NoMx());
    }

    @Test
    void examinesTheTwentyBestServersOnly() {
        IntStream.range(0, 30)
                .forEach(i -> dns.with("kunde.net MX " + i + " m" + i + ".net", "m" + i + ".net A 192.175.48." + i));

        Route route = paths.of(DOMAIN).join().route();

        assertThat(route.servers().map(Server::fate)).containsOnly(Fate.TRIED, Fate.NOT_EXAMINED);
        assertThat(route.servers().filter(server -> server.fate() == Fate.TRIED))
                .hasSize(MailPaths.MOST_SERVERS);
        assertThat(dns.queries("m20.net", Type.A)).isZero();
    }
}
