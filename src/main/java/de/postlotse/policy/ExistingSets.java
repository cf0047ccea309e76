package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.util.Optional;

/** The sets that an entry is to join, by owner. */
@FunctionalInterface
public interface ExistingSets {

    /** What stays of an owner's set beside the entry. */
    Optional<MxSet> at(DomainName owner);

    /** Whether the owner has a set today: then its name is not judged again. */
    default boolean has(DomainName owner) {
        return at(owner).isPresent();
    }
}
