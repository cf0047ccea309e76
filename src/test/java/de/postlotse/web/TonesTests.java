package de.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.desk.finding.FindingKind;
import de.postlotse.policy.Finding;
import de.postlotse.reachability.TestOutcome;
import de.postlotse.zone.ZoneHealth;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Nothing that calls for somebody is shown as if it did not. */
class TonesTests {

    private final Tones tones = new Tones();

    @Test
    void theHealthOfAZoneHasTheToneOfItsOrder() {
        assertThat(ZoneHealth.Why.values())
                .allSatisfy(why -> assertThat(tones.of(why))
                        .isIn(
                                switch (why.health()) {
                                    case BROKEN -> new Object[] {"bad"};
                                    case DEGRADED -> new Object[] {"warn"};
                                    case UNKNOWN -> new Object[] {"wait"};
                                    case FINE -> new Object[] {"ok", "off"};
                                }));
    }

    @Test
    void onlyAdviceIsNoFault() {
        assertThat(Arrays.stream(FindingKind.values())
                        .filter(kind -> tones.of(kind).equals("off")))
                .containsExactly(FindingKind.SINGLE_SERVER);
    }

    @Test
    void whatChecksAndTestsFindIsNeverQuiet() {
        assertThat(Finding.Severity.values())
                .allSatisfy(each -> assertThat(tones.of(each)).isIn("bad", "warn"));
        assertThat(TestOutcome.Summary.values())
                .allSatisfy(each -> assertThat(tones.of(each)).isIn("ok", "bad", "warn"));
        assertThat(TestOutcome.Reason.values())
                .allSatisfy(each -> assertThat(tones.of(each)).isEqualTo("bad"));
    }
}
