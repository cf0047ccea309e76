package de.postlotse.provider;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the servers of a provider depend on, and the customer has to say.
 *
 * @param key stands in braces in the provider's records
 * @param labels by language
 * @param example an answer that is right
 * @param options the only answers, where there are options; otherwise a part of a host name is typed
 */
public record Question(String key, Map<String, String> labels, String example, List<Option> options) {

    private static final Pattern PART_OF_A_HOST_NAME =
            Pattern.compile("(?i)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    private static final int LONGEST_ANSWER = 200;

    /** One of the answers to choose from. */
    public record Option(String answer, String label) {}

    public String label(Locale locale) {
        String own = labels.get(locale.getLanguage());
        return own == null ? labels.getOrDefault("en", key) : own;
    }

    /** Whether an answer can be part of a server's name. */
    public boolean takes(String answer) {
        return options.isEmpty()
                ? answer.length() <= LONGEST_ANSWER
                        && PART_OF_A_HOST_NAME.matcher(answer).matches()
                : options.stream().anyMatch(option -> option.answer().equals(answer));
    }
}
