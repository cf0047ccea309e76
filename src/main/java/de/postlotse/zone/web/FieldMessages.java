package de.postlotse.zone.web;

import de.postlotse.policy.FindingText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What there is to say about a form, by field, for the template. */
public record FieldMessages(List<FindingText> findings) {

    public static final FieldMessages NONE = new FieldMessages(List.of());

    private static final List<String> FIELDS = List.of("owner", "target", "priority", "ttl");

    private static final Set<String> NO_MAIL =
            Set.of("target-means-no-mail", "set-null-mx-beside-servers", "null-mx-priority");

    public List<FindingText> of(String field) {
        return findings.stream()
                .filter(finding -> finding.field().equals(field))
                .toList();
    }

    /** Whether the field keeps the form from being saved. */
    public boolean blocks(String field) {
        return of(field).stream().anyMatch(finding -> !finding.isWarning());
    }

    /** Whether "no mail" was typed as a server: there is a page for that. */
    public boolean meanNoMail() {
        return findings.stream().anyMatch(finding -> NO_MAIL.contains(finding.code()));
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
