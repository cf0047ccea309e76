package de.postlotse.mailpath;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines that fit into the picture: between words, and inside of names that are longer than a line. */
final class Wrapped {

    private static final int LONGEST = 38;

    /** From here on letters take about twice the place of Latin ones. */
    private static final int WIDE = 0x1100;

    private Wrapped() {}

    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : text.split(" ")) {
            int width = width(word);
            if (used > 0 && used + 1 + width > LONGEST) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (used > 0) {
                line.append(' ');
                used++;
            }
            for (int letter : word.codePoints().toArray()) {
                int more = letter >= WIDE ? 2 : 1;
                if (used + more > LONGEST) {
                    lines.add(line.toString());
                    line.setLength(0);
                    used = 0;
                }
                line.appendCodePoint(letter);
                used += more;
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static int width(String word) {
        return word.codePoints().map(letter -> letter >= WIDE ? 2 : 1).sum();
    }
}
