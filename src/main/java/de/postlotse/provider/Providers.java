package de.postlotse.provider;

import de.postlotse.policy.Finding;
import de.postlotse.policy.MailHostNames;
import de.postlotse.policy.ServersWithoutDns;
import de.postlotse.policy.TypedMx;
import de.postlotse.zone.OwnMailServers;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;

/** The providers that customers can choose from: the hoster's own servers first, then all others by name. */
@Service
public class Providers implements MailHostNames {

    /** Of the hoster's own servers. */
    public static final String OWN = "own";

    private static final String ENDING = ".yaml";

    private final List<Provider> all;

    /** @throws WrongProviderFileException where a file cannot be used */
    Providers(Properties properties, OwnMailServers own, MessageSource messages) {
        Map<String, Provider> byId = new TreeMap<>();
        Stream.concat(ours(), theirs(properties.folder())).forEach(file -> {
            ProviderFile.Read read = read(file);
            require(read, messages);
            byId.put(read.provider().id(), read.provider());
        });
        List<Provider> providers = new ArrayList<>();
        if (own.exist()) {
            providers.add(own(own));
        }
        byId.values().stream()
                .sorted(Comparator.comparing(provider -> provider.name().toLowerCase(Locale.ROOT)))
                .forEach(providers::add);
        this.all = List.copyOf(providers);
    }

    public List<Provider> all() {
        return all;
    }

    @Override
    public Collection<String> names() {
        return all.stream().flatMap(Provider::names).toList();
    }

    public Optional<Provider> find(String id) {
        return all.stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    private static Provider own(OwnMailServers own) {
        return new Provider(
                OWN,
                "",
                null,
                null,
                List.of(),
                own.records().stream()
                        .map(record -> new Provider.Server(record.preference().value(), record.target() + "."))
                        .toList());
    }

    private static Stream<Resource> ours() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:providers/*" + ENDING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Resource> theirs(@Nullable Path folder) {
        if (folder == null) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .<Resource>map(FileSystemResource::new)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new WrongProviderFileException(folder.toString(), 0, "the folder cannot be read");
        }
    }

    private static ProviderFile.Read read(Resource file) {
        String name = file.getFilename() == null ? "" : file.getFilename();
        String shown = file instanceof FileSystemResource there ? there.getPath() : "providers/" + name;
        try (Reader text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            return ProviderFile.read(shown, name.substring(0, name.length() - ENDING.length()), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With each option of each question, and the examples of the others: by the rules that need no DNS. */
    private static void require(ProviderFile.Read read, MessageSource messages) {
        for (Map<String, String> answers : possible(read.provider().questions())) {
            List<TypedMx> records = read.provider().records(answers).orElseThrow();
            List<List<Finding>> findings = ServersWithoutDns.judge(records);
            for (int n = 0; n < findings.size(); n++) {
                for (Finding finding : findings.get(n)) {
                    throw new WrongProviderFileException(
                            read.file(), read.lines().get(n), records.get(n).target() + ": " + text(finding, messages));
                }
            }
        }
    }

    private static String text(Finding finding, MessageSource messages) {
        return messages.getMessage(
                "finding." + finding.code(),
                finding.arguments().stream().map(Object::toString).toArray(),
                Locale.ENGLISH);
    }

    private static List<Map<String, String>> possible(List<Provider.Question> questions) {
        List<Map<String, String>> all = List.of(Map.of());
        for (Provider.Question question : questions) {
            List<String> answers = question.options().isEmpty()
                    ? List.of(question.example())
                    : question.options().stream()
                            .map(Provider.Question.Option::answer)
                            .toList();
            all = all.stream()
                    .flatMap(before -> answers.stream().map(answer -> {
                        Map<String, String> more = new HashMap<>(before);
                        more.put(question.key(), answer);
                        return more;
                    }))
                    .toList();
        }
        return all;
    }

    /**
     * Where an operator keeps providers of its own.
     *
     * @param folder folder with an operator's own providers, one ID.yaml each like those in
     *     src/main/resources/providers; one with the id of ours takes its place
     */
    @ConfigurationProperties("postlotse.providers")
    record Properties(@Nullable Path folder) {}
}
