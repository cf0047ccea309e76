package de.postlotse.provider.paste;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a pasted instruction; nothing of it is checked yet.
 *
 * @param sets the MX sets by owner, in the order of the text
 * @param left every line that named a host or an MX record and was not used
 */
public record Instruction(List<PastedSet> sets, List<Left> left) {

    /** Whether there are servers, each with its priority. */
    boolean haveAllPriorities() {
        return !sets.isEmpty()
                && sets.stream().flatMap(set -> set.records().stream()).allMatch(record -> record.priority() != null);
    }

    /**
     * The records of one owner.
     *
     * @param owner {@code @} for the domain itself, otherwise relative to it
     * @param ttl in seconds; null where nothing is said of it
     */
    public record PastedSet(String owner, @Nullable Long ttl, List<PastedRecord> records) {}

    /**
     * One mail server.
     *
     * @param priority null where nothing is said of it
     * @param target as written, without the final dot; {@code .} for "no mail"
     */
    public record PastedRecord(@Nullable Integer priority, String target) {}

    /**
     * A line that was left out.
     *
     * @param line its number in the pasted text, from 1
     * @param text its beginning
     */
    public record Left(int line, String text, Why why) {}

    /** Why a line was left out. */
    public enum Why {
        /** It is a record of another type than MX. */
        OTHER_TYPE,
        /** It is about another service: IMAP, submission, autodiscover, name servers. */
        OTHER_SERVICE,
        /** It is about another domain. */
        OTHER_DOMAIN,
        NOT_UNDERSTOOD;

        /** As programs and message files know it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
