package de.postlotse.publishing.queue;

import de.postlotse.account.ConditionalOnEmbeddedStore;
import de.postlotse.publishing.PublishingProperties;
import de.postlotse.store.StoredTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The orders in the store: kept until the name server answers with what is wanted. A node takes some for a while; those
 * of a node that was killed can be taken by others after that.
 */
@Component
class PublishQueue {

    private static final int AT_ONCE = 5_000;

    private final JdbcClient store;
    private final NamedParameterJdbcTemplate batches;
    private final Clock clock;
    private final Duration lease;
    private final String self = UUID.randomUUID().toString();

    PublishQueue(JdbcClient store, NamedParameterJdbcTemplate batches, Clock clock, PublishingProperties properties) {
        this.store = store;
        this.batches = batches;
        this.clock = clock;
        this.lease = properties.lease();
    }

    /** Orders a zone for now; an order that waits is brought forward. Under the zone's lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    void order(long zoneId, String nameServer) {
        int there = store.sql("update publish_order set due_at = ? where zone_id = ? and due_at > ?")
                .params(now(), zoneId, now())
                .update();
        if (there == 0) {
            store.sql("""
                            insert into publish_order (zone_id, name_server, due_at)
                            select ?, ?, ? where not exists (select 1 from publish_order where zone_id = ?)""").params(zoneId, nameServer, now(), zoneId).update();
        }
    }

    /**
     * Brings the orders of a name server forward that wait for another attempt; those that somebody is busy with at this
     * moment are left alone.
     *
     * @return how many
     */
    @Transactional
    int bringForward(String nameServer) {
        int forward = 0;
        List<Long> waiting;
        do {
            waiting = store.sql("""
                            select zone_id from publish_order where name_server = ? and due_at > ?
                            order by due_at limit ? for update skip locked""")
                    .params(nameServer, now(), AT_ONCE)
                    .query((row, number) -> row.getLong(1))
                    .list();
            forward += bringForward(waiting);
        } while (waiting.size() == AT_ONCE);
        return forward;
    }

    private int bringForward(List<Long> zoneIds) {
        return zoneIds.isEmpty()
                ? 0
                : store.sql("update publish_order set due_at = :now where zone_id in (:zones)")
                        .param("now", now())
                        .param("zones", zoneIds)
                        .update();
    }

    /**
     * Takes orders that are due, the longest waiting first; no other node gets them until the lease is over.
     *
     * @return ids of zones
     */
    @Transactional
    List<Long> take(String nameServer, int most) {
        return take("name_server = :servers", nameServer, most);
    }

    /** The same for zones whose name server is not among those given. */
    @Transactional
    List<Long> takeOthers(Collection<String> nameServers, int most) {
        return take("name_server not in (:servers)", nameServers.isEmpty() ? List.of("") : nameServers, most);
    }

    private List<Long> take(String ofServers, Object servers, int most) {
        List<Long> zoneIds = store.sql("""
                        select zone_id from publish_order
                        where %s and due_at <= :now and (taken_until is null or taken_until < current_timestamp)
                        order by due_at limit :most for update skip locked""".formatted(ofServers))
                .param("servers", servers)
                .param("now", now())
                .param("most", most)
                .query((row, number) -> row.getLong(1))
                .list();
        if (!zoneIds.isEmpty()) {
            store.sql("""
                            update publish_order set taken_by = :self,
                            taken_until = current_timestamp + cast(:seconds as integer) * interval '1' second
                            where zone_id in (:zones)""")
                    .param("self", self)
                    .param("seconds", lease.toSeconds())
                    .param("zones", zoneIds)
                    .update();
        }
        return zoneIds;
    }

    /** Ends orders of this node. Under the locks of their zones, so that none of them has a newer version. */
    @Transactional(propagation = Propagation.MANDATORY)
    void done(Collection<Long> zoneIds) {
        if (!zoneIds.isEmpty()) {
            store.sql("delete from publish_order where zone_id in (:zones) and taken_by = :self")
                    .param("zones", zoneIds)
                    .param("self", self)
                    .update();
        }
    }

    /** Gives orders of this node back, each to be taken again at its time. */
    @Transactional
    void again(Map<Long, Instant> dueByZone) {
        batches.batchUpdate(
                """
                update publish_order set due_at = :due, taken_by = null, taken_until = null
                where zone_id = :zone and taken_by = :self""",
                dueByZone.entrySet().stream()
                        .map(due -> new MapSqlParameterSource("zone", due.getKey())
                                .addValue("due", StoredTime.of(due.getValue()))
                                .addValue("self", self))
                        .toArray(SqlParameterSource[]::new));
    }

    /**
     * Takes over what a killed process was publishing, before anything is published. In general that has to wait until its
     * lease is over, since another node might be at work still; the embedded store has one process at a time.
     */
    @Bean
    @ConditionalOnEmbeddedStore
    InitializingBean abandonedOrders() {
        return this::releaseAll;
    }

    /** Takes the orders of other nodes from them; only where there can be no other node that is alive. */
    private void releaseAll() {
        store.sql("update publish_order set taken_by = null, taken_until = null where taken_by is not null")
                .update();
    }

    private OffsetDateTime now() {
        return StoredTime.of(clock.instant());
    }
}
