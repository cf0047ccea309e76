package de.postlotse.zone;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Zones read under a lock on their row. One is found by its id, not by a query: Hibernate translates a query with a lock
 * or a list anew each time.
 */
@Component
class ZoneLock {

    private final EntityManager entities;

    ZoneLock(EntityManager entities) {
        this.entities = entities;
    }

    /** For every change: edits, and what publishing reports, of one zone wait for each other. */
    Optional<Zone> findForUpdate(long id) {
        return Optional.ofNullable(entities.find(Zone.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** In the order of their ids, as all who lock several do. */
    List<Zone> findAllForUpdate(Collection<Long> ids) {
        if (ids.size() == 1) {
            return findForUpdate(ids.iterator().next()).stream().toList();
        }
        return entities.createQuery("select z from Zone z where z.id in :ids order by z.id", Zone.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
