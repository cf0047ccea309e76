package de.postlotse.reachability.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.reachability.Reachability;
import de.postlotse.zone.NoSuchRecordException;
import de.postlotse.zone.TypedOwner;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same for programs. */
@RestController
@WhereEnabled
class ReachabilityApi {

    private final Reachability reachability;
    private final ReportTexts texts;

    ReachabilityApi(Reachability reachability, ReportTexts texts) {
        this.reachability = reachability;
        this.texts = texts;
    }

    @PostMapping("/api/v1/zones/{zone}/mx/{owner}/{target}/reachability")
    ResponseEntity<?> test(
            Caller caller,
            @PathVariable DomainName zone,
            @PathVariable String owner,
            @PathVariable DomainName target,
            Locale locale) {
        DomainName name = TypedOwner.read(owner, zone).orElseThrow(() -> new NoSuchRecordException(zone));
        Report report = texts.report(target, reachability.test(caller, zone, name, target), locale);
        return report.retryAfter() == null ? ResponseEntity.ok(ReportJson.of(report)) : tooMany(report);
    }

    private static ResponseEntity<?> tooMany(Report report) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, report.message());
        problem.setProperty("code", "too-many-tests");
        return ResponseEntity.of(problem)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(report.retryAfter()))
                .build();
    }
}
