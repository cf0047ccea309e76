package de.postlotse.replacement.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.postlotse.account.Caller;
import de.postlotse.replacement.DryRun;
import de.postlotse.replacement.Extent;
import de.postlotse.replacement.Remark;
import de.postlotse.replacement.RemarkedZones;
import de.postlotse.replacement.Replacement;
import de.postlotse.replacement.ReplacementProgress;
import de.postlotse.replacement.Replacements;
import de.postlotse.replacement.StartOutcome;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Replacing a host everywhere, for programs. */
@RestController
@RequestMapping("/api/v1/replacements")
class ReplacementApi {

    private final Replacements replacements;
    private final ReplacementTexts texts;

    ReplacementApi(Replacements replacements, ReplacementTexts texts) {
        this.replacements = replacements;
        this.texts = texts;
    }

    /**
     * Tells what a replacement would do, or starts it. With what a dry run told as {@code seen} it starts only if that
     * is so still; with a {@code request} of the caller's own it is started once, however often it is sent.
     */
    @PostMapping
    ResponseEntity<?> replace(Caller caller, @RequestBody WishJson wish, Locale locale) {
        StartOutcome dryRun = replacements.dryRun(caller, text(wish.old()), text(wish.replacement()));
        if (wish.dryRun() || !(dryRun instanceof StartOutcome.Shown shown)) {
            return answer(dryRun, wish, locale);
        }
        String seen = wish.seen() == null ? shown.dryRun().extent().seen() : wish.seen();
        UUID request = wish.request() == null ? UUID.randomUUID() : wish.request();
        return answer(
                replacements.start(
                        caller, request, text(wish.old()), text(wish.replacement()), text(wish.reason()), seen),
                wish,
                locale);
    }

    @GetMapping("/{id}")
    ProgressJson progress(Caller caller, @PathVariable long id) {
        return replacements
                .progress(caller, id)
                .map(ProgressJson::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ResponseEntity<?> answer(StartOutcome outcome, WishJson wish, Locale locale) {
        return switch (outcome) {
            case StartOutcome.Started started ->
                ResponseEntity.accepted()
                        .location(URI.create("/api/v1/replacements/" + started.id()))
                        .body(Map.of("id", started.id()));
            case StartOutcome.Shown shown ->
                ResponseEntity.status(wish.dryRun() ? HttpStatus.OK : HttpStatus.CONFLICT)
                        .body(json(shown.dryRun(), locale));
            case StartOutcome.Unreadable unreadable -> refusal("unreadable", texts.of(unreadable.all(), locale));
            case StartOutcome.ReasonTooLong tooLong -> refusal("reason-too-long", List.of());
        };
    }

    private static ResponseEntity<ProblemDetail> refusal(String code, List<FindingLine> findings) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        problem.setProperty("code", code);
        problem.setProperty("findings", findings);
        return ResponseEntity.unprocessableContent().body(problem);
    }

    private DryRunJson json(DryRun dryRun, Locale locale) {
        return new DryRunJson(
                dryRun.oldHost().toString(),
                dryRun.newHost().toString(),
                dryRun.ofNew().verdict().name(),
                texts.of(dryRun.ofNew().findings(), locale),
                dryRun.extent(),
                dryRun.remarks().stream().collect(Collectors.toMap(RemarkedZones::remark, RemarkedZones::count)),
                dryRun.needsApproval(),
                dryRun.canStart());
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    /**
     * @param seen what a dry run told; null where the caller takes it as it is
     * @param request null where it is sent only once
     */
    record WishJson(
            @Nullable String old,
            @JsonProperty("new") @Nullable String replacement,
            @Nullable String reason,
            boolean dryRun,
            @Nullable String seen,
            @Nullable UUID request) {}

    record DryRunJson(
            String old,
            @JsonProperty("new") String replacement,
            String verdict,
            List<FindingLine> findings,
            Extent extent,
            Map<Remark, Integer> remarks,
            boolean needsApproval,
            boolean canStart) {}

    record ProgressJson(
            long id,
            String kind,
            @Nullable Long undoOf,
            String old,
            @JsonProperty("new") String replacement,
            @Nullable String reason,
            String by,
            Instant createdAt,
            String state,
            int zones,
            Map<String, Integer> counts,
            @Nullable String hostProblem,
            @Nullable Instant nextAttemptAt,
            @Nullable String decidedBy,
            @Nullable String rejection) {

        static ProgressJson of(ReplacementProgress progress) {
            Replacement replacement = progress.replacement();
            return new ProgressJson(
                    replacement.id(),
                    replacement.kind().name(),
                    replacement.undoOf(),
                    replacement.oldHost().toString(),
                    replacement.newHost().toString(),
                    replacement.reason(),
                    replacement.author().username(),
                    replacement.createdAt(),
                    replacement.state().name(),
                    replacement.zones(),
                    progress.counts().entrySet().stream()
                            .collect(Collectors.toMap(count -> count.getKey().name(), Map.Entry::getValue)),
                    replacement.hostProblem() == null
                            ? null
                            : replacement.hostProblem().name(),
                    replacement.nextAttemptAt(),
                    replacement.decidedBy(),
                    replacement.rejection());
        }
    }
}
