package de.postlotse.zone;

import org.jspecify.annotations.Nullable;

/** An MX entry exactly as it was typed; nothing of it is lost by a refusal. */
public record TypedMx(String owner, String target, String priority, String ttl) {

    /** Takes fields that may be missing; a missing one counts as blank. */
    public static TypedMx of(
            @Nullable String owner, @Nullable String target, @Nullable String priority, @Nullable String ttl) {
        return new TypedMx(orBlank(owner), orBlank(target), orBlank(priority), orBlank(ttl));
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }
}
