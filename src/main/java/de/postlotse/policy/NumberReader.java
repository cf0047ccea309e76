package de.postlotse.policy;

import de.postlotse.dns.Preference;
import de.postlotse.dns.Ttl;
import de.postlotse.dns.TypedName;
import de.postlotse.policy.Finding.Field;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Reads priorities and TTLs: decimal digits of ASCII and nothing else, whatever Java's own conversions would take; a TTL
 * may have a unit.
 */
final class NumberReader {

    static final int MIN_TTL_SECONDS = 60;
    static final int WEEK_SECONDS = 604_800;

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern WITH_UNIT =
            Pattern.compile("(?:(?:[0-9]{1,9}|½)[ \\u00A0]?\\p{L}+\\.?[ \\u00A0]?){1,5}");
    /** As people write thousands: {@code 3.600}. */
    private static final Pattern GROUPED = Pattern.compile("[1-9][0-9]{0,2}(?:[.,'’ \\u00A0][0-9]{3}){1,2}");

    private static final Pattern SEPARATOR = Pattern.compile("[^0-9]");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
    private static final int MOST_DIGITS = Integer.toString(Integer.MAX_VALUE).length();

    private NumberReader() {}

    static ParsedField<Preference> preference(String typed, Preference proposal) {
        String text = TypedName.trim(typed);
        if (text.isEmpty()) {
            return ParsedField.of(proposal);
        }
        if (!DIGITS.matcher(text).matches()) {
            return ParsedField.refused(Finding.error(Field.PRIORITY, "priority-not-a-number", text));
        }
        long number = number(text);
        if (number > Preference.MAX) {
            return ParsedField.refused(Finding.error(Field.PRIORITY, "priority-out-of-range", text));
        }
        return ParsedField.of(new Preference((int) number));
    }

    static ParsedField<Ttl> ttl(String typed, Ttl proposal) {
        String text = TypedName.trim(typed);
        if (text.isEmpty()) {
            return ParsedField.of(proposal);
        }
        OptionalLong duration = WITH_UNIT.matcher(text).matches() ? TypedDuration.seconds(text) : OptionalLong.empty();
        if (duration.isEmpty() && !DIGITS.matcher(text).matches()) {
            Finding noNumber = Finding.error(Field.TTL, "ttl-not-a-number", text);
            return ParsedField.refused(
                    GROUPED.matcher(text).matches()
                            ? noNumber.suggesting(SEPARATOR.matcher(text).replaceAll(""))
                            : noNumber);
        }
        long number = duration.isPresent() ? duration.getAsLong() : number(text);
        if (number < MIN_TTL_SECONDS) {
            return ParsedField.refused(
                    Finding.error(Field.TTL, "ttl-too-short", text).suggesting(Integer.toString(MIN_TTL_SECONDS)));
        }
        if (number > Integer.MAX_VALUE) {
            return ParsedField.refused(Finding.error(Field.TTL, "ttl-out-of-range", text));
        }
        Ttl ttl = new Ttl((int) number);
        return ttl.seconds() > WEEK_SECONDS
                ? ParsedField.of(ttl, Finding.warning(Field.TTL, "ttl-very-long", ttl.seconds() / 86_400))
                : ParsedField.of(ttl);
    }

    /** The number, or one above every limit: who sends a million digits does not have them converted. */
    private static long number(String digits) {
        String significant = LEADING_ZEROS.matcher(digits).replaceFirst("");
        return significant.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(significant);
    }
}
