package de.postlotse.zone.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to say about a form, by field, for the template. */
record FieldMessages(List<FindingText> findings) {

    static final FieldMessages NONE = new FieldMessages(List.of());

    private static final List<String> FIELDS = List.of("owner", "target", "priority", "ttl");

    public List<FindingText> of(String field) {
        return findings.stream()
                .filter(finding -> finding.field().equals(field))
                .toList();
    }

    /** Whether the field keeps the form from being saved. */
    public boolean blocks(String field) {
        return of(field).stream().anyMatch(finding -> !finding.isWarning());
    }

    /** The first field at fault: where the focus goes. */
    public @Nullable String focus() {
        return FIELDS.stream().filter(this::blocks).findFirst().orElse(null);
    }

    public boolean block() {
        return findings.stream().anyMatch(finding -> !finding.isWarning());
    }

    /** Whether nothing is wrong and only DNS could not be asked. */
    public boolean onlyUnchecked() {
        return block()
                && findings.stream().noneMatch(finding -> finding.severity().equals("ERROR"));
    }
}
