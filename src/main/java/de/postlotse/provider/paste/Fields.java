package de.postlotse.provider.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that names what it says: {@code Priorität: 10}, {@code exchange = mx1.example.net}, several of them in a row.
 *
 * @param all in their order
 */
record Fields(List<Field> all) {

    /** @param label null where the word is not known; then the value is a host */
    record Field(@Nullable Label label, String value) {}

    /** Lines whose words before a colon are told one by one. */
    private static final Pattern FIELD_BY_FIELD = Pattern.compile(
            "(?iu).*(?:typ|type)\\s*[:=].*|mx(?:[ -]?(?:records?|eintrag|einträge|server))?\\s*[:=]\\s*[^\\s,;]+\\.[^\\s,;]+"
                    + "(?:(?:\\s*,|\\s+und|\\s+and)\\s*[^\\s,;]+\\.[^\\s,;]+){0,9}(?:\\s*\\(prio\\D{1,12}\\d{1,5}\\))?");

    private static final Pattern MX_FIELD = Pattern.compile("(?iu)mx\\s*[:=].*");
    private static final Pattern STUCK = Pattern.compile("(?iu)(?<![.\\p{L}\\d_-])([\\p{L}_-]+\"?)([:=])(?=[^\\s/])");
    private static final Pattern BLANK_BEFORE_COLON = Pattern.compile("\\s+([:=])(?=\\s|$)");
    private static final Pattern WITHOUT_COLON =
            Pattern.compile("(?iu)^(\\p{L}[\\p{L} ()-]*?)[ \\t]+(\\d{1,6}|\\S+\\.\\S+)$");
    private static final Pattern OWNER_WITHOUT_COLON =
            Pattern.compile("(?iu)^(name|host|hostname|sub-?domain|typ|type)[ \\t]+(@|\\*|[\\p{L}\\d_.-]+)$");
    /** {@code Priority — 10}. */
    private static final Pattern DASH = Pattern.compile("(?U)^(\\p{L}[^:=—–→]{0,60}?)\\s+(?:[—–→-]|->|=>)\\s+(\\S.*)$");

    private static final Pattern LABEL =
            Pattern.compile("(?<=^|[,;|–—-] {0,3})(\\p{L}[\\p{L} /-]{1,30}(?: \\(\\p{L}{1,20}\\))?):(?=\\s)");
    private static final int LONGEST_OF_FIELDS = 500;
    private static final int MOST_WORDS_OF_A_LABEL = 5;

    /** Whether each word before a colon says what follows it. */
    static boolean areToldOneByOne(String text, boolean awaitsMx) {
        return FIELD_BY_FIELD.matcher(text).matches()
                || text.length() < LONGEST_OF_FIELDS && labels(text) > 2
                || awaitsMx && MX_FIELD.matcher(text).matches();
    }

    private static long labels(String text) {
        return LABEL.matcher(text)
                .results()
                .map(label -> Label.of(label.group(1)))
                .flatMap(Optional::stream)
                .distinct()
                .count();
    }

    /** The fields of a line; nothing where it names none. */
    static Optional<Fields> of(PastedLine line) {
        List<String> words = words(line);
        List<Field> fields = new ArrayList<>();
        Label label = null;
        boolean open = false;
        List<String> value = new ArrayList<>();
        for (String word : words) {
            value.add(word);
            if (!word.endsWith(":") && !word.endsWith("=")) {
                continue;
            }
            boolean typeBefore = label == Label.TYPE && Words.isMx(value.getFirst());
            int length = lengthOfLabel(value.subList(typeBefore && value.size() > 1 ? 1 : 0, value.size()));
            List<String> before = value.subList(0, value.size() - length);
            add(fields, open ? label : null, before);
            label = Label.of(String.join(" ", value.subList(value.size() - length, value.size())))
                    .orElse(null);
            open = true;
            value = new ArrayList<>();
        }
        if (open) {
            add(fields, label, value);
        }
        return fields.stream().anyMatch(field -> field.label != null)
                        || fields.size() == 1 && Words.isHost(fields.getFirst().value)
                ? Optional.of(new Fields(List.copyOf(fields)))
                : Optional.empty();
    }

    boolean has(Label label) {
        return all.stream().anyMatch(field -> field.label == label);
    }

    /** Whether they only say whose record it is, and not in the name of another service. */
    boolean nameOwnerOnly() {
        return all.stream()
                .allMatch(field -> (field.label == Label.OWNER || field.label == Label.HOST)
                        && Words.hosts(field.value).isEmpty()
                        && !Words.isOtherServiceHost(field.value + "."));
    }

    /** Whether cells say no more than {@code Typ MX}. */
    static boolean isTypeOnly(List<String> cells) {
        return cells.size() == 2
                && Label.of(cells.getFirst()).filter(Label.TYPE::equals).isPresent()
                && Words.isMx(cells.get(1));
    }

    /** Whether the last word of a sentence is one, with nothing behind it: {@code MX-Einträge für Ihre Domain:}. */
    boolean announce() {
        return all.size() == 1
                && all.getFirst().label == Label.OWNER
                && all.getFirst().value.isBlank();
    }

    /** Several numbers behind one word for a priority, and nothing else: {@code Prioritäten: 10 und 20}. */
    List<Integer> prioritiesOnly() {
        boolean only = all.size() == 1 && all.getFirst().label == Label.PRIORITY;
        return only
                ? Words.numbers(all.getFirst().value).stream()
                        .map(number -> Integer.valueOf(number.group()))
                        .toList()
                : List.of();
    }

    /** Whether no word before a colon is known. */
    boolean isUnknown() {
        return all.stream().allMatch(field -> field.label == null);
    }

    private static List<String> words(PastedLine line) {
        String text = line.text();
        List<String> cells = line.cells();
        if (cells.size() == 2
                && text.matches(".*(?:\t| {2}).*")
                && Label.of(cells.getFirst()).isPresent()
                && (Label.of(cells.get(1)).isEmpty() || isTypeOnly(cells))
                && !Words.isMx(cells.getFirst())) {
            text = cells.getFirst().replaceAll("[:=]+$", "") + ": " + cells.get(1);
        }
        if (isWithoutColon(text)) {
            text = (WITHOUT_COLON.matcher(text).matches() ? WITHOUT_COLON : OWNER_WITHOUT_COLON)
                    .matcher(text)
                    .replaceFirst("$1: $2");
        }
        Matcher dash = DASH.matcher(text);
        if (dash.matches() && Label.of(dash.group(1)).isPresent()) {
            text = dash.group(1) + ": " + dash.group(2);
        }
        String apart = BLANK_BEFORE_COLON
                .matcher(STUCK.matcher(text.replaceAll(",(?=[\\p{L}_-]+[:=])", ", "))
                        .replaceAll("$1$2 "))
                .replaceAll("$1");
        return List.of(apart.replaceAll("[\"{}\\[\\]]", " ")
                .replaceAll("[,;|](?=\\s|$)", " ")
                .strip()
                .split("\\s+"));
    }

    /** A label with its value, and nothing between them: {@code Priorität 10}. */
    static boolean isWithoutColon(String text) {
        Matcher plain = WITHOUT_COLON.matcher(text);
        Matcher owner = OWNER_WITHOUT_COLON.matcher(text);
        return !text.matches(".*[:=].*")
                && (plain.matches()
                                && !Words.isMx(plain.group(1))
                                && Label.of(plain.group(1)).isPresent()
                        || owner.matches()
                                && Label.of(owner.group(2))
                                        .filter(label -> label != Label.MX)
                                        .isEmpty());
    }

    private static void add(List<Field> fields, @Nullable Label label, List<String> value) {
        String text = String.join(" ", value).replaceFirst("\\s+[-–—]$", "");
        if (label != null || !Words.hosts(text).isEmpty()) {
            fields.add(new Field(label, text));
        }
    }

    /** The longest known label that ends here; a single word where none is known. */
    private static int lengthOfLabel(List<String> words) {
        for (int length = Math.min(MOST_WORDS_OF_A_LABEL, words.size()); length > 0; length--) {
            if (Label.of(String.join(" ", words.subList(words.size() - length, words.size())))
                    .isPresent()) {
                return length;
            }
        }
        return 1;
    }
}
