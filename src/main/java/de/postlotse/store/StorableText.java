package de.postlotse.store;

import org.jspecify.annotations.Nullable;

/** Text as somebody typed it, as every store can hold and look for it: PostgreSQL refuses a NUL. */
public final class StorableText {

    private StorableText() {}

    /** The text without blanks around it; empty where nothing was given. */
    public static String of(@Nullable String typed) {
        return typed == null ? "" : withoutNul(typed).strip();
    }

    /** The text without blanks around it; null where nothing was given. */
    public static @Nullable String orNull(@Nullable String typed) {
        String text = of(typed);
        return text.isEmpty() ? null : text;
    }

    /** The text as one line, with one blank wherever there were several or a control character; null where it is empty. */
    public static @Nullable String line(@Nullable String typed) {
        return typed == null ? null : orNull(typed.replaceAll("[\\p{Cntrl}\\s]+", " "));
    }

    /** The text as it is otherwise. */
    public static String withoutNul(String text) {
        return text.replace("\0", "");
    }

    /** For LIKE: the text itself, none of whose characters stands for others. The backslash is what both stores expect. */
    public static String escapedForLike(String text) {
        return withoutNul(text).replaceAll("([\\\\%_])", "\\\\$1");
    }
}
