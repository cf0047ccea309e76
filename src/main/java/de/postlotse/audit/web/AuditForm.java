package de.postlotse.audit.web;

import de.postlotse.account.AuditNews;
import de.postlotse.audit.Audit;
import de.postlotse.store.StorableText;
import de.postlotse.web.FilterFields;
import de.postlotse.web.UnreadableFieldException;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which lines of the audit trail an admin wants to see, as typed; blank fields leave everything in. */
record AuditForm(
        @Nullable String kind,
        @Nullable String user,
        @Nullable String subject,
        @Nullable String from,
        @Nullable String to) {

    Map<String, String> fields() {
        return FilterFields.typed("kind", kind, "user", user, "subject", subject, "from", from, "to", to);
    }

    /** @throws UnreadableFieldException where a field holds what it cannot */
    Audit.Filter filter(ZoneId at) throws UnreadableFieldException {
        return new Audit.Filter(
                FilterFields.oneOf(AuditNews.Kind.class, "kind", kind),
                StorableText.orNull(user),
                StorableText.orNull(subject),
                FilterFields.beginning("from", from, at),
                FilterFields.end("to", to, at));
    }
}
