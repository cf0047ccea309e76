package de.postlotse.replacement.web;

import org.jspecify.annotations.Nullable;

/** What a page shows of a finding. */
record FindingLine(
        String severity,
        String code,
        String message,
        @Nullable String suggestion) {}
