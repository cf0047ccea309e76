package de.postlotse.lookup;

import de.postlotse.dns.DomainName;
import java.util.Collection;
import java.util.Map;

/**
 * Asks a resolver about many hosts in one go, for whoever asks about all of them: a fast first look. What it says of a
 * host may come from the resolver's cache; whoever wants to conclude something from bad news asks {@link HostLookup}.
 */
public interface HostPoll {

    /** How many hosts can be asked for at once. */
    int MOST_HOSTS = 1_000;

    /**
     * Waits for the answers, and no longer than it takes the resolver to give them.
     *
     * @param hosts {@value #MOST_HOSTS} at most
     * @return what the resolver said; nothing of those that it said nothing of in time, or of any where it cannot be
     *     asked in this way
     */
    Map<DomainName, HostAnswer> ask(Collection<DomainName> hosts);
}
