package de.postlotse.desk.finding;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.store.KeysetPage;
import de.postlotse.store.RecordRows;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.store.StoredTime;
import de.postlotse.zone.ZoneHealth;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff have to look at, across all customers. */
@Service
@Transactional(readOnly = true)
public class ReviewList {

    /** Lines of a page. */
    public static final int PAGE = 50;

    private static final RecordRows<FindingLine> LINE = new RecordRows<>(FindingLine.class);

    private final JdbcClient store;
    private final Clock clock;

    ReviewList(JdbcClient store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A page of findings, worst first. */
    @RetriedWhileStoreIsAway
    public KeysetPage<FindingLine, FindingCursor> page(
            Caller caller, FindingFilter filter, @Nullable FindingCursor after) {
        caller.requireStaff();
        return KeysetPage.of(
                lines(FindingQuery.after(filter, after, clock.instant(), PAGE + 1)), PAGE, FindingLine::cursor);
    }

    /** The nearest other zone in the list, from a place that need not be in it any more. */
    @RetriedWhileStoreIsAway
    public Optional<FindingLine> next(Caller caller, FindingFilter filter, FindingCursor from) {
        return neighbour(caller, filter, from, false);
    }

    @RetriedWhileStoreIsAway
    public Optional<FindingLine> previous(Caller caller, FindingFilter filter, FindingCursor from) {
        return neighbour(caller, filter, from, true);
    }

    /** Everything that is wrong with a zone, worst first. */
    @RetriedWhileStoreIsAway
    public List<FindingLine> of(Caller caller, ZoneSnapshot zone) {
        caller.requireStaff();
        return store.sql("""
                        select f.zone_id, f.kind, f.subject, f.weight, f.standing, f.since, f.customer, f.name_server,
                            z.name as zone, (select max(r.reviewed_at) from zone_review r where r.zone_id = f.zone_id) as reviewed_at
                        from zone_finding f join zone z on z.id = f.zone_id
                        where f.zone_id = ? order by f.weight, f.since, f.subject""").param(zone.id()).query(LINE).list();
    }

    /**
     * The worst incidents. Those of a customer's zones, or of one finding, are listed zone by zone instead.
     *
     * @param most so many at most
     */
    @RetriedWhileStoreIsAway
    public List<Incident> incidents(Caller caller, FindingFilter filter, int most) {
        caller.requireStaff();
        return filter.resolvesIncidents() || filter.standing() == FindingFilter.Standing.REVIEWED
                ? List.of()
                : worst(filter, clock.instant(), most);
    }

    /** Other zones of a zone's customer, worst first. */
    @RetriedWhileStoreIsAway
    public List<OtherZone> otherZones(Caller caller, ZoneSnapshot zone, int most) {
        caller.requireStaff();
        return store.sql("""
                        select name, health_why from zone where customer = ? and id <> ?
                        order by health, name fetch first ? rows only""")
                .params(zone.customer(), zone.id(), most)
                .query(new RecordRows<>(ReviewList.OtherZone.class))
                .list();
    }

    /** The day on which somebody wants to look at a zone again. */
    @RetriedWhileStoreIsAway
    public Optional<LocalDate> secondLook(Caller caller, ZoneSnapshot zone) {
        caller.requireStaff();
        return store.sql("select due_on from second_look where zone_id = ?")
                .param(zone.id())
                .query(LocalDate.class)
                .optional();
    }

    private Optional<FindingLine> neighbour(Caller caller, FindingFilter filter, FindingCursor from, boolean before) {
        caller.requireStaff();
        return lines(FindingQuery.neighbour(filter, from, before, clock.instant())).stream()
                .findFirst();
    }

    private List<FindingLine> lines(FindingQuery query) {
        return store.sql(query.sql()).params(query.parameters()).query(LINE).list();
    }

    private List<Incident> worst(FindingFilter filter, Instant now, int limit) {
        StringBuilder sql = new StringBuilder("select kind, subject, zones, since from incident where 1 = 1");
        List<Object> parameters = new ArrayList<>();
        sql.append(filter.wanted().stream()
                .map(kind -> Integer.toString(kind.weight()))
                .collect(Collectors.joining(", ", " and weight in (", ")")));
        if (filter.age() != null) {
            sql.append(" and since " + filter.age().comparison() + " ?");
            parameters.add(StoredTime.of(now.minus(filter.age().bound())));
        }
        sql.append(" order by weight, zones desc, subject fetch first ? rows only");
        parameters.add(limit);
        return store.sql(sql.toString())
                .params(parameters)
                .query(new RecordRows<>(Incident.class))
                .list();
    }

    /** Another zone of the same customer. */
    public record OtherZone(DomainName name, ZoneHealth.Why healthWhy) {}
}
