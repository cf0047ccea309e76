package de.postlotse.zone.web;

import de.postlotse.zone.Publication;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the name server is, for the line under a page's title.
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
        String mailState,
        String mark) {

    static PublicationView of(ZoneSnapshot zone) {
        Publication publication = zone.publication();
        String mark = zone.revision() + "-" + publication.version() + "-" + publication.attempts() + "-"
                + publication.state().ordinal() + "-"
                + zone.mailState().ordinal();
        return new PublicationView(
                publication.state().name(),
                zone.isLive(),
                publication.liveSince(),
                publication.serial(),
                publication.problem(),
                publication.nextAttemptAt(),
                publication.attempts(),
                zone.mailState().name(),
                mark);
    }
}
