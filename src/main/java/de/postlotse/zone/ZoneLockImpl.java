package de.postlotse.zone;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds one zone by its id, not by a query: Hibernate translates a query with a lock or a list anew each time. */
class ZoneLockImpl implements ZoneLock {

    private final EntityManager entities;

    ZoneLockImpl(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<Zone> findForUpdate(long id) {
        return Optional.ofNullable(entities.find(Zone.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public List<Zone> findAllForUpdate(Collection<Long> ids) {
        if (ids.size() == 1) {
            return findForUpdate(ids.iterator().next()).stream().toList();
        }
        return entities.createQuery("select z from Zone z where z.id in :ids order by z.id", Zone.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
