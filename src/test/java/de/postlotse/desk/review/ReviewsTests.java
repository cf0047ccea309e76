package de.postlotse.desk.review;

import static de.postlotse.account.Callers.SUPPORT;
import static de.postlotse.account.Callers.customer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.testing.OnBothStores;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** Notes of support in the store, whichever it is. */
@OnBothStores(atRest = true)
record ReviewsTests(Reviews reviews, Zones zones) {

    private static final Caller CUSTOMER = customer("97001");

    @Test
    void notesAreForStaffNewestFirstAndOfAnyLength() {
        ZoneSnapshot zone = zones.takeOver(SUPPORT, DomainName.of("notizen.example"), "97001", "nowhere", List.of(), 1)
                .orElseThrow();
        String longest = "ß".repeat(Reviews.LONGEST_REMARK);

        reviews.note(SUPPORT, zone, "Erste Prüfung");
        reviews.note(SUPPORT, zone, longest);

        assertThat(reviews.of(SUPPORT, zone))
                .extracting(Reviews.Review::remark)
                .containsExactly(longest, "Erste Prüfung");
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> reviews.of(CUSTOMER, zone));
    }
}
