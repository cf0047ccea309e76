package de.postlotse.provider.paste;

import de.postlotse.dns.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that only say that MX records follow, and perhaps whose: {@code MX-Einträge für shop.kunde.de:}. */
final class Sections {

    private static final Pattern OWNER = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:für|fuer|for|von|of|domain)\\s+([^\\s:]{1,255})\\s*(?::|\\s\\p{L}[^:.]{0,200}:)$");

    /** {@code Für shop.kunde.de: 10 mx.example.net}, or a name and a colon alone. */
    private static final Pattern BEFORE = Pattern.compile(
            "(?iu)^(?:(?:für|fuer|for)\\s+([^\\s:]{1,255})(?:\\s+(?:gilt|gelten|lautet|lauten|use|set))?:(.*)|([^\\s:]{1,255}):)$");

    /** Below the records: {@code für die Domain shop.kunde.de}. */
    private static final Pattern BEHIND = Pattern.compile(
            "(?iu)^(?:(?:jeweils|gilt|gelten|valid|all|alle|beide|both)\\s+){0,2}(?:für|fuer|for|auf|on|an)\\s+(?:(?:die|der|den|das|the|your|ihre|deine)\\s+)?"
                    + "(?:(?:sub-?domain|domain|host(?:name)?|name)\\s+)?([^\\s:]{1,255}?)\\.?$");

    private static final Pattern ROW = Pattern.compile("(?i)^MX\\s+\\d{1,5}\\s+\\S+\\.\\S");

    /** A type and a colon: the fields of such a record follow. */
    private static final Pattern TYPE_ALONE = Pattern.compile(
            "(?i)(?:MX|TXT|SPF|DKIM|DMARC|CNAME|SRV|AAAA|A)(?:[- ](?:records?|eintrag|einträge))?\\s?:");

    /** {@code on that subdomain}, which a line above it names. */
    private static final Pattern SAID_BEFORE = Pattern.compile(
            "(?iu)(?<!\\p{L})(on|for|to|auf|für|unter|bei)\\s+(?:that|this|the same|diese[rsn]?|der|die)\\s+sub-?domain(?![\\p{L}\\w]|\\s[\\p{L}\\d-]+\\.)");

    /** @param rest what the line says of it */
    record Start(String owner, String rest) {}

    private Sections() {}

    /** A name below the domain in a line of its own, with rows of MX records right below it, is whose they are. */
    static List<PastedLine> named(List<PastedLine> lines, DomainName zone) {
        List<PastedLine> named = new ArrayList<>(lines);
        String subdomain = null;
        for (int at = 0; at < lines.size(); at++) {
            String text = lines.get(at).text();
            Matcher before = SAID_BEFORE.matcher(text);
            if (subdomain != null && before.find()) {
                named.set(at, lines.get(at).withText(before.replaceFirst("$1 " + Matcher.quoteReplacement(subdomain))));
            }
            for (MatchResult host : Words.hosts(text)) {
                boolean below =
                        OwnerColumn.isOwnOrPlaceholder(host.group(), zone) && !OwnerColumn.isApex(host.group(), zone);
                subdomain = below ? host.group() : subdomain;
            }
        }
        for (int at = 0; at + 1 < lines.size(); at++) {
            PastedLine line = lines.get(at);
            PastedLine below =
                    lines.get(at + 1).isBlank() && at + 2 < lines.size() ? lines.get(at + 2) : lines.get(at + 1);
            boolean rowsBelow = ROW.matcher(below.text()).find();
            if (rowsBelow
                    && (at == 0 || lines.get(at - 1).isBlank())
                    && Words.isHost(line.text())
                    && OwnerColumn.isOwn(line.text(), zone)) {
                named.set(at, line.withText(line.text() + ":"));
            } else if (rowsBelow
                    && line.text().endsWith(":")
                    && Words.isHost(line.text().substring(0, line.text().length() - 1))) {
                named.set(at, line.withText("For " + line.text()));
            }
        }
        return named;
    }

    /** The name below the domain that a line begins with. */
    static Optional<Start> startOf(String line, DomainName zone) {
        Matcher found = BEFORE.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        String owner = found.group(1) == null ? found.group(3) : found.group(1);
        return Words.isHost(owner) && (found.group(1) != null || OwnerColumn.isOwnOrPlaceholder(owner, zone))
                ? Optional.of(new Start(
                        owner, found.group(1) == null ? "" : found.group(2).strip()))
                : Optional.empty();
    }

    /** The name of which a line says no more than that the records above it are for it. */
    static Optional<String> ownerOfThoseAbove(String line, DomainName zone) {
        Matcher found = BEHIND.matcher(line);
        return found.matches() && Words.isHost(found.group(1)) && OwnerColumn.isOwnOrPlaceholder(found.group(1), zone)
                ? Optional.of(found.group(1))
                : Optional.empty();
    }

    /** Whose records follow, as written. */
    static Optional<String> ownerIn(String line, DomainName zone) {
        Matcher own = OWNER.matcher(line + ":");
        if (own.find()
                && Words.isHost(own.group(1))
                && Words.hosts(line).size() == 1
                && OwnerColumn.isOwnOrPlaceholder(own.group(1), zone)) {
            return Optional.of(own.group(1));
        }
        Matcher found = OWNER.matcher(line);
        return found.find() && Words.isHost(found.group(1)) && Words.hosts(line).size() == 1
                ? Optional.of(found.group(1))
                : Optional.empty();
    }

    /** Whether a line is the title of fields that follow. */
    static boolean isType(String line) {
        return TYPE_ALONE.matcher(line).matches();
    }

    /** Whether the words of the line announce MX records, with nothing of a record in them. */
    static boolean announces(String line, Optional<String> owner) {
        boolean bare = Words.hosts(line).isEmpty() && Words.numbers(line).isEmpty();
        return (bare || owner.isPresent())
                && (Words.saysMx(line) || owner.isPresent() && Words.saysMailServer(line))
                && !Words.saysOtherType(line);
    }
}
