package de.postlotse.support;

import de.postlotse.WholeApplication;
import de.postlotse.zone.Zones;

@WholeApplication
class ReviewsOnH2Tests extends ReviewsContract {

    ReviewsOnH2Tests(Reviews reviews, Zones zones) {
        super(reviews, zones);
    }
}
