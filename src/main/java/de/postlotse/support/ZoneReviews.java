package de.postlotse.support;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ZoneReviews extends Repository<ZoneReview, Long> {

    ZoneReview save(ZoneReview review);

    boolean existsByZoneIdAndEditId(long zoneId, UUID editId);

    List<ZoneReview> findByZoneIdOrderByIdDesc(long zoneId, Limit limit);

    @Modifying
    @Query("delete from ZoneReview r where r.zoneId = :zoneId")
    void deleteOf(long zoneId);
}
