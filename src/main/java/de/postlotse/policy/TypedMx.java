package de.postlotse.policy;

import de.postlotse.dns.MxRecord;
import org.jspecify.annotations.Nullable;

/** An MX entry exactly as it was typed; nothing of it is lost by a refusal. */
public record TypedMx(String owner, String target, String priority, String ttl) {

    /** Takes fields that may be missing; a missing one counts as blank. */
    public static TypedMx of(
            @Nullable String owner, @Nullable String target, @Nullable String priority, @Nullable String ttl) {
        return new TypedMx(orBlank(owner), orBlank(target), orBlank(priority), orBlank(ttl));
    }

    /** A stored record as an editor would type it; owner and TTL are left to its set. */
    public static TypedMx of(MxRecord record) {
        return new TypedMx("", record.target().toString(), record.preference().toString(), "");
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }
}
