package de.postlotse.reachability.web;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.AddressText;
import de.postlotse.reachability.ConnectAttempt;
import de.postlotse.reachability.ServerCertificate;
import de.postlotse.reachability.TestOutcome;
import de.postlotse.reachability.web.TestReport.AddressReport;
import de.postlotse.reachability.web.TestReport.CertificateReport;
import de.postlotse.reachability.web.TestReport.ProblemReport;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the outcome of a test into words. */
@Component
record ReportTexts(MessageSource messages) {

    TestReport report(DomainName host, TestOutcome outcome, Locale locale) {
        return switch (outcome) {
            case TestOutcome.Tested tested ->
                report(
                        host,
                        tested.summary().name(),
                        text(locale, "summary." + tested.summary(), host.toUnicode()),
                        tested.tests().stream()
                                .map(test -> address(test, locale))
                                .toList());
            case TestOutcome.NothingToTest nothing ->
                report(
                        host,
                        nothing.reason().name(),
                        text(locale, "nothing." + nothing.reason(), host.toUnicode()),
                        List.of());
            case TestOutcome.TooMany tooMany -> {
                long seconds = tooMany.pause().toSeconds() + 1;
                String message = text(locale, "too-many", seconds);
                yield new TestReport(host.toString(), host.toUnicode(), "TOO_MANY", message, List.of(), seconds);
            }
        };
    }

    private static TestReport report(DomainName host, String summary, String message, List<AddressReport> addresses) {
        return new TestReport(host.toString(), host.toUnicode(), summary, message, addresses, null);
    }

    private AddressReport address(TestOutcome.AddressTest test, Locale locale) {
        String address = AddressText.of(test.address());
        return switch (test.attempt()) {
            case ConnectAttempt.Refused refused -> failed(address, "REFUSED", null, locale);
            case ConnectAttempt.TimedOut timedOut -> failed(address, "TIMED_OUT", null, locale);
            case ConnectAttempt.NoRoute noRoute -> failed(address, "NO_ROUTE", null, locale);
            case ConnectAttempt.NoGreeting none -> failed(address, "NO_GREETING_" + none.cause(), null, locale);
            case ConnectAttempt.GreetingRefused refused ->
                failed(address, "GREETING_REFUSED", refused.greeting(), locale);
            case ConnectAttempt.Answered answered -> answered(address, answered, locale);
        };
    }

    private AddressReport failed(String address, String result, @Nullable String greeting, Locale locale) {
        return new AddressReport(address, result, text(locale, "result." + result), greeting, null, null, null);
    }

    private AddressReport answered(String address, ConnectAttempt.Answered answered, Locale locale) {
        String encryption = switch (answered.encryption()) {
            case ConnectAttempt.Encryption.NotOffered none -> "NOT_OFFERED";
            case ConnectAttempt.Encryption.Failed failed -> "FAILED";
            case ConnectAttempt.Encryption.Encrypted encrypted -> "ENCRYPTED";
        };
        return new AddressReport(
                address,
                "ANSWERED",
                text(locale, "result.ANSWERED"),
                answered.greeting(),
                encryption,
                text(locale, "encryption." + encryption),
                answered.encryption() instanceof ConnectAttempt.Encryption.Encrypted encrypted
                        ? certificate(encrypted.certificate(), locale)
                        : null);
    }

    private CertificateReport certificate(ServerCertificate certificate, Locale locale) {
        return new CertificateReport(
                certificate.subject(),
                certificate.names(),
                certificate.validUntil(),
                certificate.matchesHost(),
                certificate.isPubliclyTrusted(),
                certificate.problems().stream()
                        .sorted()
                        .map(problem -> new ProblemReport(problem.name(), text(locale, "problem." + problem)))
                        .toList());
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage("reachability." + key, arguments, locale);
    }
}
