package de.postlotse.desk.replacement.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.postlotse.account.Caller;
import de.postlotse.api.ApiProblem;
import de.postlotse.desk.replacement.DryRun;
import de.postlotse.desk.replacement.Extent;
import de.postlotse.desk.replacement.Remark;
import de.postlotse.desk.replacement.RemarkedZones;
import de.postlotse.desk.replacement.Replacement;
import de.postlotse.desk.replacement.ReplacementProgress;
import de.postlotse.desk.replacement.Replacements;
import de.postlotse.desk.replacement.StartOutcome;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Replacing a host everywhere, for programs. */
@RestController
@RequestMapping("/api/v1/replacements")
record ReplacementApi(Replacements replacements, ReplacementTexts texts) {

    /**
     * Tells what a replacement would do, or starts it. With what a dry run told as {@code seen} it starts only if that
     * is so still; with a {@code request} of the caller's own it is started once, however often it is sent.
     */
    @PostMapping
    ResponseEntity<?> replace(Caller caller, @Valid @RequestBody WishJson wish, Locale locale) {
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
                .orElseThrow(() -> new ApiProblem(HttpStatus.NOT_FOUND, "no-such-replacement"));
    }

    private ResponseEntity<?> answer(StartOutcome outcome, WishJson wish, Locale locale) {
        return switch (outcome) {
            case StartOutcome.Started started ->
                ResponseEntity.accepted()
                        .location(URI.create("/api/v1/replacements/" + started.id()))
                        .body(Map.of("id", started.id()));
            case StartOutcome.Shown shown -> {
                DryRunJson dryRun = json(shown.dryRun(), locale);
                if (!wish.dryRun()) {
                    throw new ApiProblem(HttpStatus.CONFLICT, "zones-changed").with("dryRun", dryRun);
                }
                yield ResponseEntity.ok(dryRun);
            }
            case StartOutcome.Unreadable unreadable ->
                throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "unreadable")
                        .with("findings", texts.of(unreadable.all(), locale));
            case StartOutcome.ReasonTooLong tooLong ->
                throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "reason-too-long").at("reason");
        };
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
            @NotNull Boolean dryRun,
            @Nullable String seen,
            @Nullable UUID request) {}

    record DryRunJson(
            String old,
            @JsonProperty("new") String replacement,
            String verdict,
            List<HostFindingLine> findings,
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
                    replacement.job().state().name(),
                    replacement.zones(),
                    progress.job().counts().entrySet().stream()
                            .collect(Collectors.toMap(count -> count.getKey().name(), Map.Entry::getValue)),
                    replacement.hostProblem(),
                    replacement.nextAttemptAt(),
                    replacement.decidedBy(),
                    replacement.rejection());
        }
    }
}
