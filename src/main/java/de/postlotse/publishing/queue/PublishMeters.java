package de.postlotse.publishing.queue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.NameServers;
import de.postlotse.store.KeptFigures;
import de.postlotse.store.RecordRows;
import de.postlotse.zone.PublicationState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows whoever watches how far each name server is behind the store. */
@Component
class PublishMeters {

    private static final int MOST_UNDER_WAY = 10_000;

    private static final Duration[] BOUNDS =
            Stream.of(1, 3, 10, 30, 60, 300, 900).map(Duration::ofSeconds).toArray(Duration[]::new);

    private final Map<String, Timer> lags;

    /** Since when, by {@link System#nanoTime}, changes of this node wait to be live. */
    private final Cache<Long, Long> changed = Caffeine.newBuilder()
            .maximumSize(MOST_UNDER_WAY)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    private record Backlog(String nameServer, PublicationState state) {

        /** A row of the store's. */
        private record Count(String nameServer, PublicationState state, long zones) {

            Backlog of() {
                return new Backlog(nameServer, state);
            }
        }
    }

    PublishMeters(NameServers nameServers, JdbcClient store, MeterRegistry meters) {
        KeptFigures<Backlog> zones = new KeptFigures<>(() -> behind(store));
        KeptFigures<String> waits = new KeptFigures<>(() -> longestWaits(store));
        for (String server : nameServers.all().stream().map(NameServer::id).toList()) {
            for (PublicationState state : PublicationState.values()) {
                if (state != PublicationState.LIVE) {
                    Backlog backlog = new Backlog(server, state);
                    Gauge.builder("postlotse.publishing.zones", () -> zones.of(backlog))
                            .description("Zones whose name servers do not all answer with what is wanted")
                            .tag("server", server)
                            .tag("state", state.name())
                            .register(meters);
                }
            }
            Gauge.builder("postlotse.publishing.longest.wait", () -> waits.of(server))
                    .description("For how long the order waits that has been due for the longest time")
                    .baseUnit("seconds")
                    .tag("server", server)
                    .register(meters);
        }
        lags = nameServers.all().stream()
                .map(NameServer::id)
                .collect(Collectors.toMap(
                        Function.identity(),
                        server -> Timer.builder("postlotse.publishing.lag")
                                .description("From a change to its being live everywhere, where one node saw both")
                                .tag("server", server)
                                .serviceLevelObjectives(BOUNDS)
                                .register(meters)));
    }

    /** A change was stored. */
    void changed(long zoneId) {
        changed.asMap().putIfAbsent(zoneId, System.nanoTime());
    }

    /** All name servers of a zone answer with what is wanted. */
    void live(long zoneId, String nameServer) {
        Long since = changed.asMap().remove(zoneId);
        Timer lag = lags.get(nameServer);
        if (since != null && lag != null) {
            lag.record(Duration.ofNanos(System.nanoTime() - since));
        }
    }

    private static Map<Backlog, Long> behind(JdbcClient store) {
        return store.sql("""
                        select name_server, publication_state as state, count(*) as zones from zone
                        where publication_state <> 'LIVE' group by name_server, publication_state""").query(new RecordRows<>(Backlog.Count.class)).list().stream()
                .collect(Collectors.toMap(Backlog.Count::of, Backlog.Count::zones));
    }

    private static Map<String, Double> longestWaits(JdbcClient store) {
        return store
                .sql("""
                        select name_server,
                            extract(epoch from (current_timestamp - min(due_at))) as seconds
                        from publish_order where due_at <= current_timestamp group by name_server""")
                .query((row, number) -> Map.entry(row.getString("name_server"), row.getDouble("seconds")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
