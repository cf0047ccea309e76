package de.postlotse.publishing.web;

import de.postlotse.publishing.NameServerSighting;
import java.net.InetSocketAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A name server and what it answered, as pages and the API show it. */
record SightingView(
        String server,
        @Nullable String address,
        String state,
        @Nullable Long serial,
        @Nullable Instant oldUntil) {

    static SightingView of(NameServerSighting sighting) {
        InetSocketAddress address = sighting.address();
        return new SightingView(
                sighting.server(),
                address == null ? null : address.getAddress().getHostAddress(),
                sighting.state().name(),
                sighting.serial(),
                sighting.oldUntil());
    }
}
