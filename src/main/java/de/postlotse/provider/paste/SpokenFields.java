package de.postlotse.provider.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences that tell fields of a form: {@code Use shop for Host, mx.example.net for Value and 10 for Priority}. */
final class SpokenFields {

    private static final int LONGEST = 600;
    private static final String ARTICLE = "(?:(?:the|your|das|den|die|dem|der)\\s+)?";
    private static final String FIELD = "(?:(?:field|feld)\\s+)?";
    private static final String NAME = "(\\p{L}[\\p{L}/-]*(?:\\s(?:name|server|to|auf))?)";

    /** {@code mx.example.net for Value}. */
    private static final Pattern VALUE_FIRST =
            Pattern.compile("(?iu)(?<!\\S)([^\\s,;]+),?\\s+(?:for|as|als|für|into|in|im)\\s+" + ARTICLE + FIELD + NAME
                    + "(?=\\s|[,.;)]|$)");

    /** {@code under Host enter shop}. */
    private static final Pattern NAME_FIRST = Pattern.compile(
            "(?iu)(?:(?<=^|[\\s,;(])(?:for|as|als|für|in|im|unter|under|bei|with|mit|and|und|set|setzen sie)\\s+|,\\s*)"
                    + ARTICLE + FIELD + NAME
                    + "(?:\\s(?:field|feld))?,?\\s+(?:(?:to|is|enter|type|put|use|auf|geben sie|tragen sie|gib|trage|ist|lautet|kommt|wird)\\s+)?"
                    + "([^\\s,;]+)");

    private static final String VERB =
            "(?:enter|type|set|put|select|choose|use|add|leave|change|geben sie|tragen sie|wählen sie|setzen sie|"
                    + "stellen sie|gib|trage|wähle|setze|stelle)";
    private static final String PLACE = "(?:in|into|under|as|at|im|unter|bei|als)";
    /** A step that tells one field: {@code Geben Sie im Feld Priorität 10 ein.} */
    private static final List<Pattern> STEPS = List.of(
            Pattern.compile(
                    "(?iu)^(?:" + VERB + "\\s+)?" + PLACE + "\\s+" + ARTICLE + FIELD
                            + "(?<name>\\p{L}[\\p{L}/ -]{1,30}?)(?:[- ](?:field|feld|box))?,?\\s+(?:" + VERB
                            + "\\s+)?(?:den wert\\s+)?(?<value>[^\\s,;]+)(?:\\s(?:ein|aus|eintragen|eingeben|auswählen|setzen))?\\.?$"),
            Pattern.compile("(?iu)^" + VERB + "\\s+(?<value>[^\\s,;]+)\\s+" + PLACE + "\\s+" + ARTICLE + FIELD
                    + "(?<name>\\p{L}[\\p{L}/ -]{1,30}?)(?:[- ](?:field|feld|box))?(?:\\s(?:ein|aus))?\\.?$"),
            Pattern.compile(
                    "(?iu)^" + VERB + "\\s+" + ARTICLE + FIELD
                            + "(?<name>\\p{L}[\\p{L}/ -]{1,30}?)(?:[- ](?:field|feld|box))?\\s+(?:to|as|auf)\\s+(?<value>[^\\s,;]+)(?:\\s(?:ein|aus))?\\.?$"));

    /** {@code Geben Sie im Feld Zeigt auf den gewünschten Mailserver ein: mx.example.net}. */
    private static final Pattern IN_FIELD = Pattern.compile(
            "(?iu)^(?:" + VERB + "\\s+)?" + PLACE + "\\s+" + ARTICLE + "(?:feld|field)\\s+(?<rest>.{1,200}?)[.)]?$");

    private static final int MOST_WORDS_OF_A_LABEL = 4;

    private record Told(Label label, String value) {}

    private SpokenFields() {}

    /** The fields as a line would name them, where the sentence says whose mail it is and the server; otherwise the text. */
    static String told(String text) {
        if (text.length() > LONGEST || text.indexOf(':') >= 0) {
            return text;
        }
        for (Pattern step : STEPS) {
            Matcher found = step.matcher(text);
            Optional<Label> label = found.matches() ? Label.of(found.group("name")) : Optional.empty();
            if (label.isPresent() && !Words.isSpeech(found.group("value"))) {
                return field(label.get(), found.group("value").replaceFirst("(?<=.)\\.$", ""));
            }
        }
        Optional<String> field = inField(text);
        if (field.isPresent() || Words.hosts(text).isEmpty()) {
            return field.orElse(text);
        }
        for (List<Told> all : List.of(find(text, VALUE_FIRST, 2, 1), find(text, NAME_FIRST, 1, 2))) {
            boolean owner = all.stream().anyMatch(told -> told.label == Label.HOST || told.label == Label.OWNER);
            boolean server = all.stream().anyMatch(told -> told.label == Label.TARGET && Words.isHost(told.value));
            if (owner && server && keepsAll(text, all)) {
                String type = Words.saysMx(text) ? "Type: MX " : "";
                return type
                        + all.stream()
                                .map(told -> field(told.label, told.value))
                                .collect(Collectors.joining(" "));
            }
        }
        return text;
    }

    /** The field whose name stands first, with the only name or number of the sentence, which stands last. */
    private static Optional<String> inField(String text) {
        Matcher found = IN_FIELD.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        List<String> words = List.of(found.group("rest").split("[\\s,]+"));
        List<String> values = words.stream()
                .filter(word -> Words.isHost(word) || Words.isNumber(word) || word.equals(OwnerColumn.APEX))
                .toList();
        if (values.size() != 1 || !values.getFirst().equals(words.getLast())) {
            return Optional.empty();
        }
        for (int length = Math.min(MOST_WORDS_OF_A_LABEL, words.size() - 1); length > 0; length--) {
            Optional<Label> label = Label.of(String.join(" ", words.subList(0, length)));
            if (label.isPresent()) {
                return Optional.of(field(label.get(), values.getFirst()));
            }
        }
        return Optional.empty();
    }

    /** Whether no name and no number of the sentence gets lost. */
    private static boolean keepsAll(String text, List<Told> all) {
        return Stream.concat(Words.hosts(text).stream(), Words.numbers(text).stream())
                .map(MatchResult::group)
                .allMatch(word -> all.stream().anyMatch(told -> told.value.contains(word)));
    }

    private static List<Told> find(String text, Pattern form, int name, int value) {
        List<Told> all = new ArrayList<>();
        Matcher found = form.matcher(text);
        while (found.find()) {
            String told = found.group(value).replaceAll("[.)]+$", "");
            Label.of(found.group(name))
                    .or(() -> Label.of(found.group(name).split("\\s")[0]))
                    .filter(label -> !told.isEmpty() && !Words.isSpeech(told))
                    .ifPresent(label -> all.add(new Told(label, told)));
        }
        return all;
    }

    /** A field as lines name it. */
    static String field(Label label, String value) {
        String word = switch (label) {
            case TARGET, MX -> "Value";
            case PRIORITY -> "Priority";
            case TTL -> "TTL";
            case TYPE -> "Type";
            case CLASS -> "Class";
            case OLD -> "Old";
            case HOST, OWNER -> "Name";
        };
        return word + ": " + value;
    }
}
