package de.postlotse.provider.paste;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a column or a field means, by the words of providers in German and English. */
enum Label {
    TYPE("(?:dns[ -]?)?(?:record|eintrags?|resource)?[ -]?(?:type?|typen?|art)|dns[ -]?typ"),
    PRIORITY(
            "pri|(?:record[ -])?aux|(?:mx[ -]?)?prio(?:rit\\p{L}*)?(?:[ /(]\\D*)?|(?:mx[ -]?)?pre?ference(?:[ /(]\\D*)?|präferenz\\D*|pref|rang(?:folge)?|vorrang|rank|(?:mail[ -]?)?server[ -](?:preference|priorit\\p{L}+)|"
                    + "mx[ -]?level|distance|einstellung|bevorzugung|gewicht\\p{L}*|wertigkeit"),
    TTL("(?:dns[ -]?)?ttl(?:[ (/].*)?|time[ -]?to[ -]?live.*|lebensdauer.*|gültigkeit\\p{L}*|lifetime"),
    CLASS("class|klasse"),
    /** What stood there before, and is not wanted any more. */
    OLD("(?:alte?[rsn]?|old|bisher\\p{L}*|previous|existing|current|aktuelle?[rsn]?)" + Label.WHAT + "|vorher|before"),
    /** Where a server or the mail's own name may stand. */
    HOST("host|hosts|host[ -]?name|hostname/.*|name/host"),
    OWNER(
            "name(?:[ /(].*)?|(?:dns[ -]?)?(?:record|eintrags?)[ -]?name|sub[ -]?domain(?:[ /(].*)?|owner|(?:e-?mail-?|mail|kunden-?)?domain(?:[ -]?name)?|domäne|"
                    + "host(?:[ -]?name)?[ /(].*|alias(?:[ /(].*)?|präfix|prefix|zone|quelle|source|from"),
    TARGET(
            "(?:neue?[rsn]?|new|correct|required|expected|soll|künftig\\p{L}*|enter(?: this)?)" + Label.WHAT + "|"
                    + "(?:mx[ -]?|mail[ -]?|ziel[ -]?)?server(?:[ -]?(?:name|adresse|address))?|mx[ -]?server.*|mail[ -]?exchange\\p{L}*(?:[ -]server)?|exchange[rs]?|"
                    + "name[ -]?exchange|mail[ -]?host|mx[ -]?host(?:[ -]?name)?|(?:record[ -]?)?(?:value|content)s?(?:[ /(].*)?|records?|wert(?:[ /(].*)?|"
                    + "(?:mx[ -]?)?target(?:[ /(].*)?|ziel(?:[ -]?(?:host|adresse|name|server))?(?:name)?|points?[ -]?to(?:[ :(].*)?|"
                    + "(?:zeigt|verweist|weist|leitet)[ -]?(?:auf|an|zu)(?:[ :(].*)?|adress[e]?(?:[ (].*)?|address(?:[ (].*)?|dat(?:a|en)(?:[ (].*)?|"
                    + "destination(?:[ /(].*)?|inhalt|answers?(?:[ (].*)?|antwort|mail[ -]?server.*|hostname des .*|mx[ -]?(?:record|eintrag)|(?:record)?[ -]?r?r?datas?"),
    /** A heading or a word behind {@code MX:}, which is the priority on some panels and the server on others. */
    MX("mx");

    /** What a column of old or new things may call them. */
    private static final String WHAT =
            "(?:[ -]?(?:wert|value|(?:mail[ -]?)?server|ziel|eintrag|einträge|records?|content|inhalt|daten|data|state))?";

    /** The words for a priority within a line, as an expression. */
    static final String PRIORITY_WORDS =
            "(?<!\\p{L})(?:mx)?(?:prio\\p{L}*|pre?ference|präferenz|pref|(?:vor)?rang\\p{L}*|mx[ -]?level)(?:\\s(?:of|von|value|wert|is|ist|auf|to)(?=\\s\\d))?"
                    + "(?:\\W{1,3}(?:high(?:est)?|low(?:est)?|medium|hoch|höchste|niedrig(?:ste)?|mittel)(?=\\W{1,3}\\d))?";

    /** {@code Gültigkeitsdauer (TTL)}. */
    private static final Pattern REMARK = Pattern.compile("\\s*\\([^()\\d@.]+\\)$");

    /** {@code Priority2:}. */
    private static final Pattern COUNTED = Pattern.compile("(?<=\\p{L})[1-9]$");

    private final Pattern words;

    Label(String words) {
        this.words = Pattern.compile(words);
    }

    static Optional<Label> of(String text) {
        String word = text.strip()
                .toLowerCase(Locale.GERMAN)
                .replace('_', ' ')
                .replaceAll("[*:?=]+$", "")
                .strip();
        if (word.isEmpty() || word.length() > 60) {
            return Optional.empty();
        }
        return known(word)
                .or(() -> known(REMARK.matcher(word).replaceFirst("")))
                .or(() -> text.endsWith(":") ? known(COUNTED.matcher(word).replaceFirst("")) : Optional.empty());
    }

    private static Optional<Label> known(String word) {
        return Arrays.stream(values())
                .filter(label -> label.words.matcher(word).matches())
                .findFirst();
    }
}
