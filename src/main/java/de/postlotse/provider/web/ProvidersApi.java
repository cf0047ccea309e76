package de.postlotse.provider.web;

import de.postlotse.provider.Provider;
import de.postlotse.provider.Providers;
import de.postlotse.provider.Question;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The providers and their servers, for programs. */
@RestController
@RequestMapping("/api/v1/providers")
class ProvidersApi {

    private final Providers providers;

    ProvidersApi(Providers providers) {
        this.providers = providers;
    }

    @GetMapping
    List<ProviderJson> all() {
        return providers.all().stream().map(ProviderJson::of).toList();
    }

    /** The servers of a provider for the answers given as parameters: what a set can be put as. */
    @GetMapping("/{id}/records")
    List<RecordJson> records(@PathVariable String id, @RequestParam Map<String, String> answers) {
        Provider provider = providers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return provider
                .records(ProposedSwitch.trimmed(answers))
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "missing or wrong: "
                                + provider.unanswered(answers).stream()
                                        .map(Question::key)
                                        .toList()))
                .stream()
                .map(record -> new RecordJson(Integer.parseInt(record.priority()), record.target()))
                .toList();
    }

    record ProviderJson(
            String id,
            String name,
            @Nullable URI source,
            @Nullable LocalDate asOf,
            List<Question> questions,
            List<Provider.Server> servers) {

        static ProviderJson of(Provider provider) {
            return new ProviderJson(
                    provider.id(),
                    provider.name(),
                    provider.source(),
                    provider.asOf(),
                    provider.questions(),
                    provider.servers());
        }
    }

    record RecordJson(int priority, String target) {}
}
