package de.postlotse.takeover;

import de.postlotse.account.CustomerNumber;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import de.postlotse.takeover.ListReading.Place;
import de.postlotse.takeover.ListReading.WrongLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads lists of zones as people type or export them: a zone, a separator and the number of its customer. */
public final class ListReader {

    public static final int MOST_ZONES = 100_000;

    static final int SHOWN_WRONG_LINES = 20;

    private static final Pattern SEPARATOR = Pattern.compile("[;,\\t]");
    private static final int SHOWN_TEXT = 100;

    private final Map<DomainName, Place> places = new HashMap<>();
    private final List<ListEntry> entries = new ArrayList<>();
    private final List<WrongLine> wrong = new ArrayList<>();
    private int wrongLines;
    private int lines;

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
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            String trimmed = TypedName.trim(line);
            if (!trimmed.isEmpty() && !trimmed.startsWith("#") && ++lines <= MOST_ZONES) {
                read(new Place(inFile, number), trimmed);
            }
        }
    }

    private void read(Place place, String line) {
        List<String> fields = SEPARATOR.splitAsStream(line).map(TypedName::trim).toList();
        if (fields.isEmpty()) {
            refuse(place, line, "name-missing", null);
            return;
        }
        switch (TypedName.read(fields.getFirst())) {
            case TypedName.Invalid invalid -> refuse(place, line, code(invalid.fault()), null);
            case TypedName.Valid valid -> read(place, line, valid.name(), fields.subList(1, fields.size()));
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
                entries.add(new ListEntry(zone, rest.getFirst()));
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
