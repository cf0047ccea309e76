package de.postlotse.desk.changes.web;

import de.postlotse.desk.changes.ChangePeriod;
import de.postlotse.store.StorableText;
import de.postlotse.web.FilterFields;
import de.postlotse.web.UnreadableFieldException;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.history.RecentChanges;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which changes somebody of support wants to see, as typed; blank fields leave everything in.
 *
 * @param period counts where neither day is given
 */
record ChangesForm(
        @Nullable String period,
        @Nullable String kind,
        @Nullable String who,
        @Nullable String user,
        @Nullable String customer,
        @Nullable String domain,
        @Nullable String exactly,
        @Nullable String from,
        @Nullable String to) {

    /** The fields and what is in them, for the page and the addresses of further ones. */
    Map<String, String> fields() {
        return FilterFields.typed(
                "period",
                StorableText.of(period).isEmpty() ? ChangePeriod.DAY.name() : StorableText.of(period),
                "kind",
                kind,
                "who",
                who,
                "user",
                user,
                "customer",
                customer,
                "domain",
                domain,
                "exactly",
                exactly,
                "from",
                from,
                "to",
                to);
    }

    /** @throws UnreadableFieldException where a field holds what it cannot */
    RecentChanges.Filter filter(Instant now, ZoneId at) throws UnreadableFieldException {
        Instant begin = FilterFields.beginning("from", from, at);
        Instant end = FilterFields.end("to", to, at);
        ChangePeriod back = FilterFields.oneOf(ChangePeriod.class, "period", period);
        return new RecentChanges.Filter(
                begin == null && end == null ? now.minus((back == null ? ChangePeriod.DAY : back).length()) : begin,
                end,
                FilterFields.oneOf(ChangeKind.class, "kind", kind),
                StorableText.orNull(StorableText.of(user).isEmpty() ? who : user),
                StorableText.orNull(customer),
                StorableText.orNull(domain),
                !StorableText.of(exactly).isEmpty());
    }
}
