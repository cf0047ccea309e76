package de.postlotse.zone.web;

import de.postlotse.zone.Finding;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A finding in the reader's language. */
record FindingText(
        String severity,
        String field,
        String code,
        String message,
        @Nullable String suggestion) {

    static FindingText of(Finding finding, String message) {
        return new FindingText(
                finding.severity().name(),
                finding.field().name().toLowerCase(Locale.ROOT),
                finding.code(),
                message,
                finding.suggestion());
    }

    boolean isWarning() {
        return severity.equals(Finding.Severity.WARNING.name());
    }
}
