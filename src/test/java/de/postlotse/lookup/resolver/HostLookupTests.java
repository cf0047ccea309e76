package de.postlotse.lookup.resolver;

import static de.postlotse.lookup.HostAnswer.Cause.ALIAS_END_UNKNOWN;
import static de.postlotse.lookup.HostAnswer.Cause.SERVER_FAILURE;
import static de.postlotse.lookup.HostAnswer.Cause.TIMEOUT;
import static de.postlotse.lookup.resolver.Lookups.addresses;
import static de.postlotse.lookup.resolver.Lookups.alias;
import static de.postlotse.lookup.resolver.Lookups.ask;
import static de.postlotse.lookup.resolver.Lookups.dangling;
import static de.postlotse.lookup.resolver.Lookups.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.lookup.AddressScope;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostAnswer.NoAddress;
import de.postlotse.lookup.HostAnswer.NoSuchName;
import de.postlotse.lookup.HostLookup;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Type;

/** What a resolver's answers mean. */
class HostLookupTests {

    private static final String V4 = "192.175.48.1";
    private static final String V6 = "2620:4f:8000::1";

    @AutoClose
    private final ScriptedDns dns = ScriptedDns.resolver();

    private final HostLookup lookup = Lookups.asking(dns);
    private final HostLookup hurried = Lookups.within(Lookups.HURRIED, dns);

    @Test
    void findsAddressesOfBothFamiliesIpv4First() {
        dns.with("mx.hoster.net AAAA " + V6, "mx.hoster.net A " + V4, "mx.hoster.net A 192.175.48.2");

        assertThat(ask(lookup, "mx.hoster.net")).isEqualTo(addresses(true, V4, "192.175.48.2", V6));
    }

    @Test
    void findsHostWithIpv6Only() {
        dns.with("mx.hoster.net AAAA " + V6);

        assertThat(ask(lookup, "mx.hoster.net")).isEqualTo(addresses(true, V6));
    }

    @Test
    void tellsMissingNameFromNameWithoutAddress() {
        dns.with("mail.hoster.net TXT x", "a.ent.hoster.net A " + V4);

        assertThat(ask(lookup, "gone.hoster.net")).isEqualTo(new NoSuchName());
        assertThat(ask(lookup, "mail.hoster.net")).isEqualTo(new NoAddress());
        assertThat(ask(lookup, "ent.hoster.net")).isEqualTo(new NoAddress());
    }

    @Test
    void tellsAliasFromAddress() {
        dns.with("www.hoster.net CNAME web.hoster.net", "web.hoster.net CNAME w1.hoster.net", "w1.hoster.net A " + V4);

        assertThat(ask(lookup, "www.hoster.net")).isEqualTo(alias("w1.hoster.net"));
    }

    @Test
    void tellsNameBelowDnameAsAlias() {
        dns.with("old.net DNAME hoster.net", "mx.hoster.net AAAA " + V6);

        assertThat(ask(lookup, "mx.old.net")).isEqualTo(alias("mx.hoster.net"));
    }

    @Test
    void tellsAliasWhoseEndDoesNotExist() {
        dns.with("www.hoster.net CNAME web.hoster.net", "web.hoster.net CNAME gone.hoster.net");

        assertThat(ask(lookup, "www.hoster.net")).isEqualTo(dangling("gone.hoster.net"));
    }

    @Test
    void tellsAliasWhoseEndHasNoAddress() {
        dns.with("www.hoster.net CNAME txt.hoster.net", "txt.hoster.net TXT x");

        assertThat(ask(lookup, "www.hoster.net")).isEqualTo(dangling("txt.hoster.net"));
    }

    @Test
    void cannotTellEndOfLoopThatIsShown() {
        dns.with(
                "a.hoster.net CNAME b.hoster.net",
                "b.hoster.net CNAME a.hoster.net",
                "s.hoster.net CNAME s.hoster.net");

        assertThat(ask(lookup, "a.hoster.net")).isEqualTo(unknown(ALIAS_END_UNKNOWN));
        assertThat(ask(lookup, "s.hoster.net")).isEqualTo(unknown(ALIAS_END_UNKNOWN));
    }

    @Test
    void cannotTellEndOfChainThatIsTooLong() {
        dns.with("a20.hoster.net A " + V4);
        IntStream.range(0, 20).forEach(i -> dns.with("a%d.hoster.net CNAME a%d.hoster.net".formatted(i, i + 1)));

        assertThat(ask(lookup, "a0.hoster.net")).isEqualTo(unknown(ALIAS_END_UNKNOWN));
        assertThat(ask(lookup, "a12.hoster.net")).isEqualTo(alias("a20.hoster.net"));
    }

    /** unbound reports a failure for the addresses of a loop, and shows the alias only to who asks for it. */
    @Test
    void cannotTellEndWhereOnlyTheAliasIsShown() {
        dns.with("loop.hoster.net CNAME loop2.hoster.net");
        dns.when("loop.hoster.net", Type.A).servfail();
        dns.when("loop.hoster.net", Type.AAAA).servfail();

        assertThat(ask(lookup, "loop.hoster.net")).isEqualTo(unknown(ALIAS_END_UNKNOWN));
    }

    @Test
    void oneFamilyIsEnoughToProveAnAlias() {
        dns.with("www.hoster.net CNAME web.hoster.net", "web.hoster.net A " + V4);
        dns.when("www.hoster.net", Type.AAAA).servfail();

        assertThat(ask(lookup, "www.hoster.net")).isEqualTo(alias("web.hoster.net"));
    }

    @Test
    void aliasIsNotDanglingWhileOneFamilyCannotBeTold() {
        dns.with("www.hoster.net CNAME txt.hoster.net", "txt.hoster.net TXT x");
        dns.when("www.hoster.net", Type.AAAA).servfail();

        assertThat(ask(lookup, "www.hoster.net")).isEqualTo(unknown(ALIAS_END_UNKNOWN));
    }

    @Test
    void acceptsWhatOneFamilyProvesWhereTheOtherFails() {
        dns.with("a.hoster.net A " + V4, "b.hoster.net A " + V4, "b.hoster.net AAAA " + V6);
        dns.when("a.hoster.net", Type.AAAA).servfail();
        dns.when("b.hoster.net", Type.A).silent();

        assertThat(ask(lookup, "a.hoster.net")).isEqualTo(addresses(false, V4));
        assertThat(ask(hurried, "b.hoster.net")).isEqualTo(addresses(false, V6));
    }

    @Test
    void concludesNothingFromOneEmptyFamilyWhereTheOtherFails() {
        dns.with("a.hoster.net TXT x", "b.hoster.net TXT x");
        dns.when("a.hoster.net", Type.A).servfail();
        dns.when("b.hoster.net", Type.AAAA).silent();

        assertThat(ask(lookup, "a.hoster.net")).isEqualTo(unknown(SERVER_FAILURE));
        assertThat(ask(hurried, "b.hoster.net")).isEqualTo(unknown(TIMEOUT));
    }

    @Test
    void missingNameIsMissingForEveryType() {
        dns.when("gone.hoster.net", Type.AAAA).servfail();

        assertThat(ask(lookup, "gone.hoster.net")).isEqualTo(new NoSuchName());
    }

    @Test
    void failingQuestionForTheAliasAloneHurtsNothing() {
        dns.with("a.hoster.net A " + V4);
        dns.when("a.hoster.net", Type.CNAME).servfail();
        dns.when("b.hoster.net", Type.CNAME).silent();

        assertThat(ask(lookup, "a.hoster.net")).isEqualTo(addresses(true, V4));
        assertThat(ask(lookup, "b.hoster.net")).isEqualTo(new NoSuchName());
    }

    @Test
    void recordsOfAnotherOwnerAreNoAnswer() {
        dns.when("a.hoster.net").answers("b.hoster.net A " + V4, "b.hoster.net CNAME c.hoster.net");

        assertThat(ask(lookup, "a.hoster.net")).isEqualTo(new NoAddress());
    }

    @Test
    void upperAndLowerCaseAreTheSameName() {
        dns.when("a.hoster.net", Type.A).answers("A.HOSTER.net A " + V4);

        assertThat(ask(lookup, "a.hoster.net")).isEqualTo(addresses(true, V4));
    }

    /** Else ::ffff:8.8.8.8 would pass as a public IPv4 address. */
    @Test
    void mappedAddressStaysIpv6() {
        dns.with("a.hoster.net AAAA ::ffff:8.8.8.8", "b.hoster.net A 8.8.8.8");

        assertThat(((HostAnswer.Addresses) ask(lookup, "a.hoster.net")).addresses())
                .singleElement()
                .isInstanceOf(Inet6Address.class)
                .returns(false, AddressScope::isGloballyReachable);
        assertThat(((HostAnswer.Addresses) ask(lookup, "b.hoster.net")).addresses())
                .singleElement()
                .isInstanceOf(Inet4Address.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mx.hoster.net", "xn--mller-kva.de", "_x.hoster.net", "a\\.b.hoster.net", "net"})
    void takesAnyWellFormedName(String host) {
        dns.with(host + ". A " + V4);

        assertThat(ask(lookup, host)).isEqualTo(addresses(true, V4));
    }
}
