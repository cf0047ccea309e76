package de.postlotse.account;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How somebody is written to.
 *
 * @param customer null for staff
 * @param email null where no address is known
 * @param healthMail whether they want to hear of their domains that are broken, and fine again
 */
public record Correspondent(
        String username,
        @Nullable String customer,
        @Nullable String email,
        Language language,
        boolean healthMail) {

    /** In which language mails to an account are written. */
    public enum Language {
        /** German with English below, for whoever has not chosen. */
        BOTH(null, Locale.GERMAN, Locale.ENGLISH),
        GERMAN("de", Locale.GERMAN),
        ENGLISH("en", Locale.ENGLISH);

        private final @Nullable String tag;
        private final List<Locale> locales;

        Language(@Nullable String tag, Locale... locales) {
            this.tag = tag;
            this.locales = List.of(locales);
        }

        /** The texts of a mail, in this order. */
        public List<Locale> locales() {
            return locales;
        }

        /** As the store has it. */
        @Nullable
        String tag() {
            return tag;
        }

        static Language of(@Nullable String tag) {
            return Stream.of(values())
                    .filter(language -> tag != null && tag.equals(language.tag))
                    .findFirst()
                    .orElse(BOTH);
        }
    }
}
