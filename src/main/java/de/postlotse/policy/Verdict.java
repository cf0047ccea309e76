package de.postlotse.policy;

import java.util.Collection;

/** What becomes of an entry, after all its findings. */
public enum Verdict {
    ACCEPT,
    WARN,
    REJECT,
    /** It could not be checked: nothing is saved, and the same entry may pass later. */
    RETRY;

    public static Verdict of(Collection<Finding> findings) {
        if (has(findings, Finding.Severity.ERROR)) {
            return REJECT;
        }
        if (has(findings, Finding.Severity.UNCHECKED)) {
            return RETRY;
        }
        return has(findings, Finding.Severity.WARNING) ? WARN : ACCEPT;
    }

    /** Whether an entry with this verdict is saved. */
    public boolean passes() {
        return this == ACCEPT || this == WARN;
    }

    private static boolean has(Collection<Finding> findings, Finding.Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity() == severity);
    }
}
