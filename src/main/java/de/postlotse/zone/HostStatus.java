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

    public List<String> addresses() {
        return answer instanceof HostAnswer.Addresses found
                ? found.addresses().stream().map(AddressText::of).toList()
                : List.of();
    }
}
