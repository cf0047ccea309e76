package de.postlotse.reachability.web;

import de.postlotse.account.Caller;
import de.postlotse.api.ApiProblem;
import de.postlotse.dns.DomainName;
import de.postlotse.policy.TypedOwner;
import de.postlotse.reachability.Reachability;
import de.postlotse.zone.NoSuchRecordException;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same for programs. */
@RestController
@WhereEnabled
record ReachabilityApi(Reachability reachability, ReportTexts texts) {

    @PostMapping("/api/v1/zones/{zone}/mx/{owner}/{target}/reachability")
    TestReport test(
            Caller caller,
            @PathVariable DomainName zone,
            @PathVariable String owner,
            @PathVariable DomainName target,
            Locale locale) {
        DomainName name = TypedOwner.read(owner, zone).orElseThrow(() -> new NoSuchRecordException(zone));
        TestReport report = texts.report(target, reachability.test(caller, zone, name, target), locale);
        if (report.retryAfter() != null) {
            throw new ApiProblem(HttpStatus.TOO_MANY_REQUESTS, "too-many-tests")
                    .saying(report.message())
                    .retryAfter(report.retryAfter());
        }
        return report;
    }
}
