package de.postlotse.lookup;

import de.postlotse.dns.DomainName;
import java.util.concurrent.CompletableFuture;

/** Asks DNS what a mail server's name leads to right now. */
public interface HostLookup {

    /**
     * Asks for addresses and aliases of a host.
     *
     * @return completes within the budget ({@code postlotse.dns.budget}) whatever the name servers do, and never
     *     exceptionally: what could not be told is a {@link HostAnswer.Unknown}
     */
    CompletableFuture<HostAnswer> ask(DomainName host);
}
