package de.postlotse.publishing;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Preference;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks a name server over DNS, as the world does, whether it answers with the wanted MX sets. */
@Component
class PublicationProof {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /**
     * Reads the serial and compares each wanted set.
     *
     * @return the SOA serial
     * @throws NameServerException where the server does not answer, or answers with something else
     */
    long prove(InetSocketAddress server, DomainName zone, Collection<MxSet> wanted) {
        for (MxSet set : wanted) {
            requireServed(server, set);
        }
        return ask(server, zone, Type.SOA).getSection(Section.ANSWER).stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .findFirst()
                .map(SOARecord::getSerial)
                .orElseThrow(() -> new NameServerException(
                        NameServerException.Reason.ZONE_NOT_SERVED, server + " has no SOA of " + zone));
    }

    private void requireServed(InetSocketAddress server, MxSet wanted) {
        List<MXRecord> answered = ask(server, wanted.owner(), Type.MX).getSection(Section.ANSWER).stream()
                .filter(MXRecord.class::isInstance)
                .map(MXRecord.class::cast)
                .filter(record -> DomainName.of(record.getName()).equals(wanted.owner()))
                .toList();
        List<MxRecord> records =
                answered.stream().map(PublicationProof::value).sorted().toList();
        boolean ttlServed = answered.stream()
                .allMatch(record -> record.getTTL() == wanted.ttl().seconds());
        if (!records.equals(wanted.records()) || !ttlServed) {
            throw new NameServerException(
                    NameServerException.Reason.NOT_SERVED_AS_WANTED,
                    server + " answers with other MX records at " + wanted.owner());
        }
    }

    private static Message ask(InetSocketAddress server, DomainName name, int type) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(TIMEOUT);
        Message query = Message.newQuery(Record.newRecord(name.toName(), type, DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        try {
            Message answer = resolver.send(query);
            if (answer.getRcode() == Rcode.REFUSED || !answer.getHeader().getFlag(Flags.AA)) {
                throw new NameServerException(
                        NameServerException.Reason.ZONE_NOT_SERVED, server + " does not answer for " + name);
            }
            return answer;
        } catch (IOException e) {
            throw new NameServerException(NameServerException.Reason.UNREACHABLE, server + " does not answer", e);
        }
    }

    private static MxRecord value(MXRecord record) {
        return new MxRecord(new Preference(record.getPriority()), DomainName.of(record.getTarget()));
    }
}
