package de.postlotse.lookup.resolver;

import static de.postlotse.lookup.HostAnswer.Cause.INVENTED;
import static de.postlotse.lookup.resolver.Lookups.addresses;
import static de.postlotse.lookup.resolver.Lookups.ask;
import static de.postlotse.lookup.resolver.Lookups.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.lookup.HostAnswer.NoSuchName;
import de.postlotse.lookup.HostLookup;
import de.postlotse.lookup.IpLiteral;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Resolvers that make every mistyped name exist. */
@Timeout(120)
class ResolverCheckTests {

    private final ScriptedDns dns = ScriptedDns.resolver().with("mx.hoster.net A 192.175.48.1");
    private final ScriptedDns honest = ScriptedDns.resolver().with("mx.hoster.net A 192.175.48.1");
    private final InventedAnswers invented = new InventedAnswers();

    @AfterEach
    void close() {
        dns.close();
        honest.close();
    }

    @Test
    void findsOutWhoAnswersNamesThatDoNotExist() {
        ResolverCheck check = check(dns, honest);
        check.check();
        assertThat(check.inventing()).isEmpty();

        dns.always().edited(ResolverCheckTests::invent);
        check.check();
        assertThat(check.inventing()).containsExactly(dns.property());

        dns.always().answersAgain();
        check.check();
        assertThat(check.inventing()).isEmpty();
    }

    @Test
    void believesNoExistsOfSuchAResolverButAsksTheNextOne() {
        dns.always().edited(ResolverCheckTests::invent);
        check(dns).check();

        assertThat(ask(lookup(dns), "vertippt.hoster.net")).isEqualTo(unknown(INVENTED));
        assertThat(ask(lookup(dns), "mx.hoster.net")).isEqualTo(unknown(INVENTED));
        assertThat(ask(lookup(dns, honest), "vertippt.hoster.net")).isEqualTo(new NoSuchName());
        assertThat(ask(lookup(dns, honest), "mx.hoster.net")).isEqualTo(addresses(true, "192.175.48.1"));
    }

    @Test
    void aResolverThatDoesNotAnswerStaysAsItWasKnown() {
        ResolverCheck hurried = new ResolverCheck(Lookups.addresses(dns), invented, Lookups.SHORT);
        dns.always().edited(ResolverCheckTests::invent);
        check(dns).check();
        dns.always().silent();
        hurried.check();

        assertThat(hurried.inventing()).containsExactly(dns.property());
    }

    private ResolverCheck check(ScriptedDns... resolvers) {
        return new ResolverCheck(Lookups.addresses(resolvers), invented, Lookups.BUDGET);
    }

    private HostLookup lookup(ScriptedDns... resolvers) {
        return new DnsHostLookup(
                Asker.ofResolvers(Lookups.addresses(resolvers), invented),
                Lookups.own(Map.of()),
                Lookups.BUDGET,
                Lookups.NO_AUTHORITIES);
    }

    /** As providers do that lead to a page with advertisements. */
    private static void invent(Message message) {
        if (message.getRcode() == Rcode.NXDOMAIN) {
            message.removeAllRecords(Section.AUTHORITY);
            message.getHeader().setRcode(Rcode.NOERROR);
            if (message.getQuestion().getType() == Type.A) {
                message.addRecord(
                        new ARecord(message.getQuestion().getName(), DClass.IN, 60, IpLiteral.parse("192.175.48.6")),
                        Section.ANSWER);
            }
        }
    }
}
