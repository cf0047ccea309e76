package de.postlotse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer.Cause;
import de.postlotse.lookup.OwnerLookup.Answer.BelowDname;
import de.postlotse.lookup.OwnerLookup.Answer.Delegated;
import de.postlotse.lookup.OwnerLookup.Answer.IsAlias;
import de.postlotse.lookup.OwnerLookup.Answer.NotServed;
import de.postlotse.lookup.OwnerLookup.Answer.Unknown;
import de.postlotse.lookup.OwnerLookup.Answer.Usable;
import de.postlotse.policy.Finding.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnerRulesTests {

    private static final DomainName OWNER = DomainName.of("shop.kunde.de");
    private static final DomainName OTHER = DomainName.of("web.kunde.de");

    @Test
    void takesAUsableName() {
        assertThat(OwnerRules.judge(OWNER, new Usable(null))).isEmpty();
    }

    @Test
    void warnsWhereTheNameHidesAWildcard() {
        DomainName wildcard = DomainName.of("*.kunde.de");

        assertThat(OwnerRules.judge(OWNER, new Usable(wildcard)))
                .containsExactly(Finding.warning(Field.OWNER, "owner-hides-wildcard", OWNER, wildcard));
    }

    @Test
    void refusesNamesThatCannotCarryMx() {
        assertThat(OwnerRules.judge(OWNER, new IsAlias(OTHER)))
                .containsExactly(Finding.error(Field.OWNER, "owner-is-alias", OWNER, OTHER));
        assertThat(OwnerRules.judge(OWNER, new Delegated(OWNER)))
                .containsExactly(Finding.error(Field.OWNER, "owner-is-delegated", OWNER, OWNER));
        assertThat(OwnerRules.judge(OWNER, new BelowDname(OTHER)))
                .containsExactly(Finding.error(Field.OWNER, "owner-below-dname", OWNER, OTHER));
    }

    @Test
    void saysNeitherYesNorNoWhereTheZoneIsNotServed() {
        assertThat(OwnerRules.judge(OWNER, new NotServed()))
                .containsExactly(Finding.unchecked(Field.OWNER, "owner-zone-not-served", OWNER));
    }

    @ParameterizedTest
    @EnumSource
    void saysNeitherYesNorNoWithoutAnAnswer(Cause cause) {
        assertThat(OwnerRules.judge(OWNER, new Unknown(cause)))
                .containsExactly(Finding.unchecked(Field.OWNER, "owner-unchecked", OWNER));
    }
}
