package de.postlotse.desk.today.web;

import de.postlotse.desk.today.DayFigures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A picture of the last days, as attributes of an SVG that is 10 wide for each day and 100 high, and the numbers behind
 * it, for a table.
 *
 * @param top the number that the highest bar has
 * @param bars each day's bars, one upon the other
 * @param rows the newest day first
 */
record DayChart(double top, List<Bar> bars, List<Row> rows) {

    static final int DAY = 10;

    private static final int GROUND = 100;
    private static final int HEIGHT = 96;

    /** Where a bar stands. */
    record Bar(String look, int x, String y, String height) {}

    /** The numbers of a day; null where it has none. */
    record Row(LocalDate day, List<@Nullable Number> numbers) {}

    /**
     * Numbers of the days.
     *
     * @param past the class of its bars
     * @param today the class of the last one
     */
    record Series(String past, String today, Function<DayFigures, @Nullable Number> number) {

        Series(String look, Function<DayFigures, @Nullable Number> number) {
            this(look, look, number);
        }
    }

    static DayChart of(List<DayFigures> days, Series... series) {
        List<Row> rows = days.stream()
                .map(day -> new Row(
                        day.day(),
                        Arrays.stream(series)
                                .<@Nullable Number>map(one -> one.number().apply(day))
                                .toList()))
                .toList();
        double top = rows.stream().mapToDouble(DayChart::sum).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (int place = 0; place < rows.size(); place++) {
            double ground = GROUND;
            for (int each = 0; each < series.length; each++) {
                Number number = rows.get(place).numbers().get(each);
                if (number != null && number.doubleValue() > 0) {
                    double height = number.doubleValue() / top * HEIGHT;
                    ground -= height;
                    boolean last = place == rows.size() - 1;
                    String look = last ? series[each].today() : series[each].past();
                    bars.add(new Bar(look, place * DAY + 1, decimal(ground), decimal(height)));
                }
            }
        }
        return new DayChart(top, bars, rows.reversed());
    }

    public boolean isEmpty() {
        return rows.stream().flatMap(row -> row.numbers().stream()).noneMatch(Objects::nonNull);
    }

    private static double sum(Row row) {
        return row.numbers().stream()
                .flatMap(Stream::ofNullable)
                .mapToDouble(Number::doubleValue)
                .sum();
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
