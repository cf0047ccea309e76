package de.postlotse.publishing.dnsupdate;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.publishing.server.ChangedElsewhereException;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.publishing.server.ServedZone;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SOARecord;

/** One change of a zone's MX sets: looked at, permitted, sent as one message, and looked up again where in doubt. */
final class MxChange {

    private static final int ATTEMPTS = 5;
    private static final int MOST_ASKED = 4;
    private static final long LONGEST_SIGNING = TimeUnit.SECONDS.toNanos(3);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final ZoneAccess access;
    private final Refusals refusals;
    private final DomainName zone;
    private final UpdatePlan plan;
    private final MxReplacement.Permit permit;

    MxChange(ZoneAccess access, DomainName zone, MxReplacement replacement) {
        this.access = access;
        this.refusals = access.refusals();
        this.zone = zone;
        this.plan = new UpdatePlan(zone, replacement.lastServed(), replacement.wanted());
        this.permit = replacement.permit();
    }

    void apply() {
        if (plan.changesNothing()) {
            compare();
            return;
        }
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Answer answer = send();
            boolean done = switch (answer) {
                case DONE -> true;
                case LOST -> isThereAfterAll();
                case ZONE_DIFFERS -> isThereOrMayBeTriedAgain();
            };
            if (done) {
                return;
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE * attempt));
        }
        throw refusals.neverHolds(zone);
    }

    private void compare() {
        ServedZone served = read().served();
        if (!plan.isAfter(served.mxSets())) {
            throw new ChangedElsewhereException(zone, served);
        }
    }

    private Answer send() {
        try (Conversation conversation = access.begin()) {
            SOARecord seen = access.look(conversation, zone);
            if (!isAsLastServed(conversation)) {
                return Answer.ZONE_DIFFERS;
            }
            requireSignedHere(conversation);
            Answer answer = send(conversation, plan.message(seen));
            boolean keepsAnotherSerial = answer == Answer.ZONE_DIFFERS
                    && access.look(conversation, zone).equals(seen)
                    && isAsLastServed(conversation);
            return keepsAnotherSerial ? sendBySets(conversation) : answer;
        }
    }

    /** PowerDNS would take the change, and go on answering with the signatures of what was there before. */
    private void requireSignedHere(Conversation conversation) {
        if (!access.isPowerDns(conversation)) {
            return;
        }
        ready(conversation);
        try {
            Conversation.Reply reply = conversation.send(UpdatePlan.requireSignatures(zone));
            if (reply.isProof() && reply.rcode() == Rcode.NOERROR) {
                throw refusals.signedElsewhere(zone);
            }
        } catch (IOException e) {
            throw refusals.unreachable(e);
        }
    }

    /**
     * A server that signs beside the zone that it keeps (BIND inline-signing, PowerDNS SOA-EDIT) compares with another
     * SOA record than it shows, so that only the sets can be required. It may show the change a moment later, and with it
     * whatever others changed before.
     */
    private Answer sendBySets(Conversation conversation) {
        Answer answer = send(conversation, plan.message());
        if (answer == Answer.DONE && isSoonServed(conversation)) {
            ServedZone served = read().served();
            if (!plan.isAfter(served.mxSets()) && !plan.isBefore(served.mxSets())) {
                throw new ChangedElsewhereException(zone, served);
            }
        }
        return answer;
    }

    /** Where it takes longer, the proof over DNS waits. */
    private boolean isSoonServed(Conversation conversation) {
        long end = System.nanoTime() + LONGEST_SIGNING;
        try {
            while (!isNowWanted(conversation)) {
                if (System.nanoTime() - end > 0) {
                    return false;
                }
                LockSupport.parkNanos(LONGEST_PAUSE);
            }
            return true;
        } catch (NameServerException e) {
            return false;
        }
    }

    private boolean isNowWanted(Conversation conversation) {
        return plan.owners().stream()
                .limit(MOST_ASKED)
                .allMatch(owner -> plan.isWanted(owner, access.look(conversation, zone, owner)));
    }

    /** With the times-to-live, which the prerequisites of the update do not compare (RFC 2136 §2.4). */
    private boolean isAsLastServed(Conversation conversation) {
        List<MxSet> sets = plan.replaced();
        return sets.size() > MOST_ASKED
                ? new HashSet<>(read().served().mxSets()).containsAll(sets)
                : sets.stream()
                        .allMatch(set -> access.look(conversation, zone, set.owner())
                                .filter(set::equals)
                                .isPresent());
    }

    private void ready(Conversation conversation) {
        try {
            conversation.ready();
        } catch (IOException e) {
            throw refusals.unreachable(e);
        }
    }

    private Answer send(Conversation conversation, Message update) {
        if (update.toWire().length > Message.MAXLENGTH - TsigKey.MOST_OCTETS) {
            throw refusals.tooLarge(zone);
        }
        permit.require();
        ready(conversation);
        Conversation.Reply reply;
        try {
            reply = conversation.send(update);
        } catch (IOException e) {
            return Answer.LOST;
        }
        return switch (reply.rcode()) {
            case Rcode.NOERROR -> reply.isProof() ? Answer.DONE : Answer.LOST;
            case Rcode.NXRRSET, Rcode.YXRRSET -> reply.isProof() ? Answer.ZONE_DIFFERS : Answer.LOST;
            default -> throw refusals.of(zone, reply);
        };
    }

    private boolean isThereAfterAll() {
        try {
            if (plan.isAfter(read().served().mxSets())) {
                return true;
            }
        } catch (NameServerException e) {
            NameServerException unknown = refusals.outcomeUnknown(zone);
            unknown.addSuppressed(e);
            throw unknown;
        }
        throw refusals.outcomeUnknown(zone);
    }

    /** A change of anything raises the serial; only one of the MX sets is in the way. */
    private boolean isThereOrMayBeTriedAgain() {
        ZoneContent content = read();
        ServedZone served = content.served();
        if (plan.isAfter(served.mxSets())) {
            return true;
        }
        if (!plan.isBefore(served.mxSets())) {
            throw new ChangedElsewhereException(zone, served);
        }
        for (DomainName owner : plan.newOwners()) {
            if (!content.isPlaceForMx(owner)) {
                throw refusals.noPlace(zone, owner);
            }
        }
        return false;
    }

    private ZoneContent read() {
        return access.read(zone, plan.newOwners());
    }

    /** What a message that was sent led to. */
    private enum Answer {
        DONE,
        /** No answer came that proves anything. */
        LOST,
        /** The zone is not as it was last seen (RFC 2136 §3.2). */
        ZONE_DIFFERS
    }
}
