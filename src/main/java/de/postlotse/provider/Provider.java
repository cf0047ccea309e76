package de.postlotse.provider;

import de.postlotse.dns.TypedName;
import de.postlotse.policy.TypedMx;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which servers take the mail of a provider's customers.
 *
 * @param id the name of its file, for addresses of pages
 * @param source where the provider says so; none for servers of the hoster itself
 * @param asOf when it was looked up there
 * @param questions what the customer has to say before the servers are known
 */
public record Provider(
        String id,
        String name,
        @Nullable URI source,
        @Nullable LocalDate asOf,
        List<Question> questions,
        List<Server> servers) {

    /** @param host may have the key of a question in braces */
    public record Server(int priority, String host) {

        TypedMx typed(Map<String, String> answers) {
            String name = host;
            for (Map.Entry<String, String> answer : answers.entrySet()) {
                name = name.replace("{" + answer.getKey() + "}", answer.getValue());
            }
            return new TypedMx("", name, Integer.toString(priority), "");
        }
    }

    /**
     * The answers without what is typed too much: blanks, and the rest of a server's complete name where only a part of it
     * is asked for.
     */
    public Map<String, String> cleaned(Map<String, String> answers) {
        return answers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, answer -> part(answer.getKey(), answer.getValue())));
    }

    private String part(String key, String typed) {
        String answer = TypedName.trim(typed);
        String name = answer.replaceFirst("^\\d+\\s+", "").replaceFirst("\\.$", "");
        return servers.stream()
                .map(Server::host)
                .filter(host -> host.startsWith("{" + key + "}"))
                .map(host -> host.substring(key.length() + 2))
                .filter(rest -> name.length() > rest.length()
                        && name.toLowerCase(Locale.ROOT).endsWith(rest.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(rest -> name.substring(0, name.length() - rest.length()))
                .orElse(answer);
    }

    /** The names of its servers, with each answer that there is to choose from; one that is typed may be anything. */
    Stream<String> names() {
        return servers.stream().map(Server::host).flatMap(this::names);
    }

    private Stream<String> names(String host) {
        Stream<String> names = Stream.of(host.replaceFirst("\\.$", "").toLowerCase(Locale.ROOT));
        for (Question question : questions) {
            String key = "{" + question.key().toLowerCase(Locale.ROOT) + "}";
            names = names.flatMap(name -> question.options().isEmpty()
                    ? Stream.of(name.replaceFirst("^" + Pattern.quote(key) + "\\.", "*."))
                    : question.options().stream().map(option -> name.replace(key, option.answer())));
        }
        return names.filter(name -> !name.contains("{"));
    }

    /** The questions whose answers are missing or cannot be right. */
    public List<Question> unanswered(Map<String, String> answers) {
        return questions.stream()
                .filter(question -> !question.takes(answers.getOrDefault(question.key(), "")))
                .toList();
    }

    /** The servers for these answers, or nothing where an answer is missing or cannot be right. */
    public Optional<List<TypedMx>> records(Map<String, String> answers) {
        return unanswered(answers).isEmpty()
                ? Optional.of(
                        servers.stream().map(server -> server.typed(answers)).toList())
                : Optional.empty();
    }

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
}
