package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.OwnerAnswer;
import de.postlotse.zone.Finding.Field;
import java.util.List;

/** What the zone itself must say of a name that is to carry MX records. */
final class OwnerRules {

    private OwnerRules() {}

    /** Judges an owner that has no MX set yet, so that its name may begin to exist by this entry. */
    static List<Finding> judge(DomainName owner, OwnerAnswer answer) {
        return switch (answer) {
            case OwnerAnswer.Usable usable ->
                usable.hiddenWildcard() == null
                        ? List.of()
                        : List.of(Finding.warning(Field.OWNER, "owner-hides-wildcard", owner, usable.hiddenWildcard()));
            case OwnerAnswer.IsAlias alias ->
                List.of(Finding.error(Field.OWNER, "owner-is-alias", owner, alias.canonical()));
            case OwnerAnswer.Delegated delegated ->
                List.of(Finding.error(Field.OWNER, "owner-is-delegated", owner, delegated.cut()));
            case OwnerAnswer.BelowDname below ->
                List.of(Finding.error(Field.OWNER, "owner-below-dname", owner, below.dname()));
            case OwnerAnswer.NotServed none -> List.of(Finding.unchecked(Field.OWNER, "owner-zone-not-served", owner));
            case OwnerAnswer.Unknown unknown -> List.of(Finding.unchecked(Field.OWNER, "owner-unchecked", owner));
        };
    }
}
