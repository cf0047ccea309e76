package de.postlotse.desk.review.web;

import de.postlotse.account.Caller;
import de.postlotse.publishing.proof.Comparison;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/comparison}: has all name servers compared with the store now; for staff. */
@RestController
record ComparisonApi(Comparison comparison) {

    @PostMapping("/api/v1/comparison")
    @ResponseStatus(HttpStatus.ACCEPTED)
    StartedJson everything(Caller caller) {
        return new StartedJson(comparison.everything(caller));
    }

    record StartedJson(int zones) {}
}
