package de.postlotse.desk.takeover;

import de.postlotse.account.CustomerNumber;
import de.postlotse.desk.takeover.ListReading.Place;
import de.postlotse.desk.takeover.ListReading.WrongLine;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads lists of zones as people type or export them: a zone, a separator and the number of its customer. */
public final class ListReader {

    public static final int MOST_ZONES = 100_000;

    static final int SHOWN_WRONG_LINES = 20;

    /** A field, in quotes or without, up to the separator behind it (RFC 4180 §2; semicolon and tab as well). */
    private static final Pattern FIELD =
            Pattern.compile("\\G\\s*(?:\"([^\"]*+(?:\"\"[^\"]*+)*+)\"\\s*|([^;,\\t]*))([;,\\t]|$)");

    private static final Pattern ZONE_HEADING =
            Pattern.compile("(?iu)(?:domain|domäne|zone|fqdn|hostname)\\p{L}*(?:[ _-]?name)?|name");
    private static final Pattern CUSTOMER_HEADING = Pattern.compile(
            "(?iu)(?:customer|client|kunden?|kd)(?:[ ._-]?(?:number|no|id|nr|nummer))?\\.?|owner|inhaber");
    private static final int SHOWN_TEXT = 100;

    private final Map<DomainName, Place> places = new HashMap<>();
    private final List<ListReading.Entry> entries = new ArrayList<>();
    private final List<WrongLine> wrong = new ArrayList<>();
    private int wrongLines;
    private int lines;
    private Heading heading = new Heading(0, 1, false);

    private ListReader() {}

    /** Reads what was typed and then the file as one list. */
    public static ListReading read(String typed, String file) {
        ListReader reader = new ListReader();
        reader.readAll(typed, false);
        reader.readAll(file, true);
        return reader.result();
    }

    private ListReading result() {
        if (lines > MOST_ZONES) {
            return new ListReading.TooLong();
        }
        if (wrongLines > 0) {
            return new ListReading.Wrong(List.copyOf(wrong), wrongLines);
        }
        return entries.isEmpty() ? new ListReading.Empty() : new ListReading.Complete(List.copyOf(entries));
    }

    private void readAll(String text, boolean inFile) {
        int number = 0;
        heading = new Heading(0, 1, false);
        boolean first = true;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            String trimmed = TypedName.trim(line);
            if (trimmed.isEmpty() || trimmed.startsWith("#")) {
                continue;
            }
            Optional<Heading> told = first ? Heading.of(fields(trimmed)) : Optional.empty();
            first = false;
            if (told.isPresent()) {
                heading = told.get();
            } else if (++lines <= MOST_ZONES) {
                read(new Place(inFile, number), trimmed);
            }
        }
    }

    private void read(Place place, String line) {
        List<String> fields = heading.ordered(fields(line));
        if (fields.isEmpty()) {
            refuse(place, line, "name-missing", null);
            return;
        }
        switch (TypedName.read(fields.getFirst())) {
            case TypedName.Invalid invalid -> refuse(place, line, code(invalid.fault()), null);
            case TypedName.Valid valid -> read(place, line, valid.name(), fields.subList(1, fields.size()));
        }
    }

    /** The fields of a line; what follows the last separator counts only where it says something. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(line);
        while (field.find()) {
            String quoted = field.group(1);
            fields.add(TypedName.trim(quoted == null ? field.group(2) : quoted.replace("\"\"", "\"")));
            if (field.group(3).isEmpty()) {
                break;
            }
        }
        while (!fields.isEmpty() && fields.getLast().isEmpty()) {
            fields.removeLast();
        }
        return fields;
    }

    /** Which columns hold what; without a heading there are two. */
    private record Heading(int zone, int customer, boolean told) {

        static Optional<Heading> of(List<String> fields) {
            int zone = find(ZONE_HEADING, fields);
            int customer = find(CUSTOMER_HEADING, fields);
            return zone < 0 || customer < 0 ? Optional.empty() : Optional.of(new Heading(zone, customer, true));
        }

        private static int find(Pattern words, List<String> fields) {
            return IntStream.range(0, fields.size())
                    .filter(at -> words.matcher(fields.get(at)).matches())
                    .findFirst()
                    .orElse(-1);
        }

        List<String> ordered(List<String> fields) {
            return told
                    ? Stream.of(zone, customer)
                            .map(at -> at < fields.size() ? fields.get(at) : "")
                            .toList()
                    : fields;
        }
    }

    private void read(Place place, String line, DomainName zone, List<String> rest) {
        if (rest.isEmpty() || rest.getFirst().isEmpty()) {
            refuse(place, line, "no-customer", null);
        } else if (rest.size() > 1) {
            refuse(place, line, "too-many-fields", null);
        } else if (!CustomerNumber.isValid(rest.getFirst())) {
            refuse(place, line, "customer", null);
        } else {
            Place earlier = places.putIfAbsent(zone, place);
            if (earlier == null) {
                entries.add(new ListReading.Entry(zone, rest.getFirst()));
            } else {
                refuse(place, line, "twice", earlier);
            }
        }
    }

    private void refuse(Place place, String line, String code, @Nullable Place earlier) {
        wrongLines++;
        if (wrong.size() < SHOWN_WRONG_LINES) {
            String shown = line.length() <= SHOWN_TEXT ? line : line.substring(0, SHOWN_TEXT) + "…";
            wrong.add(new WrongLine(place, shown, code, earlier));
        }
    }

    private static String code(TypedName.Fault fault) {
        return "name-" + fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
