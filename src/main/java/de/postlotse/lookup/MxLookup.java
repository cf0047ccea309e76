package de.postlotse.lookup;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.lookup.HostAnswer.Cause;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks DNS for the MX records of a domain as a sender does. Zones that we publish are asked at our own name server. */
public interface MxLookup {

    /**
     * Asks for the MX records of a domain and follows its aliases.
     *
     * @return completes within the budget ({@code postlotse.dns.budget}) whatever the name servers do, and never
     *     exceptionally: what could not be told is a {@link Answer.Unknown}
     */
    CompletableFuture<Answer> ask(DomainName domain);

    /** What DNS says of the MX records of a domain, the four answers that a sender tells apart (RFC 5321 §5.1). */
    public sealed interface Answer {

        /**
         * There are MX records.
         *
         * @param owner who has them: the domain itself, or the end of the aliases that begin there
         * @param records at least one, a null MX perhaps among them
         */
        record Records(DomainName owner, List<MxRecord> records) implements Answer {

            public Records {
                records = records.stream().sorted().toList();
                if (records.isEmpty()) {
                    throw new IllegalArgumentException("no record");
                }
            }
        }

        /** The name exists and has no MX record (NODATA). */
        record NoMx(DomainName owner) implements Answer {}

        /** There is no such name (NXDOMAIN), or the domain is an alias whose end does not exist. */
        record NoSuchName() implements Answer {}

        /** Neither yes nor no: nothing may be concluded from this answer. */
        record Unknown(Cause cause) implements Answer {}
    }
}
