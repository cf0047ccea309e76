package de.postlotse.publishing.dnsupdate;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.publishing.server.NameServerException.Reason;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;

/** Each refusal says what to mend (RFC 2136 §2.2, RFC 8945 §5.2). */
class RefusalsTests {

    private static final DomainName ZONE = DomainName.of("kunde.de");

    private final Refusals refusals = new Refusals("echt", new InetSocketAddress(InetAddress.getLoopbackAddress(), 53));

    @ParameterizedTest
    @CsvSource(textBlock = """
        UPDATE, REFUSED,  0, true,  REFUSED,         update-policy
        UPDATE, REFUSED,  0, true,  REFUSED,         postlotse.name-servers.echt.tsig-name
        UPDATE, REFUSED,  0, false, REFUSED,         permission
        UPDATE, REFUSED,  0, false, REFUSED,         clocks
        UPDATE, NOTAUTH,  0, true,  ZONE_NOT_SERVED, kunde.de
        UPDATE, NOTAUTH,  0, false, REFUSED,         postlotse.name-servers.echt.tsig-secret
        UPDATE, NOTAUTH, 16, false, REFUSED,         postlotse.name-servers.echt.tsig-secret
        UPDATE, NOTAUTH, 17, false, REFUSED,         postlotse.name-servers.echt.tsig-name
        UPDATE, NOTAUTH, 18, true,  REFUSED,         clock
        UPDATE, NOTAUTH, 22, true,  REFUSED,         postlotse.name-servers.echt.tsig-algorithm
        UPDATE, NOTIMP,   0, true,  REFUSED,         dnsupdate=yes
        UPDATE, NOTZONE,  0, true,  REFUSED,         outside of the zone
        UPDATE, FORMERR,  0, true,  REFUSED,         FORMERR
        UPDATE, SERVFAIL, 0, true,  REFUSED,         log
        UPDATE, SERVFAIL, 0, false, REFUSED,         SERVFAIL
        UPDATE, YXDOMAIN, 0, true,  REFUSED,         YXDOMAIN
        QUERY,  REFUSED,  0, true,  ZONE_NOT_SERVED, kunde.de
        QUERY,  REFUSED,  0, false, ZONE_NOT_SERVED, kunde.de
        QUERY,  NOTAUTH,  0, true,  ZONE_NOT_SERVED, kunde.de
        QUERY,  NOTAUTH,  0, false, REFUSED,         postlotse.name-servers.echt.tsig-secret
        QUERY,  NOTAUTH, 17, false, REFUSED,         postlotse.name-servers.echt.tsig-name
        QUERY,  SERVFAIL, 0, true,  REFUSED,         kunde.de
        """)
    void saysWhatToMend(String opcode, String rcode, int tsig, boolean verified, Reason reason, String toMend) {
        Message message = new Message();
        message.getHeader().setOpcode(Opcode.value(opcode));
        message.getHeader().setRcode(Rcode.value(rcode));
        if (tsig != 0) {
            message.addRecord(error(tsig), Section.ADDITIONAL);
        }

        NameServerException refusal = refusals.of(ZONE, new Conversation.Reply(message, new byte[0], verified));

        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal).hasMessageContaining(toMend).hasMessageContaining("name server echt");
    }

    private static TSIGRecord error(int error) {
        return new TSIGRecord(
                Name.fromConstantString("postlotse."),
                DClass.ANY,
                0,
                TSIG.HMAC_SHA256,
                Instant.EPOCH,
                Duration.ofMinutes(5),
                new byte[0],
                0,
                error,
                null);
    }
}
