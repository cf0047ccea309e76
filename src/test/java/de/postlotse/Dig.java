package de.postlotse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks a name server over DNS, as the world does. */
record Dig(InetSocketAddress server) {

    /** The MX records, sorted, as {@code 10 mail.kunde.example} each. */
    List<String> mx(String owner) {
        return ask(owner, Type.MX).getSection(Section.ANSWER).stream()
                .filter(MXRecord.class::isInstance)
                .map(MXRecord.class::cast)
                .map(mx -> mx.getPriority() + " " + mx.getTarget().toString(true))
                .sorted()
                .toList();
    }

    long serial(String zone) {
        return ask(zone, Type.SOA).getSection(Section.ANSWER).stream()
                .filter(SOARecord.class::isInstance)
                .map(SOARecord.class::cast)
                .findFirst()
                .orElseThrow()
                .getSerial();
    }

    /** The TTL of the MX set, where the server answers with one. */
    OptionalInt ttlIfAnswered(String owner) {
        try {
            return ask(owner, Type.MX, Duration.ofMillis(300)).getSection(Section.ANSWER).stream()
                    .filter(MXRecord.class::isInstance)
                    .mapToInt(record -> (int) record.getTTL())
                    .findFirst();
        } catch (UncheckedIOException silent) {
            return OptionalInt.empty();
        }
    }

    private Message ask(String owner, int type) {
        return ask(owner, type, Duration.ofSeconds(2));
    }

    private Message ask(String owner, int type, Duration patience) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(patience);
        try {
            return resolver.send(
                    Message.newQuery(Record.newRecord(Name.fromString(owner, Name.root), type, DClass.IN)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
