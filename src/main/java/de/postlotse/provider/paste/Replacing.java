package de.postlotse.provider.paste;

import java.util.List;
import java.util.regex.Pattern;

/** Lines that say what is there now, until one says what it becomes. */
final class Replacing {

    /** {@code Ändern Sie den MX-Eintrag von:}, and further below {@code auf:}. */
    private static final Pattern FORMER = Pattern.compile(
            "(?iu).{0,120}(?:ändern|ersetzen|change|replace|update).{0,120}(?:(?<!\\p{L})(?:von|from)\\s*:|these\\s*:)");

    private static final Pattern NEW = Pattern.compile("(?iu)(?:to|with|by|auf|in|durch|zu)\\s*:");

    private final int lastNew;
    private boolean former;

    Replacing(List<PastedLine> lines) {
        this.lastNew = lines.stream()
                .filter(line -> isNew(line.text()))
                .mapToInt(PastedLine::number)
                .max()
                .orElse(0);
    }

    /** Whether a line, or the words that begin or end it, is about what was there before. */
    boolean saysWhatWasThere(PastedLine line) {
        boolean ends = isNew(line.text());
        boolean begins = line.number() < lastNew && FORMER.matcher(line.text()).matches();
        boolean marks = ends || begins;
        former = begins || former && !ends;
        return marks || former;
    }

    private static boolean isNew(String line) {
        return NEW.matcher(line).matches();
    }
}
