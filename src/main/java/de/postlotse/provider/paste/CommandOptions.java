package de.postlotse.provider.paste;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands that tell a record by options: {@code --name shop --type MX --preference 10}. */
final class CommandOptions {

    private static final Pattern OPTION =
            Pattern.compile("(?<=\\s)-{1,2}([A-Za-z][\\w-]*)(?:=|\\s+)(.*?)(?=\\s+-{1,2}[A-Za-z]|$)");
    private static final int LONGEST = 1_000;

    private CommandOptions() {}

    /** The options as fields, where they tell a server; otherwise the line. */
    static String told(String line) {
        if (line.length() > LONGEST || !line.contains(" -")) {
            return line;
        }
        Map<Label, String> fields = new EnumMap<>(Label.class);
        Matcher option = OPTION.matcher(line);
        while (option.find()) {
            String value = option.group(2).strip();
            String name = option.group(1).replaceFirst("(?i)^(?:resource-?)?record-?(?:set-?)?(?=.)", "");
            Label label = TreeWords.label(name);
            if (label != null && !TreeWords.isZoneKey(name)) {
                fields.put(label, label == Label.OWNER && value.equals(".") ? OwnerColumn.APEX : value);
            }
        }
        String server = fields.getOrDefault(Label.TARGET, fields.getOrDefault(Label.MX, ""));
        if (Words.hosts(server).isEmpty() || fields.size() < 2) {
            return line;
        }
        if (!fields.containsKey(Label.TYPE)
                && TreeWords.SAYS_MX.matcher(TreeWords.spaced(line)).find()) {
            fields.put(Label.TYPE, "MX");
        }
        if (!fields.containsKey(Label.OWNER) && !fields.containsKey(Label.HOST)) {
            Stream.of(line.split("\\s-", 2)[0].split("\\s+"))
                    .filter(Words::isHost)
                    .forEach(name -> fields.put(Label.OWNER, name));
        }
        return fields.entrySet().stream()
                .map(field -> SpokenFields.field(field.getKey(), field.getValue()))
                .collect(Collectors.joining(" "));
    }
}
