package de.postlotse.zone;

import de.postlotse.account.Caller;
import java.util.UUID;

/**
 * What somebody is about to change. It has a name before its first attempt, so that an attempt whose acknowledgement was
 * lost is found in the history instead of being made twice.
 */
record Edit(String id, ChangeKind kind, Caller caller) {

    static Edit of(ChangeKind kind, Caller caller) {
        return new Edit(UUID.randomUUID().toString(), kind, caller);
    }
}
