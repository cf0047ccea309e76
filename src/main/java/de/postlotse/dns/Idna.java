package de.postlotse.dns;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Internationalised labels after UTS #46, non-transitional (IDNA2008): {@code straße} stays {@code straße}. */
final class Idna {

    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO);

    /** Real hosts such as {@code mx--1} have two hyphens there; our own rules judge hyphens at the ends. */
    private static final Set<IDNA.Error> NOT_OURS = EnumSet.of(
            IDNA.Error.HYPHEN_3_4,
            IDNA.Error.LEADING_HYPHEN,
            IDNA.Error.TRAILING_HYPHEN,
            IDNA.Error.LABEL_TOO_LONG,
            IDNA.Error.DOMAIN_NAME_TOO_LONG);

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Cf}\\p{Po}-]");
    private static final String ACE_PREFIX = "xn--";

    private static final SpoofChecker LOOK_ALIKES = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.INVISIBLE)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private Idna() {}

    /** The lower-case A-label of one label as typed, or empty where the label is not valid. */
    static Optional<String> toAscii(String label) {
        boolean ascii = ASCII.matcher(label).matches();
        String lower = label.toLowerCase(Locale.ROOT);
        if (ascii && !lower.startsWith(ACE_PREFIX)) {
            return Optional.of(lower);
        }
        IDNA.Info info = new IDNA.Info();
        String converted = UTS46.labelToASCII(label, new StringBuilder(), info).toString();
        boolean broken = info.getErrors().stream().anyMatch(error -> !NOT_OURS.contains(error));
        // Where an A-label was typed it must be the one that its U-label leads to.
        if (broken
                || converted.isEmpty()
                || (ascii && !converted.equals(lower))
                || !ASCII.matcher(converted).matches()) {
            return Optional.empty();
        }
        return Optional.of(converted);
    }

    /** Whether a label shows as letters of scripts that are not written together, so that it can pass for another. */
    static boolean isLookAlike(String aLabel) {
        return aLabel.startsWith(ACE_PREFIX)
                && unicode(aLabel).map(LOOK_ALIKES::failsChecks).orElse(true);
    }

    /** Whether a label shows signs that are neither letters nor digits nor marks of letters. */
    static boolean hasSymbols(String aLabel) {
        return unicode(aLabel).map(NO_LETTERS::matcher).map(Matcher::find).orElse(false);
    }

    static String display(DomainName name) {
        if (name.isRoot()) {
            return ".";
        }
        return name.labels().stream()
                .map(label -> isLookAlike(label) ? label : unicode(label).orElse(label))
                .collect(Collectors.joining("."));
    }

    private static Optional<String> unicode(String aLabel) {
        if (!aLabel.startsWith(ACE_PREFIX)) {
            return Optional.of(aLabel);
        }
        IDNA.Info info = new IDNA.Info();
        String converted =
                UTS46.labelToUnicode(aLabel, new StringBuilder(), info).toString();
        return info.hasErrors() ? Optional.empty() : Optional.of(converted);
    }
}
