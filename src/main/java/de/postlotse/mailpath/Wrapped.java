package de.postlotse.mailpath;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Breaks text into lines that fit into the picture: between words, else inside of names, best behind dot or hyphen. */
final class Wrapped {

    private static final int LONGEST = 36;

    /** From here on letters take about twice the place of Latin ones. */
    private static final int WIDE = 0x1100;

    private Wrapped() {}

    static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer) <= LONGEST) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(line) > LONGEST) {
                int end = end(line);
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
        }
        lines.add(line);
        return lines;
    }

    /** Where a word that is too long ends in this line. */
    private static int end(String word) {
        int end = 0;
        while (width(word.substring(0, word.offsetByCodePoints(end, 1))) <= LONGEST) {
            end = word.offsetByCodePoints(end, 1);
        }
        int behindSign = Stream.of(".", "-")
                        .mapToInt(sign -> word.lastIndexOf(sign, LONGEST - 1))
                        .max()
                        .orElse(-1)
                + 1;
        return behindSign > end / 2 && behindSign <= end ? behindSign : end;
    }

    private static int width(String text) {
        return text.codePoints().map(letter -> letter >= WIDE ? 2 : 1).sum();
    }
}
