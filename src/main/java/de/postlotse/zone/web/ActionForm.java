package de.postlotse.zone.web;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.zone.Consent;
import de.postlotse.zone.EditedZone;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a button sends that changes an owner's set without a form to be typed in.
 *
 * @param record where it is about one record of the set
 * @param version the zone's revision that the page showed
 * @param confirmed the harms that it has named, see {@link Consent#codes}
 * @param reason why, for the history
 */
record ActionForm(
        DomainName owner,
        @Nullable MxRecord record,
        String version,
        @Nullable String confirmed,
        @Nullable String reason) {

    /** For a button that nobody is asked behind. */
    EditedZone at(DomainName zone) {
        return new EditedZone(zone, version).because(reason).with(Consent.to(confirmed));
    }

    /** For a page that asks by itself: whoever comes from it brings along what it has named. */
    EditedZone atAsked(DomainName zone) {
        EditedZone at = new EditedZone(zone, version).because(reason);
        return confirmed == null ? at : at.with(Consent.to(confirmed));
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
