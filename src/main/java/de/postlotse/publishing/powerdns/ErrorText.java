package de.postlotse.publishing.powerdns;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a server says about an error, fit for logs and pages: short, one line, nothing invisible, never our key. */
final class ErrorText {

    private static final int LONGEST_BODY = 64_000;
    private static final int LONGEST_TEXT = 200;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\s]+");

    private ErrorText() {}

    static String of(byte[] body, String secret) {
        String text = new String(body, 0, Math.min(body.length, LONGEST_BODY), StandardCharsets.UTF_8);
        String open = INVISIBLE.matcher(error(text)).replaceAll(" ").strip();
        String told = secret.isEmpty() ? open : open.replace(secret, "...");
        return told.codePointCount(0, told.length()) <= LONGEST_TEXT
                ? told
                : told.substring(0, told.offsetByCodePoints(0, LONGEST_TEXT)) + "...";
    }

    private static String error(String text) {
        try {
            String error = JsonMapper.shared().readTree(text).path("error").asString("");
            return error.isEmpty() ? text : error;
        } catch (JacksonException e) {
            return text;
        }
    }
}
