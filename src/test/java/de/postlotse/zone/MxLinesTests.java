package de.postlotse.zone;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MxLinesTests {

    private static final DomainName ZONE = DomainName.of("kunde.de");

    @Test
    void setsAreWrittenAsLinesOfAMasterFile() {
        List<MxSet> sets = List.of(
                set("kunde.de", 3_600, MxRecord.of(20, "mx2.hoster.net"), MxRecord.of(10, "mx1.hoster.net")),
                set("*.shop.kunde.de", 60, MxRecord.NULL_MX));

        assertThat(MxLines.write(ZONE, sets)).isEqualTo("""
                @ 3600 MX 10 mx1.hoster.net.
                @ 3600 MX 20 mx2.hoster.net.
                *.shop 60 MX 0 .""");
        assertThat(MxLines.read(ZONE, MxLines.write(ZONE, sets))).isEqualTo(sets);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kunde.de",
                "*.kunde.de",
                "a.b.kunde.de",
                "*.a.kunde.de",
                "_dmarc.kunde.de",
                "xn--bcher-kva.kunde.de",
                "a\\032b.kunde.de",
                "\\@.kunde.de",
                "a\\.b.kunde.de",
                "\\000.kunde.de",
                "\\252.kunde.de",
                "mx.kunde.de.kunde.de"
            })
    void everyOwnerAndTargetIsReadAsItWasWritten(String name) {
        List<MxSet> sets = List.of(set(name, Integer.MAX_VALUE, MxRecord.of(65_535, name)));

        assertThat(MxLines.read(ZONE, MxLines.write(ZONE, sets))).isEqualTo(sets);
    }

    @Test
    void severalOwnersKeepTheirOrder() {
        List<MxSet> sets = List.of(
                set("z.kunde.de", 60, MxRecord.of(10, "mx1.hoster.net"), MxRecord.of(20, "mx2.hoster.net")),
                set("kunde.de", 120, MxRecord.of(10, "mx1.hoster.net")),
                set("a.kunde.de", 0, MxRecord.NULL_MX));

        assertThat(MxLines.read(ZONE, MxLines.write(ZONE, sets))).isEqualTo(sets);
    }

    @Test
    void nothingIsNothing() {
        assertThat(MxLines.write(ZONE, List.of())).isEmpty();
        assertThat(MxLines.read(ZONE, "")).isEmpty();
    }

    private static MxSet set(String owner, int ttl, MxRecord... records) {
        return MxSet.of(DomainName.of(owner), new Ttl(ttl), List.of(records));
    }
}
