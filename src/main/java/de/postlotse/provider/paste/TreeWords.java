package de.postlotse.provider.paste;

import de.postlotse.policy.TypedDuration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the keys of a level say of a record. */
final class TreeWords {

    static final Pattern SAYS_MX = Pattern.compile("(?i)(?<!\\p{L})MX(?!\\p{L})");

    private static final Pattern PARTS_OF_A_NAME = Pattern.compile("(?<=[a-z])(?=[A-Z])|[_.-]+");

    private static final Pattern TTL_WITH_UNIT = Pattern.compile("(?i)ttl\\s.*?(seconds?|minutes?|hours?|days?)");

    private TreeWords() {}

    /** True for MX, false for another type; nothing where the level says none. */
    static @Nullable Boolean typeOf(Tree tree) {
        for (Tree.Value value : tree.values) {
            boolean type = value.key() == null ? isTypeWord(value.text()) : label(value.key()) == Label.TYPE;
            if (type && isTypeWord(value.text())) {
                return Words.isMx(value.text());
            }
        }
        String name = spaced(tree.name);
        if (SAYS_MX.matcher(name.replaceAll("\\d+", " ")).find()) {
            return true;
        }
        String last = name.substring(name.lastIndexOf(' ') + 1);
        String kind = name.toUpperCase(Locale.ROOT);
        return Words.isOtherType(last) || kind.matches(".*\\b(?:TXT|CNAME|AAAA|SRV|NS|CAA|SPF|DKIM)\\b.*")
                ? Boolean.FALSE
                : null;
    }

    static boolean isTypeWord(String text) {
        String word = text.replaceFirst("(?i)[ -](?:record|eintrag)s?$", "");
        return Words.isMx(word) || Words.isOtherType(word.toUpperCase(Locale.ROOT));
    }

    static @Nullable Integer priorityOf(Tree tree) {
        return tree.values.stream()
                .filter(value ->
                        label(value.key()) == Label.PRIORITY && value.text().matches("\\d{1,5}"))
                .map(value -> Integer.valueOf(value.text()))
                .findFirst()
                .orElse(null);
    }

    /** {@code ttl: 3600}, or {@code TTL(3600)} as an argument, or {@code ttl: Duration.hours(1)}. */
    static @Nullable Long ttlOf(Tree tree) {
        return Stream.concat(
                        tree.values.stream()
                                .filter(value -> label(value.key()) == Label.TTL)
                                .map(Tree.Value::text),
                        tree.parts.stream().flatMap(TreeWords::ttlOfPart))
                .map(TypedDuration::seconds)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> ttlOfPart(Tree part) {
        Matcher unit = TTL_WITH_UNIT.matcher(part.name);
        boolean plain = part.name.equals("TTL") || part.name.equals("DefaultTTL");
        if (!plain && !unit.matches()) {
            return Stream.empty();
        }
        return part.values.stream().map(value -> plain ? value.text() : value.text() + " " + unit.group(1));
    }

    static @Nullable String value(Tree tree, String... keys) {
        return tree.values.stream()
                .filter(value -> value.key() != null
                        && List.of(keys).contains(spaced(value.key()).toLowerCase(Locale.ROOT)))
                .map(Tree.Value::text)
                .filter(text -> Words.isHost(text))
                .findFirst()
                .orElse(null);
    }

    static @Nullable Label label(@Nullable String key) {
        if (key == null) {
            return null;
        }
        String name = spaced(key).toLowerCase(Locale.ROOT).replaceFirst("^(?:rrset|rr|dns) ", "");
        if (name.matches("relative record set name|record set name|fqdn|record name")) {
            return Label.OWNER;
        }
        return Label.of(name.replaceFirst("^record (?=ttl|type)", "").replaceFirst(" seconds$", ""))
                .orElse(null);
    }

    /** Whether it says in which zone a record is, and not whose it is. */
    static boolean isZoneKey(String key) {
        return spaced(key).matches("(?i)(?:zone|domain)(?: name)?");
    }

    /** Beside a key for what the record points to, {@code server} is the name server that is told. */
    static boolean isServerToTell(@Nullable String key) {
        return key != null && spaced(key).equalsIgnoreCase("server");
    }

    static String spaced(String name) {
        return PARTS_OF_A_NAME.matcher(name).replaceAll(" ").strip();
    }
}
