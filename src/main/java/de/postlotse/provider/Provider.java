package de.postlotse.provider;

import de.postlotse.zone.TypedMx;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
}
