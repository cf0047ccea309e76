package de.postlotse.provider.paste;

import de.postlotse.dns.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A table whose cells were copied one to a line, as some browsers do: put together to rows again. */
final class CellList {

    private static final int FEWEST_CELLS = 4;
    private static final int LONGEST_CELL = 80;
    private static final Pattern PRIORITY =
            Pattern.compile("(?iu)\\s*\\(" + Label.PRIORITY_WORDS + "\\W{0,3}\\d{1,5}\\)$");
    private static final Pattern PRIORITY_LINE =
            Pattern.compile("(?iu)" + Label.PRIORITY_WORDS + "\\s*:\\s*(\\d{1,5})");
    private static final Pattern TARGET_LINE =
            Pattern.compile("(?iu)(?:destination|target|ziel|server)\\s*:\\s*(\\S+\\.\\S+)");
    /** The type of a record, with its priority on some panels: {@code MX (10)}. */
    private static final Pattern MX = Pattern.compile("(?i)MX(?:[- ](?:record|eintrag))?\\s*(?:\\(?\\d{1,5}\\)?)?");

    private CellList() {}

    /** The lines as they are, or the rows that they are the cells of; words may stand above the first label and below. */
    static List<PastedLine> joined(List<PastedLine> lines, DomainName zone) {
        Optional<List<PastedLine>> tables = CellTables.of(lines);
        if (tables.isPresent()) {
            return tables.get();
        }
        if (lines.size() > FEWEST_CELLS && isTable(lines)) {
            List<PastedLine> whole = withWholeData(lines);
            if (whole.size() < lines.size() && areCells(whole)) {
                return rowsOf(whole, zone);
            }
        }
        if (areCells(lines)) {
            return rowsOf(lines, zone);
        }
        for (int start = 0; start + FEWEST_CELLS <= lines.size(); start++) {
            if (label(lines.get(start)).isPresent()
                    && (start == 0 || label(lines.get(start - 1)).isEmpty())) {
                int end = endOfCells(lines, start);
                List<PastedLine> cells = lines.subList(start, end);
                if (areCells(cells) && (alternate(cells) || isTableOfMx(cells))) {
                    return Stream.of(lines.subList(0, start), rowsOf(cells, zone), lines.subList(end, lines.size()))
                            .flatMap(List::stream)
                            .toList();
                }
                start = Math.max(start, end - 1);
            }
        }
        return lines;
    }

    /** {@code Priority: 0} and below it {@code Destination: mx.example.net} are one cell of a panel. */
    private static List<PastedLine> withWholeData(List<PastedLine> lines) {
        List<PastedLine> whole = new ArrayList<>();
        for (PastedLine line : lines) {
            Matcher priority =
                    PRIORITY_LINE.matcher(whole.isEmpty() ? "" : whole.getLast().text());
            Matcher target = TARGET_LINE.matcher(line.text());
            if (priority.matches() && target.matches()) {
                whole.removeLast();
                whole.add(new PastedLine(
                        line.number(), false, target.group(1) + " (Priority: " + priority.group(1) + ")"));
            } else {
                whole.add(line);
            }
        }
        return whole;
    }

    private static boolean areCells(List<PastedLine> lines) {
        List<PastedLine> cells = lines.stream().filter(line -> !line.isBlank()).toList();
        return cells.size() >= FEWEST_CELLS && cells.stream().allMatch(cell -> isCell(cell, isTable(cells)));
    }

    private static boolean isTable(List<PastedLine> cells) {
        return label(cells.getFirst()).isPresent() && label(cells.get(1)).isPresent();
    }

    private static boolean isTableOfMx(List<PastedLine> lines) {
        List<PastedLine> cells = lines.stream().filter(line -> !line.isBlank()).toList();
        return isTable(cells) && cells.stream().anyMatch(CellList::saysMx);
    }

    private static int endOfCells(List<PastedLine> lines, int start) {
        int end = start;
        while (end < lines.size()
                && !Words.closes(lines.get(end).text())
                && (lines.get(end).isBlank() || isCell(lines.get(end), false))) {
            end++;
        }
        return end;
    }

    /** Whether it is a list of labels, each with one cell that says what it is. */
    private static boolean alternate(List<PastedLine> lines) {
        List<PastedLine> cells = lines.stream().filter(line -> !line.isBlank()).toList();
        long labels = cells.stream()
                .filter(cell -> label(cell).isPresent() && !saysMx(cell))
                .count();
        boolean type = cells.stream()
                .anyMatch(cell -> label(cell).filter(Label.TYPE::equals).isPresent());
        return type && cells.stream().anyMatch(CellList::saysMx) && labels >= 3 && labels * 2 <= cells.size() + 1;
    }

    private static List<PastedLine> rowsOf(List<PastedLine> lines, DomainName zone) {
        List<PastedLine> cells = lines.stream().filter(line -> !line.isBlank()).toList();
        int heading = 0;
        while (heading < cells.size() && label(cells.get(heading)).isPresent() && !isType(cells, heading)) {
            heading++;
        }
        if (heading > 1 && cells.size() >= 2 * heading && typesAreInOneColumn(cells, heading)) {
            return rows(cells, heading);
        }
        List<PastedLine> withBlanks = withoutBlanksAtTheEnd(lines);
        if (heading > 1
                && withBlanks.size() % heading == 0
                && withBlanks.subList(0, heading).stream().noneMatch(PastedLine::isBlank)
                && typesAreInOneColumn(withBlanks, heading)) {
            return rows(withBlanks, heading);
        }
        for (int above = 1; above < heading - 1 && cells.size() - above >= 2 * (heading - above); above++) {
            List<PastedLine> table = cells.subList(above, cells.size());
            boolean typeIsAbove = cells.subList(0, above).stream()
                    .anyMatch(cell -> label(cell).filter(Label.TYPE::equals).isPresent());
            if (!typeIsAbove && typesAreInOneColumn(table, heading - above)) {
                return Stream.concat(cells.subList(0, above).stream(), rows(table, heading - above).stream())
                        .toList();
            }
        }
        return cells.stream().anyMatch(CellList::saysMx) ? byType(cells, zone) : fields(cells);
    }

    private static boolean isCell(PastedLine line, boolean inTable) {
        return Words.isTextData(line.text())
                || label(line).isPresent()
                || line.text().length() <= LONGEST_CELL
                        && line.cells().size() == 1
                        && !withoutPriority(line.text()).matches(".*\\p{L}\\s*[:=].*")
                        && !Fields.isWithoutColon(line.text())
                        && Words.hosts(line.text()).size() <= 1
                        && line.text().split("\\s+").length <= 4
                        && (Words.hosts(line.text()).isEmpty()
                                || Words.numbers(withoutPriority(line.text())).isEmpty()
                                || inTable);
    }

    private static List<PastedLine> withoutBlanksAtTheEnd(List<PastedLine> lines) {
        int end = lines.size();
        while (lines.get(end - 1).isBlank()) {
            end--;
        }
        return lines.subList(0, end);
    }

    /** {@code mx.example.net (Priority: 10)} is one cell. */
    private static String withoutPriority(String text) {
        return PRIORITY.matcher(text).replaceFirst("");
    }

    /** Whether each row has a type where the heading says so: a title may stand above it, and cells may be missing. */
    private static boolean typesAreInOneColumn(List<PastedLine> cells, int width) {
        int type = 0;
        while (type < width && label(cells.get(type)).filter(Label.TYPE::equals).isEmpty()) {
            type++;
        }
        if (type == width) {
            return true;
        }
        for (int at = width + type; at < cells.size(); at += width) {
            if (!saysType(cells.get(at))) {
                return false;
            }
        }
        return true;
    }

    /** "MX" is the name of a column in some tables, and the type in most. */
    private static boolean isType(List<PastedLine> cells, int at) {
        return saysMx(cells.get(at))
                && (at == 0
                        || cells.subList(0, at).stream()
                                .anyMatch(cell ->
                                        label(cell).filter(Label.TYPE::equals).isPresent()));
    }

    private static List<PastedLine> rows(List<PastedLine> cells, int width) {
        List<PastedLine> rows = new ArrayList<>();
        for (int at = 0; at < cells.size(); at += width) {
            rows.add(row(cells.subList(at, Math.min(at + width, cells.size()))));
        }
        return rows;
    }

    /** A row starts at each type, or so many cells before it as stand before the first one. */
    private static List<PastedLine> byType(List<PastedLine> cells, DomainName zone) {
        List<Integer> starts = new ArrayList<>();
        int before = -1;
        for (int at = 0; at < cells.size(); at++) {
            if (saysType(cells.get(at))) {
                before = before < 0 ? cellsBefore(cells, at, zone) : before;
                starts.add(Math.max(at - before, 0));
            }
        }
        List<PastedLine> rows = new ArrayList<>(cells.subList(0, starts.getFirst()));
        for (int n = 0; n < starts.size(); n++) {
            int end = n + 1 < starts.size() ? Math.max(starts.get(n + 1), starts.get(n) + 1) : cells.size();
            rows.add(row(cells.subList(starts.get(n), end)));
        }
        return rows;
    }

    private static int cellsBefore(List<PastedLine> cells, int type, DomainName zone) {
        int told = 0;
        while (told < type && label(cells.get(told)).filter(Label.TYPE::equals).isEmpty()) {
            told++;
        }
        if (told < 2 && told < type && label(cells.getFirst()).isPresent()) {
            return told;
        }
        int before = 0;
        while (before < type
                && before < 2
                && !Words.saysMx(cells.get(type - before - 1).text())
                && label(cells.get(type - before - 1)).isEmpty()
                && cells.get(type - before - 1).text().split("\\s+").length <= 3) {
            before++;
        }
        boolean endsOther = cells.subList(Math.max(type - 2, 0), type).stream()
                .anyMatch(cell -> Words.isHost(cell.text()) && !OwnerColumn.isOwnOrPlaceholder(cell.text(), zone));
        return endsOther ? 0 : before;
    }

    /** Labels and what they are of, in turns. */
    private static List<PastedLine> fields(List<PastedLine> cells) {
        List<PastedLine> fields = new ArrayList<>();
        for (int at = 0; at < cells.size(); at++) {
            PastedLine cell = cells.get(at);
            boolean labelled = at + 1 < cells.size()
                    && label(cell).isPresent()
                    && label(cells.get(at + 1)).isEmpty();
            fields.add(
                    labelled
                            ? new PastedLine(
                                    cells.get(at + 1).number(),
                                    false,
                                    cell.text() + ": " + cells.get(++at).text())
                            : cell);
        }
        return fields;
    }

    static PastedLine row(List<PastedLine> cells) {
        int number = cells.stream()
                .filter(cell -> !Words.hosts(cell.text()).isEmpty())
                .findFirst()
                .orElse(cells.getFirst())
                .number();
        return new PastedLine(
                number,
                false,
                String.join("\t", cells.stream().map(PastedLine::text).toList()));
    }

    private static boolean saysMx(PastedLine cell) {
        return MX.matcher(cell.text()).matches();
    }

    private static boolean saysType(PastedLine cell) {
        return saysMx(cell) || Words.isOtherType(cell.text());
    }

    private static Optional<Label> label(PastedLine line) {
        return Label.of(line.text());
    }
}
