package de.postlotse.provider.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What programs write of their records, in the words that the readers know: values as PHP shows them, {@code [target] =>
 * mx.example.net}; statements that add a record to the table of a name server; and the data file of tinydns, {@code
 * &#64;fqdn:ip:x:dist:ttl}, where {@code x} without a dot is {@code x.mx.fqdn}.
 */
final class Dumps {

    private static final Pattern ARRAY = Pattern.compile("(?i)\\barray\\s*\\(\\d*\\)?\\s*\\R?\\s*[{(\\[]?");
    private static final Pattern VALUE = Pattern.compile(
            "(?m)^([ \\t]*)\\[\"?(\\w{1,40})\"?\\][ \\t]*=>[ \\t]*(\\R?)[ \\t]*"
                    + "(?:(?:int|float|bool)\\(([^)\\r\\n]*)\\)|(?:string\\(\\d+\\)[ \\t]*)?\"([^\"\\r\\n]*)\"|([^\\s(\\[{\"][^\\r\\n({]*))[ \\t]*$");

    private static final Pattern INSERT = Pattern.compile(
            "(?i)^.{0,20}insert\\s+into\\s.{1,80}?\\(([^()]{1,300})\\)\\s*values\\s*\\(([^()]{1,500})\\)\\s*;?\\s*$");

    private static final Pattern START = Pattern.compile("(?i)\\binsert\\s+into\\s");

    private static final Pattern TINY_MX =
            Pattern.compile("^@([^:\\s]+\\.[^:\\s]+):([\\d.]*):([^:\\s]*)(?::(\\d*)(?::(\\d*)(?::[^:]*){0,2})?)?\\s*$");
    private static final Pattern TINY_OTHER = Pattern.compile("^([.&=+'^CZ3:6])(\\S+?\\.[^:\\s]+):(.*)$");
    private static final Map<String, String> TINY_TYPES = Map.of(
            ".", "NS", "&", "NS", "=", "A", "+", "A", "'", "TXT", "^", "PTR", "C", "CNAME", "Z", "SOA", "3", "AAAA",
            "6", "AAAA");

    private Dumps() {}

    /** The text with such values as {@code "target": "mx.example.net"}; each stays in its line. */
    static String asPairs(String text) {
        return ARRAY.matcher(text).find()
                ? VALUE.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + "\"" + found.group(2) + "\": \""
                                + value(found) + "\"" + found.group(3)))
                : text;
    }

    private static String value(MatchResult found) {
        for (int group = 4; group <= 6; group++) {
            if (found.group(group) != null) {
                return found.group(group).strip();
            }
        }
        return "";
    }

    /** The text with such statements as fields; each stays in its line. */
    static String asFields(String text) {
        return START.matcher(text).find()
                ? Stream.of(text.split("\n", -1)).map(Dumps::told).collect(Collectors.joining("\n"))
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

    /** The lines as zone lines, where it is such a file. */
    static List<String> asZoneLines(List<String> lines) {
        return lines.stream().noneMatch(line -> TINY_MX.matcher(line).matches())
                ? lines
                : lines.stream().map(Dumps::zoneLine).toList();
    }

    private static String zoneLine(String line) {
        Matcher mx = TINY_MX.matcher(line);
        if (mx.matches()) {
            String server = mx.group(3).contains(".") ? mx.group(3) : mx.group(3) + ".mx." + mx.group(1);
            String distance = mx.group(4) == null || mx.group(4).isEmpty() ? "0" : mx.group(4);
            String ttl = mx.group(5) == null || mx.group(5).isEmpty() ? "" : mx.group(5) + " ";
            return mx.group(1) + ". " + ttl + "IN MX " + distance + " " + server.replaceFirst("\\.?$", ".");
        }
        Matcher other = TINY_OTHER.matcher(line);
        return other.matches() && TINY_TYPES.containsKey(other.group(1))
                ? other.group(2) + ". IN " + TINY_TYPES.get(other.group(1)) + " "
                        + other.group(3).replace(':', ' ')
                : line;
    }
}
