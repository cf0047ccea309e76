package de.postlotse.provider.paste;

import de.postlotse.dns.DomainName;
import de.postlotse.provider.paste.Instruction.Why;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds MX records in what programs read; what a level does not say of a record, the levels around it say. */
final class TreeReader {

    static final Pattern DATA = Pattern.compile("(\\d{1,5})\\s+(\\S+)");
    /** What programs add to the domain to name what they define: {@code kunde.de-mail}. */
    private static final Pattern NAME_OF_A_PART = Pattern.compile("-[^.-]+$");

    private static final Pattern CALL = Pattern.compile("[\\w$](?:\\.|::|->)\\w+$");
    private static final Pattern DEFINED_ELSEWHERE = Pattern.compile(".*[${}].*");

    /** What is found, and where: in a line of the text. */
    record Found(Map<Integer, List<Draft>> records, Map<Integer, Why> left, List<Tree> read) {

        /** Whether programs read the line. */
        boolean has(PastedLine line) {
            return read.stream().anyMatch(tree -> tree.firstLine <= line.number() && line.number() <= tree.lastLine);
        }

        /** Tells what a line says. */
        void take(PastedLine line, FoundRecords found, Block block) {
            List<Draft> told = records.remove(line.number());
            Why why = left.get(line.number());
            if (told != null) {
                block.start();
                told.forEach(record -> found.add(record, line));
            } else if (why != null) {
                found.leave(line, why);
            }
            found.sayAllOf(line);
        }
    }

    /** What the levels around say. */
    private record Around(
            @Nullable Boolean isMx,
            @Nullable String owner,
            @Nullable String zone,
            @Nullable Integer priority,
            @Nullable Long ttl) {}

    private record Target(@Nullable Integer priority, String host, int line) {}

    private final DomainName zone;
    private final TreeOwner owners;
    private final Found found = new Found(new HashMap<>(), new HashMap<>(), new ArrayList<>());

    private TreeReader(DomainName zone) {
        this.zone = zone;
        this.owners = new TreeOwner(zone);
    }

    static Found read(String text, DomainName zone) {
        TreeReader reader = new TreeReader(zone);
        if (Words.saysMx(text)
                || TreeWords.SAYS_MX.matcher(TreeWords.spaced(text)).find()) {
            reader.readAll(BracketTrees.of(text));
            if (reader.found.records.isEmpty()) {
                reader.readAll(IndentTrees.of(text));
            }
        }
        return reader.found;
    }

    private void readAll(List<Tree> trees) {
        for (Tree tree : trees) {
            if (saysAnything(tree)) {
                level(tree, new Around(null, null, null, null, null));
                found.read.add(tree);
            }
        }
        if (found.records.isEmpty()) {
            found.left.clear();
            found.read.clear();
        }
    }

    /** Brackets in a sentence hold no values. */
    private static boolean saysAnything(Tree tree) {
        boolean keys = tree.values.stream().anyMatch(value -> value.key() != null);
        if (!keys && Words.isSpoken(Words.of(tree.name))) {
            return false;
        }
        return keys
                || tree.values.size() > 1
                || !tree.values.isEmpty() && CALL.matcher(tree.name).find()
                || tree.parts.stream().anyMatch(TreeReader::saysAnything);
    }

    private void level(Tree tree, Around outer) {
        Boolean type = TreeWords.typeOf(tree);
        String owner = owners.of(tree);
        String ofZone = TreeWords.value(tree, "zone", "domain", "zone name", "domain name");
        Around here = new Around(
                type == null ? outer.isMx : type,
                owner == null ? outer.owner : owner,
                ofZone == null ? outer.zone : ofZone,
                firstNonNull(TreeWords.priorityOf(tree), outer.priority),
                firstNonNull(TreeWords.ttlOf(tree), outer.ttl));
        List<Target> targets = Boolean.FALSE.equals(here.isMx) ? List.of() : targets(tree, owner);
        boolean isRecord = Boolean.TRUE.equals(here.isMx) || isRecord(tree);
        List<Target> used = new ArrayList<>();
        for (Target target : targets) {
            Integer priority = target.priority == null ? here.priority : target.priority;
            if (Boolean.TRUE.equals(here.isMx) || priority != null && isRecord) {
                used.add(target);
                found.records
                        .computeIfAbsent(target.line, none -> new ArrayList<>())
                        .add(new Draft(ownerToSay(here), priority, target.host, here.ttl));
            }
        }
        leaveOthers(tree, used, here);
        tree.parts.forEach(part -> level(part, here));
    }

    private static <T> @Nullable T firstNonNull(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }

    /** Whether keys say that this is a server with its priority. */
    private boolean isRecord(Tree tree) {
        return TreeWords.priorityOf(tree) != null
                && tree.values.stream()
                        .anyMatch(value -> TreeWords.label(value.key()) == Label.TARGET
                                || TreeWords.label(value.key()) == Label.MX
                                || TreeWords.label(value.key()) == Label.HOST && owners.isForeign(value.text()));
    }

    private @Nullable String ownerToSay(Around here) {
        boolean other =
                here.zone != null && Words.isHost(here.zone) && !OwnerColumn.isOwnOrPlaceholder(here.zone, zone);
        return other ? here.zone : here.owner != null ? here.owner : here.zone;
    }

    private void leaveOthers(Tree tree, List<Target> targets, Around here) {
        Set<String> hosts = targets.stream().map(Target::host).collect(Collectors.toSet());
        for (Tree.Value value : tree.values) {
            Matcher data = DATA.matcher(value.text());
            boolean used = hosts.contains(data.matches() ? data.group(2) : value.text()) || hosts.contains(value.key());
            boolean names = Boolean.FALSE.equals(here.isMx)
                    ? TreeWords.label(value.key()) != Label.OWNER
                            && (namesHostOrMx(value.text())
                                    || value.key() == null && value.text().contains("."))
                    : Words.hosts(value.text()).stream()
                            .map(host -> NAME_OF_A_PART.matcher(host.group()).replaceFirst(""))
                            .anyMatch(host -> !OwnerColumn.isOwnOrPlaceholder(host, zone));
            if (!used && names && !DEFINED_ELSEWHERE.matcher(value.text()).matches()) {
                found.left.putIfAbsent(
                        value.line(), Boolean.FALSE.equals(here.isMx) ? Why.OTHER_TYPE : Why.NOT_UNDERSTOOD);
            }
        }
    }

    private boolean namesHostOrMx(String text) {
        return Words.isTextData(text)
                || Words.hosts(text).stream().anyMatch(host -> !OwnerColumn.isOwnOrPlaceholder(host.group(), zone));
    }

    private List<Target> targets(Tree tree, @Nullable String owner) {
        List<Target> targets = new ArrayList<>();
        boolean namesTarget = namesTarget(tree);
        List<Integer> numbers = tree.values.stream()
                .filter(value -> value.key() == null && Words.isNumber(value.text()))
                .map(value -> Integer.valueOf(value.text()))
                .toList();
        Integer bare = numbers.stream()
                .filter(number -> numbers.size() == 1 || number < 300)
                .findFirst()
                .orElse(null);
        for (Tree.Value value : tree.values) {
            Matcher data = DATA.matcher(value.text());
            Label label = TreeWords.label(value.key());
            if (data.matches() && isTarget(data.group(2)) && label != Label.OWNER) {
                targets.add(new Target(Integer.valueOf(data.group(1)), data.group(2), value.line()));
            } else if (value.key() != null && owners.isForeign(value.key()) && Words.isNumber(value.text())) {
                targets.add(new Target(Integer.valueOf(value.text()), value.key(), value.line()));
            } else if (isTarget(value.text()) && isPlaceOfServer(tree, value, label, owner, namesTarget)) {
                targets.add(new Target(value.key() == null ? bare : null, value.text(), value.line()));
            }
        }
        return targets;
    }

    /** Whether a key, or that of a list, says what the record points to. */
    private static boolean namesTarget(Tree tree) {
        return Stream.concat(
                        tree.values.stream().map(Tree.Value::key),
                        tree.parts.stream().map(part -> part.name))
                .anyMatch(key -> TreeWords.label(key) == Label.TARGET && !TreeWords.isServerToTell(key));
    }

    private static boolean isTarget(String text) {
        return Words.isHost(text) || text.equals(".");
    }

    private boolean isPlaceOfServer(
            Tree tree, Tree.Value value, @Nullable Label label, @Nullable String owner, boolean namesTarget) {
        boolean isOwner = value.text().equals(owner);
        if (value.key() == null) {
            return owners.isForeign(value.text()) || !isOwner && tree.values.size() <= 2;
        }
        return label == Label.TARGET && !isOwner && !(namesTarget && TreeWords.isServerToTell(value.key()))
                || label == Label.MX
                || label == Label.HOST && !isOwner && !namesTarget;
    }
}
