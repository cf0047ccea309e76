package de.postlotse.publishing.queue;

import static de.postlotse.account.Callers.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.publishing.PublishingProperties;
import de.postlotse.testing.OnBothStores;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the order queue promises, whichever database it is kept in. */
@OnBothStores(atRest = true)
class PublishQueueTests {

    private final Zones zones;
    private final JdbcClient store;
    private final TransactionOperations transaction;
    private final PublishQueue queue;
    private final PublishQueue other;
    private final String server = "server-" + UUID.randomUUID();

    private final long zone;

    PublishQueueTests(
            Zones zones, JdbcClient store, NamedParameterJdbcTemplate batches, TransactionOperations transaction) {
        this.zones = zones;
        this.store = store;
        this.transaction = transaction;
        this.queue = new PublishQueue(store, batches, Clock.systemUTC(), lease(Duration.ofMinutes(10)));
        this.other = new PublishQueue(store, batches, Clock.systemUTC(), lease(Duration.ofMinutes(10)));
        this.zone = zone();
    }

    @Test
    void oneNodeTakesAnOrderAtATime() {
        order();

        assertThat(take(queue)).containsExactly(zone);
        assertThat(take(queue)).isEmpty();
        assertThat(take(other)).isEmpty();
    }

    @Test
    void aZoneHasOneOrderHoweverOftenItIsEdited() {
        order();
        order();

        assertThat(count()).isOne();
    }

    @Test
    void othersTakeTheOrderOfANodeThatDidNotEndItInTime() {
        order();
        take(queue);

        store.sql("update publish_order set taken_until = current_timestamp - interval '1' second where zone_id = ?")
                .param(zone)
                .update();

        assertThat(take(other)).containsExactly(zone);
    }

    @Test
    void aNodeThatWasPausedDoesNotEndTheOrderOfAnother() {
        othersTakeTheOrderOfANodeThatDidNotEndItInTime();

        done(queue);
        again(queue, Instant.now().minusSeconds(1));

        assertThat(count()).isOne();
        assertThat(take(queue)).isEmpty();
    }

    @Test
    void anOrderIsGoneOnceItIsDone() {
        order();
        take(queue);

        done(queue);

        assertThat(count()).isZero();
    }

    @Test
    void anOrderThatFailedWaitsForItsTime() {
        order();
        take(queue);

        again(queue, Instant.now().plusSeconds(60));

        assertThat(take(queue)).isEmpty();
        assertThat(take(other)).isEmpty();
    }

    @Test
    void anEditBringsAnOrderForward() {
        anOrderThatFailedWaitsForItsTime();

        order();

        assertThat(take(other)).containsExactly(zone);
    }

    @Test
    void bringsEverythingForwardThatWaitsForANameServer() {
        anOrderThatFailedWaitsForItsTime();

        assertThat(queue.bringForward(server)).isOne();
        assertThat(queue.bringForward("another " + server)).isZero();
        assertThat(take(other)).containsExactly(zone);
    }

    @Test
    void findsTheOrdersOfNameServersThatAreNotConfigured() {
        order();

        assertThat(queue.takeOthers(others(), 1_000)).containsExactly(zone);
    }

    /** All but ours: other tests use the same store. */
    private Collection<String> others() {
        return store.sql("select distinct name_server from publish_order where name_server <> ?")
                .param(server)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<Long> take(PublishQueue by) {
        return by.take(server, 10);
    }

    private void order() {
        transaction.executeWithoutResult(status -> queue.order(zone, server));
    }

    private void done(PublishQueue by) {
        transaction.executeWithoutResult(status -> by.done(List.of(zone)));
    }

    private void again(PublishQueue by, Instant at) {
        by.again(Map.of(zone, at));
    }

    private int count() {
        return store.sql("select count(*) from publish_order where zone_id = ?")
                .param(zone)
                .query(Integer.class)
                .single();
    }

    private long zone() {
        DomainName name = DomainName.of("z" + UUID.randomUUID() + ".example");
        return zones.takeOver(SUPPORT, name, "1", server, List.of(), 1)
                .map(ZoneSnapshot::id)
                .orElseThrow();
    }

    private static PublishingProperties lease(Duration lease) {
        return new PublishingProperties(Duration.ofHours(24), Duration.ofMinutes(15), lease, Map.of());
    }
}
