package de.postlotse.provider.paste;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.TypedDuration;
import de.postlotse.provider.paste.Instruction.Left;
import de.postlotse.provider.paste.Instruction.PastedRecord;
import de.postlotse.provider.paste.Instruction.PastedSet;
import de.postlotse.provider.paste.Instruction.Why;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was found so far: the records of each owner, and the lines that were left out. */
final class FoundRecords {

    private static final Pattern ORIGIN = Pattern.compile("(?i)^\\$ORIGIN\\s+(\\S+)");
    private static final Pattern DEFAULT_TTL = Pattern.compile("(?i)^\\$TTL\\s+(\\S.*)");
    private static final Pattern SPOKEN_TTL = Pattern.compile(
            "(?iu)(?:.*\\s)?TTL(?!\\p{L})\\D{1,40}?(" + TypedDuration.EXPRESSION + "|\\d{2,6}(?=[\\s.,]|$)).*");
    private static final int MOST_RECORDS = 60;
    private static final int MOST_LEFT = 50;
    private static final int SHOWN = 100;

    private final DomainName zone;
    private final Map<String, List<PastedRecord>> sets = new LinkedHashMap<>();
    private final Map<String, Long> ttls = new LinkedHashMap<>();
    private final List<Left> left = new ArrayList<>();
    private final Set<String> ownersAsWritten = new HashSet<>();
    /** The servers since the last section of which no line says whose they are. */
    private final Set<String> withoutOwner = new HashSet<>();
    /** Lines that name what was there before, too. */
    private final Set<Integer> replacing = new HashSet<>();

    private final Doubts doubts = new Doubts();
    /** The records that the last server came to. */
    private @Nullable List<PastedRecord> last;

    private boolean prioritiesComeFirst;

    private @Nullable String lastOwner;
    /** What the records are for of which nothing else is said. */
    private String section = "";

    private String origin = "";
    private @Nullable Long commonTtl;
    private @Nullable Integer commonPriority;

    FoundRecords(DomainName zone) {
        this.zone = zone;
    }

    /** Whether a line of a zone file says something of all lines (RFC 1035 §5.1, RFC 2308 §4). */
    boolean isDirective(String line) {
        Matcher start = ORIGIN.matcher(line);
        Matcher ttl = DEFAULT_TTL.matcher(line);
        if (start.find()) {
            startFrom(start.group(1));
            return true;
        }
        if (ttl.find()) {
            commonTtl = null;
            TypedDuration.seconds(ttl.group(1)).ifPresent(seconds -> sayTtl(seconds));
            return true;
        }
        return false;
    }

    /** Whether a sentence says how long all records live. */
    boolean isAboutTtl(String line) {
        Matcher ttl = SPOKEN_TTL.matcher(line);
        if (!ttl.matches()) {
            return false;
        }
        TypedDuration.seconds(ttl.group(1)).ifPresent(seconds -> sayTtl(seconds));
        return true;
    }

    /** A TTL in seconds for owners of which the text says none; the first one counts. */
    void sayTtl(@Nullable Long seconds) {
        commonTtl = commonTtl == null ? Draft.told(seconds) : commonTtl;
    }

    /** The priority of servers that say none: of those named so far, or else of those that follow. */
    void sayPriority(int priority) {
        boolean behind = sets.values().stream()
                .flatMap(List::stream)
                .anyMatch(
                        record -> record.priority() == null && !record.target().equals("."));
        commonPriority = behind ? null : Integer.valueOf(priority);
        if (behind) {
            sets.values()
                    .forEach(records -> records.replaceAll(record ->
                            record.priority() == null ? new PastedRecord(priority, record.target()) : record));
        }
    }

    /** Whether these are the priorities of the servers so far, which had none; then they have them now. */
    boolean takePriorities(List<Integer> told) {
        List<PastedRecord> records = sets.size() == 1 ? sets.values().iterator().next() : List.of();
        if (told.size() < 2
                || told.size() != records.size()
                || records.stream().anyMatch(record -> record.priority() != null)) {
            return false;
        }
        for (int n = 0; n < told.size(); n++) {
            records.set(n, new PastedRecord(told.get(n), records.get(n).target()));
        }
        return true;
    }

    /** Whether a line that only says a priority says that of the last server, as all such lines here stand below theirs. */
    boolean takePriorityOfLast(List<Integer> told) {
        if (told.size() != 1 || last == null || prioritiesComeFirst) {
            prioritiesComeFirst |= told.size() == 1;
            return false;
        }
        List<PastedRecord> records = last;
        PastedRecord record = records.getLast();
        if (record.priority() != null) {
            return false;
        }
        records.set(records.size() - 1, new PastedRecord(told.getFirst(), record.target()));
        return true;
    }

    /** Whether servers have their priorities. */
    boolean hasPriorities() {
        return sets.values().stream().flatMap(List::stream).anyMatch(record -> record.priority() != null);
    }

    /** Relative names that follow are below this one (RFC 1035 §5.1), which may be relative itself. */
    private void startFrom(String name) {
        boolean complete =
                name.endsWith(".") || OwnerColumn.read(name, zone, "").isEmpty() || isOwn(name);
        origin = complete ? name : name + "." + (origin.isEmpty() ? zone + "." : origin);
        origin = origin.equals(".") ? "" : origin;
    }

    /** A record of another type has this owner; lines below that begin with a blank have it, too (RFC 1035 §5.1). */
    void seeOwner(String written) {
        lastOwner = written;
    }

    /** Records that follow are for this name where they say nothing else. */
    void startSection(String owner) {
        commonPriority = null;
        withoutOwner.clear();
        section = owner;
    }

    private boolean isOwn(String name) {
        return OwnerColumn.isOwnOrPlaceholder(name, zone);
    }

    /** The owner of the records above that say none, or else of those that follow. */
    void sayOwner(String written) {
        Optional<String> owner = OwnerColumn.read(written, zone, origin);
        List<PastedRecord> ofZone = sets.getOrDefault(OwnerColumn.APEX, List.of());
        if (owner.isEmpty() || withoutOwner.isEmpty() || !section.isEmpty()) {
            startSection(written);
            return;
        }
        ownersAsWritten.add(written);
        if (!owner.get().equals(OwnerColumn.APEX)) {
            List<PastedRecord> moved = ofZone.stream()
                    .filter(record -> withoutOwner.contains(record.target()))
                    .toList();
            ofZone.removeAll(moved);
            sets.computeIfAbsent(owner.get(), none -> new ArrayList<>()).addAll(moved);
            Long ttl = ofZone.isEmpty() ? ttls.remove(OwnerColumn.APEX) : null;
            if (ttl != null) {
                ttls.putIfAbsent(owner.get(), ttl);
            }
        }
        withoutOwner.clear();
    }

    void add(Draft record, PastedLine line) {
        String typed =
                record.owner() == null ? (lastOwner == null || !line.indented() ? "" : lastOwner) : record.owner();
        lastOwner = typed;
        if (typed.isBlank() && !section.isEmpty()) {
            typed = isProviderOf(record) ? "" : section;
        }
        Optional<String> owner = OwnerColumn.read(typed, zone, origin);
        ownersAsWritten.add(typed);
        if (owner.isEmpty()) {
            String complete = typed.endsWith(".") || origin.isEmpty() ? typed : origin;
            boolean otherDomain = Words.isHost(complete) && !OwnerColumn.isOwn(complete, zone);
            leave(line, otherDomain ? Why.OTHER_DOMAIN : Why.NOT_UNDERSTOOD);
            return;
        }
        List<PastedRecord> records = sets.computeIfAbsent(owner.get(), none -> new ArrayList<>());
        String target = target(record.target());
        boolean there = records.stream().anyMatch(other -> other.target().equalsIgnoreCase(target));
        if (typed.isBlank() && !there) {
            withoutOwner.add(target);
        }
        doubts.see(target, line, !typed.isBlank());
        if (!there && sets.values().stream().mapToInt(List::size).sum() < MOST_RECORDS) {
            last = records;
            records.add(new PastedRecord(record.priority() == null ? commonPriority : record.priority(), target));
        }
        if (record.ttl() != null) {
            ttls.putIfAbsent(owner.get(), record.ttl());
        }
    }

    /** Complete, without the final dot. */
    private String target(String written) {
        if (written.equals(".")) {
            return written;
        }
        String complete = written.endsWith("." + Draft.ORIGIN)
                ? written.substring(0, written.length() - 1) + (origin.isEmpty() ? zone : origin)
                : written.contains(".") || origin.isEmpty() ? written : written + "." + origin;
        return complete.endsWith(".") ? complete.substring(0, complete.length() - 1) : complete;
    }

    /** Nothing more is to be told of a line. */
    void sayAllOf(PastedLine line) {
        replacing.add(line.number());
    }

    void leave(PastedLine line, Why why) {
        boolean there = left.stream().anyMatch(other -> other.line() == line.number());
        if (!there && left.size() < MOST_LEFT) {
            String text = line.text().replace('\t', ' ');
            left.add(new Left(line.number(), text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…", why));
        }
    }

    /** Whether the section is named after the domain of the server itself: it is the provider's, and nobody's owner. */
    private boolean isProviderOf(Draft record) {
        return !isOwn(section)
                && ("." + target(record.target()))
                        .toLowerCase(Locale.ROOT)
                        .endsWith("." + section.toLowerCase(Locale.ROOT));
    }

    /** Nothing that names a server is passed over in silence, whatever the reading made of it. */
    void leaveWhatWasNotUsed(List<PastedLine> lines) {
        for (PastedLine line : lines) {
            boolean used = Words.hosts(line.apart(zone).text()).stream()
                    .map(MatchResult::group)
                    .allMatch(host -> OwnerColumn.isOwnOrPlaceholder(host, zone) || isUsed(host));
            if (!used
                    && !replacing.contains(line.number())
                    && !Words.isCommand(line.text())
                    && !line.text().startsWith("$")) {
                leave(line, line.isAboutOther() ? Why.OTHER_SERVICE : Why.NOT_UNDERSTOOD);
            }
        }
    }

    /** Where servers have their priorities, the domain's own name without one says whose they are. */
    private void dropNameOfTheDomain(List<PastedRecord> records) {
        if (records.stream().anyMatch(record -> record.priority() != null)) {
            records.removeIf(record -> record.priority() == null && OwnerColumn.isZone(record.target(), zone));
        }
    }

    /** Whether a name is the owner or the target of a record. */
    private boolean isUsed(String written) {
        if (ownersAsWritten.contains(written)) {
            return true;
        }
        String host = target(written);
        return sets.values().stream()
                .flatMap(List::stream)
                .anyMatch(record -> record.target().equalsIgnoreCase(host));
    }

    Instruction result() {
        sets.values().forEach(this::dropNameOfTheDomain);
        doubts.settle(sets, this::leave);
        left.sort(Comparator.comparingInt(Left::line));
        return new Instruction(
                sets.entrySet().stream()
                        .filter(set -> !set.getValue().isEmpty())
                        .map(set -> new PastedSet(
                                set.getKey(), ttls.getOrDefault(set.getKey(), commonTtl), List.copyOf(set.getValue())))
                        .toList(),
                List.copyOf(left));
    }
}
