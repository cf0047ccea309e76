package de.postlotse.reachability.web;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a test in the reader's language. In JSON codes are stable, and what is only for pages is left out.
 *
 * @param summary the code of the whole
 * @param retryAfter seconds until the next test, where there were too many; null elsewhere
 */
@JsonIncludeProperties({"host", "summary", "message", "addresses"})
record TestReport(
        String host,
        String shownHost,
        String summary,
        String message,
        List<AddressReport> addresses,
        @Nullable Long retryAfter) {

    /**
     * One address.
     *
     * @param greeting what the server said first, where it said something
     * @param encryption code; null where it did not come to that
     */
    record AddressReport(
            String address,
            String result,
            String message,
            @Nullable String greeting,
            @Nullable String encryption,
            @Nullable String encryptionMessage,
            @Nullable CertificateReport certificate) {}

    record CertificateReport(
            String subject,
            List<String> names,
            Instant validUntil,
            boolean matchesHost,
            boolean publiclyTrusted,
            List<ProblemReport> problems) {}

    record ProblemReport(String code, String message) {}
}
