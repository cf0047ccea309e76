package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.OwnerLookup;
import de.postlotse.policy.Finding.Field;
import java.util.List;

/** What the zone itself must say of a name that is to carry MX records. */
final class OwnerRules {

    private OwnerRules() {}

    /** Judges an owner that has no MX set yet, so that its name may begin to exist by this entry. */
    static List<Finding> judge(DomainName owner, OwnerLookup.Answer answer) {
        return switch (answer) {
            case OwnerLookup.Answer.Usable usable ->
                usable.hiddenWildcard() == null
                        ? List.of()
                        : List.of(Finding.warning(Field.OWNER, "owner-hides-wildcard", owner, usable.hiddenWildcard()));
            case OwnerLookup.Answer.IsAlias alias ->
                List.of(Finding.error(Field.OWNER, "owner-is-alias", owner, alias.canonical()));
            case OwnerLookup.Answer.Delegated delegated ->
                List.of(Finding.error(Field.OWNER, "owner-is-delegated", owner, delegated.cut()));
            case OwnerLookup.Answer.BelowDname below ->
                List.of(Finding.error(Field.OWNER, "owner-below-dname", owner, below.dname()));
            case OwnerLookup.Answer.NotServed none ->
                List.of(Finding.unchecked(Field.OWNER, "owner-zone-not-served", owner));
            case OwnerLookup.Answer.Unknown unknown ->
                List.of(Finding.unchecked(Field.OWNER, "owner-unchecked", owner));
        };
    }
}
