package de.postlotse.provider.paste;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import de.postlotse.policy.TypedOwner;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads whose mail a record is about, as pages of providers write it for a domain that is not this one. */
final class OwnerColumn {

    static final String APEX = "@";

    private static final Pattern APEX_WORDS = Pattern.compile(
            "(?iu)\\s*|@|\\.|.*(?:^|[\\s(/,])@(?:$|[\\s)/,]).*|\\(?(?:leer|blank|none|empty|keiner?|root|apex|(?:leave (?:it )?|left )(?:blank|empty)|leer ?lassen|"
                    + "nicht ausfüllen|(?:ihre|deine|meine|your|my)[ -]?domain(?:name)?\\.?|domain(?:name)?|-|–|n/a|hauptdomain|identisch mit übergeordnetem ordner|same as parent folder|main domain|<.*>|\\[.*\\])\\)?");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?iu)(?:[\\p{L}-]*(?:example|beispiel|muster)[\\p{L}\\d-]*|(?:(?:ihre?|deine?|meine?|your|my|the|eure|unsere)-?)(?:company|custom|eigene|neue|new)?-?"
                    + "(?:domain|domäne|domaene|firma|website|seite|site|company)[\\p{L}\\d-]*|domain(?:name)?|custom-?domain|kundendomain|firmenname|acme)"
                    + "\\.[\\p{L}]{2,}");
    private static final Set<String> TOP_LEVELS = Set.of(
            "de", "com", "net", "org", "at", "ch", "eu", "info", "biz", "io", "co", "uk", "nl", "fr", "it", "es", "pl",
            "email", "shop", "online", "app", "dev", "me", "us", "cloud", "tld");

    private OwnerColumn() {}

    /**
     * The owner relative to the zone, {@code @} for the zone itself; nothing where the name is of another domain, or can be no owner.
     *
     * @param origin that relative names are below (RFC 1035 §5.1); blank for the zone itself
     */
    static Optional<String> read(String typed, DomainName zone, String origin) {
        String text = typed.strip();
        if (APEX_WORDS.matcher(text).matches()) {
            return origin.isEmpty() ? Optional.of(APEX) : absolute(origin, zone);
        }
        boolean complete = text.endsWith(".");
        String name = complete ? text.substring(0, text.length() - 1) : text;
        if (complete || isOwn(name, zone) || withoutPlaceholder(name).isPresent()) {
            return absolute(name, zone);
        }
        if (!origin.isEmpty()) {
            return absolute(name + "." + origin, zone);
        }
        String last = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.contains(".")
                        && (TOP_LEVELS.contains(last)
                                || last.equals(zone.labels().getLast()))
                ? Optional.empty()
                : relative(name, zone);
    }

    /** {@code * und kunde.de} in one cell; a single one otherwise, which may be null. */
    static List<@Nullable String> several(@Nullable String typed, DomainName zone) {
        String[] names = typed == null ? new String[0] : typed.split("\\s*(?:,|/|\\s(?:und|and|or|oder|&)\\s)\\s*");
        boolean all = names.length > 1
                && Arrays.stream(names)
                        .allMatch(name -> name.equals("*") || name.equals(APEX) || isOwnOrPlaceholder(name, zone));
        return all ? List.of(names) : Collections.singletonList(typed);
    }

    /** Whether a name is the zone, below it, or stands for it on the page of a provider. */
    static boolean isOwnOrPlaceholder(String name, DomainName zone) {
        return isOwn(withoutDot(name), zone)
                || withoutPlaceholder(withoutDot(name)).isPresent();
    }

    static boolean isZone(String name, DomainName zone) {
        return read(name).filter(zone::equals).isPresent();
    }

    /** Whether a name is the zone itself, or what pages of providers put in its place. */
    static boolean isApex(String name, DomainName zone) {
        return isZone(name, zone)
                || isOwnOrPlaceholder(name, zone)
                        && read(name, zone, "").filter(APEX::equals).isPresent();
    }

    private static Optional<String> absolute(String typed, DomainName zone) {
        String name = withoutDot(typed);
        return isOwn(name, zone)
                ? relative(name, zone)
                : withoutPlaceholder(name).flatMap(rest -> relative(rest, zone));
    }

    /** Whether a name is the zone or below it. */
    static boolean isOwn(String name, DomainName zone) {
        String host = name.startsWith("*.") ? name.substring(2) : name;
        return read(host).filter(own -> own.isAtOrBelow(zone)).isPresent();
    }

    /** What stands before {@code example.com} and its like. */
    private static Optional<String> withoutPlaceholder(String name) {
        for (int start = 0; start >= 0; start = next(name, start)) {
            if (PLACEHOLDER.matcher(name.substring(start)).matches()) {
                return Optional.of(start == 0 ? APEX : name.substring(0, start - 1));
            }
        }
        return Optional.empty();
    }

    private static int next(String name, int start) {
        int dot = name.indexOf('.', start);
        return dot < 0 ? -1 : dot + 1;
    }

    /** As owners are read everywhere; nothing where it can be none. */
    private static Optional<String> relative(String name, DomainName zone) {
        return TypedOwner.ofNew(name, zone).map(owner -> owner.relativeTo(zone));
    }

    private static Optional<DomainName> read(String name) {
        return TypedName.read(name) instanceof TypedName.Valid valid ? Optional.of(valid.name()) : Optional.empty();
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
