package de.postlotse.provider.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that the copying broke: rows of a table with a cell that has several lines, and sentences whose names and numbers,
 * set in another type, came to stand in lines of their own. They are put together again.
 */
final class BrokenLines {

    private static final int FEWEST_CELLS = 3;
    private static final int MOST_LINES = 6;
    private static final int LONGEST = 1_000;

    /** How long a line is that was wrapped, in a letter or a document. */
    private static final int FULL = 45;

    private static final int WIDEST = 110;

    private static final Pattern WRAPPED = Pattern.compile("(?U)\\p{L}[^\t|]*[^.:;!?\t|]");
    private static final Pattern CONTINUED = Pattern.compile("(?U)\\p{Ll}[^\t|:]*");

    /** A line that can go on: three words or more, the last of which ends no sentence. */
    private static final Pattern OPEN = Pattern.compile("(?U)\\W*\\w[^\t|]*\\s\\S+\\s+[^\t|]*[\\w,)]\\s*");

    private static final Pattern GOES_ON = Pattern.compile("(?U)[ ]*(?:\\p{Ll}{2,}[^\t|:]*\\s.*|[.,;)]\\s.*|[.,;)])");

    /** What mail programs put before each line that they quote; a prompt stands before a single one. */
    private static final Pattern QUOTED = Pattern.compile("(?:> ?)++(?![>$])");

    private static final Pattern BULLET = Pattern.compile("[•·▪◦‣]\\s+");
    private static final Pattern INDENT = Pattern.compile("[ \t]+");

    private BrokenLines() {}

    /** The text without what a mail or a page puts before all its lines; each line stays in its place. */
    static String plain(String text) {
        List<String> lines =
                new ArrayList<>(List.of(PastedLine.withPlainBlanks(text).split("\\R", -1)));
        for (int at = 0; at < lines.size(); at++) {
            int end = at;
            while (end < lines.size() && QUOTED.matcher(lines.get(end)).lookingAt()) {
                end++;
            }
            if (end - at > 1 || end == lines.size()) {
                lines.subList(at, end).replaceAll(line -> QUOTED.matcher(line).replaceFirst(""));
            }
            at = Math.max(at, end - 1);
        }
        return String.join("\n", without(BULLET, without(INDENT, lines)));
    }

    /** The lines without the start that all of them have. */
    private static List<String> without(Pattern start, List<String> lines) {
        int shortest = Integer.MAX_VALUE;
        for (String line : lines) {
            Matcher found = start.matcher(line);
            if (!line.isBlank()) {
                shortest = Math.min(shortest, found.lookingAt() ? found.end() : 0);
            }
        }
        int length = shortest == Integer.MAX_VALUE ? 0 : shortest;
        return lines.stream()
                .map(line -> line.isBlank() ? "" : line.substring(length))
                .toList();
    }

    static List<String> whole(List<String> lines) {
        List<String> whole = new ArrayList<>(lines);
        joinSentences(whole);
        joinParagraphs(whole);
        int width = 0;
        for (int at = 0; at < whole.size(); at++) {
            String line = whole.get(at);
            int tabs = tabs(line);
            if (isHeading(line)) {
                width = tabs;
            } else if (tabs > 0 && tabs < width) {
                join(whole, at, width);
            }
        }
        return whole;
    }

    /** The lines below, as far as they make the row exactly as wide as its heading and begin none of their own. */
    private static void join(List<String> lines, int start, int width) {
        StringBuilder row = new StringBuilder(lines.get(start).stripTrailing());
        int tabs = tabs(lines.get(start));
        int end = start + 1;
        while (tabs < width && end < lines.size() && end - start < MOST_LINES && !beginsRow(lines.get(end))) {
            row.append(' ').append(lines.get(end).stripLeading());
            tabs += tabs(lines.get(end));
            end++;
        }
        int hosts = Words.hosts(row.toString()).size();
        int below = hosts - Words.hosts(lines.get(start)).size();
        if (tabs != width || hosts == 0 || hosts > 2 || below > 1) {
            return;
        }
        lines.set(start, row.toString());
        for (int at = start + 1; at < end; at++) {
            lines.set(at, "");
        }
    }

    private static void joinSentences(List<String> lines) {
        int start = 0;
        for (int at = 1; at + 1 < lines.size(); at++) {
            String word = lines.get(at).strip();
            String before = lines.get(start);
            String after = lines.get(at + 1);
            if (before.length() < LONGEST
                    && (Words.isHost(word) || Words.isNumber(word) || word.equals("@"))
                    && OPEN.matcher(before).matches()
                    && GOES_ON.matcher(after).matches()) {
                String rest = after.strip();
                lines.set(start, before.stripTrailing() + " " + word + (rest.matches("[.,;)].*") ? "" : " ") + rest);
                lines.set(at, "");
                lines.set(at + 1, "");
                at++;
            } else {
                start = at;
            }
        }
    }

    /** Sentences that were wrapped where a line of a letter was full. */
    private static void joinParagraphs(List<String> lines) {
        int start = 0;
        int length = lines.getFirst().strip().length();
        for (int at = 1; at < lines.size(); at++) {
            String before = lines.get(start);
            String after = lines.get(at).strip();
            boolean full = length >= FULL && length <= WIDEST;
            length = after.length();
            if (full
                    && before.length() < LONGEST
                    && WRAPPED.matcher(before).matches()
                    && Words.isSpoken(Words.of(before))
                    && CONTINUED.matcher(after).matches()
                    && (after.endsWith(".") || Words.isSpoken(Words.of(after)))) {
                lines.set(start, before.stripTrailing() + " " + after);
                lines.set(at, "");
            } else {
                start = at;
            }
        }
    }

    private static boolean beginsRow(String line) {
        String first = line.split("\t", 2)[0].strip();
        return line.startsWith("\t")
                || first.equals("@")
                || Words.isHost(first)
                || Words.isMx(first)
                || Words.isOtherType(first)
                || isHeading(line);
    }

    private static boolean isHeading(String line) {
        return tabs(line) >= FEWEST_CELLS - 1
                && Columns.of(new PastedLine(1, false, line.strip())).isPresent();
    }

    private static int tabs(String line) {
        return (int) line.chars().filter(sign -> sign == '\t').count();
    }
}
