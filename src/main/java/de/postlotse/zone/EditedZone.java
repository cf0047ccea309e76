package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The zone that an edit is meant for.
 *
 * @param edit tells the edit from every other one, however often it is sent or tried
 * @param revision the {@link ZoneSnapshot#revision} that the editor has seen, or null where it does not matter
 * @param reason why, in the editor's words, for the history; null where they gave none
 * @param consent to which harm the editor has agreed
 */
public record EditedZone(
        UUID edit,
        DomainName zone,
        @Nullable String revision,
        @Nullable String reason,
        Consent consent) {

    /** The longest reason that the history keeps, in characters. */
    public static final int LONGEST_REASON = 300;

    /** For an edit that is sent once. */
    public EditedZone(DomainName zone, @Nullable String revision) {
        this(UUID.randomUUID(), zone, revision);
    }

    public EditedZone(UUID edit, DomainName zone, @Nullable String revision) {
        this(edit, zone, revision, null, Consent.NOT_ASKED);
    }

    /** The same with a reason as typed: it becomes one line, and a blank one none. */
    public EditedZone because(@Nullable String typed) {
        String line =
                typed == null ? "" : typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return new EditedZone(edit, zone, revision, line.isEmpty() ? null : line, consent);
    }

    /** The same by an editor who is to be shown any harm before it is done. */
    public EditedZone with(Consent given) {
        return new EditedZone(edit, zone, revision, reason, given);
    }

    boolean hasReasonTooLong() {
        return reason != null && reason.length() > LONGEST_REASON;
    }
}
