package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import java.util.List;
import java.util.Optional;

/**
 * The classic slip {@code mail.kunde.de.kunde.de}: the zone was appended, by a panel or a person, to a name that was
 * complete already. Nobody means such a name.
 */
final class ZoneAppendedTwice {

    private ZoneAppendedTwice() {}

    /** The name with the zone once, where it ends in the zone twice. */
    static Optional<DomainName> undo(DomainName name, DomainName zone) {
        List<String> labels = name.labels();
        int rest = labels.size() - zone.labels().size();
        if (rest < 1 || !name.isAtOrBelow(zone)) {
            return Optional.empty();
        }
        DomainName once = DomainName.of(String.join(".", labels.subList(0, rest)));
        return once.isAtOrBelow(zone) ? Optional.of(once) : Optional.empty();
    }
}
