package de.postlotse.zone.web;

import de.postlotse.zone.ZoneSnapshot;
import org.jspecify.annotations.Nullable;

/** A zone's version as an entity tag (RFC 9110 §8.8.3). */
final class ETag {

    /** No zone ever has this version, so it never matches. */
    private static final long NEVER = -1;

    private ETag() {}

    static String of(ZoneSnapshot zone) {
        return "\"" + zone.version() + "\"";
    }

    /** The version that If-Match asks for (RFC 9110 §13.1.1), or null where any will do. */
    static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.trim().equals("*")) {
            return null;
        }
        String tag = ifMatch.trim();
        return tag.matches("\"[0-9]{1,18}\"") ? Long.valueOf(tag.substring(1, tag.length() - 1)) : NEVER;
    }
}
