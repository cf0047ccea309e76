package de.postlotse.provider.paste;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.TypedDuration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The heading of a table: what its columns mean, in their order. */
record Columns(List<Optional<Label>> labels, boolean bySingleBlanks, long ttlUnit) {

    /** The priority beside the type: {@code MX (10)}. */
    private static final Pattern NUMBER_BEHIND = Pattern.compile("\\s*\\(?\\d{1,5}\\)?$");

    private static final Pattern TYPE_AND_PRIORITY = Pattern.compile("(?i)MX\\s*\\(?\\d{1,5}\\)?");

    private static final Pattern UNIT = Pattern.compile("(?iu)ttl\\s*\\((?:in )?(\\p{L}+)\\.?\\)");

    static Optional<Columns> of(PastedLine line) {
        List<String> cells = line.cells();
        if (Fields.isTypeOnly(cells) || cells.contains(":") || cells.contains("=")) {
            return Optional.empty();
        }
        if (cells.size() > 1) {
            return of(cells, false);
        }
        List<String> words = List.of(line.text().split("\\s+"));
        long known = words.stream().filter(word -> Label.of(word).isPresent()).count();
        return words.size() > 2 && known > 2 && known >= words.size() - 1 ? of(words, true) : Optional.empty();
    }

    private static Optional<Columns> of(List<String> cells, boolean bySingleBlanks) {
        List<Optional<Label>> labels = cells.stream().map(Label::of).toList();
        boolean dataInIt = cells.stream()
                .anyMatch(cell -> !Words.hosts(cell).isEmpty() || Words.isNumber(cell) || cell.equals("@"));
        long known = labels.stream().flatMap(Optional::stream).distinct().count();
        boolean namesServers = labels.stream()
                .flatMap(Optional::stream)
                .anyMatch(label ->
                        label == Label.TARGET || label == Label.HOST || label == Label.MX || label == Label.PRIORITY);
        return !dataInIt && known > 1 && namesServers
                ? Optional.of(new Columns(labels, bySingleBlanks, ttlUnit(cells)))
                : Optional.empty();
    }

    /** How many seconds a bare number means: {@code TTL (min)}. */
    private static long ttlUnit(List<String> cells) {
        return cells.stream()
                .map(UNIT::matcher)
                .filter(Matcher::matches)
                .mapToLong(cell -> TypedDuration.seconds("1 " + cell.group(1)).orElse(1))
                .findFirst()
                .orElse(1);
    }

    /** Whether one of them has what is there now and is not wanted any more. */
    boolean tellWhatWasThere() {
        return index(Label.OLD) >= 0;
    }

    boolean ttlBeforePriority() {
        int ttl = index(Label.TTL);
        int priority = index(Label.PRIORITY);
        return ttl >= 0 && priority >= 0 && ttl < priority;
    }

    /** The record of a row; nothing where the row does not fit the heading. */
    Optional<Row> read(PastedLine line, DomainName zone) {
        List<String> cells = bySingleBlanks ? List.of(line.text().split("\\s+")) : line.cells();
        if (cells.size() < labels.size()) {
            return Optional.empty();
        }
        String typeCell = cell(cells, Label.TYPE);
        String type = typeCell == null ? null : NUMBER_BEHIND.matcher(typeCell).replaceFirst("");
        if (type != null && !Words.isMx(type)) {
            return type.isEmpty() ? Optional.empty() : Optional.of(new Row.LeftOut(otherThanMx(type)));
        }
        String told = targetOf(cells, zone);
        boolean hostIsOwner = told == null && isHostInUnknownColumn(cells);
        String target = told != null || hostIsOwner ? told : firstOf(cell(cells, Label.HOST), cell(cells, Label.MX));
        String owner = firstOf(ownerOf(cells, zone), index(Label.TARGET) >= 0 ? cell(cells, Label.HOST) : null);
        List<MatchResult> hosts = target == null ? List.of() : Words.hosts(target);
        if (target == null || hosts.size() != 1 && !target.equals(".")) {
            return Optional.empty();
        }
        String priority =
                firstNumber(firstOf(cell(cells, Label.PRIORITY), told == null ? null : cell(cells, Label.MX)));
        if (priority == null) {
            priority = firstNumber(
                    target.replace(hosts.isEmpty() ? "." : hosts.getFirst().group(), " "));
        }
        if (priority == null) {
            priority = typeCell == null || type == null || type.equals(typeCell)
                    ? namedPriority(cells)
                    : firstNumber(typeCell);
        }
        String ttl = cell(cells, Label.TTL);
        OptionalLong seconds = ttl == null ? OptionalLong.empty() : TypedDuration.seconds(ttl);
        Draft draft = new Draft(
                owner,
                Draft.number(priority),
                hosts.isEmpty() ? "." : hosts.getFirst().group(),
                ttl == null || seconds.isEmpty()
                        ? null
                        : Long.valueOf(Words.isNumber(ttl) ? seconds.getAsLong() * ttlUnit : seconds.getAsLong()));
        return Optional.of(new Row.Found(
                OwnerColumn.several(owner, zone).stream().map(draft::withOwner).toList()));
    }

    /** Beside the column of the domain another one may say what stands before it. */
    private @Nullable String ownerOf(List<String> cells, DomainName zone) {
        List<String> told = IntStream.range(0, labels.size())
                .filter(at -> labels.get(at).filter(Label.OWNER::equals).isPresent())
                .mapToObj(cells::get)
                .toList();
        if (told.size() < 2 || !OwnerColumn.isZone(told.getFirst(), zone)) {
            return cell(cells, Label.OWNER);
        }
        return told.stream().skip(1).filter(name -> !name.isBlank()).findFirst().orElse(told.getFirst());
    }

    /** Of several columns that could be it, the first in which a server stands. */
    private @Nullable String targetOf(List<String> cells, DomainName zone) {
        return cellsOfTargets(cells)
                .filter(cell -> isForeign(cell, zone))
                .findFirst()
                .or(() -> cellsOfTargets(cells)
                        .reduce((first, next) -> Words.hosts(first).isEmpty() && !first.equals(".") ? next : first))
                .orElse(null);
    }

    private static boolean isForeign(String cell, DomainName zone) {
        return Words.hosts(cell).stream().anyMatch(host -> !OwnerColumn.isOwnOrPlaceholder(host.group(), zone));
    }

    private Stream<String> cellsOfTargets(List<String> cells) {
        return IntStream.range(0, labels.size())
                .filter(at -> labels.get(at).filter(Label.TARGET::equals).isPresent())
                .mapToObj(cells::get);
    }

    /** Then {@code Host} is perhaps no server but whose mail it is. */
    private boolean isHostInUnknownColumn(List<String> cells) {
        return IntStream.range(0, labels.size())
                .anyMatch(at ->
                        labels.get(at).isEmpty() && !Words.hosts(cells.get(at)).isEmpty());
    }

    /** {@code MX Prio 10} or {@code MX 10} in a column of another name. */
    private static @Nullable String namedPriority(List<String> cells) {
        Optional<String> type = cells.stream()
                .filter(cell -> TYPE_AND_PRIORITY.matcher(cell).matches())
                .findFirst();
        if (type.isPresent()) {
            return firstNumber(type.get().replaceFirst("(?i)MX", " "));
        }
        return cells.stream()
                .map(PairReader.NAMED_PRIORITY::matcher)
                .filter(Matcher::find)
                .map(found -> firstNumber(found.replaceFirst("").substring(found.start())))
                .findFirst()
                .orElse(null);
    }

    private static Instruction.Why otherThanMx(String type) {
        return Words.saysOtherService(type) ? Instruction.Why.OTHER_SERVICE : Instruction.Why.OTHER_TYPE;
    }

    private static @Nullable String firstNumber(@Nullable String text) {
        return text == null
                ? null
                : Words.numbers(text).stream()
                        .map(MatchResult::group)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String firstOf(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private @Nullable String cell(List<String> cells, Label label) {
        int index = index(label);
        return index < 0 ? null : cells.get(index);
    }

    private int index(Label label) {
        return labels.indexOf(Optional.of(label));
    }
}
