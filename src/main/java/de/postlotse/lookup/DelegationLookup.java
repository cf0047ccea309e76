package de.postlotse.lookup;

import de.postlotse.dns.DomainName;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks DNS whether the zone above a zone of ours leads the world to the zone's own name servers (RFC 1034 §4.2.1). */
public interface DelegationLookup {

    /**
     * Compares the name servers that the zone names itself, at our own name server, with those that the world is sent
     * to.
     *
     * @return completes within the budget ({@code postlotse.dns.budget}) and never exceptionally
     */
    CompletableFuture<Answer> ask(DomainName zone);

    /** Which name servers the world asks about a zone. */
    public sealed interface Answer {

        /** At least one of the zone's own name servers. */
        record Ours() implements Answer {}

        /** Other name servers only; the names are what somebody else wrote into DNS. */
        record Elsewhere(List<DomainName> servers) implements Answer {

            public Elsewhere {
                servers = List.copyOf(servers);
            }
        }

        /** Nobody: the zone above does not know the name. */
        record None() implements Answer {}

        /** It could not be told now. */
        record Unknown() implements Answer {}
    }
}
