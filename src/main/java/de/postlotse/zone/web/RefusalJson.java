package de.postlotse.zone.web;

import de.postlotse.zone.SaveOutcome;
import de.postlotse.zone.Verdict;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** The answer to an edit that was not saved, as a problem (RFC 9457) with the findings. */
final class RefusalJson {

    private RefusalJson() {}

    static ResponseEntity<ProblemDetail> of(SaveOutcome.Refused refused, List<FindingText> findings) {
        boolean retry = refused.verdict() == Verdict.RETRY;
        HttpStatus status = retry ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                status,
                findings.stream()
                        .filter(finding -> !finding.isWarning())
                        .map(FindingText::message)
                        .findFirst()
                        .orElse(""));
        problem.setProperty("verdict", refused.verdict());
        problem.setProperty("findings", findings);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        return (retry ? answer.header(HttpHeaders.RETRY_AFTER, RefusalStatus.RETRY_AFTER_SECONDS) : answer)
                .body(problem);
    }
}
