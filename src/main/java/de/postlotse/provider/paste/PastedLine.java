package de.postlotse.provider.paste;

import de.postlotse.dns.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;

/**
 * A line of what was pasted, as a browser would show it.
 *
 * @param number from 1
 * @param indented whether it begins with a blank, as a zone line does that has its owner from the line before
 * @param text without ornaments; cells are apart by tabs where the text has cells
 * @param isTooLong whether it is not read, and the text is only its beginning
 */
record PastedLine(int number, boolean indented, String text, boolean isTooLong) {

    private static final int LONGEST = 2_000;
    private static final int SHOWN = 100;

    private static final Pattern HTML = Pattern.compile(
            "(?i)</?(table|tr|td|th|p|br|div|li|ul|ol|span|code|pre|html|body|dl|dt|dd|b|strong)\\b[^>]*>");
    private static final Pattern ORNAMENT = Pattern.compile(
            "^(?:[\\s>•·–—#✓✔➜→]+|(?:Schritt|Step) \\d{1,2} ?[:.)–-] *|- +|\\* +(?!\\s*(?:\\d+\\s+)?(?:IN\\s+)?MX\\b)|\\*\\*)+|[`\"„“”‘’]|(?<![\\p{L}\\p{N}])'|'(?![\\p{L}\\p{N}])|\\*\\*"
                    + "|(?<![\\w*])\\*(?=\\p{L}[^*]{0,40}\\p{L}\\*(?![\\w*.]))|(?<=\\p{L})\\*(?![\\w*.])"
                    + "|^\\s*\\d{1,2}[.)]\\s+(?=\\S)|[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\u00AD]");
    /** To the end of the line (RFC 1035 §5.1); without a blank before it, a semicolon parts the cells of a table. */
    private static final Pattern COMMENT = Pattern.compile("\\s;.*|^;.*|\\s//\\s.*|^//.*");

    private static final Pattern PORT = Pattern.compile("(?<=\\.\\p{L}{2,20}):(\\d{2,5})(?!\\w)");
    private static final Pattern HYPHEN = Pattern.compile("[\\u2010\\u2011]");
    /** Strokes of a table; those that part its columns are known. */
    private static final Pattern BOX = Pattern.compile("[\\u2500-\\u257F]");

    private static final Pattern BLANK = Pattern.compile("[\\u00A0\\u2000-\\u200A\\u202F\\u3000]");
    /** A zone line as an argument of a command. */
    private static final Pattern ZONE_LINE = Pattern.compile(
            "(?i)^[^'\"]{1,120}(['\"])((?:(?!\\1).){1,200}\\sIN\\s+MX\\s(?:(?!\\1).){1,200})\\1.{0,200}$");

    private static final Pattern IN_BRACKETS =
            Pattern.compile("(?i)((?<![\\w.-])MX\\s+(?:\\d{1,5}\\s+)?)\\(([^()]{0,300}\\R[^()]{0,300})\\)");
    /** The type by its number, as resolvers answer over HTTPS. */
    private static final Pattern NUMBERED_MX = Pattern.compile("(?i)(\"type\"\\s*:\\s*)15(?!\\d)");

    private static final Pattern RULE = Pattern.compile("[-|:+=_\\s]+");

    PastedLine(int number, boolean indented, String text) {
        this(number, indented, text, false);
    }

    static List<PastedLine> of(String pasted) {
        List<PastedLine> lines = new ArrayList<>();
        int number = 0;
        String shown = inOneLine(shown(NUMBERED_MX.matcher(pasted).replaceAll("$1\"MX\"")));
        List<String> raws = List.of(shown.split("\\R", -1));
        for (String raw : readable(raws)) {
            number++;
            if (raw.length() > LONGEST) {
                String start = raw.strip();
                lines.add(new PastedLine(number, false, start.substring(0, Math.min(SHOWN, start.length())), true));
                continue;
            }
            String plain = withPlainBlanks(raw);
            plain = BOX.matcher(plain.replaceAll("[│┃║]", "|")).replaceAll("-");
            plain = ZONE_LINE.matcher(plain).replaceFirst("$2");
            String text =
                    ORNAMENT.matcher(COMMENT.matcher(plain).replaceFirst("")).replaceAll("");
            boolean indented = !raw.isBlank() && Character.isWhitespace(raw.charAt(0));
            boolean rule = RULE.matcher(text).matches() && !raw.strip().equals("-");
            for (String sentence : Sentences.of(rule ? "" : text.strip())) {
                lines.add(new PastedLine(number, indented, sentence));
            }
        }
        return lines;
    }

    private static List<String> readable(List<String> lines) {
        List<String> active = Comments.resolved(Dumps.asZoneLines(lines));
        return BrokenLines.whole(TurnedTable.upright(RuledTable.tabbed(active)));
    }

    /** The text with the data of MX records in the line of their type: brackets hold what goes on below (RFC 1035 §5.1). */
    private static String inOneLine(String text) {
        return IN_BRACKETS
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1)
                        + found.group(2).replaceAll(";[^\\r\\n]*", "").replaceAll("\\s+", " ")
                        + found.group(2).replaceAll("\\r?[^\\n\\r]", "")));
    }

    private static String shown(String pasted) {
        if (!HTML.matcher(pasted).find()) {
            return pasted;
        }
        Document page = Jsoup.parse(pasted);
        page.select("script, style").remove();
        page.select("td, th").append("\t");
        page.select("td:contains(prio) br").forEach(line -> line.replaceWith(new TextNode(" ")));
        page.select("br, tr, p, li, div, h1, h2, h3, h4, dt, dd, pre").append("\n");
        return page.body().wholeText().replaceAll("\\t[ ]*(?=\\R)", "");
    }

    /**
     * The line without examples, with numbers apart from what they were copied together with. Mail comes in at port 25;
     * another one is about another service.
     */
    PastedLine apart(DomainName zone) {
        String words = Rewriting.all(Words.withoutExamples(text), zone);
        return new PastedLine(
                number,
                indented,
                PORT.matcher(words).replaceAll(port -> port.group(1).equals("25") ? "" : " port $1"));
    }

    /** Blanks and hyphens of pages look like any other. */
    static String withPlainBlanks(String text) {
        return BLANK.matcher(HYPHEN.matcher(text).replaceAll("-")).replaceAll(" ");
    }

    PastedLine withText(String other) {
        return new PastedLine(number, indented, other, isTooLong);
    }

    /** Whether the line is about another type of record or another service. */
    boolean isAboutOther() {
        List<MatchResult> hosts = Words.hosts(text);
        boolean otherHosts =
                !hosts.isEmpty() && hosts.stream().allMatch(host -> Words.isOtherServiceHost(host.group()));
        return !Words.saysMx(text) && (Words.saysOtherType(text) || Words.saysOtherService(text) || otherHosts);
    }

    boolean isBlank() {
        return text.isEmpty();
    }

    /** The cells, by the separator that the line has; a single one where it has none. */
    List<String> cells() {
        String separator = text.contains("\t")
                ? "\\t"
                : text.contains("|") ? "\\|" : text.contains(";") ? ";" : text.contains("  ") ? " {2,}" : ",";
        String inner = separator.equals("\\|") ? text.replaceAll("^\\|+|\\|+$", "") : text;
        return List.of(inner.split(separator, -1)).stream().map(String::strip).toList();
    }
}
