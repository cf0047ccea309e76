package de.postlotse.provider.paste;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.TypedDuration;
import de.postlotse.provider.paste.Instruction.Why;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads hosts with a number beside each, in a sentence or a list, and what sentences say of all of them. */
final class Prose {

    private static final Pattern PART_OF_A_HOST = Pattern.compile("(?iu)\\.[\\p{L}\\d-]+\\.\\p{L}{2}");

    private final DomainName zone;
    private final PairReader pairs;
    private final FoundRecords found;
    private final Block block;
    private final OpenRecord open;

    Prose(DomainName zone, FoundRecords found, Block block, OpenRecord open) {
        this.zone = zone;
        this.pairs = new PairReader(zone);
        this.found = found;
        this.block = block;
        this.open = open;
    }

    void read(PastedLine line) {
        List<MatchResult> all = Words.hosts(line.text());
        List<MatchResult> hosts = all.stream()
                .filter(host -> !pairs.isNoServer(host.group(), line))
                .toList();
        if (hosts.isEmpty()) {
            withoutServer(line, !all.isEmpty());
            return;
        }
        String first = hosts.getFirst().group();
        boolean alone = line.text().equals(first);
        if (alone && open.fields().awaitsServer()) {
            open.fields().takeServer(first, line);
            return;
        }
        open.end();
        boolean saysPriority = PairReader.NAMED_PRIORITY.matcher(line.text()).find();
        boolean numbered =
                saysPriority || !Words.numbers(withoutTtl(line.text())).isEmpty();
        boolean saysServer = Words.saysMx(line.text()) || Words.saysMailServer(line.text()) && hosts.size() == 1;
        boolean counts = Words.saysMx(line.text())
                || block.isInside() && (numbered && !isTalk(line) || alone || saysServer)
                || block.takesPriorities() && saysPriority;
        if (alone && counts) {
            open.fields().takeServer(first, line);
        } else if (!numbered && !alone && !Words.saysMx(line.text()) && isOnlyOwn(hosts) && found.hasPriorities()) {
            found.leave(line, Why.NOT_UNDERSTOOD);
        } else if (counts) {
            block.start();
            pairs.read(line).forEach(record -> found.add(record, line));
        } else if (hosts.size() == 1) {
            open.fields().takePerhaps(first, line);
        } else {
            found.leave(line, Why.NOT_UNDERSTOOD);
        }
    }

    /** Where servers have their priorities, a name below the domain in a sentence without one is where they send mail to. */
    private boolean isOnlyOwn(List<MatchResult> hosts) {
        return hosts.stream().allMatch(host -> OwnerColumn.isOwn(host.group(), zone));
    }

    private void withoutServer(PastedLine line, boolean namesZone) {
        if (found.isAboutTtl(line.text())) {
            return;
        }
        if (Words.isNumber(line.text())) {
            if (open.fields().hasPriority()) {
                open.end();
            }
            open.fields().take(new Fields.Field(Label.PRIORITY, line.text()), line);
        } else if (Words.saysMx(line.text())
                && (namesZone || PART_OF_A_HOST.matcher(line.text()).find())) {
            found.leave(line, Why.NOT_UNDERSTOOD);
        }
    }

    /** The priority of all servers, where the line names one and no server. */
    OptionalInt sharedPriority(PastedLine line) {
        List<MatchResult> numbers = Words.numbers(withoutTtl(line.text()));
        List<MatchResult> hosts = Words.hosts(line.text());
        boolean says = hosts.size() < 2
                && hosts.stream().allMatch(host -> OwnerColumn.isOwnOrPlaceholder(host.group(), zone))
                && numbers.size() == 1
                && PairReader.NAMED_PRIORITY
                        .matcher(line.text())
                        .results()
                        .anyMatch(named -> named.end() == numbers.getFirst().start())
                && (Words.saysMx(line.text()) && line.text().endsWith(":")
                        || Words.isSpoken(Words.of(line.text()))
                                && Pairing.SHARED.matcher(line.text()).find());
        return says ? OptionalInt.of(Integer.parseInt(numbers.getFirst().group())) : OptionalInt.empty();
    }

    private boolean isTalk(PastedLine line) {
        return !block.textSaysMx() && Words.isSpoken(Words.of(line.text()));
    }

    private static String withoutTtl(String text) {
        return TypedDuration.WITH_UNIT.matcher(text).replaceAll(" ");
    }
}
