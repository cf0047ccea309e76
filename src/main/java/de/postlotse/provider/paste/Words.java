package de.postlotse.provider.paste;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the words of a line can be, each by its own looks. */
final class Words {

    private static final String LABEL = "[\\p{L}\\p{N}_][\\p{L}\\p{N}_-]{0,62}+(?<!-)";

    /** A name of two labels or more, the last of which has two letters or more. */
    private static final String NAME =
            "(?:\\*\\.)?(?:" + LABEL + "\\.){1,30}(?:xn--[a-z0-9-]+|\\p{L}[\\p{L}\\p{N}-]{1,62}+(?<!-))\\.?";

    private static final Pattern HOST_IN_TEXT =
            Pattern.compile("(?iu)(?<![\\w@./:*\\p{L}-])(?>" + NAME + ")(?![\\w@/\\p{L}-]|:\\d)");
    private static final Pattern HOST = Pattern.compile("(?iu)" + NAME);
    private static final Pattern RELATIVE_HOST = Pattern.compile("(?iu)" + LABEL);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");
    private static final Pattern NUMBER_IN_TEXT =
            Pattern.compile("(?<!\\d,)(?<![\\w.:/\\p{L}-])\\d{1,7}(?![\\p{L}\\w/-]|[.,:]\\w)");
    private static final Pattern ADDRESS =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}\\.?|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}");
    private static final Set<String> OTHER_TYPES = Set.of(
            "A", "AAAA", "CNAME", "TXT", "SRV", "NS", "SOA", "CAA", "SPF", "PTR", "TLSA", "HTTPS", "SVCB", "ALIAS",
            "ANAME", "NAPTR", "DS", "DNSKEY", "RRSIG", "URL", "DKIM", "DMARC", "LOC", "HINFO", "SSHFP");
    private static final Pattern OTHER_TYPE_IN_TEXT = Pattern.compile(
            "(?<![\\p{L}\\w.-])(?:AAAA|CNAME|TXT|SRV|NS|SOA|CAA|SPF|DKIM|DMARC|PTR|TLSA|DNSSEC|(?:A|AAAA)[- ](?:record|eintrag|einträge|records))"
                    + "(?![\\p{L}\\w.])|v=spf1|v=DKIM1|v=DMARC1|(?i:has (?:IPv6 )?address|internet address|is an alias for|canonical name|"
                    + "descriptive text)");
    private static final Pattern SAYS_MX = Pattern.compile(
            "(?iu)(?<![\\p{L}\\w.-])MX(?![\\p{L}\\w.])(?!-?toolbox)|(?<![\\p{L}\\w.-])MX-|mail[ -]?exchange|is handled by");
    private static final Pattern OTHER_SERVICE = Pattern.compile(
            "(?iu)(?<![\\p{L}\\w.-])(?:IMAPS?|POP3?S?|SMTPS?|submission|ports?|posteingang\\p{L}*|postausgang\\p{L}*|eingangs(?:mail)?server|"
                    + "ausgangs(?:mail)?server|incoming|outgoing|webmail|autodiscover|autoconfig|name\\s?servers?|nameserver-\\p{L}+|caldav|carddav|"
                    + "activesync|SSL/TLS|STARTTLS)(?![\\p{L}\\w.])");
    /** Words beside which a server with its priority is one all the same. */
    private static final Pattern OTHER_SUBJECT = Pattern.compile(
            "(?iu)(?<![\\p{L}\\w.-])(?:verif\\p{L}+|bestätigung\\p{L}*|hilfe|help|support|artikel|article|version)(?![\\p{L}\\w.])");

    private static final Pattern OTHER_SERVICE_HOST = Pattern.compile(
            "(?i)(?:imap|pop3?|autodiscover|autoconfig|webmail|ns\\d*|dns\\d*|ftp|smtp-out|submission)\\d?\\..*");
    private static final String MX_WORD = "MX(?:-(?:records?|eintrag|einträge|entry|typ))?";
    private static final Pattern MX =
            Pattern.compile("(?iu)MX(?:[- ](?:records?|eintrag|einträge|entry|typ))?|mail[ -]?exchanger? \\(MX\\)");
    private static final Pattern MX_IN_TEXT =
            Pattern.compile("(?iu)(?<![^\\s|;,()\\[\\]{}\"<>=])" + MX_WORD + "(?![^\\s|;,()\\[\\]{}\"<>=:])");
    private static final Pattern MAIL_SERVER = Pattern.compile("(?iu)mail[ -]?server|mail[ -]?exchanger");
    private static final Pattern SAYS_SERVER = Pattern.compile(
            "(?iu)server|(?<!\\p{L})(?:auf|lautet|lauten|zeigt|points?|pointing|to|is|ist|target|ziel|value|wert)(?!\\p{L})|:");
    private static final Pattern REMOVAL = Pattern.compile(
            "(?iu)^(?:[\\w./-]+\\s+){0,3}/?(?:update )?(?:zone-|record-?)?(?:delete|remove|unset)(?:-\\w+)?\\s(?!.*(?:\\badd\\b|create|replace)).*\\sMX\\s+\\d.*|"
                    + "^(?:[\\p{L}-]+\\s+){0,2}(?:löschen|entfernen|delete|remove)\\s*:.*"
                    + "|^(?:alte?r?|old|bisher\\p{L}*|previous)\\s*:.*|^(?:bitte |please )?(?:(?:make sure|be sure|remember|(?:do not|don't) forget|also|then|and|und|dann|you (?:can|must|should|may))[, ]+(?:to )?)?"
                    + "(?:löschen sie|entfernen sie|delete|remove)\\s"
                    + "(?!.*(?:\\bein\\b|hinzu|anlegen|add|create|ersetz|replace|set)).*"
                    + "|(?!.*(?:\\bein\\b|hinzu|anlegen|add|create|ersetz|replace|\\bset|\\bpoint|\\buse))(?:\\S+\\s+){2,12}?"
                    + "(?:(?:löschen|entfernen) sie|(?:zu |bitte |werden )(?:löschen|entfernen)|gelöscht|entfernt|be (?:deleted|removed))(?!\\p{L}).*");
    /** What was there so far is called. */
    static final String FORMERLY = "(?:alte[rnms]?|bisherige[rnms]?|vorherige[rnms]?|old|previous|former)";

    /** What becomes of a server that was there so far: {@code Der alte (mx.example.net) wird abgeschaltet.} */
    private static final Pattern RETIRED = Pattern.compile(
            "(?iu)^(?:(?:der|die|das|ihr|the|your) )?" + FORMERLY + "(?!\\p{L})(?!.*(?:durch|ersetz|replace)).*"
                    + "(?:abgeschaltet|abschalten|gekündigt|deaktiviert|entfällt|entfallen|nicht mehr|retired|decommissioned|switched off|shut ?down|turned off|no longer|disabled).*");
    /** A server that was there so far, and what becomes of it. */
    private static final Pattern FORMER = Pattern.compile("(?iu)(?:^|.*\\s)(?:" + FORMERLY
            + "|existing|current|aktuelle[rns]?)\\s+(?:mail[ -]?server|mx\\S*|einträge|eintrag|server|records?):?\\s"
            + "(?!.*(?:durch|ersetz|replace|ändern|change|\\bauf\\b|\\bto\\b|\\bby\\b)).*");

    private static final Pattern FORMER_FIELD =
            Pattern.compile("(?iu)^(?:" + FORMERLY + "|current|aktuelle[rns]?) [\\p{L} -]{2,20}:");
    private static final Pattern TEXT_DATA = Pattern.compile(
            "(?i)(?:v=(?:spf1|dkim1|dmarc1|stsv1|tlsrptv1)|[\\w.-]{2,40}(?:verification|verify|domain|code)=|MS=)");
    private static final Pattern NUMBERED_TYPE = Pattern.compile("(?i)TYPE\\d{1,5}");
    private static final Pattern SPEECH = Pattern.compile(
            "(?iu)(?:auf|an|on|für|fuer|for|to|von|of|at|is|ist|lautet|lauten|zu|zum|mit|with|und|and|oder|or|the|der|die|das|den|ein|eine[nmrs]?|weitere[nrs]?|zweite[nr]?|dritte[nr]?|another|a|points?|pointing"
                    + "|zeigt|records?|eintrag|einträge|entry|entries|setzen|set|add|use|new|neu|rr|server|resource|nur|only|bitte|please"
                    + "|primary|primär\\p{L}*|secondary|sekundär\\p{L}*|backup|haupt\\p{L}*|main|fallback|first|second|mx\\d*|mx-?records?|(?:mail-?)?server\\d+)");
    private static final Pattern COMMAND = Pattern.compile(
            "(?i)^(?:\\S{0,60}[$>%#])?\\s*(?:dig|(?-i:host)|nslookup|drill|kdig|delv|resolve-dnsname|ps [a-z]:[^>]{0,60}>)(?: +(?![:=])|$)|^; <<>>"
                    + "|can't find|wurde nicht gefunden:|connection timed out");
    private static final Pattern EXAMPLE = Pattern.compile(
            "(?iu)(?:e\\.\\s?g\\.|z\\.\\s?B\\.|for example|zum Beispiel|i\\.\\s?e\\.|example:|beispiel:)[,:]?\\s*(\\S+)");

    /** The end of a letter: what follows is who wrote it. */
    private static final Pattern CLOSING = Pattern.compile(
            "(?iu)(?:(?:mit )?(?:freundlich\\p{L}*|viele[nm]?|beste[nm]?|liebe[nm]?|schöne[nm]?|herzliche[nm]?) gr(?:u|ü|ue)(?:ß|ss)\\p{L}*|mfg|lg|vg"
                    + "|(?:(?:kind|best|warm|with kind) )?regards|best(?: wishes)?|cheers|sincerely|yours(?: \\p{L}+)?|thanks|danke)"
                    + "(?:[,.!]? [\\p{L}.-]+){0,4}[,.!]?");

    private Words() {}

    static boolean isHost(String word) {
        return HOST.matcher(word).matches();
    }

    /** A name without a dot stands for a server only where a zone line has it behind the priority. */
    static boolean isRelativeHost(String word) {
        return RELATIVE_HOST.matcher(word).matches() && !isNumber(word);
    }

    static boolean isNumber(String word) {
        return NUMBER.matcher(word).matches();
    }

    static boolean isAddress(String word) {
        return ADDRESS.matcher(word).matches();
    }

    static boolean isMx(String word) {
        return MX.matcher(word).matches();
    }

    static boolean isOtherType(String word) {
        return OTHER_TYPES.contains(word) || isNumberedType(word);
    }

    /** A type by its number (RFC 3597 §5). */
    static boolean isNumberedType(String word) {
        return NUMBERED_TYPE.matcher(word).matches();
    }

    static boolean isClass(String word) {
        return word.equalsIgnoreCase("IN");
    }

    static List<MatchResult> hosts(String text) {
        return HOST_IN_TEXT.matcher(text).results().toList();
    }

    static List<MatchResult> numbers(String text) {
        return NUMBER_IN_TEXT.matcher(text).results().toList();
    }

    static boolean saysMx(String text) {
        return SAYS_MX.matcher(text).find();
    }

    static boolean saysMailServer(String text) {
        return MAIL_SERVER.matcher(text).find();
    }

    /** Whether words say that what they name takes mail. */
    static boolean saysServer(String text) {
        return SAYS_SERVER.matcher(text).find();
    }

    static boolean saysOtherType(String text) {
        return OTHER_TYPE_IN_TEXT.matcher(text).find();
    }

    /** Whether a letter ends here. */
    static boolean closes(String text) {
        return text.length() < 80 && CLOSING.matcher(text).matches();
    }

    /** Whether the line names what is to go, and not what is to be. */
    static boolean saysToRemove(String text) {
        return REMOVAL.matcher(text).matches()
                || RETIRED.matcher(text).matches()
                || FORMER.matcher(text).matches()
                        && (numbers(text).isEmpty()
                                || FORMER_FIELD.matcher(text).find());
    }

    /** Whether a cell holds what a TXT record says: {@code v=spf1 mx -all}. */
    static boolean isTextData(String cell) {
        return TEXT_DATA.matcher(cell).lookingAt();
    }

    /** Whether words of the line, its host names left out, are about something else than who takes mail. */
    static boolean saysOtherService(String text) {
        String words = HOST_IN_TEXT.matcher(text).replaceAll(" ");
        return OTHER_SERVICE.matcher(words).find()
                || OTHER_SUBJECT.matcher(words).find()
                        && !PairReader.NAMED_PRIORITY.matcher(words).find();
    }

    /** Whether a line has so many words besides names and numbers that it is a sentence. */
    static boolean isSpoken(List<String> words) {
        return words.stream()
                        .filter(word -> word.matches("\\p{L}{2,}") && !isMx(word) && !isClass(word))
                        .count()
                > 4;
    }

    /** Whether a word in an owner's place says something else. */
    static boolean isSpeech(String word) {
        return SPEECH.matcher(word).matches() || Label.of(word).isPresent();
    }

    /** Whether a name stands first, with its class, its TTL or its type behind it. */
    static boolean beginsZoneLine(String text) {
        String[] words = text.split("\\s+", 3);
        return words.length > 1
                && (isClass(words[1]) || isNumber(words[1]) || OTHER_TYPES.contains(words[1].toUpperCase(Locale.ROOT)));
    }

    /** Whether a word behind the type makes a sentence of the line: {@code MX auf mx.example.net}. */
    static boolean isPreposition(String word) {
        return word.matches("(?iu)auf|zu|zum|to|mit|with|für|for|bei|at|pointing|namens|named");
    }

    /** Whether the line is what somebody typed to ask for the answer that follows. */
    static boolean isCommand(String text) {
        return COMMAND.matcher(text).find();
    }

    /** Whether a line of {@code nslookup} says that the answer follows. */
    static boolean beginsAnswer(String text) {
        return text.matches("(?iu)(?:non-authoritative answer|nicht autorisierende antwort).*");
    }

    /** A host of pages, which footers of letters name. */
    static boolean isWebHost(String host) {
        return host.regionMatches(true, 0, "www.", 0, 4);
    }

    static boolean isOtherServiceHost(String host) {
        return OTHER_SERVICE_HOST.matcher(host).matches();
    }

    /**
     * The text without what is given as an example only: what stands before the type is the owner's example, and with it
     * where the record belongs.
     */
    static String withoutExamples(String text) {
        int lastMx = MX_IN_TEXT
                .matcher(text)
                .results()
                .mapToInt(MatchResult::start)
                .max()
                .orElse(-1);
        return EXAMPLE.matcher(text)
                .replaceAll(found -> found.end() <= lastMx ? Matcher.quoteReplacement(found.group(1)) : " ");
    }

    /** The text with what is given as an example as if it were meant. */
    static String withExamples(String text) {
        return EXAMPLE.matcher(text).replaceAll("$1");
    }

    /** The words of a row, whatever parts them. */
    static List<String> of(String row) {
        return Stream.of(row.replaceAll("[()\\[\\]{}\"<>=]", " ").split("[\\s|;,]+"))
                .map(word -> word.replaceAll("^:+|:+$", "").replaceFirst("^([1-9]\\d{0,6})\\.$", "$1"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
