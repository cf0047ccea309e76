package de.postlotse.zone.web;

import de.postlotse.lookup.HostAnswer;

/** What senders do with mail for a name that has no MX record (RFC 5321 §5.1), as a key of the message files. */
enum WithoutMx {
    TRY_OWN_ADDRESS,
    HOST_UNKNOWN,
    UNTOLD;

    static WithoutMx of(HostAnswer ownerAnswer) {
        return switch (ownerAnswer) {
            case HostAnswer.Addresses own -> TRY_OWN_ADDRESS;
            case HostAnswer.Alias alias -> TRY_OWN_ADDRESS;
            case HostAnswer.DanglingAlias alias -> HOST_UNKNOWN;
            case HostAnswer.NoSuchName none -> HOST_UNKNOWN;
            case HostAnswer.NoAddress none -> HOST_UNKNOWN;
            case HostAnswer.Unknown unknown -> UNTOLD;
        };
    }
}
