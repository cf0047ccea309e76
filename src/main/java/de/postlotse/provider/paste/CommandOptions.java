package de.postlotse.provider.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands that tell a record by options: {@code --name shop --type MX --preference 10}. */
final class CommandOptions {

    private static final Pattern OPTION = Pattern.compile(
            "(?<=\\s)-{1,2}([A-Za-z][\\w-]*)(?:=|\\s+)(?:\"([^\"]*)\"|'([^']*)'|([^\\s-]\\S*|-(?=\\s|$)))");
    private static final int LONGEST = 1_000;

    private CommandOptions() {}

    /** The options as fields, where they tell a server; otherwise the line. */
    static String told(String line) {
        if (line.length() > LONGEST || !line.contains(" -")) {
            return line;
        }
        List<String> fields = new ArrayList<>();
        boolean server = false;
        boolean type = false;
        Matcher option = OPTION.matcher(line);
        while (option.find()) {
            String value = option.group(2) != null
                    ? option.group(2)
                    : option.group(3) != null ? option.group(3) : option.group(4);
            String name = option.group(1).replaceFirst("(?i)^(?:resource-?)?record-?(?:set-?)?(?=.)", "");
            Label label = TreeWords.label(name);
            if (label == null || TreeWords.isZoneKey(name)) {
                continue;
            }
            server |= (label == Label.TARGET || label == Label.MX)
                    && !Words.hosts(value).isEmpty();
            type |= label == Label.TYPE;
            fields.add(SpokenFields.field(label, label == Label.OWNER && value.equals(".") ? OwnerColumn.APEX : value));
        }
        if (!server || fields.size() < 2) {
            return line;
        }
        return (type || !TreeWords.SAYS_MX.matcher(TreeWords.spaced(line)).find() ? "" : "Type: MX ")
                + String.join(" ", fields);
    }
}
