package de.postlotse.reachability.web;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.AddressText;
import de.postlotse.reachability.AddressTest;
import de.postlotse.reachability.Attempt;
import de.postlotse.reachability.Encryption;
import de.postlotse.reachability.ServerCertificate;
import de.postlotse.reachability.TestOutcome;
import de.postlotse.reachability.TestOutcome.Summary;
import de.postlotse.reachability.web.Report.AddressReport;
import de.postlotse.reachability.web.Report.CertificateReport;
import de.postlotse.reachability.web.Report.ProblemReport;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the outcome of a test into words. */
@Component
class ReportTexts {

    private final MessageSource messages;

    ReportTexts(MessageSource messages) {
        this.messages = messages;
    }

    Report report(DomainName host, TestOutcome outcome, Locale locale) {
        return switch (outcome) {
            case TestOutcome.Tested tested ->
                report(
                        host,
                        tested.summary().name(),
                        tone(tested.summary()),
                        text(locale, "summary." + tested.summary(), host.toUnicode()),
                        tested.tests().stream()
                                .map(test -> address(test, locale))
                                .toList());
            case TestOutcome.NothingToTest nothing ->
                report(
                        host,
                        nothing.reason().name(),
                        "bad",
                        text(locale, "nothing." + nothing.reason(), host.toUnicode()),
                        List.of());
            case TestOutcome.TooMany tooMany -> {
                long seconds = tooMany.pause().toSeconds() + 1;
                String message = text(locale, "too-many", seconds);
                yield new Report(host.toString(), host.toUnicode(), "TOO_MANY", "warn", message, List.of(), seconds);
            }
        };
    }

    private static Report report(
            DomainName host, String summary, String tone, String message, List<AddressReport> addresses) {
        return new Report(host.toString(), host.toUnicode(), summary, tone, message, addresses, null);
    }

    private static String tone(Summary summary) {
        return switch (summary) {
            case ANSWERS -> "good";
            case ANSWERS_WITH_REMARKS, PARTLY -> "warn";
            case BLOCKED_OR_SILENT, DOES_NOT_ANSWER -> "bad";
        };
    }

    private AddressReport address(AddressTest test, Locale locale) {
        String address = AddressText.of(test.address());
        return switch (test.attempt()) {
            case Attempt.Refused refused -> failed(address, "REFUSED", null, locale);
            case Attempt.TimedOut timedOut -> failed(address, "TIMED_OUT", null, locale);
            case Attempt.NoRoute noRoute -> failed(address, "NO_ROUTE", null, locale);
            case Attempt.NoGreeting none -> failed(address, "NO_GREETING_" + none.cause(), null, locale);
            case Attempt.GreetingRefused refused -> failed(address, "GREETING_REFUSED", refused.greeting(), locale);
            case Attempt.Answered answered -> answered(address, answered, locale);
        };
    }

    private AddressReport failed(String address, String result, @Nullable String greeting, Locale locale) {
        return new AddressReport(address, result, text(locale, "result." + result), greeting, null, null, null);
    }

    private AddressReport answered(String address, Attempt.Answered answered, Locale locale) {
        String encryption = switch (answered.encryption()) {
            case Encryption.NotOffered none -> "NOT_OFFERED";
            case Encryption.Failed failed -> "FAILED";
            case Encryption.Encrypted encrypted -> "ENCRYPTED";
        };
        return new AddressReport(
                address,
                "ANSWERED",
                text(locale, "result.ANSWERED"),
                answered.greeting(),
                encryption,
                text(locale, "encryption." + encryption),
                answered.encryption() instanceof Encryption.Encrypted encrypted
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
