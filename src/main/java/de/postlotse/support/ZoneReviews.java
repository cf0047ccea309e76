package de.postlotse.support;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface ZoneReviews extends Repository<ZoneReview, Long> {

    ZoneReview save(ZoneReview review);

    List<ZoneReview> findByZoneIdOrderByIdDesc(long zoneId, Limit limit);
}
