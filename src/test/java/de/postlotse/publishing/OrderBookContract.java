package de.postlotse.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What the order book promises, whichever database it is kept in. */
abstract class OrderBookContract {

    private static final Caller SUPPORT = new Caller("support", Role.SUPPORT, null, "127.0.0.1");

    private final Zones zones;
    private final JdbcClient store;
    private final TransactionOperations transaction;
    private final OrderBook book;
    private final OrderBook other;
    private final Couriers couriers;
    private final String server = "server-" + UUID.randomUUID();

    private final long zone;

    OrderBookContract(
            Zones zones,
            JdbcClient store,
            NamedParameterJdbcTemplate batches,
            TransactionOperations transaction,
            Couriers couriers) {
        this.couriers = couriers;
        this.zones = zones;
        this.store = store;
        this.transaction = transaction;
        this.book = new OrderBook(store, batches, Clock.systemUTC(), lease(Duration.ofMinutes(10)));
        this.other = new OrderBook(store, batches, Clock.systemUTC(), lease(Duration.ofMinutes(10)));
        this.zone = zone();
    }

    /** Nobody else takes the orders of these tests. */
    @BeforeEach
    void sendTheCouriersHome() {
        couriers.stop();
    }

    @AfterEach
    void letThemWorkAgain() {
        couriers.start();
    }

    @Test
    void oneNodeTakesAnOrderAtATime() {
        order();

        assertThat(take(book)).containsExactly(zone);
        assertThat(take(book)).isEmpty();
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
        take(book);

        store.sql("update publish_order set taken_until = current_timestamp - interval '1' second where zone_id = ?")
                .param(zone)
                .update();

        assertThat(take(other)).containsExactly(zone);
    }

    @Test
    void aNodeThatWasPausedDoesNotEndTheOrderOfAnother() {
        othersTakeTheOrderOfANodeThatDidNotEndItInTime();

        done(book);
        again(book, Instant.now().minusSeconds(1));

        assertThat(count()).isOne();
        assertThat(take(book)).isEmpty();
    }

    @Test
    void anOrderIsGoneOnceItIsDone() {
        order();
        take(book);

        done(book);

        assertThat(count()).isZero();
    }

    @Test
    void anOrderThatFailedWaitsForItsTime() {
        order();
        take(book);

        again(book, Instant.now().plusSeconds(60));

        assertThat(take(book)).isEmpty();
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

        assertThat(book.bringForward(server)).isOne();
        assertThat(book.bringForward("another " + server)).isZero();
        assertThat(take(other)).containsExactly(zone);
    }

    @Test
    void findsTheOrdersOfNameServersThatAreNotConfigured() {
        order();

        assertThat(book.takeOthers(others(), 1_000)).containsExactly(zone);
    }

    /** All but ours: other tests use the same store. */
    private Collection<String> others() {
        return store.sql("select distinct name_server from publish_order where name_server <> ?")
                .param(server)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private List<Long> take(OrderBook by) {
        return by.take(server, 10);
    }

    private void order() {
        transaction.executeWithoutResult(status -> book.order(zone, server));
    }

    private void done(OrderBook by) {
        transaction.executeWithoutResult(status -> by.done(List.of(zone)));
    }

    private void again(OrderBook by, Instant at) {
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
