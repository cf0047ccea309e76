package de.postlotse.report;

import de.postlotse.lookup.AddressText;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.sweep.HostKnowledge;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** What DNS would say of a host if it still said what was seen over time; never an alias that had to be followed. */
final class KnownAnswer {

    private KnownAnswer() {}

    /** Nothing where too little is known. */
    static Optional<HostAnswer> of(HostKnowledge known) {
        if (known.condition() == null) {
            return Optional.empty();
        }
        return switch (known.condition()) {
            case DOES_NOT_EXIST -> Optional.of(new HostAnswer.NoSuchName());
            case DANGLING_ALIAS -> Optional.of(new HostAnswer.DanglingAlias(known.host()));
            case NO_ADDRESS -> Optional.of(new HostAnswer.NoAddress());
            case USABLE, NOT_REACHABLE, ALIAS -> addresses(known);
            case UNCHECKED -> Optional.empty();
        };
    }

    private static Optional<HostAnswer> addresses(HostKnowledge known) {
        List<InetAddress> addresses =
                known.addresses().stream().map(AddressText::parse).toList();
        return addresses.isEmpty() ? Optional.empty() : Optional.of(new HostAnswer.Addresses(addresses, true));
    }
}
