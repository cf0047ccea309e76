package de.postlotse.desk.sweep;

import de.postlotse.dns.DomainName;
import de.postlotse.store.RetriedWhileStoreIsAway;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is known of mail servers over time, for whoever shows zones or judges them; nobody is asked for it. */
@Service
public class MailHosts {

    private final HostStore store;

    MailHosts(HostStore store) {
        this.store = store;
    }

    /** A host that no zone named until a moment ago is left out. */
    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    public Map<DomainName, HostKnowledge> of(Collection<DomainName> hosts) {
        return store.find(hosts).stream()
                .map(HostRecord::knowledge)
                .collect(Collectors.toMap(HostKnowledge::host, Function.identity()));
    }
}
