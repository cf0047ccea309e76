package de.postlotse.zone.web.api;

import de.postlotse.zone.ZoneSnapshot;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a caller has seen of a zone, as an entity tag (RFC 9110 §8.8.3): its version, or more where it has drifted. */
final class ETag {

    private static final Pattern TAG = Pattern.compile("\"([0-9a-f-]{1,30})\"");

    private ETag() {}

    static String of(ZoneSnapshot zone) {
        return "\"" + zone.revision() + "\"";
    }

    /** The revision that If-Match asks for (RFC 9110 §13.1.1), or null where any will do; no zone is ever at a blank. */
    static @Nullable String revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.trim().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.trim());
        return tag.matches() ? tag.group(1) : "";
    }
}
