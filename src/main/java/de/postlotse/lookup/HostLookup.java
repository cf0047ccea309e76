package de.postlotse.lookup;

import de.postlotse.dns.DomainName;
import java.util.concurrent.CompletableFuture;

/**
 * Asks DNS what a mail server's name leads to right now. Zones that we publish are asked at our own name server, all
 * else at the resolvers. Nothing is kept: questions that come while the same one is under way share its answer.
 */
public interface HostLookup {

    /**
     * Asks for addresses and aliases of a host.
     *
     * @return completes within the budget ({@code postlotse.dns.budget}) whatever the name servers do, and never
     *     exceptionally: what could not be told is a {@link HostAnswer.Unknown}. What follows on the future may block:
     *     it holds no other look-up
     */
    CompletableFuture<HostAnswer> ask(DomainName host);
}
