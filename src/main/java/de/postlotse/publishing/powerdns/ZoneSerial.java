package de.postlotse.publishing.powerdns;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A serial as the backend holds it.
 *
 * @param rule how each change through the API raises it (SOA-EDIT-API)
 */
record ZoneSerial(long value, @Nullable String rule) {

    private static final long LARGEST = 0xFFFF_FFFFL;
    private static final int CHANGES_A_DAY = 100;
    private static final long A_FEW = 2;
    private static final long FIRST_DAY = 1970_01_01;
    private static final long LAST_DAY = 2099_12_31;

    /**
     * How many changes have raised it since, as far as the rule lets one count them: a rule that goes by the clock does
     * not, and counts as none.
     */
    long raisesUntil(ZoneSerial later) {
        if (value == LARGEST && later.value == 1) {
            return 1; // some secondaries misread 0
        }
        long steps = Integer.toUnsignedLong((int) (later.value - value));
        return switch (rule == null ? "" : rule.toUpperCase(Locale.ROOT)) {
            case "DEFAULT" -> steps > A_FEW && isOfANewDay(later.value) ? later.value % CHANGES_A_DAY : steps;
            case "INCREASE" -> steps;
            default -> 0;
        };
    }

    /** DEFAULT begins each day at YYYYMMDD01, from wherever it was; more than 99 changes go on into the next hundred. */
    private boolean isOfANewDay(long later) {
        long day = later / CHANGES_A_DAY;
        boolean isAhead = (int) (day * CHANGES_A_DAY - value) > 0; // RFC 1982 §3.2
        return isAhead && day >= FIRST_DAY && day <= LAST_DAY && later % CHANGES_A_DAY > 0;
    }
}
