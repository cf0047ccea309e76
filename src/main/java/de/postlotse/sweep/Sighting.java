package de.postlotse.sweep;

import de.postlotse.lookup.HostAnswer;
import de.postlotse.zone.HostCondition;
import de.postlotse.zone.HostStatus;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one look at a mail server showed.
 *
 * @param addresses in one order, whatever order the name server gave them in
 * @param complete whether these are all; false where one address family could not be told
 */
record Sighting(HostCondition condition, List<String> addresses, boolean complete) {

    /** More than any mail server has, and as many as the store has room for. */
    private static final int MOST_ADDRESSES = 40;

    private static final Comparator<String> IPV4_FIRST = Comparator.<String, Boolean>comparing(
                    address -> address.indexOf(':') >= 0)
            .thenComparing(Comparator.naturalOrder());

    static Sighting of(HostStatus status) {
        boolean complete = !(status.answer() instanceof HostAnswer.Addresses found) || found.complete();
        return new Sighting(status.condition(), inOrder(status.addresses().stream()), complete);
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
