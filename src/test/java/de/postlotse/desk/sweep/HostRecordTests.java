package de.postlotse.desk.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.HostCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is believed of a host after a number of sightings, minutes after noon. */
class HostRecordTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String NONE = "-";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # sightings                                            | believed       | since | unconfirmed    | since | again
            0 USABLE                                               | USABLE         | 0     | -              | -     | -
            0 USABLE, 60 USABLE                                    | USABLE         | 0     | -              | -     | -
            0 USABLE, 60 UNCHECKED                                 | USABLE         | 0     | UNCHECKED      | 60    | 120
            0 USABLE, 60 UNCHECKED, 120 USABLE                     | USABLE         | 0     | -              | -     | -
            0 USABLE, 60 UNCHECKED, 120 UNCHECKED                  | USABLE         | 0     | UNCHECKED      | 60    | 180
            0 USABLE, 60 UNCHECKED, 120 UNCHECKED, 180 UNCHECKED   | UNCHECKED      | 60    | -              | -     | -
            0 DOES_NOT_EXIST                                       | -              | -     | DOES_NOT_EXIST | 0     | 60
            0 DOES_NOT_EXIST, 60 DOES_NOT_EXIST                    | -              | -     | DOES_NOT_EXIST | 0     | 120
            0 DOES_NOT_EXIST, 60 DOES_NOT_EXIST, 120 DOES_NOT_EXIST| DOES_NOT_EXIST | 0     | -              | -     | -
            0 ALIAS, 59 ALIAS, 118 ALIAS                           | -              | -     | ALIAS          | 0     | 178
            0 ALIAS, 59 ALIAS, 60 ALIAS, 121 ALIAS                 | ALIAS          | 0     | -              | -     | -
            0 ALIAS, 1 ALIAS, 2 ALIAS, 3 ALIAS                     | -              | -     | ALIAS          | 0     | 60
            0 NO_ADDRESS, 60 ALIAS, 120 NO_ADDRESS, 180 NO_ADDRESS | -              | -     | NO_ADDRESS     | 120   | 240
            0 ALIAS, 60 USABLE                                     | USABLE         | 60    | -              | -     | -
            0 ALIAS, 60 ALIAS, 120 ALIAS, 121 USABLE               | USABLE         | 121   | -              | -     | -
            0 ALIAS, 60 ALIAS, 120 ALIAS, 180 USABLE, 181 ALIAS    | USABLE         | 180   | ALIAS          | 181   | 241
            0 ALIAS, 60 ALIAS, 120 ALIAS, 180 UNCHECKED, 240 ALIAS | ALIAS          | 0     | -              | -     | -
            """)
    void believesGoodNewsAtOnceAndBadNewsAfterThreeRounds(
            String sightings,
            String believed,
            String since,
            String unconfirmed,
            String unconfirmedSince,
            String again) {
        HostRecord host = HostRecord.of(DomainName.of("mx.example"));
        for (String sighting : sightings.split(",")) {
            String[] words = sighting.strip().split(" ");
            host = host.observe(
                    new HostRecord.HostObservation(HostCondition.valueOf(words[1]), List.of(), true),
                    at(Long.parseLong(words[0])),
                    HOUR);
        }

        assertThat(host.knowledge())
                .isEqualTo(new HostKnowledge(
                        host.name(),
                        condition(believed),
                        time(since),
                        List.of(),
                        condition(unconfirmed),
                        time(unconfirmedSince)));
        assertThat(host.askAgainAt()).isEqualTo(time(again));
    }

    @Test
    void keepsTheLastAddressesOfAHostThatHasNoneAnyMore() {
        HostRecord host = HostRecord.of(DomainName.of("mx.example"))
                .observe(usable(true, "192.175.48.1"), NOON, HOUR)
                .observe(new HostRecord.HostObservation(HostCondition.DOES_NOT_EXIST, List.of(), true), at(60), HOUR);

        assertThat(host.addresses()).containsExactly("192.175.48.1");
    }

    @Test
    void forgetsNoAddressOfAFamilyThatCouldNotBeTold() {
        HostRecord host = HostRecord.of(DomainName.of("mx.example"))
                .observe(usable(true, "192.175.48.1", "2620:4f:8000::1"), NOON, HOUR);

        assertThat(host.observe(usable(false, "192.175.48.2"), at(60), HOUR).addresses())
                .containsExactly("192.175.48.1", "192.175.48.2", "2620:4f:8000::1");
        assertThat(host.observe(usable(true, "192.175.48.2"), at(60), HOUR).addresses())
                .containsExactly("192.175.48.2");
    }

    @Test
    void aHostThatIsUsableFromTheStartIsNoNews() {
        HostRecord unknown = HostRecord.of(DomainName.of("mx.example"));
        HostRecord usable = unknown.observe(usable(true, "192.175.48.1"), NOON, HOUR);
        HostRecord lost = new HostRecord(usable.name(), HostCondition.ALIAS, NOON, List.of(), null, null);

        assertThat(usable.isNewsAfter(unknown)).isFalse();
        assertThat(lost.isNewsAfter(unknown)).isTrue();
        assertThat(lost.isNewsAfter(usable)).isTrue();
        assertThat(usable.isNewsAfter(lost)).isTrue();
        assertThat(usable.isNewsAfter(usable)).isFalse();
    }

    private static HostRecord.HostObservation usable(boolean complete, String... addresses) {
        return new HostRecord.HostObservation(HostCondition.USABLE, List.of(addresses), complete);
    }

    private static @Nullable HostCondition condition(String text) {
        return text.equals(NONE) ? null : HostCondition.valueOf(text);
    }

    private static @Nullable Instant time(String minutes) {
        return minutes.equals(NONE) ? null : at(Long.parseLong(minutes));
    }

    private static Instant at(long minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }
}
