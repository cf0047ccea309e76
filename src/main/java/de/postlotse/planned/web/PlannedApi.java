package de.postlotse.planned.web;

import de.postlotse.account.Caller;
import de.postlotse.api.ApiProblem;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.planned.PlanOutcome;
import de.postlotse.planned.PlannedStep;
import de.postlotse.planned.Plans;
import de.postlotse.policy.FindingTexts;
import de.postlotse.policy.TypedMx;
import de.postlotse.policy.TypedOwner;
import de.postlotse.zone.change.ReplaceSets;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is planned for a zone, for programs. */
@RestController
@RequestMapping("/api/v1/zones/{zone}")
record PlannedApi(Plans plans, FindingTexts texts) {

    @GetMapping("/planned")
    List<StepJson> all(Caller caller, @PathVariable DomainName zone) {
        return plans.all(caller, zone).stream().map(StepJson::of).toList();
    }

    @PostMapping("/planned")
    List<StepJson> move(
            Caller caller, @PathVariable DomainName zone, @Valid @RequestBody MoveJson body, Locale locale) {
        List<DomainName> owners =
                body.owners().stream().map(owner -> owner(owner, zone)).toList();
        List<TypedMx> records = body.records().stream()
                .map(record -> TypedMx.of("", record.target(), record.priority(), ""))
                .toList();
        ReplaceSets wish = ReplaceSets.of(owners, body.ttl() == null ? "" : body.ttl(), records);
        return answer(plans.move(caller, zone, wish, body.at()), caller, zone, locale);
    }

    @DeleteMapping("/planned/{id}")
    ResponseEntity<Void> cancel(Caller caller, @PathVariable DomainName zone, @PathVariable long id) {
        plans.cancel(caller, zone, id);
        return ResponseEntity.noContent().build();
    }

    /** Takes a server out for maintenance, now or from a time on, and until a time if one is given. */
    @PostMapping("/mx/{owner}/{target}/maintenance")
    List<StepJson> takeOut(
            Caller caller,
            @PathVariable DomainName zone,
            @PathVariable String owner,
            @PathVariable DomainName target,
            @RequestBody WindowJson body,
            Locale locale) {
        return answer(
                plans.maintain(caller, zone, owner(owner, zone), target, body.from(), body.until()),
                caller,
                zone,
                locale);
    }

    /** Puts it back. */
    @DeleteMapping("/mx/{owner}/{target}/maintenance")
    List<StepJson> putBack(
            Caller caller,
            @PathVariable DomainName zone,
            @PathVariable String owner,
            @PathVariable DomainName target,
            Locale locale) {
        Optional<PlannedStep> step = plans.out(caller, zone).stream()
                .filter(out -> out.owners().contains(owner(owner, zone))
                        && out.records().getFirst().target().equals(target))
                .findFirst();
        long id = step.map(PlannedStep::id).orElseThrow(PlannedApi::noSuchRecord);
        return answer(plans.putBack(caller, zone, id), caller, zone, locale);
    }

    private List<StepJson> answer(PlanOutcome outcome, Caller caller, DomainName zone, Locale locale) {
        return switch (outcome) {
            case PlanOutcome.Planned planned -> all(caller, zone);
            case PlanOutcome.Reported reported -> all(caller, zone);
            case PlanOutcome.NoSuchServer none -> throw noSuchRecord();
            case PlanOutcome.WrongTime wrong ->
                throw new ApiProblem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "wrong-time",
                                wrong.earliest().toString())
                        .with("earliest", wrong.earliest());
            case PlanOutcome.TooMany full ->
                throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "too-much-planned", full.most());
            case PlanOutcome.Refused refused ->
                throw ApiProblem.refused(false)
                        .with("verdict", refused.refused().verdict())
                        .with("findings", texts.messages(refused.refused().findings(), locale));
        };
    }

    private static ApiProblem noSuchRecord() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "no-such-record");
    }

    private static DomainName owner(String typed, DomainName zone) {
        return TypedOwner.read(typed, zone).orElseThrow(PlannedApi::noSuchRecord);
    }

    record WindowJson(@Nullable Instant from, @Nullable Instant until) {}

    record MoveJson(
            @NotNull @Size(min = 1, max = 60) List<@NotNull String> owners,
            @Nullable String ttl,
            @NotNull @Size(min = 1, max = 60) List<@Valid @NotNull RecordJson> records,
            @NotNull Instant at) {}

    record RecordJson(@Nullable String priority, @Nullable String target) {}

    record StepJson(
            long id,
            String kind,
            List<String> owners,
            List<String> records,
            int ttl,
            @Nullable Instant dueAt,
            String by,
            String state,
            @Nullable String outcome,
            @Nullable Instant endedAt) {

        static StepJson of(PlannedStep step) {
            return new StepJson(
                    step.id(),
                    step.kind().name(),
                    step.owners().stream().map(DomainName::toString).toList(),
                    step.records().stream().map(MxRecord::toString).toList(),
                    step.ttl(),
                    step.dueAt(),
                    step.caller().username(),
                    step.state().name(),
                    step.outcome() == null ? null : step.outcome().name(),
                    step.endedAt());
        }
    }
}
