package de.postlotse.provider.paste;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.TypedDuration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads hosts with a number beside each, as sentences and lists have them. */
record PairReader(DomainName zone) {

    static final Pattern NAMED_PRIORITY = Pattern.compile("(?iu)" + Label.PRIORITY_WORDS + "\\W{0,3}(?=\\d)");

    private static final Pattern NUMBERED_SERVER = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:(?:mail|mx)[ -]?)?(?:server|eintrag|record|nr\\.?)[ #]*\\d{1,2}(?![\\w.])");

    /** What numbers of letters and notes are called: {@code Rückruf Nr. 4711}. */
    private static final Pattern REFERENCE = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:nr|nummer|\\p{L}+nummer|no|number|ticket|tel|telefon|phone)(?:\\.|:)? ?#?\\d[\\d /-]{2,20}(?!\\w)");

    /** {@code shop → mx.example.net}. */
    private static final Pattern ARROW = Pattern.compile(
            "(?iu)^(@|\\*|[\\p{L}\\d_.*-]{1,255})\\s*(?:→|->|=>|⇒)\\s*(?=(?:\\d{1,5}\\s+)?[\\p{L}\\d-]+\\.)");

    List<Draft> read(PastedLine line) {
        Matcher duration = TypedDuration.WITH_UNIT.matcher(line.text());
        Long ttl = duration.find()
                ? Long.valueOf(TypedDuration.seconds(duration.group()).orElse(0))
                : null;
        String text = line.text();
        for (Pattern said : List.of(TypedDuration.WITH_UNIT, NAMED_PRIORITY, NUMBERED_SERVER, REFERENCE)) {
            text = said.matcher(text)
                    .replaceAll(found -> " ".repeat(found.group().length()));
        }
        List<MatchResult> numbers = Words.numbers(text);
        String owner = owner(line, numbers);
        List<MatchResult> hosts = Words.hosts(text).stream()
                .filter(host -> !isNoServer(host.group()) && !host.group().equals(owner))
                .toList();
        boolean numberFirst = Pairing.isNumberFirst(hosts, numbers);
        List<List<Integer>> beside = Pairing.of(text, hosts, numbers);
        List<Draft> found = new ArrayList<>();
        for (int n = 0; n < hosts.size(); n++) {
            MatchResult host = hosts.get(n);
            Long told = ttl == null
                            && hosts.size() == 1
                            && numberFirst
                            && line.cells().size() > 2
                    ? lastCell(line)
                    : ttl;
            found.add(pair(host.group(), beside.get(n), told, numberFirst).withOwner(owner));
        }
        return found;
    }

    /** Whose servers a line is about, where it says so before it names them. */
    private @Nullable String owner(PastedLine line, List<MatchResult> numbers) {
        List<String> cells = line.cells();
        String first = cells.getFirst();
        boolean spoken = Words.isSpoken(Words.of(line.text()));
        if (!spoken
                && cells.size() > 2
                && Words.isRelativeHost(first)
                && !Words.isNumber(first)
                && !Words.isSpeech(first)) {
            return first;
        }
        Matcher arrow = ARROW.matcher(line.text());
        if (arrow.find()
                && !Words.isSpeech(arrow.group(1))
                && (!arrow.group(1).contains(".") || OwnerColumn.isOwnOrPlaceholder(arrow.group(1), zone))) {
            return arrow.group(1);
        }
        List<MatchResult> hosts = Words.hosts(line.text());
        MatchResult own = hosts.getFirst();
        boolean numberBeside = numbers.stream()
                .anyMatch(number -> number.end() <= own.start()
                        || hosts.size() > 1
                                && number.start() >= own.end()
                                && number.end() <= hosts.get(1).start());
        return hosts.size() > 1 && !numberBeside && OwnerColumn.isOwn(own.group(), zone) ? own.group() : null;
    }

    /** {@code 10, mx.example.net, 3600} in cells of a row. */
    private static @Nullable Long lastCell(PastedLine line) {
        String last = line.cells().getLast();
        return Words.isNumber(last) ? Draft.told(Long.valueOf(last)) : null;
    }

    private static Draft pair(String host, List<Integer> beside, @Nullable Long ttl, boolean numberFirst) {
        if (beside.isEmpty()) {
            return new Draft(null, null, host, ttl);
        }
        if (beside.size() == 1) {
            return new Draft(null, beside.getFirst(), host, ttl);
        }
        boolean firstIsTtl = numberFirst || beside.get(0) > beside.get(1);
        Integer priority = firstIsTtl ? beside.get(1) : beside.get(0);
        Integer seconds = firstIsTtl ? beside.get(0) : beside.get(1);
        return new Draft(null, priority, host, ttl != null ? ttl : Long.valueOf(seconds));
    }

    /** The zone itself, or what pages of providers put in its place; and hosts of pages. */
    boolean isNoServer(String host, PastedLine line) {
        boolean onlyNamed = Words.isSpoken(Words.of(line.text()))
                && Words.numbers(line.text()).isEmpty()
                && !Words.saysServer(line.text());
        return isNoServer(host) || onlyNamed && OwnerColumn.isOwn(host, zone);
    }

    private boolean isNoServer(String host) {
        return OwnerColumn.isApex(host, zone) || Words.isWebHost(host);
    }
}
