package de.postlotse.zone.web;

import de.postlotse.dns.DomainName;
import de.postlotse.zone.NoSuchRecordException;
import de.postlotse.zone.TypedOwner;

/** The owner of a set in an address of the API: {@code @}, relative, or in full. */
final class OwnerInAddress {

    private OwnerInAddress() {}

    static DomainName read(String owner, DomainName zone) {
        return TypedOwner.read(owner, zone).orElseThrow(() -> new NoSuchRecordException(zone));
    }
}
