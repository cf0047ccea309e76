package de.postlotse.zone.web.api;

import de.postlotse.api.ApiProblem;
import de.postlotse.policy.Finding;
import de.postlotse.policy.FindingText;
import de.postlotse.policy.FindingTexts;
import de.postlotse.policy.Verdict;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.change.FourEyesProperties;
import de.postlotse.zone.change.Harm;
import de.postlotse.zone.change.SaveOutcome;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the API answers about a zone, and to an edit however it ends. */
@Component
record EditAnswer(FindingTexts texts, MessageSource messages) {

    /** A zone as it is. */
    ResponseEntity<ZoneJson> zone(ZoneSnapshot zone) {
        return ResponseEntity.ok().eTag(ETag.of(zone)).body(json(zone));
    }

    /** A zone that was just changed. */
    ResponseEntity<ZoneJson.SavedJson> saved(SaveOutcome.Saved saved) {
        return ResponseEntity.ok()
                .eTag(ETag.of(saved.zone()))
                .body(new ZoneJson.SavedJson(json(saved.zone()), saved.harms()));
    }

    private ZoneJson json(ZoneSnapshot zone) {
        String key = "health.sentence." + zone.health().why();
        return ZoneJson.of(zone, messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }

    /**
     * @param ofSaved the answer where it was saved
     * @throws ApiProblem where it was refused
     */
    ResponseEntity<?> of(SaveOutcome outcome, Function<SaveOutcome.Saved, ResponseEntity<?>> ofSaved) {
        return switch (outcome) {
            case SaveOutcome.Saved saved -> ofSaved.apply(saved);
            case SaveOutcome.Refused refused -> throw problem(refused);
            case SaveOutcome.Waiting waiting -> waiting(waiting);
        };
    }

    /** All findings; it speaks of the first error. */
    private ApiProblem problem(SaveOutcome.Refused refused) {
        List<FindingText> findings = texts(refused.findings());
        ApiProblem problem = ApiProblem.refused(refused.verdict() == Verdict.RETRY)
                .with("verdict", refused.verdict())
                .with("findings", findings);
        findings.stream()
                .filter(finding -> !finding.isWarning())
                .findFirst()
                .ifPresent(first -> problem.at(first.field()).saying(first.message()));
        return problem;
    }

    /** It is not saved before somebody else has looked at it; its location tells what becomes of it. */
    private ResponseEntity<PendingJson> waiting(SaveOutcome.Waiting waiting) {
        String zone = waiting.preview().zone().name().toString();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/zones/" + zone + "/waiting/" + waiting.id()))
                .body(new PendingJson(
                        waiting.id(),
                        zone,
                        waiting.why(),
                        waiting.preview().harms(),
                        texts(waiting.preview().findings())));
    }

    private List<FindingText> texts(List<Finding> findings) {
        return texts.of(findings, LocaleContextHolder.getLocale());
    }

    record PendingJson(
            long id, String zone, Set<FourEyesProperties.Kind> why, Set<Harm> harms, List<FindingText> findings) {}
}
