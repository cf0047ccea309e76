package de.postlotse.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant who wrote another one. */
public final class SimilarName {

    private static final int SHORTEST_BEGINNING = 3;

    private SimilarName() {}

    /** The nearest of the known names: the same but for case, begun or continued, or with a letter in three mistyped. */
    public static Optional<String> of(String typed, Collection<String> known) {
        String lower = typed.toLowerCase(Locale.ROOT);
        int mostEdits = Math.min(lower.length() / 2, Math.max(2, lower.length() / 3));
        return known.stream()
                .filter(name -> edits(lower, name) <= mostEdits)
                .min(Comparator.comparingInt(name -> edits(lower, name)));
    }

    /** How many letters were left out, added, changed or swapped with the next; a beginning counts as one. */
    private static int edits(String typed, String known) {
        String name = known.toLowerCase(Locale.ROOT);
        if (Math.min(typed.length(), name.length()) >= SHORTEST_BEGINNING
                && (name.startsWith(typed) || typed.startsWith(name))) {
            return name.equals(typed) ? 0 : 1;
        }
        int[][] edits = new int[typed.length() + 1][name.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= name.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, typed, name, i, j);
            }
        }
        return edits[typed.length()][name.length()];
    }

    private static int cheapest(int[][] edits, String typed, String name, int i, int j) {
        boolean same = typed.charAt(i - 1) == name.charAt(j - 1);
        int least = Math.min(edits[i - 1][j - 1] + (same ? 0 : 1), 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1
                && j > 1
                && typed.charAt(i - 1) == name.charAt(j - 2)
                && typed.charAt(i - 2) == name.charAt(j - 1);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
