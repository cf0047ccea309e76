package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import de.postlotse.policy.Finding.Field;
import java.util.Optional;

/** Reads the name that mail is addressed to, as typed: blank, {@code @}, relative, or in full. */
final class OwnerReader {

    private static final String WILDCARD = "*";

    private OwnerReader() {}

    static ParsedField<DomainName> read(String typed, DomainName zone) {
        String text = TypedName.trim(typed);
        if (text.isEmpty() || text.equals("@")) {
            return ParsedField.of(zone);
        }
        if (text.equals(WILDCARD)) {
            return below(zone, WILDCARD);
        }
        boolean wildcard = text.startsWith("*.");
        String rest = wildcard ? text.substring(2) : text;
        return switch (TypedName.read(rest)) {
            case TypedName.Invalid invalid -> ParsedField.refused(refusal(invalid.fault(), text, zone));
            case TypedName.Valid valid -> place(valid, wildcard, endsWithDot(text), zone);
        };
    }

    private static ParsedField<DomainName> place(
            TypedName.Valid typed, boolean wildcard, boolean finalDot, DomainName zone) {
        DomainName name = typed.name();
        ParsedField<DomainName> reading;
        Optional<DomainName> meant = ZoneAppendedTwice.undo(name, zone);
        if (meant.isPresent()) {
            return ParsedField.refused(Finding.error(Field.OWNER, "owner-doubled-zone", name, zone)
                    .suggesting((wildcard ? meant.get().child(WILDCARD) : meant.get()).relativeTo(zone)));
        }
        if (name.isAtOrBelow(zone)) {
            reading = ParsedField.of(name);
        } else if (finalDot) {
            return ParsedField.refused(Finding.error(Field.OWNER, "owner-outside-zone", name, zone)
                    .suggesting(name.labels().size() == 1 ? (wildcard ? "*." : "") + name : null));
        } else {
            reading = below(zone, name.toString());
        }
        if (wildcard && reading.valueOrNull() != null) {
            reading = below(reading.valueOrNull(), WILDCARD);
        }
        return name.isAtOrBelow(zone) ? reading : withRemarks(reading, typed, zone);
    }

    /** A relative name that does not look like one is taken as typed, but hardly ever meant. */
    private static ParsedField<DomainName> withRemarks(
            ParsedField<DomainName> reading, TypedName.Valid typed, DomainName zone) {
        DomainName name = typed.name();
        if (typed.startsLikeAddress()) {
            return reading.with(Finding.warning(Field.OWNER, "owner-looks-like-address", name));
        }
        boolean sameEnd = name.labels().size() > 1
                && name.labels().getLast().equals(zone.labels().getLast());
        return sameEnd && reading.valueOrNull() != null
                ? reading.with(
                        Finding.warning(Field.OWNER, "owner-looks-like-other-domain", name, reading.valueOrNull()))
                : reading;
    }

    private static ParsedField<DomainName> below(DomainName parent, String labels) {
        try {
            return ParsedField.of(parent.child(labels));
        } catch (IllegalArgumentException e) {
            return ParsedField.refused(Finding.error(Field.OWNER, "owner-too-long", labels));
        }
    }

    private static boolean endsWithDot(String text) {
        return TypedName.DOTS.matcher(text.substring(text.length() - 1)).matches();
    }

    private static Finding refusal(TypedName.Fault fault, String text, DomainName zone) {
        String code = switch (fault) {
            case MISSING, EMPTY_LABEL -> "owner-empty-label";
            case LABEL_TOO_LONG -> "owner-label-too-long";
            case NAME_TOO_LONG -> "owner-too-long";
            case UNDERSCORE -> "owner-underscore";
            case HYPHEN_AT_END -> "owner-hyphen";
            case IDN -> "owner-idn-invalid";
            case CHARACTER -> text.contains(WILDCARD) ? "owner-wildcard-not-leftmost" : "owner-invalid-character";
        };
        return PastedHost.in(text)
                .filter(host -> host.isAtOrBelow(zone))
                .map(host -> Finding.error(Field.OWNER, code, text).suggesting(host.toString()))
                .orElseGet(() -> Finding.error(Field.OWNER, code, text));
    }
}
