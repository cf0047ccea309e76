package de.postlotse.provider.paste;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the data file of tinydns: {@code @fqdn:ip:x:dist:ttl}, where {@code x} without a dot is {@code x.mx.fqdn}. */
final class TinyDns {

    private static final Pattern MX =
            Pattern.compile("^@([^:\\s]+\\.[^:\\s]+):([\\d.]*):([^:\\s]*)(?::(\\d*)(?::(\\d*)(?::[^:]*){0,2})?)?\\s*$");
    private static final Pattern OTHER = Pattern.compile("^([.&=+'^CZ3:6])(\\S+?\\.[^:\\s]+):(.*)$");
    private static final Map<String, String> TYPES = Map.of(
            ".", "NS", "&", "NS", "=", "A", "+", "A", "'", "TXT", "^", "PTR", "C", "CNAME", "Z", "SOA", "3", "AAAA",
            "6", "AAAA");

    private TinyDns() {}

    /** The lines as zone lines, where it is such a file. */
    static List<String> asZoneLines(List<String> lines) {
        return lines.stream().noneMatch(line -> MX.matcher(line).matches())
                ? lines
                : lines.stream().map(TinyDns::zoneLine).toList();
    }

    private static String zoneLine(String line) {
        Matcher mx = MX.matcher(line);
        if (mx.matches()) {
            String server = mx.group(3).contains(".") ? mx.group(3) : mx.group(3) + ".mx." + mx.group(1);
            String distance = mx.group(4) == null || mx.group(4).isEmpty() ? "0" : mx.group(4);
            String ttl = mx.group(5) == null || mx.group(5).isEmpty() ? "" : mx.group(5) + " ";
            return mx.group(1) + ". " + ttl + "IN MX " + distance + " " + server.replaceFirst("\\.?$", ".");
        }
        Matcher other = OTHER.matcher(line);
        return other.matches() && TYPES.containsKey(other.group(1))
                ? other.group(2) + ". IN " + TYPES.get(other.group(1)) + " "
                        + other.group(3).replace(':', ' ')
                : line;
    }
}
