package de.postlotse.dns;

/**
 * The priority of an MX record: an unsigned 16-bit number, the lowest is tried first (RFC 1035 §3.3.9).
 *
 * @throws IllegalArgumentException outside 0 to 65535
 */
public record Preference(int value) implements Comparable<Preference> {

    public static final int MAX = 65_535;

    /** The priority that a null MX has (RFC 7505 §3). */
    public static final Preference ZERO = new Preference(0);

    public Preference {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException("not a priority: " + value);
        }
    }

    @Override
    public int compareTo(Preference other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
