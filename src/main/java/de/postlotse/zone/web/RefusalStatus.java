package de.postlotse.zone.web;

import de.postlotse.policy.Verdict;
import jakarta.servlet.http.HttpServletResponse;

/** What a refused edit answers: 422 where the entry is at fault, 503 where it could only not be checked now. */
public final class RefusalStatus {

    public static final String RETRY_AFTER_SECONDS = "5";

    private RefusalStatus() {}

    public static void set(HttpServletResponse response, Verdict verdict) {
        if (verdict == Verdict.RETRY) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        } else {
            response.setStatus(422);
        }
    }
}
