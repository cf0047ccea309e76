package de.postlotse.desk.today;

import de.postlotse.account.Caller;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.work.Round;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Notes once a minute, on one node, how the day is, and tells of the days that are noted. */
@Component
public class DailyFigures {

    /** Days of a picture. */
    public static final int SHOWN = 30;

    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** Until there is a zone, as at the first start, somebody waits for the figures. */
    private static final Duration LOOK_FOR_FIRST = Duration.ofSeconds(5);

    private static final int DAYS_KEPT = 400;

    private final FigureStore store;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final ZoneId timeZone;

    DailyFigures(FigureStore store, TransactionOperations transaction, Clock clock, ZoneId timeZone) {
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
        this.timeZone = timeZone;
    }

    @Bean
    Round dailyFiguresRound() {
        return new Round("note-daily-figures", LOOK_FOR_FIRST, context -> noteWhereDue());
    }

    private void noteWhereDue() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), timeZone);
        DayFigures noted = store.since(today).get(today);
        if (noted == null
                || noted.zones() == 0
                || noted.notedAt() == null
                || !noted.notedAt().plus(PAUSE).isAfter(clock.instant())) {
            note();
        }
    }

    /**
     * Notes the day so far. The history tells how many changes the days before had, so those that were not noted to their
     * end are noted as well: all that a picture shows where there is nothing yet.
     */
    void note() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, timeZone);
        LocalDate first = store.lastDay()
                .filter(day -> day.isAfter(today.minusDays(SHOWN)))
                .orElse(today.minusDays(SHOWN - 1L));
        first.datesUntil(today).forEach(day -> note(day, store.ofHistory(start(day), start(day.plusDays(1))), now));
        Map<Figure, Long> figures = store.ofNow();
        figures.putAll(store.ofHistory(start(today), start(today.plusDays(1))));
        note(today, figures, now);
        store.forgetBefore(today.minusDays(DAYS_KEPT));
    }

    private void note(LocalDate day, Map<Figure, Long> figures, Instant now) {
        transaction.executeWithoutResult(status -> store.put(day, figures, now));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(timeZone).toInstant();
    }

    /** The last days up to today, also those of which nothing is noted. */
    @RetriedWhileStoreIsAway
    @Transactional(readOnly = true)
    public List<DayFigures> lastDays(Caller caller) {
        caller.requireStaff();
        LocalDate today = LocalDate.ofInstant(clock.instant(), timeZone);
        LocalDate first = today.minusDays(SHOWN - 1L);
        Map<LocalDate, DayFigures> noted = new TreeMap<>();
        first.datesUntil(today.plusDays(1)).forEach(day -> noted.put(day, new DayFigures(day, Map.of(), null)));
        noted.putAll(store.since(first));
        return List.copyOf(noted.values());
    }
}
