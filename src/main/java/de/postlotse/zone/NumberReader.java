package de.postlotse.zone;

import de.postlotse.dns.Preference;
import de.postlotse.dns.Ttl;
import de.postlotse.dns.TypedName;
import de.postlotse.zone.Finding.Field;
import java.util.regex.Pattern;

/** Reads priorities and TTLs: decimal digits of ASCII and nothing else, whatever Java's own conversions would take. */
final class NumberReader {

    static final int MIN_TTL_SECONDS = 60;
    static final int WEEK_SECONDS = 604_800;

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
    private static final int MOST_DIGITS = Integer.toString(Integer.MAX_VALUE).length();

    private NumberReader() {}

    static Reading<Preference> preference(String typed, Preference proposal) {
        String text = TypedName.trim(typed);
        if (text.isEmpty()) {
            return Reading.of(proposal);
        }
        if (!DIGITS.matcher(text).matches()) {
            return Reading.refused(Finding.error(Field.PRIORITY, "priority-not-a-number", text));
        }
        long number = number(text);
        if (number > Preference.MAX) {
            return Reading.refused(Finding.error(Field.PRIORITY, "priority-out-of-range", text));
        }
        return Reading.of(new Preference((int) number));
    }

    static Reading<Ttl> ttl(String typed, Ttl proposal) {
        String text = TypedName.trim(typed);
        if (text.isEmpty()) {
            return Reading.of(proposal);
        }
        if (!DIGITS.matcher(text).matches()) {
            return Reading.refused(Finding.error(Field.TTL, "ttl-not-a-number", text));
        }
        long number = number(text);
        if (number < MIN_TTL_SECONDS) {
            return Reading.refused(
                    Finding.error(Field.TTL, "ttl-too-short", text).suggesting(Integer.toString(MIN_TTL_SECONDS)));
        }
        if (number > Integer.MAX_VALUE) {
            return Reading.refused(Finding.error(Field.TTL, "ttl-out-of-range", text));
        }
        Ttl ttl = new Ttl((int) number);
        return ttl.seconds() > WEEK_SECONDS
                ? Reading.of(ttl, Finding.warning(Field.TTL, "ttl-very-long", ttl.seconds() / 86_400))
                : Reading.of(ttl);
    }

    /** The number, or one above every limit: who sends a million digits does not have them converted. */
    private static long number(String digits) {
        String significant = LEADING_ZEROS.matcher(digits).replaceFirst("");
        return significant.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(significant);
    }
}
