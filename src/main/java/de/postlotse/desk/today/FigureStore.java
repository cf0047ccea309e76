package de.postlotse.desk.today;

import de.postlotse.desk.finding.FindingKind;
import de.postlotse.desk.finding.FindingStanding;
import de.postlotse.policy.HostCondition;
import de.postlotse.store.StoredTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of each day in plain SQL. Counting reads indexes from one end to the other, so only the round counts. */
@Component
record FigureStore(JdbcClient store, JdbcOperations batches) {

    /** In the order of the health's places. */
    private static final List<Figure> HEALTHS =
            List.of(Figure.ZONES_BROKEN, Figure.ZONES_DEGRADED, Figure.ZONES_UNKNOWN, Figure.ZONES_FINE);

    /** How things are at this moment. */
    Map<Figure, Long> ofNow() {
        Map<Figure, Long> figures = none(
                Figure.FINDINGS_FAULT,
                Figure.FINDINGS_WARNING,
                Figure.FINDINGS_ADVICE,
                Figure.HOSTS_FINE,
                Figure.HOSTS_WARNING,
                Figure.HOSTS_FAULT,
                Figure.HOSTS_OPEN);
        HEALTHS.forEach(health -> figures.put(health, 0L));
        store.sql("select weight, count(*) as findings from zone_finding where standing in (?, ?) group by weight")
                .params(FindingStanding.OPEN.name(), FindingStanding.INCIDENT.name())
                .query(row -> {
                    FindingKind kind = FindingKind.values()[row.getInt("weight")];
                    figures.merge(ofSeverity(kind.severity()), row.getLong("findings"), Long::sum);
                });
        store.sql("select health, count(*) as zones from zone group by health").query(row -> {
            figures.put(HEALTHS.get(row.getInt("health")), row.getLong("zones"));
        });
        store.sql("select host_condition, count(*) as hosts from mail_host group by host_condition")
                .query(row -> {
                    figures.merge(ofCondition(row.getString("host_condition")), row.getLong("hosts"), Long::sum);
                });
        return figures;
    }

    private static Map<Figure, Long> none(Figure... figures) {
        Map<Figure, Long> none = new EnumMap<>(Figure.class);
        for (Figure figure : figures) {
            none.put(figure, 0L);
        }
        return none;
    }

    private static Figure ofSeverity(FindingKind.Severity severity) {
        return switch (severity) {
            case FAULT -> Figure.FINDINGS_FAULT;
            case WARNING -> Figure.FINDINGS_WARNING;
            case ADVICE -> Figure.FINDINGS_ADVICE;
        };
    }

    private static Figure ofCondition(@Nullable String condition) {
        if (condition == null) {
            return Figure.HOSTS_OPEN;
        }
        return switch (HostCondition.valueOf(condition)) {
            case USABLE -> Figure.HOSTS_FINE;
            case UNCHECKED -> Figure.HOSTS_OPEN;
            case ALIAS -> Figure.HOSTS_WARNING;
            case DOES_NOT_EXIST, DANGLING_ALIAS, NO_ADDRESS, NOT_REACHABLE -> Figure.HOSTS_FAULT;
        };
    }

    /**
     * How many changes a time had, and how long it took until they were served, as far as no other change came after
     * them. Taking a zone over changes nothing of it.
     */
    Map<Figure, Long> ofHistory(Instant from, Instant until) {
        Map<Figure, Long> figures = new EnumMap<>(Figure.class);
        store.sql("select count(*) as changes from zone_change where changed_at >= ? and changed_at < ?"
                        + " and kind <> 'TAKEN_OVER'")
                .params(StoredTime.of(from), StoredTime.of(until))
                .query(row -> {
                    figures.put(Figure.CHANGES, row.getLong("changes"));
                });
        store.sql("""
                        select percentile_cont(0.5) within group (order by seconds) as median,
                            percentile_cont(0.95) within group (order by seconds) as most
                        from (select extract(epoch from (z.live_since - c.changed_at)) as seconds
                            from zone_change c join zone z on z.id = c.zone_id and z.published_version = c.version
                            where c.changed_at >= ? and c.changed_at < ? and c.kind <> 'TAKEN_OVER'
                                and z.live_since >= c.changed_at) served""").params(StoredTime.of(from), StoredTime.of(until)).query(row -> {
            if (row.getObject("median") != null) {
                figures.put(Figure.LIVE_MEDIAN, Math.round(row.getDouble("median") * 1_000));
                figures.put(Figure.LIVE_MOST, Math.round(row.getDouble("most") * 1_000));
            }
        });
        return figures;
    }

    void put(LocalDate day, Map<Figure, Long> figures, Instant now) {
        batches.batchUpdate(
                "delete from daily_figure where of_day = ? and figure = ?",
                figures.keySet().stream()
                        .map(figure -> new Object[] {day, figure.name()})
                        .toList());
        batches.batchUpdate(
                "insert into daily_figure (of_day, figure, number, noted_at) values (?, ?, ?, ?)",
                figures.entrySet().stream()
                        .map(figure ->
                                new Object[] {day, figure.getKey().name(), figure.getValue(), StoredTime.of(now)})
                        .toList());
    }

    void forgetBefore(LocalDate day) {
        store.sql("delete from daily_figure where of_day < ?").param(day).update();
    }

    Optional<LocalDate> lastDay() {
        return store.sql("select of_day from daily_figure order by of_day desc fetch first 1 row only")
                .query(LocalDate.class)
                .optional();
    }

    Map<LocalDate, DayFigures> since(LocalDate first) {
        Map<LocalDate, DayFigures> days = new TreeMap<>();
        store.sql("select of_day, figure, number, noted_at from daily_figure where of_day >= ?")
                .param(first)
                .query(row -> {
                    LocalDate day = row.getObject("of_day", LocalDate.class);
                    Instant notedAt = StoredTime.read(row, "noted_at");
                    days.computeIfAbsent(day, none -> new DayFigures(day, new EnumMap<>(Figure.class), notedAt))
                            .numbers()
                            .put(Figure.valueOf(row.getString("figure")), row.getLong("number"));
                });
        return days;
    }
}
