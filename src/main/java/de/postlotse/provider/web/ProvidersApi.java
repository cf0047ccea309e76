package de.postlotse.provider.web;

import de.postlotse.api.ApiProblem;
import de.postlotse.api.SetJson;
import de.postlotse.provider.Provider;
import de.postlotse.provider.Providers;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The providers and their servers, for programs. */
@RestController
@RequestMapping("/api/v1/providers")
record ProvidersApi(Providers providers) {

    @GetMapping
    List<Provider> all() {
        return providers.all();
    }

    /** The servers of a provider for the answers given as parameters: what a set can be put as. */
    @GetMapping("/{id}/records")
    List<SetJson.RecordJson> records(@PathVariable String id, @RequestParam Map<String, String> answers) {
        Provider provider =
                providers.find(id).orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "no-such-provider"));
        Map<String, String> cleaned = provider.cleaned(answers);
        return provider.records(cleaned).orElseThrow(() -> unanswered(provider.unanswered(cleaned))).stream()
                .map(record -> new SetJson.RecordJson(Integer.parseInt(record.priority()), record.target()))
                .toList();
    }

    private static ApiProblem unanswered(List<Provider.Question> questions) {
        List<String> keys = questions.stream().map(Provider.Question::key).toList();
        return new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "answers-missing", String.join(", ", keys))
                .at(keys.getFirst());
    }
}
