package de.postlotse.approval.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.postlotse.account.Caller;
import de.postlotse.approval.Approvals;
import de.postlotse.approval.Decision;
import de.postlotse.approval.WaitingChange;
import de.postlotse.replacement.Replacements;
import de.postlotse.replacement.WaitingReplacement;
import de.postlotse.zone.ChangePreview;
import de.postlotse.zone.Consent;
import de.postlotse.zone.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
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
class ApprovalsApi {

    static final String RETRY_AFTER_SECONDS = "5";

    private final Approvals approvals;
    private final Replacements replacements;
    private final MessageSource messages;

    ApprovalsApi(Approvals approvals, Replacements replacements, MessageSource messages) {
        this.approvals = approvals;
        this.replacements = replacements;
        this.messages = messages;
    }

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
                        ? CheckedNowJson.of(found.change(), approvals.preview(caller, found), messages, locale)
                        : null);
    }

    @PostMapping("/{change}/approve")
    ResponseEntity<?> approve(
            Caller caller,
            @PathVariable long change,
            @RequestBody(required = false) @Nullable RemarkJson body,
            Locale locale) {
        String remark = body == null ? null : body.remark();
        return answer(approvals.approve(caller, change, remark, Consent.NOT_ASKED), locale);
    }

    @PostMapping("/{change}/reject")
    ResponseEntity<?> reject(Caller caller, @PathVariable long change, @RequestBody ReasonJson body, Locale locale) {
        return answer(approvals.reject(caller, change, body.reason()), locale);
    }

    private ResponseEntity<?> answer(Decision decision, Locale locale) {
        return switch (decision) {
            case Decision.Done done -> ResponseEntity.ok(ChangeJson.of(done.change()));
            case Decision.Own own -> problem(HttpStatus.FORBIDDEN, "own", locale);
            case Decision.AlreadyDecided already -> problem(HttpStatus.CONFLICT, "decided", locale);
            case Decision.ChangedMeanwhile changed -> problem(HttpStatus.CONFLICT, "changed", locale);
            case Decision.NoReason none -> problem(HttpStatus.UNPROCESSABLE_CONTENT, "no-reason", locale);
            case Decision.TooLong tooLong -> problem(HttpStatus.UNPROCESSABLE_CONTENT, "too-long", locale);
            case Decision.Harmful harmful -> throw new IllegalStateException("the API is not asked");
            case Decision.Refused refused -> refused(refused.preview(), locale);
        };
    }

    private ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status,
                messages.getMessage(
                        "approvals.problem." + code,
                        new Object[] {Integer.toString(Approvals.LONGEST_REMARK)},
                        locale));
        problem.setProperty("code", code);
        return ResponseEntity.status(status).body(problem);
    }

    private ResponseEntity<ProblemDetail> refused(ChangePreview preview, Locale locale) {
        boolean retry = preview.verdict() == Verdict.RETRY;
        HttpStatus status = retry ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT;
        String code = retry ? "unchecked" : "refused";
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status, messages.getMessage("approvals.problem." + code, null, locale));
        problem.setProperty("code", code);
        problem.setProperty("verdict", preview.verdict());
        problem.setProperty("findings", CheckedNowJson.FindingJson.of(preview.findings(), messages, locale));
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        return (retry ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS) : answer).body(problem);
    }

    private List<ReplacementJson> replacements(Caller caller) {
        return replacements.awaitingApproval(caller).stream()
                .map(ReplacementJson::of)
                .toList();
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

        static ReplacementJson of(WaitingReplacement waiting) {
            return new ReplacementJson(
                    waiting.id(),
                    waiting.kind().name(),
                    waiting.oldHost().toString(),
                    waiting.newHost().toString(),
                    waiting.author(),
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
