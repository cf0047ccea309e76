package de.postlotse.provider.paste;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tables with the labels in the first column and a record in each of the others: turned, so that each record is a row. */
final class TurnedTable {

    private static final int FEWEST_CELLS = 3;
    private static final int LONGEST = 500;

    private TurnedTable() {}

    static List<String> upright(List<String> lines) {
        List<String> upright = new ArrayList<>(lines);
        int start = 0;
        while (start < lines.size()) {
            int end = endOfTable(lines, start);
            if (end - start >= FEWEST_CELLS) {
                turn(upright, start, end);
            }
            start = Math.max(end, start + 1);
        }
        return upright;
    }

    /** Behind the last line that has as many cells as the first, and a label of its own before them. */
    private static int endOfTable(List<String> lines, int start) {
        Set<Label> labels = new HashSet<>();
        int width = cells(lines.get(start)).size();
        int end = start;
        while (width >= FEWEST_CELLS && end < lines.size()) {
            List<String> cells = cells(lines.get(end));
            Optional<Label> label = cells.isEmpty() ? Optional.empty() : Label.of(cells.getFirst());
            boolean told = cells.size() == width
                    && label.isPresent()
                    && cells.stream()
                            .skip(1)
                            .allMatch(cell -> Words.isMx(cell) || Label.of(cell).isEmpty());
            if (!told || !labels.add(label.get())) {
                break;
            }
            end++;
        }
        return labels.contains(Label.TARGET) ? end : start;
    }

    private static void turn(List<String> lines, int start, int end) {
        List<List<String>> table =
                lines.subList(start, end).stream().map(TurnedTable::cells).toList();
        List<String> rows = new ArrayList<>();
        for (int column = 0; column < table.getFirst().size(); column++) {
            int at = column;
            List<String> row = table.stream().map(cells -> cells.get(at)).toList();
            boolean explains = row.stream().anyMatch(cell -> Words.isSpoken(Words.of(cell)));
            if (!explains && !row.stream().allMatch(String::isBlank)) {
                rows.add(String.join("\t", row));
            }
        }
        if (rows.size() > 1 && rows.size() <= end - start) {
            for (int at = start; at < end; at++) {
                lines.set(at, at - start < rows.size() ? rows.get(at - start) : "");
            }
        }
    }

    private static List<String> cells(String line) {
        if (line.length() > LONGEST || line.indexOf('\t') < 0 && line.indexOf('|') < 0) {
            return List.of();
        }
        String inner = line.strip().replaceAll("^\\|\\s*|\\s*\\|$", "");
        return Arrays.stream(inner.split(inner.indexOf('|') < 0 ? "\t" : "\\|", -1))
                .map(String::strip)
                .toList();
    }
}
