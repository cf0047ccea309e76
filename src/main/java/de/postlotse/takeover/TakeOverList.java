package de.postlotse.takeover;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list of zones that staff want to be taken over.
 *
 * @param nameServer the only one to ask; null where each zone is to be found
 * @param waitsFor the name server that cannot be reached, while that is what the list waits for
 * @param failures how often in a row it could not be reached
 */
public record TakeOverList(
        long id,
        String createdBy,
        String origin,
        Instant createdAt,
        @Nullable String nameServer,
        int zones,
        ListState state,
        @Nullable String waitsFor,
        int failures,
        @Nullable Instant nextAttemptAt) {

    /** In whose name its zones are taken over. */
    Caller caller() {
        return new Caller(createdBy, Role.SUPPORT, null, origin);
    }
}
