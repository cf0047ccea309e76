package de.postlotse.zone.change;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.policy.HostStatus;
import de.postlotse.zone.Snapshots;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A host takes the place of another one: priorities and TTLs stay. */
class ReplaceHostTests {

    private static final DomainName APEX = DomainName.of("kunde.de");
    private static final DomainName SHOP = DomainName.of("shop.kunde.de");
    private static final DomainName OLD = DomainName.of("alt.hoster.net");
    private static final DomainName NEW = DomainName.of("neu.hoster.net");
    private static final Ttl SHORT = new Ttl(300);

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            as the only server,              10 alt,                 10 neu
            beside others,                   10 mx + 20 alt + 30 mx2, 10 mx + 20 neu + 30 mx2
            where the new one is better,     10 neu + 20 alt,        10 neu
            where the new one is worse,      10 alt + 20 neu,        10 neu
            where it is there twice,         10 alt + 20 alt,        10 neu
            where the priorities are equal,  10 alt + 10 neu + 10 mx, 10 neu + 10 mx
            """)
    void replacesTheHost(String where, String before, String after) {
        assertThat(wanted(set(APEX, before))).containsExactly(Map.entry(APEX, Optional.of(set(APEX, after))));
    }

    @Test
    void replacesItInEverySetThatNamesItAndLeavesTheOthers() {
        assertThat(wanted(set(APEX, "10 alt"), set(SHOP, "20 alt"), set(APEX.child("www"), "10 mx")))
                .containsOnlyKeys(APEX, SHOP);
    }

    @Test
    void leavesADomainThatTakesNoMail() {
        assertThat(wanted(MxSet.of(APEX, SHORT, List.of(MxRecord.NULL_MX)))).isEmpty();
    }

    @Test
    void keepsTheTtl() {
        assertThat(wanted(set(APEX, "10 alt")).get(APEX))
                .hasValueSatisfying(set -> assertThat(set.ttl()).isEqualTo(SHORT));
    }

    private static Map<DomainName, Optional<MxSet>> wanted(MxSet... sets) {
        HostStatus known = new HostStatus(NEW, new HostAnswer.NoSuchName(), List.of());
        return new ReplaceHost(OLD, NEW, known).wanted(Snapshots.live(APEX, sets));
    }

    private static MxSet set(DomainName owner, String records) {
        return MxSet.of(
                owner,
                SHORT,
                Arrays.stream(records.split(" \\+ "))
                        .map(record -> record.split(" "))
                        .map(record -> MxRecord.of(Integer.parseInt(record[0]), record[1] + ".hoster.net"))
                        .toList());
    }
}
