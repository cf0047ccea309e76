package de.postlotse.zone.web.history;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.TypedOwner;
import de.postlotse.store.StorableText;
import de.postlotse.web.FilterFields;
import de.postlotse.web.UnreadableFieldException;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.history.HistoryFilter;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which lines of the history somebody wants to see, as typed; blank fields leave everything in. */
public record HistoryForm(
        @Nullable String owner,
        @Nullable String kind,
        @Nullable String person,
        @Nullable String from,
        @Nullable String to) {

    /** The fields and what is in them, for the addresses of further pages. */
    Map<String, String> fields() {
        return FilterFields.typed("owner", owner, "kind", kind, "person", person, "from", from, "to", to);
    }

    /** @throws UnreadableFieldException where a field holds what it cannot */
    public HistoryFilter filter(DomainName zone, ZoneId at) throws UnreadableFieldException {
        return new HistoryFilter(
                readOwner(zone),
                FilterFields.oneOf(ChangeKind.class, "kind", kind),
                StorableText.orNull(person),
                FilterFields.beginning("from", from, at),
                FilterFields.end("to", to, at));
    }

    private @Nullable DomainName readOwner(DomainName zone) throws UnreadableFieldException {
        return StorableText.of(owner).isEmpty()
                ? null
                : TypedOwner.read(StorableText.of(owner), zone)
                        .orElseThrow(() -> new UnreadableFieldException("owner"));
    }
}
