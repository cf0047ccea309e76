package de.postlotse.policy;

/** One slip of the hand: a letter too many, one missing, a wrong one, two swapped. */
final class Typo {

    private Typo() {}

    /** Whether one slip makes the one text of the other; equal texts have none between them. */
    static boolean isBetween(String one, String other) {
        if (one.length() > other.length()) {
            return isBetween(other, one);
        }
        int at = 0;
        while (at < one.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return switch (other.length() - one.length()) {
            case 0 -> at < one.length() && (same(one, at + 1, other, at + 1) || swapped(one, other, at));
            case 1 -> same(one, at, other, at + 1);
            default -> false;
        };
    }

    private static boolean swapped(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && same(one, at + 2, other, at + 2);
    }

    private static boolean same(String one, int from, String other, int otherFrom) {
        return one.substring(from).equals(other.substring(otherFrom));
    }
}
