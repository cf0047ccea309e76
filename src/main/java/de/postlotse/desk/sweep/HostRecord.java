package de.postlotse.desk.sweep;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.policy.HostCondition;
import de.postlotse.policy.HostStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of a mail server, what was seen since that does not count yet, and when to ask again on its own
 * instead of with its part of the next round.
 */
record HostRecord(
        DomainName name,
        @Nullable HostCondition condition,
        @Nullable Instant since,
        List<String> addresses,
        @Nullable UnconfirmedCondition unconfirmed,
        @Nullable Instant askAgainAt) {

    /** A host that was never asked. */
    static HostRecord of(DomainName name) {
        return new HostRecord(name, null, null, List.of(), null, null);
    }

    /**
     * Good news is believed at once; bad news only after it was seen several times.
     *
     * @param apart how far two sightings are apart at least that both count
     */
    HostRecord observe(HostObservation sighting, Instant at, Duration apart) {
        List<String> seen = sighting.addressesAfter(addresses);
        if (sighting.condition() == condition) {
            return new HostRecord(name, condition, since, seen, null, null);
        }
        if (sighting.condition() == HostCondition.USABLE) {
            return new HostRecord(name, HostCondition.USABLE, at, seen, null, null);
        }
        UnconfirmedCondition next = unconfirmed != null && unconfirmed.condition() == sighting.condition()
                ? unconfirmed.seenAgain(at, apart)
                : UnconfirmedCondition.first(sighting.condition(), at);
        return next.isBelieved()
                ? new HostRecord(name, next.condition(), next.since(), seen, null, null)
                : new HostRecord(name, condition, since, seen, next, next.countsFrom(apart));
    }

    /** Whether whoever lists faulty hosts has to know of the step from there to here. */
    boolean isNewsAfter(HostRecord before) {
        return condition != before.condition && (before.condition != null || condition != HostCondition.USABLE);
    }

    HostKnowledge knowledge() {
        return new HostKnowledge(
                name,
                condition,
                since,
                addresses,
                unconfirmed == null ? null : unconfirmed.condition(),
                unconfirmed == null ? null : unconfirmed.since());
    }

    /**
     * What one look at a mail server showed.
     *
     * @param addresses in one order, whatever order the name server gave them in
     * @param complete whether these are all; false where one address family could not be told
     */
    record HostObservation(HostCondition condition, List<String> addresses, boolean complete) {

        /** More than any mail server has, and as many as the store has room for. */
        private static final int MOST_ADDRESSES = 40;

        private static final Comparator<String> IPV4_FIRST = Comparator.<String, Boolean>comparing(
                        address -> address.indexOf(':') >= 0)
                .thenComparing(Comparator.naturalOrder());

        static HostObservation of(HostStatus status) {
            boolean complete = !(status.answer() instanceof HostAnswer.Addresses found) || found.complete();
            return new HostObservation(status.condition(), inOrder(status.addresses().stream()), complete);
        }

        /** A host that has lost its addresses is still found by the last ones. */
        List<String> addressesAfter(List<String> before) {
            if (addresses.isEmpty()) {
                return before;
            }
            return complete ? addresses : inOrder(Stream.concat(before.stream(), addresses.stream()));
        }

        private static List<String> inOrder(Stream<String> addresses) {
            return addresses.distinct().sorted(IPV4_FIRST).limit(MOST_ADDRESSES).toList();
        }
    }

    /**
     * A condition that was seen, and not often enough to be believed.
     *
     * @param since when it was seen for the first time
     * @param rounds how often it was seen, each time long enough after the one before
     * @param seenAt the last of these times
     */
    record UnconfirmedCondition(HostCondition condition, Instant since, int rounds, Instant seenAt) {

        /** One failure is nobody's finding, and two may have the same cause. */
        private static final int ENOUGH = 3;

        static UnconfirmedCondition first(HostCondition condition, Instant at) {
            return new UnconfirmedCondition(condition, at, 1, at);
        }

        /** Seen once more; what comes too soon after the last time does not count. */
        UnconfirmedCondition seenAgain(Instant at, Duration apart) {
            return at.isBefore(countsFrom(apart)) ? this : new UnconfirmedCondition(condition, since, rounds + 1, at);
        }

        Instant countsFrom(Duration apart) {
            return seenAt.plus(apart);
        }

        boolean isBelieved() {
            return rounds >= ENOUGH;
        }
    }
}
