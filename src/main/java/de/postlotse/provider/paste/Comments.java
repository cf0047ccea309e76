package de.postlotse.provider.paste;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Records behind a comment sign, or taken away by a change: all that there is in a quoted answer of a tool, switched off in a file that has others. */
final class Comments {

    private static final String RECORD = "(?:\\S+\\s+)?(?:\\d+[smhdw]?\\s+)?(?:IN\\s+)?MX\\s+\\d{1,5}\\s+\\S+\\.\\S*.*";
    private static final Pattern COMMENT = Pattern.compile("(?i)^\\s*(?:;+|#+|//+)\\s*(?=" + RECORD + ")");
    private static final Pattern ACTIVE = Pattern.compile("(?i)^\\s*(?!;|#|//)" + RECORD);
    /** A line that a change took away, or added. */
    private static final Pattern REMOVED = Pattern.compile("(?i)^-(?=" + RECORD + ")");

    private static final Pattern ADDED = Pattern.compile("(?i)^\\+(?=" + RECORD + ")");

    private static final int LONGEST = 500;

    private Comments() {}

    /** The lines with such records as records where there are no others, otherwise without them. */
    static List<String> resolved(List<String> lines) {
        if (isDiff(lines)) {
            return lines.stream()
                    .map(line -> isShort(line) && REMOVED.matcher(line).find()
                            ? ""
                            : ADDED.matcher(line).replaceFirst(""))
                    .toList();
        }
        boolean others = lines.stream()
                .anyMatch(line -> isShort(line) && ACTIVE.matcher(line).matches());
        return lines.stream()
                .map(line ->
                        isRecord(line) ? others ? "" : COMMENT.matcher(line).replaceFirst("") : line)
                .toList();
    }

    /** The records that are switched off, if not all of them are read. */
    static List<PastedLine> records(String pasted) {
        List<String> lines = List.of(pasted.split("\\R", -1));
        Pattern sign = isDiff(lines) ? REMOVED : COMMENT;
        return IntStream.range(0, lines.size())
                .filter(at ->
                        isShort(lines.get(at)) && sign.matcher(lines.get(at)).find())
                .mapToObj(at -> new PastedLine(
                        at + 1, false, sign.matcher(lines.get(at)).replaceFirst("")))
                .toList();
    }

    private static boolean isDiff(List<String> lines) {
        return lines.stream()
                        .anyMatch(line -> isShort(line) && ADDED.matcher(line).find())
                && lines.stream()
                        .anyMatch(line -> line.startsWith("@@ ")
                                || isShort(line) && REMOVED.matcher(line).find());
    }

    private static boolean isRecord(String line) {
        return isShort(line) && COMMENT.matcher(line).find();
    }

    private static boolean isShort(String line) {
        return line.length() <= LONGEST;
    }
}
