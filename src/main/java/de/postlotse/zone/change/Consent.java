package de.postlotse.zone.change;

import org.jspecify.annotations.Nullable;

/**
 * What a form brings back of the question whether a change is to be made although it does harm. Programs give none and
 * are not asked, see {@link ZoneEditor#carryOut}.
 *
 * @param given see {@link Consents#of}; null where nothing was sent
 */
public record Consent(@Nullable String given) {

    public static Consent to(@Nullable String given) {
        return new Consent(given);
    }
}
