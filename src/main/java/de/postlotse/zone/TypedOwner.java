package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import java.util.Optional;

/** Reads the owner of a set where it is only named, not edited. */
public final class TypedOwner {

    private TypedOwner() {}

    /** The owner in the zone, if the text names one: {@code @}, relative, or in full. */
    public static Optional<DomainName> read(String typed, DomainName zone) {
        return OwnerReader.read(typed, zone).value();
    }
}
