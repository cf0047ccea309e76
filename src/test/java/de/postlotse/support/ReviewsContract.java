package de.postlotse.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** Notes of support in the store, whichever it is. */
abstract class ReviewsContract {

    private static final Caller SUPPORT = new Caller("support", Role.SUPPORT, null, "127.0.0.1");
    private static final Caller CUSTOMER = new Caller("kunde", Role.CUSTOMER, "97001", "127.0.0.1");

    private final Reviews reviews;
    private final Zones zones;

    ReviewsContract(Reviews reviews, Zones zones) {
        this.reviews = reviews;
        this.zones = zones;
    }

    @Test
    void notesAreForStaffNewestFirstAndOfAnyLength() {
        ZoneSnapshot zone = zones.takeOver(SUPPORT, DomainName.of("notizen.example"), "97001", "nowhere", List.of(), 1)
                .orElseThrow();
        String longest = "ß".repeat(Reviews.LONGEST_REMARK);

        reviews.note(SUPPORT, zone, "Erste Prüfung");
        reviews.note(SUPPORT, zone, longest);

        assertThat(reviews.of(SUPPORT, zone)).extracting(Review::remark).containsExactly(longest, "Erste Prüfung");
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> reviews.of(CUSTOMER, zone));
    }
}
