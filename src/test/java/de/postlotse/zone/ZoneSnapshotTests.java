package de.postlotse.zone;

import static de.postlotse.dns.MxSets.mx;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneSnapshotTests {

    private static final DomainName ZONE = DomainName.of("kunde.de");

    @Test
    void editorSeesTheVersion() {
        assertThat(Snapshots.live(ZONE).revision()).isEqualTo("1");
    }

    @Test
    void editorOfADriftedZoneSeesWhatIsThereInstead() {
        String nothing = Snapshots.drifted(ZONE, List.of()).revision();
        String something = Snapshots.drifted(ZONE, List.of(set(10))).revision();
        String another = Snapshots.drifted(ZONE, List.of(set(20))).revision();

        assertThat(List.of("1", nothing, something, another)).doesNotHaveDuplicates();
        assertThat(something)
                .startsWith("1-")
                .isEqualTo(Snapshots.drifted(ZONE, List.of(set(10))).revision());
    }

    private static MxSet set(int preference) {
        return mx(ZONE, 300, preference + " mx.anderswo.net");
    }
}
