package de.postlotse.provider.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The sentences of a line, each of which may be about another domain, another service or what is to go. */
final class Sentences {

    /** Where a line goes on about another domain. */
    private static final Pattern ABOUT_ANOTHER = Pattern.compile(
            "(?<=\\.)\\s+(?=(?:Für|For)\\s[\\p{L}\\d.-]{1,255}\\.\\p{L}{2,20}(?![\\p{L}.]))"
                    + "|(?<=[\\p{L}\\d)]\\.)\\s+(?=(?:Der|Die|Das|Ihr|The|Your)\\s" + Words.FORMERLY + "(?!\\p{Lu}))"
                    + "|(?iu)[,;]\\s+(?:(?:und|and)\\s+)?(?=(?:für|for)\\s[\\p{L}\\d.-]{1,255}\\.\\p{L}{2,20}\\s[^,;]{0,80}[\\p{L}\\d]\\.\\p{L}{2})");

    /** The end of a sentence; an abbreviation has a single letter before its full stop, or no capital behind it. */
    private static final Pattern END = Pattern.compile("(?<=[\\p{L}\\d)]{2}[.!?])\\s+(?=\\p{Lu}\\p{Ll}|I\\s)");

    private static final int LONGEST = 1_000;

    private Sentences() {}

    /** The parts of a line that are read one by one. */
    static List<String> of(String line) {
        List<String> parts = new ArrayList<>();
        for (String part : ABOUT_ANOTHER.split(line)) {
            parts.addAll(spoken(part));
        }
        return parts;
    }

    /** Cut before each sentence that names servers of its own or announces some; others belong to the one before. */
    private static List<String> spoken(String line) {
        if (line.length() > LONGEST || line.indexOf('\t') >= 0) {
            return List.of(line);
        }
        List<MatchResult> ends = END.matcher(line).results().toList();
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int n = 0; n < ends.size(); n++) {
            int next = n + 1 < ends.size() ? ends.get(n + 1).start() : line.length();
            String sentence = line.substring(ends.get(n).end(), next);
            boolean announces = next == line.length() && sentence.endsWith(":");
            if (stands(line.substring(start, ends.get(n).start())) && (stands(sentence) || announces)) {
                parts.add(line.substring(start, ends.get(n).start()));
                start = ends.get(n).end();
            }
        }
        parts.add(line.substring(start));
        return parts;
    }

    private static boolean stands(String part) {
        return Words.isSpoken(Words.of(part)) && !Words.hosts(part).isEmpty();
    }
}
