package de.postlotse.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A finding in the reader's language. */
public record FindingText(
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

    /** Whether the suggestion is what was probably meant, and not what was typed without something. */
    @JsonIgnore
    public boolean isMeant() {
        return MeantHost.suggestsFor(code);
    }

    @JsonIgnore
    public boolean isWarning() {
        return severity.equals(Finding.Severity.WARNING.name());
    }
}
