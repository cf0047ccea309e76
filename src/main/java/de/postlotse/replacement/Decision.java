package de.postlotse.replacement;

import de.postlotse.zone.HostStatus;

/** What became of an attempt to approve a replacement or to reject it. */
public sealed interface Decision {

    /** It is decided: approved it runs, rejected its author sees why. */
    record Made() implements Decision {}

    /** Nobody approves their own. */
    record OwnWork() implements Decision {}

    /** Somebody else has decided, or there is no such replacement. */
    record NoLongerWaits() implements Decision {}

    /** The host that would come is refused today, or cannot be checked now; the replacement waits on. */
    record HostNotUsable(HostStatus host) implements Decision {}

    /** A rejection needs a reason for its author. */
    record ReasonMissing() implements Decision {}

    record ReasonTooLong(int longest) implements Decision {}
}
