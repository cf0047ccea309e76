package de.postlotse.provider.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Several tables whose cells were copied one to a line, each with its own heading: the rows of each below it. */
final class CellTables {

    private static final int NARROWEST = 3;

    private CellTables() {}

    /** The lines with tables in them; nothing where there are not several. */
    static Optional<List<PastedLine>> of(List<PastedLine> lines) {
        List<PastedLine> cells = lines.stream().filter(line -> !line.isBlank()).toList();
        List<PastedLine> rows = new ArrayList<>();
        int tables = 0;
        int at = 0;
        while (at < cells.size()) {
            int end = endOfHeading(cells, at);
            int width = end - at;
            if (width < NARROWEST) {
                rows.add(cells.get(at));
                at++;
                continue;
            }
            tables++;
            List<PastedLine> heading = cells.subList(at, end);
            rows.add(CellList.row(heading));
            at = end;
            while (at + width <= cells.size() && fits(cells.subList(at, at + width), heading)) {
                rows.add(CellList.row(cells.subList(at, at + width)));
                at += width;
            }
        }
        return tables > 1 ? Optional.of(rows) : Optional.empty();
    }

    private static int endOfHeading(List<PastedLine> cells, int start) {
        int end = start;
        while (end < cells.size()
                && Label.of(cells.get(end).text())
                        .filter(label -> label != Label.MX)
                        .isPresent()) {
            end++;
        }
        return end;
    }

    /** Whether each cell can be what its heading says. */
    private static boolean fits(List<PastedLine> row, List<PastedLine> heading) {
        for (int at = 0; at < row.size(); at++) {
            String cell = row.get(at).text();
            Label label = Label.of(heading.get(at).text()).orElseThrow();
            boolean number = !Words.numbers(cell).isEmpty();
            boolean fits = switch (label) {
                case PRIORITY -> number || cell.equals("-");
                case TTL -> number || cell.matches("(?iu)-|auto\\p{L}*|(?:standard|default)\\p{L}*");
                case TYPE -> Words.isMx(cell) || Words.isOtherType(cell);
                default -> Label.of(cell).isEmpty();
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
