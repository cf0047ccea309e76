package de.postlotse.publishing.embedded;

import java.time.LocalDate;

/** The serial number of a zone, an unsigned 32-bit number that wraps around (RFC 1982). */
final class Serial {

    private static final long MASK = 0xFFFF_FFFFL;

    private Serial() {}

    /** The next serial: the date form YYYYMMDDnn (RFC 1912 §2.2) where that is an increase, else one more. */
    static long after(long serial, LocalDate today) {
        long first = ((today.getYear() * 100L + today.getMonthValue()) * 100 + today.getDayOfMonth()) * 100 + 1;
        return isIncrease(serial, first & MASK) ? first & MASK : (serial + 1) & MASK;
    }

    /** Whether secondaries take the second serial for newer than the first (RFC 1982 §3.2). */
    static boolean isIncrease(long from, long to) {
        return (int) (to - from) > 0;
    }
}
