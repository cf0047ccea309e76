package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.AddressText;
import de.postlotse.lookup.HostAnswer;
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

    public List<String> addresses() {
        return answer instanceof HostAnswer.Addresses found
                ? found.addresses().stream().map(AddressText::of).toList()
                : List.of();
    }
}
