package de.postlotse.zone.change;

import static de.postlotse.dns.MxSets.mx;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.Snapshots;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which wildcard answers for an owner once its own set is gone (RFC 4592 §3.3.1). */
class WildcardsTests {

    private static final DomainName ZONE = DomainName.of("kunde.de");

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(
            nullValues = "nothing",
            value = {
                "shop,   '',              nothing",
                "shop,   *,               *.kunde.de",
                "a.b,    *,               *.kunde.de",
                "a.b,    * *.b,           *.b.kunde.de",
                // b exists, so that the wildcard above does not reach below it
                "a.b,    * b,             nothing",
                "a.b,    * c.b,           nothing",
                // shop exists by what is below it
                "shop,   * a.shop,        nothing",
                "shop,   * *.shop,        nothing",
                "shop,   * other,         *.kunde.de",
                // nothing answers for the domain itself but its own set, and nothing for a wildcard
                "@,      *,               nothing",
                "*.b,    *,               nothing",
            })
    void answersForAnOwnerWithoutASet(String owner, String others, String expected) {
        DomainName name = name(owner);
        MxSet[] sets = Arrays.stream((owner + " " + others).strip().split(" "))
                .map(other -> mx(name(other), 300, "10 mx.extern.net"))
                .toArray(MxSet[]::new);
        SetChange change = new SetChange(name, Optional.of(sets[0]), Optional.empty());

        assertThat(Wildcards.after(Snapshots.live(ZONE, sets), List.of(change)).values())
                .extracting(set -> set.owner().toString())
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    private static DomainName name(String relative) {
        return relative.equals("@") ? ZONE : DomainName.of(relative + "." + ZONE);
    }
}
