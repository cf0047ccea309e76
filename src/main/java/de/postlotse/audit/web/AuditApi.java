package de.postlotse.audit.web;

import de.postlotse.account.Caller;
import de.postlotse.api.ApiProblem;
import de.postlotse.audit.Audit;
import de.postlotse.audit.AuditEntry;
import de.postlotse.web.UnreadableFieldException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail for programs of admins. */
@RestController
@RequestMapping("/api/v1/audit")
record AuditApi(Audit audit, ZoneId timeZone) {

    private static final int PAGE = 500;

    /** A page, newest first; {@code next} holds the parameter of the following one. */
    @GetMapping
    AuditJson lines(Caller caller, @RequestParam @Nullable Long before, @ModelAttribute AuditForm form) {
        try {
            List<AuditEntry> found = audit.lines(caller, form.filter(timeZone), before, PAGE);
            return new AuditJson(
                    found.stream().map(LineJson::of).toList(),
                    found.size() < PAGE ? null : new NextJson(found.getLast().id()));
        } catch (UnreadableFieldException unreadable) {
            throw ApiProblem.wrongValue(unreadable.field());
        }
    }

    @GetMapping("/check")
    Audit.Check check(Caller caller) {
        return audit.check(caller);
    }

    record AuditJson(List<LineJson> entries, @Nullable NextJson next) {}

    record LineJson(
            long id,
            Instant at,
            String kind,
            String user,
            String subject,
            String detail,
            @Nullable String origin,
            String request,
            String hash) {

        static LineJson of(AuditEntry entry) {
            return new LineJson(
                    entry.id(),
                    entry.happenedAt(),
                    entry.kind().name(),
                    entry.username(),
                    entry.subject(),
                    entry.detail(),
                    entry.origin(),
                    entry.request(),
                    entry.hash());
        }
    }

    record NextJson(long before) {}
}
