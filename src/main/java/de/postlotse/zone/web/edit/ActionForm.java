package de.postlotse.zone.web.edit;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.zone.change.Consent;
import de.postlotse.zone.change.EditRequest;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a button sends that changes an owner's set without a form to be typed in.
 *
 * @param record where it is about one record of the set
 * @param version the zone's revision that the page showed
 * @param confirmed the harms that it has named, see {@link Consent}
 * @param reason why, for the history
 */
record ActionForm(
        @NotNull DomainName owner,
        @Nullable MxRecord record,
        @NotNull String version,
        @Nullable String confirmed,
        @Nullable String reason) {

    EditRequest at(Caller caller, DomainName zone) {
        return new EditRequest(caller, zone, version).because(reason);
    }

    Consent consent() {
        return Consent.to(confirmed);
    }

    String typedReason() {
        return reason == null ? "" : reason;
    }

    /** What it holds, to be sent once more after a question. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("owner", owner.toString());
        if (record != null) {
            fields.put("record", record.toString());
        }
        fields.put("version", version);
        return fields;
    }
}
