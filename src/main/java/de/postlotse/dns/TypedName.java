package de.postlotse.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads a host name as people type or paste it (RFC 1123 §2.1; UTS #46 for other letters than ASCII's). */
public sealed interface TypedName {

    /**
     * A well-formed name.
     *
     * @param lookAlike whether a label mixes scripts so that it can pass for another name
     * @param symbols whether a label has signs that are no letters, such as emoji: UTS #46 maps them, IDNA2008 does
     *     not know them (RFC 5892 §2)
     */
    record Valid(DomainName name, boolean lookAlike, boolean symbols) implements TypedName {

        /** Whether the name starts like an IPv4 address, which is most often one with a zone appended by mistake. */
        public boolean startsLikeAddress() {
            return name.labels().size() >= 4 && name.labels().stream().limit(4).allMatch(OCTET.asMatchPredicate());
        }
    }

    /** No name; says what is wrong with it. */
    record Invalid(Fault fault) implements TypedName {}

    /** What can be wrong with a name. */
    enum Fault {
        MISSING,
        EMPTY_LABEL,
        LABEL_TOO_LONG,
        NAME_TOO_LONG,
        UNDERSCORE,
        HYPHEN_AT_END,
        CHARACTER,
        IDN
    }

    Pattern OCTET = Pattern.compile("25[0-5]|2[0-4]\\d|1?\\d?\\d");

    int MAX_LABEL_OCTETS = 63;

    /** Far above what any U-label form of a valid name needs; spares the conversion of whole books. */
    int MAX_TYPED = 1_000;

    /** The dots that UTS #46 takes for one, besides the full stop itself. */
    Pattern DOTS = Pattern.compile("[.\\u3002\\uFF0E\\uFF61]");

    /**
     * What people do not see when they paste: blanks of all kinds, and zero-width characters. Not the line and paragraph
     * separators and not the marks that turn the writing direction: who sends those hides something.
     */
    Pattern INVISIBLE =
            Pattern.compile("[\\s\\x{A0}\\x{1680}\\x{2000}-\\x{200B}\\x{202F}\\x{205F}\\x{2060}\\x{3000}\\x{FEFF}]");

    /** The text without blanks and zero-width characters at its ends; in one pass, however long a run of them is. */
    static String trim(String typed) {
        Predicate<String> invisible = INVISIBLE.asMatchPredicate();
        int start = 0;
        int end = typed.length();
        while (start < end && invisible.test(typed.substring(start, start + 1))) {
            start++;
        }
        while (end > start && invisible.test(typed.substring(end - 1, end))) {
            end--;
        }
        return typed.substring(start, end);
    }

    /** Reads a name; surrounding blanks, the final dot and upper case do not matter. */
    static TypedName read(String typed) {
        String text = trim(typed);
        if (text.isEmpty()) {
            return new Invalid(Fault.MISSING);
        }
        if (text.length() > MAX_TYPED) {
            return new Invalid(Fault.NAME_TOO_LONG);
        }
        String[] parts = DOTS.split(text, -1);
        boolean finalDot = parts.length > 1 && parts[parts.length - 1].isEmpty();
        List<String> labels = new ArrayList<>();
        for (String part : List.of(parts).subList(0, finalDot ? parts.length - 1 : parts.length)) {
            switch (TypedLabel.read(part)) {
                case TypedLabel.Valid valid -> labels.add(valid.aLabel());
                case TypedLabel.Invalid invalid -> {
                    return new Invalid(invalid.fault());
                }
            }
        }
        try {
            DomainName name = DomainName.of(String.join(".", labels));
            boolean symbols = labels.stream().anyMatch(Idna::hasSymbols);
            return new Valid(name, !symbols && labels.stream().anyMatch(Idna::isLookAlike), symbols);
        } catch (IllegalArgumentException e) {
            return new Invalid(Fault.NAME_TOO_LONG);
        }
    }

    /** Reads one label of a typed name: letters, digits and hyphens, at most 63 octets, no hyphen at the ends. */
    sealed interface TypedLabel {

        record Valid(String aLabel) implements TypedLabel {}

        record Invalid(Fault fault) implements TypedLabel {}

        Pattern ASCII = Pattern.compile("\\p{ASCII}*");
        Pattern LETTERS_DIGITS_HYPHENS = Pattern.compile("[a-z0-9-]+");

        static TypedLabel read(String typed) {
            if (typed.isEmpty()) {
                return new Invalid(Fault.EMPTY_LABEL);
            }
            Optional<String> converted = Idna.toAscii(typed);
            if (converted.isEmpty()) {
                return new Invalid(faultOf(typed));
            }
            String aLabel = converted.get();
            if (!LETTERS_DIGITS_HYPHENS.matcher(aLabel).matches()) {
                return new Invalid(aLabel.contains("_") ? Fault.UNDERSCORE : Fault.CHARACTER);
            }
            if (aLabel.startsWith("-") || aLabel.endsWith("-")) {
                return new Invalid(Fault.HYPHEN_AT_END);
            }
            if (aLabel.length() > MAX_LABEL_OCTETS) {
                return new Invalid(Fault.LABEL_TOO_LONG);
            }
            return new Valid(aLabel);
        }

        private static Fault faultOf(String typed) {
            if (typed.contains("_")) {
                return Fault.UNDERSCORE;
            }
            boolean plain = typed.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-');
            return plain ? Fault.IDN : Fault.CHARACTER;
        }
    }
}
