package de.postlotse.mailpath;

import de.postlotse.lookup.resolver.ScriptedDns;
import de.postlotse.testing.Io;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.xbill.DNS.Type;

/**
 * Domains whose mail takes every way there is, in a DNS that the tests and a mail server ask alike. They are in
 * {@code mail-world.txt}; what DNS does not answer is here.
 */
final class MailWorld {

    private static final List<String> PARTS = List.of(Io.get(() ->
                    new ClassPathResource("mail-world.txt", MailWorld.class).getContentAsString(StandardCharsets.UTF_8))
            .split("\n\n"));
    private static final String HOSTS = PARTS.getFirst();

    static final List<Case> CASES = PARTS.stream().skip(1).map(Case::read).toList();

    private MailWorld() {}

    /** A domain and the records that make it special. */
    record Case(String domain, List<String> records) {

        private static Case read(String part) {
            List<String> lines = part.lines().toList();
            return new Case(lines.getFirst().replace("domain ", ""), lines.subList(1, lines.size()));
        }

        @Override
        public String toString() {
            return domain;
        }
    }

    static ScriptedDns fill(ScriptedDns dns) {
        dns.with(HOSTS.lines().filter(line -> !line.startsWith("#")).toArray(String[]::new));
        CASES.forEach(each -> dns.with(each.records().toArray(String[]::new)));
        dns.when("192.175.48.32").servfail();
        dns.when("192.175.48.33").refused();
        dns.when("halfknown.host.net", Type.AAAA).servfail();
        dns.when("broken.host.net").servfail();
        dns.when("servfail.net", Type.MX).servfail();
        dns.when("refused.net", Type.MX).refused();
        dns.when("silent.net", Type.MX).silent();
        dns.when("implicit-failing.net", Type.A).servfail();
        dns.when("implicit-failing.net", Type.AAAA).servfail();
        return dns;
    }

    static Stream<Case> cases() {
        return CASES.stream();
    }
}
