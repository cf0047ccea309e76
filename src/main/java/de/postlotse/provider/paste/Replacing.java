package de.postlotse.provider.paste;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Lines that say what is there now, until one says what it becomes. */
final class Replacing {

    /** {@code Ändern Sie den MX-Eintrag von:}, and further below {@code auf:}. */
    private static final Pattern FORMER = Pattern.compile(
            "(?iu).{0,120}(?:ändern|ersetzen|change|replace|update).{0,120}(?:(?<!\\p{L})(?:von|from)\\s*:|these\\s*:)");

    private static final String BEFORE =
            "(?:ist|ist-zustand|vorher|alt|bisher|aktuell|derzeit|old|before|current(?:ly)?|previous(?:ly)?)";

    private static final String NOW =
            "(?:currently|at the moment|right now|still|derzeit|momentan|zur ?zeit|noch|bislang|bisher|aktuell)";
    private static final String IS =
            "(?<!\\p{L})(?:point(?:s|ing)?|zeigt|zeigen|verweis\\p{L}*|set to|is|are|ist|sind|läuft|laufen|liegt|lautet|eingetragen|hinterlegt)";

    private static final String AFTER =
            "(?:soll|soll-zustand|nachher|neu|künftig|zukünftig|new|after(?:wards)?|required)";
    /** {@code Ist:}, and further below {@code Soll:}. */
    private static final Pattern STATE = Pattern.compile("(?iu)" + BEFORE + "(?:[ -][\\p{L}-]{1,20})?\\s*:");

    /** {@code Remove these records:}, and further below {@code Add these records:}. */
    private static final Pattern REMOVE = Pattern.compile(
            "(?iu)(?:bitte |please )?(?:remove|delete|löschen sie|entfernen sie|lösche|entferne)(?!\\p{L}).{0,80}:");

    private static final Pattern ADD = Pattern.compile(
            "(?iu)(?:(?:bitte|please|dann|then|and|und) )?"
                    + "(?:add|create|set|use|enter|fügen|legen|setzen|tragen|füge|lege|setze|trage|verwenden)(?!\\p{L}).{0,80}:");

    private static final Pattern NEW =
            Pattern.compile("(?iu)(?:to|with|by|auf|in|durch|zu|" + AFTER + "(?:[ -][\\p{L}-]{1,20})?)\\s*:");
    /** {@code MX vorher: mx.example.net}, and in another line {@code MX nachher: …}. */
    private static final Pattern FORMER_FIELD =
            Pattern.compile("(?iu)(?:\\p{L}[\\p{L}-]*\\s){0,3}" + BEFORE + "\\s*:\\s*\\S.*");

    private static final Pattern NEW_FIELD =
            Pattern.compile("(?iu)(?:\\p{L}[\\p{L}-]*\\s){0,3}" + AFTER + "\\s*:\\s*\\S.*");
    /** What stands above it is what it becomes something else from. */
    private static final Pattern BECOMES = Pattern.compile("(?iu)(?:(?:wird|werden)(?: ersetzt)? (?:zu|durch)|becomes?|"
            + "(?:is|are|must be|should be|to be) replaced (?:with|by)|changes? to|[↓⇓⬇])\\s*:?");

    /** How it is now: {@code Your MX currently points to mx.example.net.} */
    private static final Pattern PRESENT = Pattern.compile(
            "(?iu)(?!.*(?:durch|ersetz|ändern|change|replace|instead|should|sollte|sondern|muss|must|hinzu|\\badd\\b|trag|setz|\\bset (?!to)))"
                    + "(?:.*(?<!\\p{L})" + NOW + "(?!\\p{L}).{0,80}" + IS + "(?!\\p{L}).*|.*" + IS + "\\s+" + NOW
                    + "(?!\\p{L}).*)");

    /** {@code It must be as follows:} ends what a line like {@code At the moment the record is:} begins. */
    private static final Pattern NEEDED = Pattern.compile(
            "(?iu).*(?<!\\p{L})(?:muss|müssen|soll\\p{L}*|bitte|should|must|needs?|please|instead|stattdessen|required|wie folgt|künftig|neu\\p{L}*|new)(?!\\p{L}).*:");

    /** {@code We expected:}, and further below {@code but found:}. */
    private static final Pattern EXPECTED =
            Pattern.compile("(?iu).*(?<!\\p{L})(?:expected|erwartet\\p{L}*|should be|required|soll)(?!\\p{L}).{0,40}:");

    private static final Pattern FOUND = Pattern.compile(
            "(?iu)(?:\\p{L}+ ){0,3}(?:found|gefunden|actual(?:ly)?|ist|current(?:ly)?)(?: \\p{L}+){0,2}\\s*:");

    private final int lastNew;
    private final Set<PastedLine> before = new HashSet<>();
    private boolean former;
    private boolean expected;

    Replacing(List<PastedLine> lines) {
        if (lines.stream().anyMatch(line -> NEW_FIELD.matcher(line.text()).matches())) {
            lines.stream()
                    .filter(line -> FORMER_FIELD.matcher(line.text()).matches())
                    .forEach(before::add);
        }
        List<PastedLine> naming = lines.stream()
                .filter(line -> !Words.hosts(line.text()).isEmpty())
                .toList();
        List<PastedLine> present =
                naming.stream().filter(Replacing::saysHowItIs).toList();
        if (present.size() < naming.size()) {
            before.addAll(present);
        }
        this.lastNew = lines.stream()
                .filter(line -> isNew(line.text())
                        || NEEDED.matcher(line.text()).matches()
                        || ADD.matcher(line.text()).matches())
                .mapToInt(PastedLine::number)
                .max()
                .orElse(0);
        for (int at = 0; at < lines.size(); at++) {
            if (BECOMES.matcher(lines.get(at).text()).matches()) {
                addBlockAbove(lines, at);
            }
        }
    }

    private static boolean saysHowItIs(PastedLine line) {
        return PRESENT.matcher(line.text()).matches() && Words.isSpoken(Words.of(line.text()));
    }

    private void addBlockAbove(List<PastedLine> lines, int becomes) {
        before.add(lines.get(becomes));
        int at = becomes - 1;
        while (at >= 0 && lines.get(at).isBlank()) {
            at--;
        }
        while (at >= 0
                && !lines.get(at).isBlank()
                && !Words.hosts(lines.get(at).text()).isEmpty()) {
            before.add(lines.get(at));
            at--;
        }
    }

    /** Whether a line, or the words that begin or end it, is about what was there before. */
    boolean saysWhatWasThere(PastedLine line) {
        boolean ends =
                isNew(line.text()) || former && NEEDED.matcher(line.text()).matches();
        boolean found = expected && FOUND.matcher(line.text()).matches();
        expected |= EXPECTED.matcher(line.text()).matches();
        boolean begins = found
                || line.number() < lastNew
                        && (FORMER.matcher(line.text()).matches()
                                || STATE.matcher(line.text()).matches()
                                || line.text().endsWith(":")
                                        && PRESENT.matcher(line.text()).matches()
                                || REMOVE.matcher(line.text()).matches());
        if (former && ADD.matcher(line.text()).matches()) {
            former = false;
            return false;
        }
        boolean marks = ends || begins;
        former = begins || former && !ends;
        return marks || former || before.contains(line);
    }

    private static boolean isNew(String line) {
        return NEW.matcher(line).matches();
    }
}
