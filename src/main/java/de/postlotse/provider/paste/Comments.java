package de.postlotse.provider.paste;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Records behind a comment sign: all that there is in a quoted answer of a tool, switched off in a file that has others. */
final class Comments {

    private static final String RECORD = "(?:\\S+\\s+)?(?:\\d+[smhdw]?\\s+)?(?:IN\\s+)?MX\\s+\\d{1,5}\\s+\\S+\\.\\S*.*";
    private static final Pattern COMMENT = Pattern.compile("(?i)^\\s*(?:;+|#+|//+)\\s*(?=" + RECORD + ")");
    private static final Pattern ACTIVE = Pattern.compile("(?i)^\\s*(?!;|#|//)" + RECORD);
    private static final int LONGEST = 500;

    private Comments() {}

    /** The lines with such records as records where there are no others, otherwise without them. */
    static List<String> resolved(List<String> lines) {
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
        return IntStream.range(0, lines.size())
                .filter(at -> isRecord(lines.get(at)))
                .mapToObj(at -> new PastedLine(
                        at + 1, false, COMMENT.matcher(lines.get(at)).replaceFirst("")))
                .toList();
    }

    private static boolean isRecord(String line) {
        return isShort(line) && COMMENT.matcher(line).find();
    }

    private static boolean isShort(String line) {
        return line.length() <= LONGEST;
    }
}
