package de.postlotse.desk.finding;

import de.postlotse.store.StorableText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in the order of the list of findings: worst first, then the oldest. */
public record FindingCursor(int weight, Instant since, long zoneId, String subject) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,3})_(\\d{1,18})_(\\d{1,18})_(.{0,255})");

    /** Reads what {@link #toString} wrote; anything else leads to no place. */
    public static Optional<FindingCursor> read(@Nullable String text) {
        Matcher parts = TEXT.matcher(text == null ? "" : text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FindingCursor(
                    Integer.parseInt(parts.group(1)),
                    Instant.EPOCH.plus(Long.parseLong(parts.group(2)), ChronoUnit.MICROS),
                    Long.parseLong(parts.group(3)),
                    StorableText.withoutNul(parts.group(4))));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** For addresses of pages; the store keeps microseconds. */
    @Override
    public String toString() {
        return weight + "_" + ChronoUnit.MICROS.between(Instant.EPOCH, since) + "_" + zoneId + "_" + subject;
    }
}
