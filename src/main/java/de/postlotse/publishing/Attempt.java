package de.postlotse.publishing;

import de.postlotse.zone.ZoneNews;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one attempt to publish a zone.
 *
 * @param zone as it was wanted then
 * @param news to be told of the zone
 * @param again when to try or to look again; null where nothing is left to do for this version
 * @param contact whether the name server answered
 */
record Attempt(
        ZoneSnapshot zone, List<ZoneNews> news, @Nullable Instant again, Contact contact) {

    Attempt {
        news = List.copyOf(news);
    }

    static Attempt done(ZoneSnapshot zone, ZoneNews... news) {
        return new Attempt(zone, List.of(news), null, Contact.YES);
    }

    static Attempt again(ZoneSnapshot zone, Instant at, ZoneNews... news) {
        return new Attempt(zone, List.of(news), at, Contact.YES);
    }

    /** An attempt that ended before the name server was asked anything. */
    static Attempt untried(ZoneSnapshot zone, @Nullable Instant again) {
        return new Attempt(zone, List.of(), again, Contact.UNTRIED);
    }

    /** Whether a name server was there. */
    enum Contact {
        YES,
        /** It could not be reached, or its answer did not come. */
        NO,
        /** It was not asked, so that nothing is known. */
        UNTRIED
    }
}
