package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.AddressText;
import de.postlotse.lookup.HostAnswer;
import java.net.InetAddress;
import java.util.List;

/** What DNS says of a mail server right now, and what the rules make of it. */
public record HostStatus(DomainName host, HostAnswer answer, List<Finding> findings) {

    public Verdict verdict() {
        return Verdict.of(findings);
    }

    public HostCondition condition() {
        return switch (verdict()) {
            case ACCEPT, WARN -> HostCondition.USABLE;
            case RETRY -> HostCondition.UNCHECKED;
            case REJECT ->
                switch (answer) {
                    case HostAnswer.Addresses local -> HostCondition.NOT_REACHABLE;
                    case HostAnswer.Alias alias -> HostCondition.ALIAS;
                    case HostAnswer.DanglingAlias alias -> HostCondition.DANGLING_ALIAS;
                    case HostAnswer.NoSuchName none -> HostCondition.DOES_NOT_EXIST;
                    case HostAnswer.NoAddress none -> HostCondition.NO_ADDRESS;
                    case HostAnswer.Unknown unknown -> HostCondition.UNCHECKED;
                };
        };
    }

    /** Its addresses; not everybody is to see all of them, see {@link ShownAddresses}. */
    public List<InetAddress> found() {
        return answer instanceof HostAnswer.Addresses found ? found.addresses() : List.of();
    }

    /** The same as text, for staff and for what is kept. */
    public List<String> addresses() {
        return found().stream().map(AddressText::of).toList();
    }
}
