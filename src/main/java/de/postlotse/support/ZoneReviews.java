package de.postlotse.support;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ZoneReviews extends Repository<ZoneReview, Long> {

    ZoneReview save(ZoneReview review);

    List<ZoneReview> findByZoneIdOrderByIdDesc(long zoneId, Limit limit);

    @Modifying
    @Query("delete from ZoneReview r where r.zoneId = :zoneId")
    void deleteOf(long zoneId);
}
