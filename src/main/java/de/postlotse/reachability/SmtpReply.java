package de.postlotse.reachability;

import java.util.List;
import java.util.Locale;

/**
 * What a server said.
 *
 * @param lines without the code
 */
record SmtpReply(int code, List<String> lines) {

    private static final int LONGEST_TEXT = 200;

    boolean isPositive() {
        return code >= 200 && code < 300;
    }

    /** Whether one of the lines names an extension (RFC 5321 §4.1.1.1). */
    boolean offers(String extension) {
        return lines.stream()
                .anyMatch(line -> line.toUpperCase(Locale.ROOT).strip().equals(extension));
    }

    /** All of it in one line that is harmless to print. */
    String text() {
        return harmless(code + " " + String.join(" ", lines));
    }

    /** Hostile servers write control characters, and signs that turn the direction of text. */
    static String harmless(String text) {
        String printable = text.replaceAll("\\p{C}", "?").strip();
        return printable.length() <= LONGEST_TEXT ? printable : printable.substring(0, LONGEST_TEXT) + "…";
    }
}
