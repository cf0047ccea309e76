package de.postlotse.provider.paste;

import de.postlotse.provider.paste.Instruction.PastedRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Servers that only a sentence names. Where rows, fields or numbers tell the records of a text, a sentence around them says
 * something of these, or gives an example: then it adds no server, and gives none another owner.
 */
final class Doubts {

    /** A server that is called the old one. */
    private static final Pattern FORMER =
            Pattern.compile("(?iu)(?<!\\p{L})" + Words.FORMERLY + "\\s+(?:[\\p{L}-]+[\\s:(]+){0,2}[\\p{L}\\d-]+\\.");

    private final Map<String, PastedLine> spoken = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    /** @param saysOwner whether the line or what stands above it says whose server it is */
    void see(String target, PastedLine line, boolean saysOwner) {
        boolean sentence = Words.isSpoken(Words.of(line.text()))
                || FORMER.matcher(line.text()).find();
        if (saysOwner || !sentence) {
            told.add(key(target));
        } else {
            spoken.putIfAbsent(key(target), line);
        }
    }

    /** Takes out what only sentences say, if there is more than that. */
    void settle(Map<String, List<PastedRecord>> sets, BiConsumer<PastedLine, Instruction.Why> leave) {
        boolean priorities = records(sets).anyMatch(record -> record.priority() != null);
        List<PastedRecord> ofZone = sets.getOrDefault(OwnerColumn.APEX, List.of());
        for (PastedRecord record : List.copyOf(ofZone)) {
            PastedLine line = spoken.get(key(record.target()));
            if (line == null) {
                continue;
            }
            boolean elsewhere = told.contains(key(record.target()))
                    && records(sets).filter(other -> isSame(other, record)).count() > 1;
            boolean only = !told.contains(key(record.target()));
            if (elsewhere) {
                ofZone.remove(record);
            } else if (only && priorities && record.priority() == null) {
                ofZone.remove(record);
                leave.accept(line, Instruction.Why.NOT_UNDERSTOOD);
            }
        }
    }

    private static boolean isSame(PastedRecord one, PastedRecord other) {
        return one.target().equalsIgnoreCase(other.target());
    }

    private static Stream<PastedRecord> records(Map<String, List<PastedRecord>> sets) {
        return sets.values().stream().flatMap(List::stream);
    }

    private static String key(String target) {
        return target.toLowerCase(Locale.ROOT);
    }
}
