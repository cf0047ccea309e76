package de.postlotse.lookup;

import de.postlotse.dns.DomainName;
import java.util.concurrent.CompletableFuture;

/** Asks DNS for the MX records of a domain as a sender does. Zones that we publish are asked at our own name server. */
public interface MxLookup {

    /**
     * Asks for the MX records of a domain and follows its aliases.
     *
     * @return completes within the budget ({@code postlotse.dns.budget}) whatever the name servers do, and never
     *     exceptionally: what could not be told is a {@link MxAnswer.Unknown}
     */
    CompletableFuture<MxAnswer> ask(DomainName domain);
}
