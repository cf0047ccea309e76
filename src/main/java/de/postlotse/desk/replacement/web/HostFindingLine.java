package de.postlotse.desk.replacement.web;

import org.jspecify.annotations.Nullable;

/** What a page shows of a finding. */
record HostFindingLine(
        String severity,
        String code,
        String message,
        @Nullable String suggestion) {}
