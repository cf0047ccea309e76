package de.postlotse.approval;

import de.postlotse.zone.ChangePreview;
import de.postlotse.zone.ZoneSnapshot;

/** What became of somebody's decision about a change that waits. */
public sealed interface Decision {

    /** The change is approved and made, rejected or withdrawn. */
    record Done(WaitingChange change) implements Decision {}

    /** Nobody decides about their own change. */
    record Own() implements Decision {}

    /** Somebody was first, or it has ended otherwise. */
    record AlreadyDecided(WaitingChange change) implements Decision {}

    /**
     * The zone is another than its author has seen; nothing was changed.
     *
     * @param zone as it is now
     */
    record ChangedMeanwhile(WaitingChange change, ZoneSnapshot zone) implements Decision {}

    /** The checks of now are against it, or cannot be made now; it goes on waiting. */
    record Refused(ChangePreview preview) implements Decision {}

    /** It does harm by now that whoever approves was not shown; it goes on waiting. */
    record Harmful(ChangePreview preview) implements Decision {}

    /** A rejection has to say why. */
    record NoReason() implements Decision {}

    /** @param most in characters */
    record TooLong(int most) implements Decision {}
}
