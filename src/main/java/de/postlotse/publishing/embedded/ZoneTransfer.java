package de.postlotse.publishing.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** A whole zone as a row of messages, the SOA first and last (RFC 5936 §2.2). */
final class ZoneTransfer {

    /** Names are compressed with offsets below 16384 only, so larger messages save nothing (RFC 5936 §3.4). */
    private static final int FULL = 16_000;

    private ZoneTransfer() {}

    /** @param response makes an empty response to the question */
    static List<Message> of(ZoneData zone, Supplier<Message> response) {
        List<Message> messages = new ArrayList<>(List.of(response.get()));
        int size = 0;
        for (Record record :
                Stream.concat(zone.records(), Stream.of(zone.soa())).toList()) {
            int length = record.toWire(Section.ANSWER).length;
            if (size > 0 && size + length > FULL) {
                messages.add(response.get());
                size = 0;
            }
            messages.getLast().addRecord(record, Section.ANSWER);
            size += length;
        }
        return messages;
    }
}
