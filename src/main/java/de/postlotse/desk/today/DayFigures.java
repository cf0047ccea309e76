package de.postlotse.desk.today;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was noted of a day.
 *
 * @param notedAt when that was done last; null where nothing was noted
 */
public record DayFigures(
        LocalDate day, Map<Figure, Long> numbers, @Nullable Instant notedAt) {

    /** Null where it was not noted. */
    public @Nullable Long of(Figure figure) {
        return numbers.get(figure);
    }

    public long zones() {
        return sum(Figure.ZONES_BROKEN, Figure.ZONES_DEGRADED, Figure.ZONES_UNKNOWN, Figure.ZONES_FINE);
    }

    /** What is not noted counts as nothing. */
    public long sum(Figure... figures) {
        long sum = 0;
        for (Figure figure : figures) {
            sum += numbers.getOrDefault(figure, 0L);
        }
        return sum;
    }
}
