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

    private static final Pattern DATA = Pattern.compile("(\\d{1,5})\\s+(\\S+)");
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
    private final Found found = new Found(new HashMap<>(), new HashMap<>(), new ArrayList<>());

    private TreeReader(DomainName zone) {
        this.zone = zone;
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
        return tree.values.size() > 1
                || !tree.values.isEmpty() && CALL.matcher(tree.name).find()
                || tree.values.stream().anyMatch(value -> value.key() != null)
                || tree.parts.stream().anyMatch(TreeReader::saysAnything);
    }

    private void level(Tree tree, Around outer) {
        Boolean type = TreeWords.typeOf(tree);
        String owner = ownerOf(tree);
        String ofZone = TreeWords.value(tree, "zone", "domain", "zone name", "domain name");
        Around here = new Around(
                type == null ? outer.isMx : type,
                owner == null ? outer.owner : owner,
                ofZone == null ? outer.zone : ofZone,
                firstNonNull(TreeWords.priorityOf(tree), outer.priority),
                firstNonNull(TreeWords.ttlOf(tree), outer.ttl));
        List<Target> targets = Boolean.FALSE.equals(here.isMx) ? List.of() : targets(tree, owner);
        boolean isRecord = Boolean.TRUE.equals(here.isMx) || isRecord(tree);
        for (Target target : targets) {
            Integer priority = target.priority == null ? here.priority : target.priority;
            if (Boolean.TRUE.equals(here.isMx) || priority != null && isRecord) {
                found.records
                        .computeIfAbsent(target.line, none -> new ArrayList<>())
                        .add(new Draft(ownerToSay(here), priority, target.host, here.ttl));
            }
        }
        leaveOthers(tree, targets, here);
        tree.parts.forEach(part -> level(part, here));
    }

    private static <T> @Nullable T firstNonNull(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }

    /** Whether keys say that this is a server with its priority. */
    private static boolean isRecord(Tree tree) {
        return TreeWords.priorityOf(tree) != null
                && tree.values.stream()
                        .anyMatch(value -> TreeWords.label(value.key()) == Label.TARGET
                                || TreeWords.label(value.key()) == Label.MX);
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
                            .anyMatch(host -> !OwnerColumn.isOwnOrPlaceholder(host.group(), zone));
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

    private @Nullable String ownerOf(Tree tree) {
        String named = null;
        boolean typed = false;
        boolean server = false;
        for (Tree.Value value : tree.values) {
            String text = value.text();
            boolean bare = text.matches("[^\\s{}$<>/()\\[\\]]*") && !Words.isNumber(text);
            Label label = TreeWords.label(value.key());
            if (value.key() == null) {
                typed |= TreeWords.isTypeWord(text);
                server |= isServer(text);
                boolean place = typed || Words.isMx(tree.name.substring(tree.name.lastIndexOf(' ') + 1));
                if (named == null
                        && place
                        && !server
                        && bare
                        && !TreeWords.isTypeWord(text)
                        && (!isForeign(text) || text.isEmpty())) {
                    named = text;
                }
            } else if (bare && label == Label.OWNER && !isZoneKey(value.key())) {
                named = text;
            } else if (bare && named == null && label == Label.HOST && !isForeign(text)) {
                named = text;
            } else if (bare
                    && named == null
                    && TreeWords.spaced(value.key()).matches("(?i)record")
                    && !isForeign(text)) {
                named = text;
            }
        }
        boolean keyOfRoot = named == null && tree.depth == 1 && tree.indent == 0 && isOwnerKey(tree);
        return keyOfRoot ? tree.name : named;
    }

    /** {@code 'shop': type: MX, values: …}: the key says whose record it is. */
    private static boolean isOwnerKey(Tree tree) {
        boolean values = tree.parts.stream()
                .anyMatch(part -> part.name.equals("values")
                        || part.name.equals("-") && part.parts.stream().anyMatch(inner -> inner.name.equals("values")));
        return values && Label.of(tree.name).isEmpty() && !tree.name.matches("(?i)spec|resources?|properties");
    }

    private static boolean isZoneKey(@Nullable String key) {
        return key != null && TreeWords.spaced(key).matches("(?i)(?:zone|domain)(?: name)?");
    }

    private boolean isForeign(String text) {
        return Words.isHost(text) && !OwnerColumn.isOwnOrPlaceholder(text, zone);
    }

    private boolean isServer(String text) {
        return DATA.matcher(text).matches() || isForeign(text);
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
            } else if (value.key() != null && isForeign(value.key()) && Words.isNumber(value.text())) {
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
            return isForeign(value.text()) || !isOwner && tree.values.size() <= 2;
        }
        return label == Label.TARGET && !isOwner && !(namesTarget && TreeWords.isServerToTell(value.key()))
                || label == Label.MX
                || label == Label.HOST && !isOwner && !namesTarget;
    }
}
