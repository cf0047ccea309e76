package de.postlotse.desk.approval.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.postlotse.account.Caller;
import de.postlotse.api.ApiProblem;
import de.postlotse.desk.approval.ApprovalDecision;
import de.postlotse.desk.approval.Approvals;
import de.postlotse.desk.approval.Opinion;
import de.postlotse.desk.approval.WaitingChange;
import de.postlotse.desk.replacement.Replacement;
import de.postlotse.desk.replacement.ReplacementApprovals;
import de.postlotse.policy.FindingTexts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a second pair of eyes, and the decision about it, for the programs of staff. */
@RestController
@RequestMapping("/api/v1/approvals")
record ApprovalsApi(
        Approvals approvals, ReplacementApprovals replacements, FindingTexts texts, MessageSource messages) {

    /** What waits, the longest waiting first; the first page names the replacements of hosts that wait, too. */
    @GetMapping
    PageJson waiting(Caller caller, @RequestParam(defaultValue = "0") long after) {
        List<WaitingChange> page = approvals.waiting(caller, after);
        return new PageJson(
                page.stream().map(ChangeJson::of).toList(),
                page.size() < Approvals.PAGE
                        ? null
                        : new NextJson(page.getLast().id()),
                after > 0 ? List.of() : replacements(caller));
    }

    @GetMapping("/{change}")
    LookJson look(Caller caller, @PathVariable long change, Locale locale) {
        WaitingChange found = approvals.require(caller, change);
        return new LookJson(
                ChangeJson.of(found),
                found.isWaiting()
                        ? CheckedNowJson.of(found.change(), approvals.preview(caller, found), texts, locale)
                        : null);
    }

    @PostMapping("/{change}/approve")
    ChangeJson approve(
            Caller caller,
            @PathVariable long change,
            @RequestBody(required = false) @Nullable RemarkJson body,
            Locale locale) {
        String remark = body == null ? null : body.remark();
        return answer(caller, change, approvals.approve(caller, change, remark), locale);
    }

    @PostMapping("/{change}/reject")
    ChangeJson reject(Caller caller, @PathVariable long change, @RequestBody ReasonJson body, Locale locale) {
        return answer(caller, change, approvals.reject(caller, change, body.reason()), locale);
    }

    private ChangeJson answer(Caller caller, long change, ApprovalDecision decision, Locale locale) {
        Optional<DecisionProblem> problem = DecisionProblem.of(decision);
        if (problem.isPresent()) {
            throw problem(problem.get(), decision, locale);
        }
        return ChangeJson.of(approvals.require(caller, change));
    }

    private ApiProblem problem(DecisionProblem problem, ApprovalDecision decision, Locale locale) {
        Object[] arguments = {Integer.toString(Opinion.LONGEST_REMARK)};
        ApiProblem told = new ApiProblem(problem.status(), problem.code())
                .saying(messages.getMessage("approvals.problem." + problem.code(), arguments, locale));
        if (problem.field() != null) {
            told.at(problem.field());
        }
        if (problem.mayPass()) {
            told.retryAfter(ApiProblem.RETRY_AFTER_SECONDS);
        }
        return decision instanceof ApprovalDecision.Refused refused
                ? told.with("verdict", refused.verdict()).with("findings", texts.of(refused.findings(), locale))
                : told;
    }

    private List<ReplacementJson> replacements(Caller caller) {
        return replacements.waiting(caller).stream().map(ReplacementJson::of).toList();
    }

    record PageJson(List<ChangeJson> changes, @Nullable NextJson next, List<ReplacementJson> replacements) {}

    /** A replacement of a host in many zones, which is decided about on its own page. */
    record ReplacementJson(
            long id,
            String kind,
            String oldHost,
            String newHost,
            String who,
            Instant since,
            @Nullable String reason,
            int zones,
            int leaving) {

        static ReplacementJson of(Replacement waiting) {
            return new ReplacementJson(
                    waiting.id(),
                    waiting.kind().name(),
                    waiting.oldHost().toString(),
                    waiting.newHost().toString(),
                    waiting.author().username(),
                    waiting.createdAt(),
                    waiting.reason(),
                    waiting.zones(),
                    waiting.leaving());
        }
    }

    record NextJson(long after) {}

    record LookJson(
            @JsonUnwrapped ChangeJson change, @Nullable CheckedNowJson now) {}

    record RemarkJson(@Nullable String remark) {}

    record ReasonJson(@Nullable String reason) {}
}
