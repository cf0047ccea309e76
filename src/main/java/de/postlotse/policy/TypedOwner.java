package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import java.util.Optional;

/** Reads the owner of a set where it is only named, not edited. */
public final class TypedOwner {

    private TypedOwner() {}

    /**
     * The owner in the zone, if the text names one: {@code @}, relative, or in full. Names that were taken over with a zone
     * may be stranger than those that people may type, so that they are read in the form of the store (RFC 1035 §5.1).
     */
    public static Optional<DomainName> read(String typed, DomainName zone) {
        return ofNew(typed, zone).or(() -> stored(TypedName.trim(typed), zone));
    }

    /** The owner in the zone, if the text names one that a new set could have. */
    public static Optional<DomainName> ofNew(String typed, DomainName zone) {
        return OwnerReader.read(typed, zone).value();
    }

    private static Optional<DomainName> stored(String text, DomainName zone) {
        try {
            DomainName name = DomainName.of(text);
            if (name.isAtOrBelow(zone)) {
                return Optional.of(name);
            }
            return text.endsWith(".") ? Optional.empty() : Optional.of(DomainName.of(text + "." + zone));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
