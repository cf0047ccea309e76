package de.postlotse.provider.paste;

import de.postlotse.policy.TypedDuration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A record that is told field by field, over several lines. */
final class FieldRecord {

    /** {@code This is left blank for MX records.} */
    private static final Pattern BLANK = Pattern.compile("(?iu).*(?<!\\p{L})(?:blank|empty|leer|frei)(?!\\p{L}).*");

    private final Set<Label> said = EnumSet.noneOf(Label.class);
    private final List<Draft> servers = new ArrayList<>();
    private @Nullable String owner;
    private @Nullable String host;
    private @Nullable Integer priority;
    /** One for each server, where a field tells several. */
    private List<Integer> priorities = List.of();

    private @Nullable Long ttl;
    private boolean saysType;
    private boolean otherType;
    private boolean saysMx;
    private boolean uncertain;
    /** The line of its server, to be shown where the record is left out. */
    private @Nullable PastedLine line;

    /** Whether a further field of this kind belongs to the next record. */
    boolean has(@Nullable Label label) {
        Label kind = label == null ? Label.TARGET : label;
        return said.contains(kind) && !(kind == Label.TARGET && servers.isEmpty());
    }

    boolean isEmpty() {
        return said.isEmpty();
    }

    /** Whether a server is named; {@code Host:} may name the owner as well. */
    boolean hasServer() {
        return !servers.isEmpty();
    }

    boolean hasHost() {
        return !servers.isEmpty() || host != null && Words.isHost(host);
    }

    boolean awaitsServer() {
        return servers.isEmpty() && (priority != null || saysMx);
    }

    /** A record of which a line tells all but its data: {@code kunde.de. 14400 MX}, as on pages of panels. */
    static Optional<FieldRecord> begunBy(PastedLine line) {
        List<String> words = Words.of(line.text());
        boolean begins = words.size() > 1
                && words.size() < 5
                && words.getLast().equalsIgnoreCase("MX")
                && (Words.isHost(words.getFirst()) || words.getFirst().equals(OwnerColumn.APEX))
                && words.subList(1, words.size() - 1).stream()
                        .allMatch(word -> Words.isNumber(word) || Words.isClass(word));
        if (!begins) {
            return Optional.empty();
        }
        FieldRecord record = new FieldRecord();
        record.said.addAll(List.of(Label.OWNER, Label.TYPE));
        record.owner = words.getFirst();
        record.ttl = words.stream()
                .filter(Words::isNumber)
                .map(Long::valueOf)
                .findFirst()
                .orElse(null);
        record.saysType = true;
        record.saysMx = true;
        record.line = line;
        return Optional.of(record);
    }

    /** Whether the record's type is known. */
    boolean saysType() {
        return saysType;
    }

    /** Whether an owner was named, and its data may follow behind {@code MX:}. */
    boolean awaitsMx() {
        return servers.isEmpty() && (owner != null || host != null);
    }

    /** The owner where nothing else was said: it is that of what follows. */
    Optional<String> ownerAlone() {
        boolean alone = servers.isEmpty() && !otherType && priority == null;
        return alone ? Optional.ofNullable(owner != null ? owner : host) : Optional.empty();
    }

    /** A priority of which nothing else was said. */
    @Nullable
    Integer priorityAlone() {
        return said.equals(EnumSet.of(Label.PRIORITY)) ? priority : null;
    }

    /** {@code Host:} named the owner of a record that is none of ours. */
    void forgetHost() {
        host = null;
    }

    boolean isOfOtherType() {
        return otherType;
    }

    boolean saysMx() {
        return saysMx;
    }

    boolean hasPriority() {
        return priority != null || servers.stream().anyMatch(server -> server.priority() != null);
    }

    @Nullable
    PastedLine line() {
        return line;
    }

    void take(Fields.Field field, PastedLine from) {
        said.add(field.label() == null ? Label.TARGET : field.label());
        switch (field.label()) {
            case TYPE -> {
                saysType = true;
                saysMx = Words.saysMx(field.value());
                otherType = !saysMx;
            }
            case PRIORITY -> {
                priority = number(field.value());
                priorities = Words.numbers(field.value()).stream()
                        .map(number -> Integer.valueOf(number.group()))
                        .toList();
            }
            case TTL -> ttl = seconds(field.value());
            case CLASS, OLD -> {}
            case OWNER -> owner = field.value().isBlank() ? owner : withoutRemark(field.value());
            case HOST -> {
                host = withoutRemark(field.value());
                line = line == null ? from : line;
            }
            case MX -> {
                saysMx = true;
                priority = number(field.value());
                takeServers(field.value(), from);
            }
            case TARGET -> takeServers(field.value(), from);
            case null -> {
                uncertain = true;
                takeServers(field.value(), from);
            }
        }
    }

    /** A host in a line that says nothing known: it is a server if a priority stands beside it. */
    void takePerhaps(String name, PastedLine from) {
        takeServer(name, from);
        uncertain = true;
    }

    void sayMx() {
        saysMx = true;
    }

    boolean isUncertain() {
        return uncertain && !hasPriority();
    }

    /** A host that stands alone in its line. */
    void takeServer(String name, PastedLine from) {
        said.add(Label.TARGET);
        servers.add(new Draft(null, null, name, null));
        line = from;
    }

    private void takeServers(String value, PastedLine from) {
        List<MatchResult> hosts = Words.hosts(value);
        if (value.equals(".") || value.equals("0 .")) {
            servers.add(new Draft(null, 0, ".", null));
            line = from;
        }
        List<List<Integer>> beside = Pairing.of(value, hosts, Words.numbers(value));
        for (int n = 0; n < hosts.size(); n++) {
            Integer number = beside.get(n).isEmpty() ? null : beside.get(n).getFirst();
            servers.add(new Draft(null, number, hosts.get(n).group(), null));
            line = from;
        }
    }

    /** Its records; none where it names no server. */
    List<Draft> records() {
        boolean hostIsServer = servers.isEmpty() && host != null && Words.isHost(host);
        List<Draft> found = hostIsServer && host != null ? List.of(new Draft(null, null, host, null)) : servers;
        String of = owner != null ? owner : hostIsServer ? null : host;
        List<Draft> records = new ArrayList<>();
        for (int n = 0; n < found.size(); n++) {
            Draft server = found.get(n);
            Integer told = found.size() > 1 && priorities.size() == found.size() ? priorities.get(n) : priority;
            records.add(new Draft(of, server.priority() == null ? told : server.priority(), server.target(), ttl));
        }
        return records;
    }

    /** {@code shop (or shop.example.com)}: what stands in brackets behind a name says it again. */
    private static String withoutRemark(String value) {
        if (Words.isSpoken(Words.of(value))
                && Words.hosts(value).isEmpty()
                && BLANK.matcher(value).matches()) {
            return OwnerColumn.APEX;
        }
        int bracket = value.indexOf(" (");
        return bracket > 0 ? value.substring(0, bracket).strip() : value;
    }

    @Nullable
    Long ttl() {
        return ttl;
    }

    private static @Nullable Integer number(String text) {
        return Words.numbers(text).stream()
                .findFirst()
                .map(number -> Integer.valueOf(number.group()))
                .orElse(null);
    }

    private static @Nullable Long seconds(String text) {
        OptionalLong seconds = TypedDuration.seconds(text);
        Integer number = number(text);
        return seconds.isPresent() ? Long.valueOf(seconds.getAsLong()) : number == null ? null : Long.valueOf(number);
    }
}
