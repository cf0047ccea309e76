package de.postlotse.publishing.dnsupdate;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** Which software a name server is, as it says itself, asked once an hour. */
final class ServerSoftware {

    private static final Name VERSION = Name.fromConstantString("version.bind.");
    private static final long KNOWN_FOR = Duration.ofHours(1).toNanos();

    private volatile @Nullable Answer last;

    private record Answer(boolean powerDns, long at) {}

    /** Whether it says that it is PowerDNS; one that says nothing is none. */
    boolean isPowerDns(Conversation conversation) {
        Answer known = last;
        if (known == null || System.nanoTime() - known.at > KNOWN_FOR) {
            known = new Answer(saysPowerDns(conversation), System.nanoTime());
            last = known;
        }
        return known.powerDns;
    }

    private static boolean saysPowerDns(Conversation conversation) {
        try {
            Conversation.Reply reply =
                    conversation.ask(Message.newQuery(Record.newRecord(VERSION, Type.TXT, DClass.CHAOS)));
            return reply.message().getSection(Section.ANSWER).stream()
                    .filter(TXTRecord.class::isInstance)
                    .anyMatch(text -> text.rdataToString().contains("PowerDNS"));
        } catch (IOException e) {
            return false;
        }
    }
}
