package de.postlotse.zone;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files for spreadsheets: RFC 4180, with the semicolon that German ones expect, and nothing that counts as a formula. */
public final class Csv {

    /** Tells spreadsheets that the file is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    public static void begin(Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK);
    }

    public static void line(Writer out, Stream<String> cells) throws IOException {
        out.write(cells.map(Csv::quoted).collect(Collectors.joining(";")));
        out.write("\r\n");
    }

    /** A spreadsheet takes what begins like a formula for one; the apostrophe makes it text. */
    private static String quoted(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        String text = formula ? "'" + cell : cell;
        return text.matches("(?s).*[;\"\r\n,'].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
