package de.postlotse.mailpath;

import de.postlotse.lookup.ScriptedDns;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xbill.DNS.Type;

/** Domains whose mail takes every way there is, in a DNS that the tests and a mail server ask alike. */
final class MailWorld {

    /** A domain and the records that make it special. */
    record Case(String domain, List<String> records) {

        static Case of(String domain, String... records) {
            return new Case(domain, List.of(records));
        }

        @Override
        public String toString() {
            return domain;
        }
    }

    private static final List<String> HOSTS = List.of(
            "v4.host.net A 192.175.48.1",
            "v6.host.net AAAA 2620:4f:8000::1",
            "both.host.net A 192.175.48.2",
            "both.host.net AAAA 2620:4f:8000::2",
            "two.host.net A 192.175.48.3",
            "two.host.net A 192.175.48.4",
            "six.host.net A 192.175.48.11",
            "six.host.net A 192.175.48.12",
            "six.host.net A 192.175.48.13",
            "six.host.net A 192.175.48.14",
            "six.host.net A 192.175.48.15",
            "six.host.net A 192.175.48.16",
            "alias.host.net CNAME both.host.net",
            "alias2.host.net CNAME alias.host.net",
            "dangling.host.net CNAME gone.host.net",
            "nowhere.host.net CNAME noaddress.host.net",
            "noaddress.host.net TXT x",
            "loop1.host.net CNAME loop2.host.net",
            "loop2.host.net CNAME loop1.host.net",
            "private.host.net A 10.1.2.3",
            "private6.host.net AAAA fd00::1",
            "mixed.host.net A 10.1.2.4",
            "mixed.host.net A 192.175.48.5",
            "loopback.host.net A 127.0.0.1",
            "loopback2.host.net A 127.0.0.2",
            "loopback6.host.net AAAA ::1",
            "zero.host.net A 0.0.0.0",
            "zero6.host.net AAAA ::",
            "twin.host.net A 192.175.48.1",
            "overlap.host.net A 192.175.48.1",
            "overlap.host.net A 192.175.48.8",
            "half.host.net A 192.175.48.6",
            "half.host.net A 127.0.0.1");

    static final List<Case> CASES = List.of(
            Case.of("one.net", "one.net MX 10 v4.host.net"),
            Case.of("hyphen.net", "hyphen.net MX 10 -lead.host.net", "-lead.host.net A 192.175.48.30"),
            Case.of("hyphen-end.net", "hyphen-end.net MX 10 end-.host.net", "end-.host.net A 192.175.48.31"),
            Case.of(
                    "hyphen-beside.net",
                    "hyphen-beside.net MX 10 -lead.host.net",
                    "hyphen-beside.net MX 20 v4.host.net"),
            Case.of("six.net", "six.net MX 10 v6.host.net"),
            Case.of("backup.net", "backup.net MX 20 v4.host.net", "backup.net MX 10 both.host.net"),
            Case.of(
                    "groups.net",
                    "groups.net MX 10 v4.host.net",
                    "groups.net MX 10 both.host.net",
                    "groups.net MX 10 v6.host.net",
                    "groups.net MX 30 two.host.net",
                    "groups.net MX 30 six.host.net"),
            Case.of("implicit.net", "implicit.net A 192.175.48.20", "implicit.net AAAA 2620:4f:8000::20"),
            Case.of("implicit6.net", "implicit6.net AAAA 2620:4f:8000::21"),
            Case.of("nothing.net", "nothing.net TXT x"),
            Case.of("missing.net"),
            Case.of("null.net", "null.net MX 0 .", "null.net A 192.175.48.22"),
            Case.of("null-ten.net", "null-ten.net MX 10 ."),
            Case.of("null-beside.net", "null-beside.net MX 0 .", "null-beside.net MX 10 v4.host.net"),
            Case.of("null-behind.net", "null-behind.net MX 20 .", "null-behind.net MX 10 v4.host.net"),
            Case.of("null-twice.net", "null-twice.net MX 0 .", "null-twice.net MX 10 ."),
            Case.of("null-and-gone.net", "null-and-gone.net MX 0 .", "null-and-gone.net MX 10 gone.host.net"),
            Case.of("gone.net", "gone.net MX 10 gone.host.net", "gone.net A 192.175.48.23"),
            Case.of("addressless.net", "addressless.net MX 10 noaddress.host.net"),
            Case.of("gone-first.net", "gone-first.net MX 10 gone.host.net", "gone-first.net MX 20 v4.host.net"),
            Case.of("gone-last.net", "gone-last.net MX 10 v4.host.net", "gone-last.net MX 20 gone.host.net"),
            Case.of("alias-target.net", "alias-target.net MX 10 alias.host.net"),
            Case.of("alias-chain.net", "alias-chain.net MX 10 alias2.host.net", "alias-chain.net MX 20 v4.host.net"),
            Case.of(
                    "alias-and-end.net",
                    "alias-and-end.net MX 10 alias.host.net",
                    "alias-and-end.net MX 20 both.host.net"),
            Case.of("dangling.net", "dangling.net MX 10 dangling.host.net"),
            Case.of("nowhere.net", "nowhere.net MX 10 nowhere.host.net", "nowhere.net MX 20 v6.host.net"),
            Case.of("loop-target.net", "loop-target.net MX 10 loop1.host.net", "loop-target.net MX 20 v4.host.net"),
            Case.of("loop-only.net", "loop-only.net MX 10 loop1.host.net"),
            Case.of("alias-domain.net", "alias-domain.net CNAME backup.net"),
            Case.of("alias-implicit.net", "alias-implicit.net CNAME implicit.net"),
            Case.of("alias-gone.net", "alias-gone.net CNAME gone.host.net"),
            Case.of("alias-loop.net", "alias-loop.net CNAME alias-loop2.net", "alias-loop2.net CNAME alias-loop.net"),
            Case.of("servfail.net", "servfail.net A 192.175.48.24"),
            Case.of("refused.net", "refused.net A 192.175.48.24"),
            Case.of("silent.net", "silent.net A 192.175.48.24"),
            Case.of(
                    "failing-first.net",
                    "failing-first.net MX 10 broken.host.net",
                    "failing-first.net MX 20 v4.host.net"),
            Case.of("failing-last.net", "failing-last.net MX 10 v4.host.net", "failing-last.net MX 20 broken.host.net"),
            Case.of(
                    "failing-only.net",
                    "failing-only.net MX 10 broken.host.net",
                    "failing-only.net MX 20 gone.host.net"),
            Case.of("half-known.net", "half-known.net MX 10 halfknown.host.net"),
            Case.of("implicit-failing.net", "implicit-failing.net TXT x"),
            Case.of("literal.net", "literal.net MX 10 192.175.48.30"),
            Case.of(
                    "literal-first.net",
                    "literal-first.net MX 10 192.175.48.30",
                    "literal-first.net MX 20 v4.host.net"),
            Case.of(
                    "twice.net",
                    "twice.net MX 10 v4.host.net",
                    "twice.net MX 20 v4.host.net",
                    "twice.net MX 20 v6.host.net"),
            Case.of("private.net", "private.net MX 10 private.host.net", "private.net MX 20 v4.host.net"),
            Case.of(
                    "private-only.net",
                    "private-only.net MX 10 private.host.net",
                    "private-only.net MX 10 private6.host.net"),
            Case.of("mixed.net", "mixed.net MX 10 mixed.host.net"),
            Case.of("loopback.net", "loopback.net MX 10 loopback.host.net", "loopback.net MX 20 v4.host.net"),
            Case.of("loopback2.net", "loopback2.net MX 10 loopback2.host.net", "loopback2.net MX 20 v4.host.net"),
            Case.of("loopback6.net", "loopback6.net MX 10 loopback6.host.net", "loopback6.net MX 20 v4.host.net"),
            Case.of("zero.net", "zero.net MX 10 zero.host.net", "zero.net MX 20 v4.host.net"),
            Case.of("half.net", "half.net MX 10 half.host.net", "half.net MX 20 v4.host.net"),
            Case.of(
                    "loopback-backup.net",
                    "loopback-backup.net MX 10 v4.host.net",
                    "loopback-backup.net MX 20 loopback.host.net",
                    "loopback-backup.net MX 20 both.host.net",
                    "loopback-backup.net MX 30 v6.host.net"),
            Case.of(
                    "loopback-beside.net",
                    "loopback-beside.net MX 10 v4.host.net",
                    "loopback-beside.net MX 10 loopback.host.net"),
            Case.of(
                    "gone-loopback.net",
                    "gone-loopback.net MX 10 gone.host.net",
                    "gone-loopback.net MX 20 loopback.host.net",
                    "gone-loopback.net MX 30 v4.host.net"),
            Case.of("implicit-loopback.net", "implicit-loopback.net A 127.0.0.1"),
            Case.of("implicit-private.net", "implicit-private.net A 192.168.1.1"),
            Case.of("five.net", "five.net MX 10 six.host.net", "five.net MX 20 v4.host.net"),
            Case.of("wild.net", "*.wild.net MX 10 v4.host.net", "www.wild.net A 192.175.48.40", "wild.net TXT x"),
            Case.of("shop.wild.net"),
            Case.of("www.wild.net"),
            Case.of(
                    "many.net",
                    IntStream.range(0, 12)
                            .mapToObj(i -> "many.net MX " + i / 4 + " m" + i + ".many.net")
                            .toArray(String[]::new)),
            Case.of("xn--bcher-kva.net", "xn--bcher-kva.net MX 10 v4.host.net"),
            Case.of("sub.apex.net", "apex.net MX 10 v4.host.net", "sub.apex.net A 192.175.48.41"),
            Case.of("same-address.net", "same-address.net MX 10 v4.host.net", "same-address.net MX 20 twin.host.net"),
            Case.of("twins.net", "twins.net MX 10 twin.host.net", "twins.net MX 10 v4.host.net"),
            Case.of("overlap.net", "overlap.net MX 10 v4.host.net", "overlap.net MX 20 overlap.host.net"),
            Case.of("unspecified6.net", "unspecified6.net MX 10 zero6.host.net", "unspecified6.net MX 20 v4.host.net"),
            Case.of("null-loopback.net", "null-loopback.net MX 0 .", "null-loopback.net MX 10 loopback.host.net"),
            Case.of(
                    "failing-loopback.net",
                    "failing-loopback.net MX 5 broken.host.net",
                    "failing-loopback.net MX 10 loopback.host.net",
                    "failing-loopback.net MX 20 v4.host.net"),
            Case.of(
                    "gone-beside-loopback.net",
                    "gone-beside-loopback.net MX 10 gone.host.net",
                    "gone-beside-loopback.net MX 10 loopback.host.net"),
            Case.of(
                    "twice-loopback.net",
                    "twice-loopback.net MX 10 v4.host.net",
                    "twice-loopback.net MX 20 loopback.host.net",
                    "twice-loopback.net MX 5 loopback6.host.net"),
            Case.of("extremes.net", "extremes.net MX 65535 v4.host.net", "extremes.net MX 0 v6.host.net"));

    private MailWorld() {}

    static ScriptedDns fill(ScriptedDns dns) {
        dns.with(HOSTS.toArray(String[]::new));
        dns.with(IntStream.range(0, 12)
                .mapToObj(i -> "m" + i + ".many.net A 192.175.48." + (50 + i))
                .toArray(String[]::new));
        CASES.forEach(each -> dns.with(each.records().toArray(String[]::new)));
        dns.with("halfknown.host.net A 192.175.48.7");
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
