package de.postlotse.zone.web;

import de.postlotse.zone.Publication;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose servers take the mail, how that is, and how far the name server is: for the head of a page.
 *
 * @param mark changes whenever the line does, so that the page is left alone while nothing happens
 */
record PublicationView(
        String state,
        boolean live,
        @Nullable Instant since,
        @Nullable Long serial,
        @Nullable String problem,
        @Nullable Instant nextAttempt,
        int attempts,
        String routing,
        String healthWhy,
        Instant healthSince,
        String mark) {

    static PublicationView of(ZoneSnapshot zone) {
        Publication publication = zone.publication();
        String mark = zone.revision() + "-" + publication.version() + "-" + publication.attempts() + "-"
                + publication.state().ordinal() + "-"
                + zone.health().why().ordinal();
        return new PublicationView(
                publication.state().name(),
                zone.isLive(),
                publication.liveSince(),
                publication.serial(),
                publication.problem(),
                publication.nextAttemptAt(),
                publication.attempts(),
                zone.routing().code(),
                zone.health().why().name(),
                zone.health().since(),
                mark);
    }
}
