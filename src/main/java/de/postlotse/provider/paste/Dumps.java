package de.postlotse.provider.paste;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PHP shows of its values, {@code [target] => mx.example.net}, as the readers of brackets know it. */
final class Dumps {

    private static final Pattern ARRAY = Pattern.compile("(?i)\\barray\\s*\\(\\d*\\)?\\s*\\R?\\s*[{(\\[]?");
    private static final Pattern VALUE = Pattern.compile(
            "(?m)^([ \\t]*)\\[\"?(\\w{1,40})\"?\\][ \\t]*=>[ \\t]*(\\R?)[ \\t]*"
                    + "(?:(?:int|float|bool)\\(([^)\\r\\n]*)\\)|(?:string\\(\\d+\\)[ \\t]*)?\"([^\"\\r\\n]*)\"|([^\\s(\\[{\"][^\\r\\n({]*))[ \\t]*$");

    private Dumps() {}

    /** The text with such values as {@code "target": "mx.example.net"}; each stays in its line. */
    static String asPairs(String text) {
        return ARRAY.matcher(text).find()
                ? VALUE.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + "\"" + found.group(2) + "\": \""
                                + value(found) + "\"" + found.group(3)))
                : text;
    }

    private static String value(MatchResult found) {
        for (int group = 4; group <= 6; group++) {
            if (found.group(group) != null) {
                return found.group(group).strip();
            }
        }
        return "";
    }
}
