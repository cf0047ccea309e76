package de.postlotse.store;

import org.jspecify.annotations.Nullable;

/** Text as somebody typed it, as every store can hold and look for it: PostgreSQL refuses a NUL. */
public final class StorableText {

    private StorableText() {}

    /** The text without blanks around it; empty where nothing was given. */
    public static String of(@Nullable String typed) {
        return typed == null ? "" : withoutNul(typed).strip();
    }

    /** The text as it is otherwise. */
    public static String withoutNul(String text) {
        return text.replace("\0", "");
    }
}
