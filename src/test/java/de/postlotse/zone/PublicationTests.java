package de.postlotse.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PublicationTests {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void coversItsVersionAndOlderOnes() {
        Publication live = Publication.live(2, 7, NOON);

        assertThat(live.covers(1)).isTrue();
        assertThat(live.covers(2)).isTrue();
        assertThat(live.covers(3)).isFalse();
    }

    @Test
    void failureKeepsWhatIsLiveAndSinceWhenItFails() {
        Instant later = NOON.plusSeconds(10);
        Instant next = NOON.plusSeconds(60);

        Publication failed = Publication.live(2, 7, NOON)
                .failed("unreachable", NOON, 1, later)
                .failed("refused", later, 2, next);

        assertThat(failed).isEqualTo(new Publication(2, 7L, NOON, "refused", NOON, 2, next));
    }
}
