package de.postlotse.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Passwords that are guessed first, however long they are: known ones, also with digits and signs around them or written
 * twice, one's own user name, digits alone, and few characters over and over (NIST SP 800-63B §3.1.1.2).
 */
final class CommonPasswords {

    private static final String FILE = "/common-passwords.txt";
    private static final Pattern AROUND = Pattern.compile("^\\P{L}+|\\P{L}+$");
    private static final Pattern REPEATED = Pattern.compile("(.{1,36}?)\\1+");
    private static final int FEWEST_CHARACTERS = 5;
    private static final int SHORTEST_WORD = 4;

    private static final Set<String> KNOWN = read();

    private CommonPasswords() {}

    static boolean contain(String password, String username) {
        String lower = password.toLowerCase(Locale.ROOT);
        return lower.chars().distinct().count() < FEWEST_CHARACTERS
                || lower.chars().allMatch(Character::isDigit)
                || isKnown(lower, username)
                || isRepeated(lower, username);
    }

    private static boolean isKnown(String text, String username) {
        String word = AROUND.matcher(text).replaceAll("");
        return KNOWN.contains(text)
                || word.length() >= SHORTEST_WORD && (KNOWN.contains(word) || word.equals(username))
                || text.equals(username);
    }

    private static boolean isRepeated(String text, String username) {
        Matcher repeated = REPEATED.matcher(text);
        return repeated.matches()
                && (repeated.group(1).length() <= SHORTEST_WORD || isKnown(repeated.group(1), username));
    }

    private static Set<String> read() {
        try (InputStream in = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
