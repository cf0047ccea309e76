package de.postlotse.policy;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how long something lasts as people and zone files write it: {@code 3600}, {@code 1h}, {@code ½ Stunde}, {@code 1h30m}. */
public final class TypedDuration {

    /** A duration with a unit, in lower case, as an expression; a bare number is none. */
    public static final String EXPRESSION =
            "(?<![\\w.,:/-])(?:(?:\\d{1,9}[wdhms]){2,5}|(?:\\d{1,9}|½|1/2)[ \\u00A0]?(?:s|sec|secs|seconds?|sek|sekunden?|m|min|mins|minuten?|minutes?|h|hr|hrs"
                    + "|hours?|std|stunden?|d|days?|tage?n?|w|weeks?|wochen?)\\.?)(?![\\p{L}\\w.:-]*[\\p{L}\\w])";

    /** The same in letters of either case. */
    public static final Pattern WITH_UNIT = Pattern.compile("(?iu)" + EXPRESSION);

    private static final Pattern PART = Pattern.compile("(?u)(1/2|\\d{1,9}|½)[ \\u00A0]?(\\p{L}+)\\.?\\s*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
    /** Days, hours, minutes and seconds, as Windows shows them: {@code 1.00:00:00}. */
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,4})\\.)?(\\d{1,2}):(\\d{2}):(\\d{2})");
    /** What is said again in brackets, as in {@code 3600 (1 h)}. */
    private static final Pattern SAID_AGAIN = Pattern.compile("\\s*\\(.*\\)$");

    private TypedDuration() {}

    /** The duration in seconds; nothing where the text is none. */
    public static OptionalLong seconds(String typed) {
        String text = SAID_AGAIN.matcher(typed.strip()).replaceFirst("");
        if (DIGITS.matcher(text).matches()) {
            return OptionalLong.of(Long.parseLong(text));
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            long days = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
            long hours = days * 24 + Long.parseLong(clock.group(2));
            return OptionalLong.of((hours * 60 + Long.parseLong(clock.group(3))) * 60 + Long.parseLong(clock.group(4)));
        }
        Matcher part = PART.matcher(text);
        long sum = 0;
        int end = 0;
        while (part.find() && part.start() == end) {
            long unit = secondsOf(part.group(2));
            if (unit == 0) {
                return OptionalLong.empty();
            }
            sum += part.group(1).equals("½") || part.group(1).equals("1/2")
                    ? unit / 2
                    : Long.parseLong(part.group(1)) * unit;
            end = part.end();
        }
        return end == 0 || end < text.length() ? OptionalLong.empty() : OptionalLong.of(sum);
    }

    /** 0 where the word is no unit. */
    private static long secondsOf(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "s", "sec", "secs", "second", "seconds", "sek", "sekunde", "sekunden" -> 1;
            case "m", "min", "mins", "minute", "minuten", "minutes" -> 60;
            case "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden" -> 3_600;
            case "d", "day", "days", "t", "tag", "tage", "tagen" -> 86_400;
            case "w", "week", "weeks", "woche", "wochen" -> 604_800;
            default -> 0;
        };
    }
}
