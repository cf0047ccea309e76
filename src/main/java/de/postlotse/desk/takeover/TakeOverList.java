package de.postlotse.desk.takeover;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.work.Job;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list of zones that staff want to be taken over.
 *
 * @param nameServer the only one to ask; null where each zone is to be found
 * @param job how far it is; it waits for a name server that cannot be reached
 */
public record TakeOverList(
        String createdBy,
        String origin,
        Instant createdAt,
        @Nullable String nameServer,
        Job job) {

    public long id() {
        return job.id();
    }

    /** In whose name its zones are taken over. */
    Caller caller() {
        return new Caller(createdBy, Role.SUPPORT, null, origin);
    }
}
