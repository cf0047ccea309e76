package de.postlotse.publishing.powerdns;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A zone as the API tells it.
 *
 * @param kind Native, Master, Slave, Producer or Consumer
 * @param serial the serial in the backend
 * @param editedSerial the serial that DNS answers with, which SOA-EDIT may have changed
 * @param soaEditApi how PowerDNS raises the serial after a change through the API; empty where it does not
 */
record ApiZone(
        @Nullable String name,
        @Nullable String kind,
        @Nullable Long serial,
        @JsonProperty("edited_serial") @Nullable Long editedSerial,
        @JsonProperty("soa_edit_api") @Nullable String soaEditApi,
        List<RRset> rrsets) {

    // Jackson hands null to what is not there
    ApiZone {
        rrsets = rrsets == null ? List.of() : List.copyOf(rrsets);
    }

    long servedSerial() {
        Long served = editedSerial == null ? serial : editedSerial;
        return served == null ? 0 : served;
    }

    ZoneSerial zoneSerial() {
        return new ZoneSerial(serial == null ? 0 : serial, leavesSerialToUs() ? "INCREASE" : soaEditApi);
    }

    /** Whether it holds signatures that it has not made, which would no longer be right for a changed set. */
    boolean isSignedElsewhere() {
        return rrsets.stream().anyMatch(set -> set.type().equals("RRSIG"));
    }

    /** Whether the zone is a copy, where a change would be lost with the next transfer. */
    boolean isCopy() {
        return "Slave".equalsIgnoreCase(kind)
                || "Secondary".equalsIgnoreCase(kind)
                || "Consumer".equalsIgnoreCase(kind);
    }

    /** Whether the serial stays as it is unless the change raises it. */
    boolean leavesSerialToUs() {
        return soaEditApi != null && (soaEditApi.isEmpty() || soaEditApi.equalsIgnoreCase("OFF"));
    }

    /**
     * A record set.
     *
     * @param ttl an integer: PowerDNS misreads text
     * @param changetype REPLACE or DELETE in a change
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RRset(
            String name, String type, long ttl, @Nullable String changetype, List<Entry> records) {

        // Jackson hands null to what is not there
        RRset {
            records = records == null ? List.of() : List.copyOf(records);
        }

        List<Entry> enabled() {
            return records.stream().filter(entry -> !entry.disabled()).toList();
        }
    }

    /**
     * A record of a set.
     *
     * @param disabled whether PowerDNS keeps it without answering with it
     */
    record Entry(String content, boolean disabled) {}
}
