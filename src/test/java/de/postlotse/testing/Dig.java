package de.postlotse.testing;

import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks a name server over DNS, as the world does. */
public record Dig(InetSocketAddress server) {

    private static final int UDP_PAYLOAD = 1232;

    /** The MX records, sorted, as {@code 10 mail.kunde.example} each. */
    public List<String> mx(String owner) {
        return ask(owner, Type.MX).getSection(Section.ANSWER).stream()
                .filter(MXRecord.class::isInstance)
                .map(MXRecord.class::cast)
                .map(mx -> mx.getPriority() + " " + mx.getTarget().toString(true))
                .sorted()
                .toList();
    }

    public long serial(String zone) {
        return ask(zone, Type.SOA).getSection(Section.ANSWER).stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .findFirst()
                .orElseThrow()
                .getSerial();
    }

    /** The TTL of the MX set, where the server answers with one. */
    public OptionalInt ttlIfAnswered(String owner) {
        try {
            return ttl(ask(owner, Type.MX, Duration.ofMillis(300)));
        } catch (UncheckedIOException silent) {
            return OptionalInt.empty();
        }
    }

    /** The TTL of the MX set. */
    public int ttl(String owner) {
        return ttl(ask(owner, Type.MX)).orElseThrow();
    }

    private static OptionalInt ttl(Message answer) {
        return answer.getSection(Section.ANSWER).stream()
                .filter(MXRecord.class::isInstance)
                .mapToInt(record -> (int) record.getTTL())
                .findFirst();
    }

    /** The MX set of an owner in a zone that is signed, once its signature was found to be right; sorted as above. */
    public List<String> validMx(String zone, String owner) {
        List<DNSKEYRecord> keys = signed(zone, Type.DNSKEY).rrs().stream()
                .map(DNSKEYRecord.class::cast)
                .toList();
        RRset set = signed(owner, Type.MX);
        RRSIGRecord signature = set.sigs().getFirst();
        DNSKEYRecord key = keys.stream()
                .filter(candidate -> candidate.getFootprint() == signature.getFootprint())
                .findFirst()
                .orElseThrow();
        try {
            DNSSEC.verify(set, signature, key);
        } catch (DNSSEC.DNSSECException e) {
            throw new IllegalStateException("the MX set of " + owner + " does not validate", e);
        }
        return mx(owner);
    }

    private RRset signed(String owner, int type) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(Duration.ofSeconds(10));
        resolver.setEDNS(0, UDP_PAYLOAD, ExtendedFlags.DO, List.of());
        Message answer = Io.get(() ->
                resolver.send(Message.newQuery(Record.newRecord(Name.fromString(owner, Name.root), type, DClass.IN))));
        return answer.getSectionRRsets(Section.ANSWER).getFirst();
    }

    private Message ask(String owner, int type) {
        return ask(owner, type, Duration.ofSeconds(10));
    }

    private Message ask(String owner, int type, Duration patience) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(patience);
        return Io.get(() ->
                resolver.send(Message.newQuery(Record.newRecord(Name.fromString(owner, Name.root), type, DClass.IN))));
    }
}
