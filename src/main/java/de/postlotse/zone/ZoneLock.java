package de.postlotse.zone;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Zones read under a lock on their row. */
interface ZoneLock {

    /** For every change: edits, and what publishing reports, of one zone wait for each other. */
    Optional<Zone> findForUpdate(long id);

    /** In the order of their ids, as all who lock several do. */
    List<Zone> findAllForUpdate(Collection<Long> ids);
}
