package de.postlotse.zone.web.api;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.TypedOwner;
import de.postlotse.zone.NoSuchRecordException;

/** The owner of a set in an address of the API: {@code @}, relative, or in full. */
final class OwnerInAddress {

    private OwnerInAddress() {}

    static DomainName read(String owner, DomainName zone) {
        return TypedOwner.read(owner, zone).orElseThrow(() -> new NoSuchRecordException(zone));
    }
}
