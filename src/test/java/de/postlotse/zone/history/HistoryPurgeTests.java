package de.postlotse.zone.history;

import static de.postlotse.account.Callers.SUPPORT;
import static de.postlotse.account.Callers.customer;
import static de.postlotse.dns.MxSets.mx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.testing.OnBothStores;
import de.postlotse.work.Retention;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.Edit;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.ZoneWriter;
import de.postlotse.zone.Zones;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of a zone that is changed over and over the newest changes stay, whichever store it is. */
@OnBothStores(atRest = true)
class HistoryPurgeTests {

    private static final AtomicInteger LAST = new AtomicInteger();
    private static final Caller CUSTOMER = customer("98002");
    private static final int KEPT = 20;

    private final Zones zones;
    private final ZoneWriter writer;
    private final History history;
    private final HistoryPurge purge;

    HistoryPurgeTests(Zones zones, ZoneWriter writer, History history, JdbcClient store) {
        this.zones = zones;
        this.writer = writer;
        this.history = history;
        this.purge = new HistoryPurge(store, new Retention(KEPT, 400));
    }

    @Test
    void theNewestChangesStayAndCanBeUndone() {
        DomainName busy = changed(KEPT + 4);
        DomainName calm = changed(KEPT - 1);

        assertThat(List.of(purge.purge(3), purge.purge(3), purge.purge(3)))
                .as("in batches")
                .containsExactly(3, 2, 0);

        assertThat(versions(busy)).hasSize(KEPT).first().isEqualTo(KEPT + 5L);
        assertThat(versions(busy)).last().isEqualTo(6L);
        assertThat(versions(calm)).hasSize(KEPT).last().isEqualTo(1L);
        ZoneSnapshot zone = zones.require(SUPPORT, busy);
        assertThat(history.returningTo(zone, 6)).isEqualTo(Map.of(busy, Optional.of(set(busy, 6))));
        assertThatExceptionOfType(NoSuchVersionException.class).isThrownBy(() -> history.returningTo(zone, 5));
    }

    private DomainName changed(int times) {
        DomainName name = DomainName.of("viel-" + LAST.incrementAndGet() + ".example");
        zones.takeOver(SUPPORT, name, "98002", "nowhere", List.of(set(name, 1)), 1);
        for (int i = 0; i < times; i++) {
            ZoneSnapshot zone = zones.require(SUPPORT, name);
            writer.write(
                    zone,
                    Map.of(name, Optional.of(set(name, (int) zone.version() + 1))),
                    Edit.once(ChangeKind.SET_REPLACED, CUSTOMER));
        }
        return name;
    }

    private List<Long> versions(DomainName name) {
        return history.lines(CUSTOMER, name, HistoryFilter.ALL, Long.MAX_VALUE, 1_000).stream()
                .map(HistoryEntry::version)
                .toList();
    }

    private static MxSet set(DomainName name, int version) {
        return mx(name, 3600, "10 mx" + version + ".example.net");
    }
}
