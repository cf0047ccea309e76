package de.postlotse.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A file for a spreadsheet, written line by line as an answer: RFC 4180, with the semicolon that German spreadsheets
 * expect, and nothing that counts as a formula.
 */
public final class Csv {

    /** Tells spreadsheets that the file is UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Writer out;

    private Csv(Writer out) {
        this.out = out;
    }

    /** Begins the answer with the names of the columns; nothing else must have been written to it. */
    public static Csv begin(HttpServletResponse response, String filename, Stream<String> columns) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(filename).build().toString());
        Csv csv = new Csv(response.getWriter());
        csv.out.write(BYTE_ORDER_MARK);
        csv.line(columns.toArray());
        return csv;
    }

    /** @param cells null where one is to be empty */
    public void line(@Nullable Object... cells) throws IOException {
        out.write(Arrays.stream(cells).map(Csv::quoted).collect(Collectors.joining(";")));
        out.write("\r\n");
    }

    /** A spreadsheet takes what begins like a formula for one; the apostrophe makes it text. */
    private static String quoted(@Nullable Object value) {
        String cell = value == null ? "" : value.toString();
        boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
        String text = formula ? "'" + cell : cell;
        return text.matches("(?s).*[;\"\r\n,'].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
