package de.postlotse.provider.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Tables of a console, whose columns begin where the strokes below the heading do; their cells come apart by tabs. */
final class RuledTable {

    private static final Pattern RULE = Pattern.compile("\\s*-{2,}(?:\\s+-{2,})+\\s*");
    private static final Pattern STROKES = Pattern.compile("-+");
    private static final int LONGEST = 500;

    private RuledTable() {}

    static List<String> tabbed(List<String> lines) {
        List<String> tabbed = new ArrayList<>(lines);
        for (int at = 1; at < lines.size(); at++) {
            String rule = lines.get(at);
            if (!isRule(rule)) {
                continue;
            }
            List<Integer> starts =
                    STROKES.matcher(rule).results().map(MatchResult::start).toList();
            tabbed.set(at - 1, cut(lines.get(at - 1), starts));
            for (int row = at + 1; row < lines.size() && isRow(lines, row); row++) {
                tabbed.set(row, cut(lines.get(row), starts));
            }
        }
        return tabbed;
    }

    private static boolean isRow(List<String> lines, int at) {
        return !lines.get(at).isBlank() && (at + 1 == lines.size() || !isRule(lines.get(at + 1)));
    }

    private static boolean isRule(String line) {
        return line.length() <= LONGEST
                && !line.contains("\t")
                && RULE.matcher(line).matches();
    }

    /** A word for each column, or what stands below its strokes; a line that is neither stays as it is. */
    private static String cut(String line, List<Integer> starts) {
        if (line.length() <= LONGEST && line.strip().split("\\s+").length == starts.size()) {
            return line.strip().replaceAll("\\s+", "\t");
        }
        boolean keeps = line.length() <= LONGEST
                && !line.contains("\t")
                && starts.stream()
                        .allMatch(start -> start == 0 || start >= line.length() || line.charAt(start - 1) == ' ');
        if (!keeps) {
            return line;
        }
        return String.join(
                "\t",
                IntStream.range(0, starts.size())
                        .mapToObj(n -> {
                            int start = Math.min(starts.get(n), line.length());
                            int end =
                                    n + 1 < starts.size() ? Math.min(starts.get(n + 1), line.length()) : line.length();
                            return line.substring(start, end).strip();
                        })
                        .toList());
    }
}
