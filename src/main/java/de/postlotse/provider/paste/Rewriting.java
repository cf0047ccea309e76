package de.postlotse.provider.paste;

import de.postlotse.dns.DomainName;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lines say in a form of their own, and how the readers know it. */
record Rewriting(Pattern pattern, String replacement) {

    private static final String NAME_OF_A_TALKER = "[\\p{L}][\\p{L}. -]{0,30}";

    private static final List<Rewriting> ALL = List.of(
            // a number and a server whose cells run together: 10mx.example.net
            of("(?i)(?<![\\w.-])(\\d{1,4}?0|[15])(?=(?:mx|mail|aspmx|alt\\d)[\\w-]*\\.)", "$1 "),
            // in a chat: [10:15] Support: …
            of(
                    "(?iu)^\\[?(?:\\d{1,2}[./]\\d{1,2}[./]\\d{2,4},? ?|\\d{4}-\\d{2}-\\d{2}[ T])?\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[AP]M| Uhr)?\\]?"
                            + "(?: ?[-–|])?\\s+(?:<?" + NAME_OF_A_TALKER + "(?:>|:))?\\s*",
                    ""),
            of("(?iu)^(?:Support|Hotline|Helpdesk|Technik|Agent|Kund(?:e|in)|Customer|Me|Ich):\\s+(?=\\S+\\s)", ""),
            of("(?i)(?<!\\w)RFC[ -]?\\d{3,5}", "RFC"),
            // mx.example.net/10 and 10/mx.example.net
            of("(?i)((?<![\\w./@-])(?:[a-z\\d-]+\\.){1,10}[a-z]{2,20})/(\\d{1,5})(?![\\w/.-])", "$1 (Prio $2)"),
            of("(?i)(?<![\\w.:/-])(\\d{1,5})/(?=[a-z\\d-]+\\.[a-z\\d.-]*[a-z]{2}(?![\\w/]))", "$1 "),
            // how long something takes: bis zu 24 Stunden
            of(
                    "(?iu)(?<!\\p{L})(?:bis zu|up to|within|innerhalb(?: von)?|binnen|nach|after|ca\\.?|about|etwa)\\s+"
                            + "(?:\\d{1,3}\\s?(?:-|–|bis|to|und|and)\\s?)?\\d{1,3} ?(?:stunden?|hours?|minuten?|minutes?|tagen?|days?)(?!\\p{L})",
                    " "),
            // what scripts put in the place of the domain
            of("(?i)\\$\\{?\\w{0,20}(?:domain|zone)(?:_?name)?\\}?(?![\\w.])", "example.com"),
            of("(?i)\\{\\{\\s*[\\w.]{0,40}(?:domain|zone)(?:_?name)?\\s*\\}\\}", "example.com"),
            // what is to go, before the line says what comes: die alten Einträge (mx.example.net) löschen, dann …
            of(
                    "(?iu)(?<!\\p{L})(?:alten?|bisherigen?|vorhandenen?|old|existing|previous)[^;]{1,300}?"
                            + "(?<!\\p{L})(?:löschen|entfernen|delete|remove)(?:,| und| and)? (?:dann|danach|then)(?!\\p{L})",
                    " "),
            // how it is, before the line says how it should be: currently set to 20 mx.example.net but should be …
            of(
                    "(?iu)(?<!\\p{L})(?:currently|derzeit|aktuell|momentan|zur ?zeit|noch)(?!\\p{L})[^;]{1,200}?"
                            + "(?:but (?:it )?(?:should|must|needs to)(?: be)?|(?:sollte|muss|soll) (?:aber|jedoch)|sondern)(?!\\p{L})",
                    " "),
            of("(?i)(?<![\\w-])null[- ]?MX(?![\\w.])", "MX"),
            // what the type is called before it is named: Mail-Server (MX)
            of("(?iu)^[\\p{L} -]{1,60}\\(MX\\)(?!:)", "MX"),
            // behind a server: mx.example.net (MX, 10)
            of("(?i)\\(MX[,: ]+(\\d{1,5})\\)", "(Prio $1)"),
            // a server as an address of the web
            of("(?i)((?<![\\w.-])MX\\s+\\d{1,5}\\s+)\\w{2,8}://([^\\s/:]+)\\S*", "$1$2"),
            // the type and the priority: MX10 mx.example.net
            of("(?i)(?<![\\w.-])(MX)(?=(?:\\d{1,3}0|5):?\\s+\\S)", "$1 "));

    /** What a server takes the place of: {@code ersetzen Sie mx.example.net durch …}. */
    private static final Pattern REPLACED = Pattern.compile(
            "(?iu)(?:(?:ersetz\\p{L}+|replace)(?: sie)?(?: \\p{L}[\\p{L}-]*){0,3}|(?<!\\p{L})(?:von|from))"
                    + " ([\\p{L}\\d.-]+\\.\\p{L}{2,20})\\.? (?:durch|with|by|auf|to|nach|zu) (?=[\\p{L}\\d-]+\\.)");

    private static Rewriting of(String pattern, String replacement) {
        return new Rewriting(Pattern.compile(pattern), replacement);
    }

    /** The text of a line, each of its forms of its own put into the known one. */
    static String all(String text, DomainName zone) {
        String known = REPLACED.matcher(text)
                .replaceAll(found ->
                        OwnerColumn.isApex(found.group(1), zone) ? Matcher.quoteReplacement(found.group()) : " ");
        for (Rewriting rewriting : ALL) {
            known = rewriting.pattern.matcher(known).replaceAll(rewriting.replacement);
        }
        return SpokenFields.told(CommandOptions.told(known));
    }
}
