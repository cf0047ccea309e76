package de.postlotse.desk.replacement;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wants, before it is in the store. */
record NewReplacement(
        UUID request,
        ReplacementKind kind,
        @Nullable Long undoOf,
        DomainName oldHost,
        DomainName newHost,
        @Nullable String reason,
        Caller author) {}
