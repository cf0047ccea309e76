package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import de.postlotse.policy.Finding.Field;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the MX server name as typed, and finds the host in what people paste in its place. */
public final class TargetReader {

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern HEX_NUMBER = Pattern.compile("0x[0-9a-f]*");
    private static final Pattern IPV6_LITERAL =
            Pattern.compile("\\[?(ipv6:)?[0-9a-f]*:[0-9a-f:]*:[0-9a-f:.]*(%\\w+)?]?(:\\d+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETED_IPV4 = Pattern.compile("\\[[0-9.]+](:\\d+)?");

    private TargetReader() {}

    /** Reads a target for an entry in the given zone; the root stands for "no mail" (RFC 7505). */
    public static ParsedField<DomainName> read(String typed, DomainName zone) {
        return read(typed, Optional.of(zone));
    }

    /** Reads a server that is meant for no zone in particular. */
    public static ParsedField<DomainName> read(String typed) {
        return read(typed, Optional.empty());
    }

    /** Where an entry in the zone would name the host by a slip of the editor that nobody can mean. */
    public static Optional<Finding> slip(DomainName host, DomainName zone) {
        return ZoneAppendedTwice.undo(host, zone)
                .map(meant -> Finding.error(Field.TARGET, "target-doubled-zone", host, zone)
                        .suggesting(meant.toString()));
    }

    private static ParsedField<DomainName> read(String typed, Optional<DomainName> zone) {
        String text = TypedName.trim(typed);
        if (text.equals(".")) {
            return ParsedField.of(DomainName.ROOT);
        }
        if (text.length() > TypedName.MAX_TYPED) {
            return ParsedField.refused(refusal(TypedName.Fault.NAME_TOO_LONG, text, zone));
        }
        if (RecordInTarget.in(text).filter(record -> record.host().isRoot()).isPresent()) {
            return ParsedField.refused(
                    Finding.error(Field.TARGET, "target-means-no-mail").suggesting("."));
        }
        if (IPV6_LITERAL.matcher(text).matches() || BRACKETED_IPV4.matcher(text).matches()) {
            return ParsedField.refused(Finding.error(Field.TARGET, "target-is-address", text));
        }
        return switch (TypedName.read(text)) {
            case TypedName.Valid valid ->
                quotedHost(valid, text)
                        .map(host -> ParsedField.<DomainName>refused(notOnlyAHost(host)))
                        .orElseGet(() -> judge(valid, zone));
            case TypedName.Invalid invalid -> ParsedField.refused(refusal(invalid.fault(), text, zone));
        };
    }

    private static ParsedField<DomainName> judge(TypedName.Valid typed, Optional<DomainName> zone) {
        DomainName name = typed.name();
        String last = name.labels().getLast();
        if (DIGITS.matcher(last).matches() || HEX_NUMBER.matcher(last).matches()) {
            boolean address = name.labels().stream()
                    .allMatch(label -> DIGITS.matcher(label).matches()
                            || HEX_NUMBER.matcher(label).matches());
            return ParsedField.refused(
                    Finding.error(Field.TARGET, address ? "target-is-address" : "target-numeric-top-level", name));
        }
        if (name.labels().size() < 2) {
            return ParsedField.refused(Finding.error(Field.TARGET, "target-single-label", name)
                    .suggesting(zone.flatMap(apex -> inZone(name, apex)).orElse(null)));
        }
        ParsedField<DomainName> reading = ParsedField.of(name);
        if (typed.startsLikeAddress()) {
            reading = reading.with(Finding.warning(Field.TARGET, "target-looks-like-address", name));
        }
        if (typed.symbols()) {
            reading = reading.with(Finding.warning(Field.TARGET, "target-has-symbols", name));
        }
        if (typed.lookAlike()) {
            reading = reading.with(Finding.warning(Field.TARGET, "target-mixed-scripts", name));
        }
        return zone.flatMap(apex -> slip(name, apex))
                .map(ParsedField::<DomainName>refused)
                .orElse(reading);
    }

    private static Finding refusal(TypedName.Fault fault, String text, Optional<DomainName> zone) {
        String code = switch (fault) {
            case MISSING -> "target-missing";
            case EMPTY_LABEL -> "target-empty-label";
            case LABEL_TOO_LONG -> "target-label-too-long";
            case NAME_TOO_LONG -> "target-too-long";
            case UNDERSCORE -> "target-underscore";
            case HYPHEN_AT_END -> "target-hyphen";
            case IDN -> "target-idn-invalid";
            case CHARACTER -> text.equals("@") ? "target-at-sign" : "target-invalid-character";
        };
        if (text.equals("@")) {
            return Finding.error(Field.TARGET, code)
                    .suggesting(zone.map(DomainName::toString).orElse(null));
        }
        return PastedHost.in(text)
                .map(TargetReader::notOnlyAHost)
                .orElseGet(() -> Finding.error(Field.TARGET, code, shortened(text)));
    }

    /** Typographic quotation marks are symbols that UTS #46 takes for a part of the name. */
    private static Optional<DomainName> quotedHost(TypedName.Valid typed, String text) {
        return typed.symbols() ? PastedHost.in(text) : Optional.empty();
    }

    private static Finding notOnlyAHost(DomainName host) {
        return Finding.error(Field.TARGET, "target-is-not-only-a-host", host).suggesting(host.toString());
    }

    private static Optional<String> inZone(DomainName label, DomainName zone) {
        try {
            return Optional.of(zone.child(label.toString()).toString());
        } catch (IllegalArgumentException tooLong) {
            return Optional.empty();
        }
    }

    /** What is quoted in a message: enough to recognise it, and no control characters. */
    private static String shortened(String text) {
        String printable = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "\uFFFD");
        return printable.length() <= 80 ? printable : printable.substring(0, 80) + "…";
    }
}
