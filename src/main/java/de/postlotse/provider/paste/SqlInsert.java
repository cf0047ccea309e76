package de.postlotse.provider.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement that adds a record to the table of a name server: its columns and values as fields. */
final class SqlInsert {

    private static final Pattern INSERT = Pattern.compile(
            "(?i)^.{0,20}insert\\s+into\\s.{1,80}?\\(([^()]{1,300})\\)\\s*values\\s*\\(([^()]{1,500})\\)\\s*;?\\s*$");

    private static final Pattern START = Pattern.compile("(?i)\\binsert\\s+into\\s");

    private SqlInsert() {}

    /** The text with such statements as fields; each stays in its line. */
    static String asFields(String text) {
        return START.matcher(text).find()
                ? Stream.of(text.split("\n", -1)).map(SqlInsert::told).collect(Collectors.joining("\n"))
                : text;
    }

    private static String told(String line) {
        Matcher insert = INSERT.matcher(line);
        if (!insert.matches()) {
            return line;
        }
        String[] columns = insert.group(1).split(",");
        String[] values = insert.group(2).split(",");
        List<String> fields = new ArrayList<>();
        for (int n = 0; n < columns.length && columns.length == values.length; n++) {
            Optional<Label> label = Label.of(columns[n].replaceAll("[`\"' ]", ""));
            if (label.isPresent()) {
                String field = SpokenFields.field(
                        label.get(), values[n].replaceAll("[`\"']", "").strip());
                fields.add(label.get() == Label.TYPE ? 0 : fields.size(), field);
            }
        }
        return fields.size() < 3 ? line : String.join(" ", fields);
    }
}
