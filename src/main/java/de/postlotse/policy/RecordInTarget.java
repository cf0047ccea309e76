package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.Preference;
import de.postlotse.dns.TypedName;
import de.postlotse.policy.Finding.Field;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A record that was typed where only the name of its server belongs: {@code 50 mx.example.net},
 * {@code mx.example.net (Prio 10)}, a line of a zone file (RFC 1035 §5.1).
 *
 * @param host the root for "no mail"
 * @param priority in digits; nothing where the text says none that can be one
 * @param ttl in seconds; nothing where the text says none
 */
public record RecordInTarget(DomainName host, Optional<String> priority, Optional<String> ttl) {

    private static final String HOST = "(?<host>[^\\s,;:()]+\\.?)";
    private static final String NUMBER = "(?<priority>\\d{1,5})";
    private static final String TTL = "(?:(?:TTL\\W{0,3})?(?<ttl>\\d{1,10}[smhdw]?)\\s+)?";
    private static final String WORD = "(?:(?:mx-?)?(?:prio\\p{L}*|pre?ference|präferenz|pref|rang)\\W{0,3})";
    private static final List<Pattern> SHAPES = Stream.of(
                    NUMBER + "[\\s,;:]+" + HOST,
                    "(?:(?!MX\\s|IN\\s)\\S+\\s+)?" + TTL + "(?:IN\\s+)?(?:MX[\\s:]+)" + NUMBER + "[\\s,;:]+" + HOST,
                    "(?:\\S+\\s+)?IN\\s+" + TTL + "MX\\s+" + NUMBER + "\\s+" + HOST,
                    "(?:MX[\\s:]+)?" + HOST + "[\\s,;(\\[–-]+(?:mit |with )?" + WORD + "?" + NUMBER + "[)\\]]?",
                    WORD + NUMBER + "[\\s,;:–-]+" + HOST,
                    "(?:MX|mail ?server|server)\\s*:\\s*" + HOST)
            .map(shape -> Pattern.compile(shape, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
            .toList();
    private static final Pattern NO_MAIL = Pattern.compile("0\\.|0\\s+[\"']\\.[\"']|[\"']\\.[\"']");
    private static final String NONE = ".";

    /** The record, where the text has exactly one of the known shapes and its host is well-formed. */
    public static Optional<RecordInTarget> in(String typed) {
        String text = TypedName.trim(typed);
        if (text.length() > TypedName.MAX_TYPED) {
            return Optional.empty();
        }
        if (NO_MAIL.matcher(text).matches()) {
            return Optional.of(new RecordInTarget(DomainName.ROOT, Optional.of("0"), Optional.empty()));
        }
        return SHAPES.stream()
                .map(shape -> shape.matcher(text))
                .filter(Matcher::matches)
                .map(RecordInTarget::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<RecordInTarget> of(Matcher found) {
        String name = found.group("host");
        Optional<DomainName> host = name.equals(NONE) ? Optional.of(DomainName.ROOT) : PastedHost.host(name);
        return host.map(server -> new RecordInTarget(server, priority(found), ttl(found)));
    }

    private static Optional<String> priority(Matcher found) {
        return group(found, "priority")
                .map(Integer::valueOf)
                .filter(number -> number <= Preference.MAX)
                .map(Object::toString);
    }

    /** Less than a minute is what panels show for "as usual". */
    private static Optional<String> ttl(Matcher found) {
        OptionalLong seconds = group(found, "ttl").map(TypedDuration::seconds).orElse(OptionalLong.empty());
        return seconds.isPresent()
                        && seconds.getAsLong() >= NumberReader.MIN_TTL_SECONDS
                        && seconds.getAsLong() <= Integer.MAX_VALUE
                ? Optional.of(Long.toString(seconds.getAsLong()))
                : Optional.empty();
    }

    private static Optional<String> group(Matcher found, String name) {
        return found.namedGroups().containsKey(name) ? Optional.ofNullable(found.group(name)) : Optional.empty();
    }

    /** What there is to ask, where the text says another number than its own field does. */
    public List<Finding> questions(String typedPriority, String typedTtl) {
        Stream<Finding> ofPriority = priority
                .filter(number -> !number.equals(TypedName.trim(typedPriority)))
                .map(number -> Finding.warning(Field.PRIORITY, "priority-in-target", number)
                        .suggesting(number))
                .stream();
        Stream<Finding> ofTtl = ttl
                .filter(number -> !number.equals(TypedName.trim(typedTtl)))
                .map(number ->
                        Finding.warning(Field.TTL, "ttl-in-target", number).suggesting(number))
                .stream();
        return Stream.concat(ofPriority, ofTtl).toList();
    }
}
