package de.postlotse.desk.today.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.sweep.Sweeps;
import de.postlotse.desk.today.DailyFigures;
import de.postlotse.desk.today.DayFigures;
import de.postlotse.desk.today.Figure;
import de.postlotse.desk.today.OpenWorkCounts;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where staff land: what needs hands now, and how the last days were. */
@Controller
record TodayPages(OpenWorkCounts work, Tasks tasks, DailyFigures figures, Sweeps sweeps) {

    private static final int DAYS_OF_A_WEEK = 7;
    private static final double MILLIS = 1_000;

    @GetMapping("/support")
    String show(Caller caller, Locale locale, Model model) {
        List<DayFigures> days = figures.lastDays(caller);
        DayFigures today = days.getLast();
        DayFigures now = today.notedAt() == null ? days.get(days.size() - 2) : today; // a day has just begun
        model.addAttribute("tasks", tasks.of(caller, work.now(), locale));
        model.addAttribute("today", today);
        model.addAttribute("zones", now.zones());
        model.addAttribute(
                "more", now.zones() - days.get(days.size() - 1 - DAYS_OF_A_WEEK).zones());
        model.addAttribute("weekAgo", days.get(days.size() - 1 - DAYS_OF_A_WEEK).of(Figure.ZONES_FINE) != null);
        model.addAttribute("fine", fine(now));
        model.addAttribute("troubled", now.sum(Figure.ZONES_BROKEN, Figure.ZONES_DEGRADED));
        model.addAttribute("unknown", now.sum(Figure.ZONES_UNKNOWN));
        model.addAttribute("yesterday", days.get(days.size() - 2).of(Figure.CHANGES));
        model.addAttribute("days", days);
        model.addAttribute(
                "findings",
                DayChart.of(
                        days,
                        new DayChart.Series("fill-bad", number(Figure.FINDINGS_FAULT)),
                        new DayChart.Series("fill-warn", number(Figure.FINDINGS_WARNING)),
                        new DayChart.Series("fill-note", number(Figure.FINDINGS_ADVICE))));
        model.addAttribute("changes", DayChart.of(days, bars(number(Figure.CHANGES))));
        model.addAttribute("live", DayChart.of(days, bars(seconds(Figure.LIVE_MEDIAN))));
        model.addAttribute(
                "hosts",
                DayChart.of(
                        days,
                        new DayChart.Series("fill-ok", number(Figure.HOSTS_FINE)),
                        new DayChart.Series("fill-note", number(Figure.HOSTS_OPEN)),
                        new DayChart.Series("fill-warn", number(Figure.HOSTS_WARNING)),
                        new DayChart.Series("fill-bad", number(Figure.HOSTS_FAULT))));
        model.addAttribute("round", sweeps.round(caller).orElse(null));
        return "desk/today/today";
    }

    private static DayChart.Series bars(Function<DayFigures, @Nullable Number> number) {
        return new DayChart.Series("chart__bar--past", "chart__bar", number);
    }

    private static Function<DayFigures, @Nullable Number> number(Figure figure) {
        return day -> day.of(figure);
    }

    private static Function<DayFigures, @Nullable Number> seconds(Figure figure) {
        return day -> {
            Long millis = day.of(figure);
            return millis == null ? null : millis / MILLIS;
        };
    }

    /** In percent, never rounded up: 100 are all. Null where there are no zones. */
    private static @Nullable Double fine(DayFigures day) {
        long all = day.zones();
        return all == 0 ? null : Math.floor(day.sum(Figure.ZONES_FINE) * 1_000.0 / all) / 10;
    }
}
