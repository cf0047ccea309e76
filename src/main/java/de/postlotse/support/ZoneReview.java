package de.postlotse.support;

import de.postlotse.zone.ZoneSnapshot;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** "Geprüft": somebody of support looked at a zone as it was at one version. */
@Entity
class ZoneReview {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long zoneId;
    private long zoneVersion;
    private Instant reviewedAt;
    private String reviewer;
    private String remark;
    private @Nullable LocalDate lookAgainOn;

    /** None for notes that are older than these ids. */
    private @Nullable UUID editId;

    protected ZoneReview() {}

    static ZoneReview of(ZoneSnapshot zone, NewReview noted, String reviewer, Instant at) {
        ZoneReview review = new ZoneReview();
        review.zoneId = zone.id();
        review.zoneVersion = zone.version();
        review.reviewer = reviewer;
        review.remark = noted.remark();
        review.lookAgainOn = noted.lookAgainOn();
        review.editId = noted.id();
        review.reviewedAt = at;
        return review;
    }

    Review value() {
        return new Review(reviewedAt, reviewer, zoneVersion, remark, lookAgainOn);
    }
}
