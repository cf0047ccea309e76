package de.postlotse.desk.approval.web;

import de.postlotse.api.ApiProblem;
import de.postlotse.desk.approval.ApprovalDecision;
import de.postlotse.desk.approval.AskedDecision;
import de.postlotse.policy.Verdict;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/**
 * Why a decision was not made, as pages and programs are told it.
 *
 * @param code of the message {@code approvals.problem.*}
 * @param field of the request that is at fault; null where none is
 */
public record DecisionProblem(
        String code, HttpStatus status, @Nullable String field) {

    /** Nothing where the decision was made. */
    public static Optional<DecisionProblem> of(AskedDecision decision) {
        return switch (decision) {
            case ApprovalDecision.Done done -> Optional.empty();
            case ApprovalDecision.AlreadyDecided decided -> problem("decided", HttpStatus.CONFLICT);
            case ApprovalDecision.Own own -> problem("own", HttpStatus.FORBIDDEN);
            case ApprovalDecision.ChangedMeanwhile changed -> problem("changed", HttpStatus.CONFLICT);
            case AskedDecision.Harmful harmful -> problem("harms", HttpStatus.OK);
            case ApprovalDecision.NoReason none -> wrong("no-reason", "reason");
            case ApprovalDecision.TooLong tooLong -> wrong("too-long", "remark");
            case ApprovalDecision.Refused refused ->
                refused.verdict() == Verdict.RETRY
                        ? problem("unchecked", HttpStatus.SERVICE_UNAVAILABLE)
                        : problem("refused", HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private static Optional<DecisionProblem> problem(String code, HttpStatus status) {
        return Optional.of(new DecisionProblem(code, status, null));
    }

    private static Optional<DecisionProblem> wrong(String code, String field) {
        return Optional.of(new DecisionProblem(code, HttpStatus.UNPROCESSABLE_CONTENT, field));
    }

    public boolean isDecidedBefore() {
        return code.equals("decided");
    }

    /** Whether another attempt makes sense soon. */
    boolean mayPass() {
        return status == HttpStatus.SERVICE_UNAVAILABLE;
    }

    /** Puts it on the page that is shown once more. */
    public void show(Model model, HttpServletResponse response) {
        response.setStatus(status.value());
        if (mayPass()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ApiProblem.RETRY_AFTER_SECONDS));
        }
        model.addAttribute("problem", code);
    }
}
