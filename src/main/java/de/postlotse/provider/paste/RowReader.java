package de.postlotse.provider.paste;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.TypedDuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads lines that have a record's type in them: zone lines (RFC 1035 §5.1), rows of tables, answers of tools. */
final class RowReader {

    private static final Pattern TOOL = Pattern.compile(
            "(?i)(?:(?<!\\S)(\\S++)\\s+)?(?:mail is handled by|mail exchanger =|MX preference =)\\s*(\\d{1,6})[\\s,]+(?:mail exchanger =\\s*)?(\\S+)");
    private static final Pattern NAMED_PRIORITY =
            Pattern.compile("(?iu)\\(?" + Label.PRIORITY_WORDS + "\\W{0,3}(\\d{1,6})\\)?(?!\\w)");
    private static final Pattern NAMED_TTL =
            Pattern.compile("(?iu)\\$?TTL(?:\\W{0,3}|\\s(?:of|von|auf|to)\\s)(½|\\d{1,9})([ ]?\\p{L}+)?(?!\\w)");
    /** What is said again in brackets behind a number of seconds. */
    private static final Pattern SAID_AGAIN =
            Pattern.compile("(?iu)(\\d{2,7})\\s*\\(" + TypedDuration.EXPRESSION + "\\)");

    private static final Pattern OTHER_RECORD =
            Pattern.compile("(?iu)(?:A|AAAA|CNAME|TXT|SPF|DKIM)-(?:record|eintrag)s?|CNAME|TXT|SPF");

    /** A colon in it: what stands before that is no name but says what follows. */
    private static final Pattern SENTENCE = Pattern.compile("[\\p{L})]:(?=\\s)");

    /** The root as a target of its own, and no full stop. */
    private static final Pattern ROOT = Pattern.compile("(?<![^\\s,;|(\\[])\\.(?![^\\s,;|)\\]])");

    private final DomainName zone;

    RowReader(DomainName zone) {
        this.zone = zone;
    }

    Optional<Row> read(PastedLine line, @Nullable Columns columns) {
        List<Draft> told = TOOL.matcher(line.text())
                .results()
                .map(tool -> new Draft(
                        tool.group(1) == null ? "" : tool.group(1),
                        Integer.valueOf(tool.group(2)),
                        tool.group(3),
                        null))
                .toList();
        if (!told.isEmpty()) {
            return Optional.of(new Row.Found(told));
        }
        Optional<Row> byHeading = columns == null ? Optional.empty() : columns.read(line, zone);
        return byHeading.isPresent() ? byHeading : byType(line, columns);
    }

    private Optional<Row> byType(PastedLine line, @Nullable Columns columns) {
        Named named = Named.of(line.text());
        boolean saysRoot = ROOT.matcher(line.text()).find();
        List<String> words = Words.of(named.rest).stream()
                .filter(word -> saysRoot || !word.equals("."))
                .toList();
        int type = type(words);
        if (type < 0) {
            return Optional.empty();
        }
        if (!Words.isMx(words.get(type))) {
            return Optional.of(new Row.LeftOut(
                    Words.isNumberedType(words.get(type))
                            ? Instruction.Why.NOT_UNDERSTOOD
                            : Instruction.Why.OTHER_TYPE));
        }
        List<String> before = words.subList(0, type);
        boolean sentence = SENTENCE.matcher(line.text()).find()
                || Words.isSpoken(words)
                || type + 1 < words.size() && Words.isPreposition(words.get(type + 1));
        boolean strict = type + 1 < words.size()
                && Words.isNumber(words.get(type + 1))
                && !sentence
                && words.subList(type + 2, words.size()).stream()
                        .noneMatch(word -> !Words.isNumber(word) && !word.equals(".") && Words.isSpeech(word));
        List<String> owners = owners(before, strict).stream()
                .filter(name -> !sentence || Words.isHost(name) || name.equals(OwnerColumn.APEX))
                .toList();
        String owner = owners.isEmpty() ? null : owners.getLast();
        Long ttl = named.ttl != null ? named.ttl : lastNumber(before);
        RowData data = new RowData(
                zone,
                words.subList(type + 1, endOfData(words, type, sentence)),
                columns != null && columns.ttlBeforePriority(),
                sentence);
        data.read();
        if (data.records().isEmpty()
                && NAMED_PRIORITY.matcher(line.text()).results().count() > 1) {
            return Optional.empty();
        }
        if (data.records().isEmpty() && hasSeveralServers(before)) {
            return Optional.empty();
        }
        if (data.records().isEmpty()) {
            String target = targetBefore(before, owners);
            if (target != null) {
                data.records().add(new Draft(null, data.left(), target, null));
                owner = target.equals(owner) ? null : owner;
            }
        }
        if (sentence && Words.numbers(line.text()).isEmpty() && !Words.saysServer(line.text())) {
            data.records().removeIf(record -> OwnerColumn.isOwn(record.target(), zone));
        }
        if (sentence
                && data.records().stream().anyMatch(record -> !OwnerColumn.isOwnOrPlaceholder(record.target(), zone))) {
            data.records().removeIf(record -> OwnerColumn.isApex(record.target(), zone));
        }
        String ofBefore = owner == null && !line.indented() && before.stream().noneMatch(Words::isClass) ? "" : owner;
        List<Draft> records = new ArrayList<>();
        for (Draft record : data.records()) {
            Integer number = record.priority();
            boolean numberIsTtl = named.priority != null && data.records().size() == 1;
            Draft told = new Draft(
                    data.owner() != null ? data.owner() : ofBefore,
                    number == null || numberIsTtl ? named.priority : number,
                    (line.indented()
                                            || before.stream()
                                                    .anyMatch(word ->
                                                            Words.isClass(word) || word.equals(OwnerColumn.APEX)))
                                    && Words.isRelativeHost(record.target())
                            ? record.target() + "." + Draft.ORIGIN
                            : record.target(),
                    record.ttl() != null
                            ? record.ttl()
                            : ttl == null && numberIsTtl && number != null ? Long.valueOf(number) : ttl);
            records.add(told);
            owners.stream()
                    .limit(Math.max(owners.size() - 1, 0))
                    .map(told::withOwner)
                    .forEach(records::add);
        }
        return records.isEmpty() ? Optional.empty() : Optional.of(new Row.Found(records));
    }

    /** In a sentence, what is about another type is not about this one. */
    private static int endOfData(List<String> words, int type, boolean sentence) {
        for (int at = type + 1; sentence && at < words.size(); at++) {
            if (OTHER_RECORD.matcher(words.get(at)).matches()) {
                return at;
            }
        }
        return words.size();
    }

    private boolean hasSeveralServers(List<String> words) {
        return words.stream()
                        .filter(word -> Words.isHost(word) && !OwnerColumn.isOwnOrPlaceholder(word, zone))
                        .count()
                > 1;
    }

    /** A server that stands before the type: the last name that is nobody's own, else one below the domain. */
    private @Nullable String targetBefore(List<String> before, List<String> owners) {
        List<String> hosts = before.stream().filter(Words::isHost).toList();
        return hosts.stream()
                .filter(name -> !OwnerColumn.isOwnOrPlaceholder(name, zone))
                .reduce((first, last) -> last)
                .or(() -> owners.stream()
                        .filter(name -> Words.isHost(name) && !OwnerColumn.isApex(name, zone))
                        .findFirst())
                .orElse(null);
    }

    /** Where the type stands: behind the class where there is one, otherwise the first word that is a type. */
    private static int type(List<String> words) {
        for (int at = 0; at < Math.min(words.size() - 1, 4); at++) {
            if (Words.isClass(words.get(at))) {
                int behind = Words.isNumber(words.get(at + 1)) && at + 2 < words.size() ? at + 2 : at + 1;
                return Words.isMx(words.get(behind))
                                || Words.isOtherType(words.get(behind).toUpperCase(Locale.ROOT))
                        ? behind
                        : -1;
            }
        }
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at);
            boolean last = at + 1 == words.size();
            if (Words.isMx(word) && !last && !(at == 0 && isOtherType(words, at + 1))) {
                return lastMxBeforeData(words, at);
            }
            if (isOtherType(words, at)) {
                return at;
            }
        }
        return -1;
    }

    /** {@code Add the MX record. Create an MX record on …}: the last one before names and numbers. */
    private static int lastMxBeforeData(List<String> words, int first) {
        int type = first;
        for (int at = first + 1; at + 1 < words.size(); at++) {
            if (Words.isHost(words.get(at))
                    || Words.isNumber(words.get(at))
                    || words.get(at).equals(".")) {
                break;
            }
            type = Words.isMx(words.get(at)) && at > first + 1 ? at : type;
        }
        return type;
    }

    /** "A" is a word in English, too. */
    private static boolean isOtherType(List<String> words, int at) {
        String word = words.get(at);
        return word.length() == 1
                ? word.equals("A") && at + 1 < words.size() && words.stream().anyMatch(Words::isAddress)
                : Words.isOtherType(word);
    }

    /** Whose records they are, as the words before the type say; several where a line is about several. */
    private List<String> owners(List<String> before, boolean strict) {
        List<String> names = before.stream()
                .filter(word -> !Words.isNumber(word) && !Words.isClass(word) && !word.matches("(?i)TTL|MX_?records?"))
                .toList();
        if (names.contains("@")) {
            return List.of(OwnerColumn.APEX);
        }
        if (names.size() == 1) {
            return strict || !Words.isSpeech(names.getFirst()) ? names : List.of();
        }
        if (strict && isZoneBeforeOwner(names)) {
            return List.of(names.getLast());
        }
        List<String> own = names.stream()
                .filter(name -> Words.isHost(name) && OwnerColumn.isOwnOrPlaceholder(name, zone))
                .toList();
        List<String> told = names.stream().filter(name -> !Words.isSpeech(name)).toList();
        if (!own.isEmpty()) {
            return own;
        }
        return told.size() == 1 && (names.size() == 1 || Words.isHost(told.getFirst())) ? told : List.of();
    }

    /** Commands have both: {@code zone-set kunde.de shop 3600 MX 10 mx.example.net}. */
    private boolean isZoneBeforeOwner(List<String> names) {
        return names.size() > 1
                && OwnerColumn.isZone(names.get(names.size() - 2), zone)
                && (Words.isRelativeHost(names.getLast()) || names.getLast().equals("*"))
                && !Words.isSpeech(names.getLast());
    }

    private static @Nullable Long lastNumber(List<String> words) {
        return words.stream()
                .filter(Words::isNumber)
                .reduce((first, last) -> last)
                .map(Long::valueOf)
                .orElse(null);
    }

    /** What is named by a word or has a unit, and what remains of the line without it. */
    private static final class Named {

        private @Nullable Integer priority;
        private @Nullable Long ttl;
        private String rest;

        private Named(String text) {
            this.rest = text;
        }

        static Named of(String text) {
            Named named = new Named(SAID_AGAIN.matcher(text).replaceAll(" TTL $1 "));
            List<MatchResult> priorities =
                    NAMED_PRIORITY.matcher(named.rest).results().toList();
            if (priorities.size() == 1) {
                named.priority = Integer.valueOf(priorities.getFirst().group(1));
            }
            named.rest = NAMED_PRIORITY.matcher(named.rest).replaceAll(priorities.size() == 1 ? " " : " $1 ");
            named.takeTtl(NAMED_TTL.matcher(named.rest));
            named.takeTtl(TypedDuration.WITH_UNIT.matcher(named.rest));
            return named;
        }

        private void takeTtl(Matcher found) {
            if (ttl == null && found.find()) {
                String text = found.group().replaceFirst("(?i)^\\$?TTL(?:\\W{0,3}|\\s\\p{L}{2,3}\\s)(?=[\\d½])", "");
                OptionalLong seconds = TypedDuration.seconds(text);
                String digits = text.replaceFirst("\\D.*", "");
                if (seconds.isPresent()) {
                    ttl = seconds.getAsLong();
                } else if (!digits.isEmpty()) {
                    ttl = Long.valueOf(digits);
                }
                rest = seconds.isPresent()
                        ? rest.substring(0, found.start()) + " " + rest.substring(found.end())
                        : rest.replaceFirst("(?i)\\$?TTL(?:\\W{0,3}|\\s\\p{L}{2,3}\\s)\\d+", " ");
            }
        }
    }
}
