package de.postlotse.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PublicationTests {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(10);
    private static final Instant NEXT = NOON.plusSeconds(60);

    private final Publication live = Publication.live(2, 7, NOON);

    @Test
    void coversItsVersionAndOlderOnes() {
        assertThat(live.covers(1)).isTrue();
        assertThat(live.covers(2)).isTrue();
        assertThat(live.covers(3)).isFalse();
    }

    @Test
    void failureKeepsWhatIsLiveAndSinceWhenItFails() {
        Publication failed =
                live.ordered().failed("unreachable", NOON, 1, LATER, false).failed("refused", LATER, 2, NEXT, false);

        assertThat(failed).isEqualTo(new Publication(PublicationState.FAILING, 2, 7L, NOON, "refused", NOON, 2, NEXT));
    }

    @Test
    void failureThatLastsIsOverdueAndStillTriedAgain() {
        Publication overdue = live.ordered().failed("unreachable", NOON, 9, NEXT, true);

        assertThat(overdue.state()).isEqualTo(PublicationState.OVERDUE);
        assertThat(overdue.nextAttemptAt()).isEqualTo(NEXT);
    }

    @Test
    void isLiveOnceTheLastNameServerHasIt() {
        Publication spreading = live.ordered().served(3, 8, LATER, false);
        Publication everywhere = spreading.served(3, 8, NEXT, true);

        assertThat(spreading.state()).isEqualTo(PublicationState.SPREADING);
        assertThat(everywhere.state()).isEqualTo(PublicationState.LIVE);
        assertThat(everywhere.liveSince()).isEqualTo(LATER);
    }

    @Test
    void changeForgetsTheProblemsOfTheOneBefore() {
        Publication ordered = live.failed("unreachable", NOON, 3, NEXT, true).ordered();

        assertThat(ordered).isEqualTo(new Publication(PublicationState.ORDERED, 2, 7L, NOON, null, null, 0, null));
    }

    @Test
    void driftIsKnownSinceItWasFirstSeen() {
        Publication drifted = live.drifted(9, NOON).drifted(10, LATER);

        assertThat(drifted.state()).isEqualTo(PublicationState.DRIFTED);
        assertThat(drifted.problemSince()).isEqualTo(NOON);
        assertThat(drifted.serial()).isEqualTo(10);
        assertThat(drifted.nextAttemptAt()).isNull();
    }
}
