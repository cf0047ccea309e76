package de.postlotse.zone.change;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.store.StorableText;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.Edit;
import de.postlotse.zone.ZoneSnapshot;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to change which zone.
 *
 * @param id tells the edit from every other one, however often it is sent or tried
 * @param revision the {@link ZoneSnapshot#revision} that the editor has seen, or null where it does not matter
 * @param reason why, in the editor's words, for the history; null where they gave none
 */
public record EditRequest(
        UUID id,
        Caller caller,
        DomainName zone,
        @Nullable String revision,
        @Nullable String reason) {

    /** The longest reason that the history keeps, in characters. */
    public static final int LONGEST_REASON = 300;

    /** For an edit that is sent once. */
    public EditRequest(Caller caller, DomainName zone, @Nullable String revision) {
        this(UUID.randomUUID(), caller, zone, revision, null);
    }

    /** The same with a reason as typed, see {@link StorableText#line}. */
    public EditRequest because(@Nullable String typed) {
        return new EditRequest(id, caller, zone, revision, StorableText.line(typed));
    }

    Edit edit(ChangeKind kind) {
        return new Edit(id, kind, caller, reason, null);
    }

    boolean hasReasonTooLong() {
        return reason != null && reason.length() > LONGEST_REASON;
    }
}
