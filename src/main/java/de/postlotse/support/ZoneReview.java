package de.postlotse.support;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
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

    protected ZoneReview() {}

    static ZoneReview of(long zoneId, long zoneVersion, String reviewer, String remark, Instant at) {
        ZoneReview review = new ZoneReview();
        review.zoneId = zoneId;
        review.zoneVersion = zoneVersion;
        review.reviewer = reviewer;
        review.remark = remark;
        review.reviewedAt = at;
        return review;
    }

    Review value() {
        return new Review(reviewedAt, reviewer, zoneVersion, remark);
    }
}
