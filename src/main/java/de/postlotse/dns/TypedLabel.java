package de.postlotse.dns;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one label of a typed name: letters, digits and hyphens, at most 63 octets, no hyphen at the ends. */
sealed interface TypedLabel {

    record Valid(String aLabel) implements TypedLabel {}

    record Invalid(TypedName.Fault fault) implements TypedLabel {}

    Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    Pattern LETTERS_DIGITS_HYPHENS = Pattern.compile("[a-z0-9-]+");

    static TypedLabel read(String typed) {
        if (typed.isEmpty()) {
            return new Invalid(TypedName.Fault.EMPTY_LABEL);
        }
        Optional<String> converted = Idna.toAscii(typed);
        if (converted.isEmpty()) {
            return new Invalid(faultOf(typed));
        }
        String aLabel = converted.get();
        if (!LETTERS_DIGITS_HYPHENS.matcher(aLabel).matches()) {
            return new Invalid(aLabel.contains("_") ? TypedName.Fault.UNDERSCORE : TypedName.Fault.CHARACTER);
        }
        if (aLabel.startsWith("-") || aLabel.endsWith("-")) {
            return new Invalid(TypedName.Fault.HYPHEN_AT_END);
        }
        if (aLabel.length() > TypedName.MAX_LABEL_OCTETS) {
            return new Invalid(TypedName.Fault.LABEL_TOO_LONG);
        }
        return new Valid(aLabel);
    }

    private static TypedName.Fault faultOf(String typed) {
        if (typed.contains("_")) {
            return TypedName.Fault.UNDERSCORE;
        }
        boolean plain = typed.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '-');
        return plain ? TypedName.Fault.IDN : TypedName.Fault.CHARACTER;
    }
}
