package de.postlotse.desk.today;

import de.postlotse.desk.finding.FindingKind;
import de.postlotse.store.RecordRows;
import de.postlotse.zone.ZoneHealth.Health;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what waits for staff, for the menu on each of their pages. Each number is read from the beginning of an index,
 * and all are kept for ten seconds, or until somebody does something on this node: {@link #forget}.
 */
@Component("openWork")
public class OpenWorkCounts {

    private static final Logger log = LoggerFactory.getLogger(OpenWorkCounts.class);
    private static final Duration KEPT = Duration.ofSeconds(10);

    private static final int APPROVALS = -1;
    private static final int FAILING = -2;
    private static final int REPLACEMENTS = -3;
    private static final int BROKEN = -4;

    private static final String OF_KIND = """
            select %1$d as what, count(distinct zone_id) as found, cast(null as timestamp with time zone) as since
            from (select zone_id from zone_finding where standing = 'OPEN' and weight = %1$d limit %2$d) k%1$d
            union all\s""";

    private static final String OTHERS = """
            select -1 as what, count(*) as found, min(created_at) as since
            from (select created_at from waiting_change where state = 'WAITING' order by id limit %1$d) c
            union all select -1, count(*), min(created_at)
            from (select created_at from replacement where state = 'AWAITING_APPROVAL' order by id limit %1$d) a
            union all select -2, count(*), null
            from (select id from zone where publication_state = 'FAILING' limit %1$d) z
            union all select -3, count(*), null
            from (select id from replacement where state = 'RUNNING' limit %1$d) r
            union all select -4, count(*), null
            from (select id from zone where health = %2$d limit %1$d) b""".formatted(OpenWork.COUNTED + 1, Health.BROKEN.ordinal());

    private static final String ALL = Stream.of(FindingKind.values())
                    .map(kind -> OF_KIND.formatted(kind.weight(), OpenWork.COUNTED + 1))
                    .collect(Collectors.joining())
            + OTHERS;

    private final JdbcClient store;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile OpenWork work = OpenWork.NONE;
    private volatile @Nullable Instant readAt;

    OpenWorkCounts(JdbcClient store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What waits. While somebody else is counting, or the store is away, what was known before: no page fails by it. */
    public OpenWork now() {
        Instant known = readAt;
        Instant now = clock.instant();
        if ((known == null || Duration.between(known, now).abs().compareTo(KEPT) > 0) && reading.tryLock()) {
            try {
                readAt = now;
                work = count();
            } catch (RuntimeException away) {
                log.debug("what waits for staff cannot be counted", away);
            } finally {
                reading.unlock();
            }
        }
        return work;
    }

    /** Somebody has done something: it is counted anew for the next page. */
    public void forget() {
        readAt = null;
    }

    private OpenWork count() {
        List<Row> rows = store.sql(ALL).query(new RecordRows<>(Row.class)).list();
        return new OpenWork(
                Stream.of(FindingKind.values())
                        .collect(Collectors.toMap(Function.identity(), kind -> sum(rows, kind.weight()))),
                sum(rows, BROKEN),
                sum(rows, APPROVALS),
                rows.stream()
                        .map(Row::since)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                sum(rows, FAILING),
                sum(rows, REPLACEMENTS));
    }

    private static long sum(List<Row> rows, int what) {
        return rows.stream()
                .filter(row -> row.what() == what)
                .mapToLong(Row::found)
                .sum();
    }

    /** @param what the weight of a kind of findings, or one of the numbers below 0 */
    private record Row(int what, long found, @Nullable Instant since) {}
}
