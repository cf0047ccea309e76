package de.postlotse.support;

import de.postlotse.WholeApplicationOnPostgres;
import de.postlotse.zone.Zones;

@WholeApplicationOnPostgres
class ReviewsOnPostgresTests extends ReviewsContract {

    ReviewsOnPostgresTests(Reviews reviews, Zones zones) {
        super(reviews, zones);
    }
}
