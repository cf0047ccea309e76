package de.postlotse.support.web;

import de.postlotse.account.Caller;
import de.postlotse.support.FindingAge;
import de.postlotse.support.FindingCursor;
import de.postlotse.support.FindingFilter;
import de.postlotse.support.FindingKind;
import de.postlotse.support.FindingLine;
import de.postlotse.support.FindingPage;
import de.postlotse.support.FindingStanding;
import de.postlotse.support.Incident;
import de.postlotse.support.ReviewList;
import de.postlotse.support.WantedStanding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The API for what staff have to look at. */
@RestController
@RequestMapping("/api/v1")
class FindingsApi {

    private static final int INCIDENTS = 100;

    private final ReviewList list;

    FindingsApi(ReviewList list) {
        this.list = list;
    }

    /** A page of findings, worst first; {@code next} holds the parameter of the following one. */
    @GetMapping("/findings")
    PageJson findings(
            Caller caller,
            @RequestParam @Nullable FindingKind kind,
            @RequestParam @Nullable String subject,
            @RequestParam @Nullable String customer,
            @RequestParam @Nullable String nameServer,
            @RequestParam @Nullable String tld,
            @RequestParam @Nullable FindingAge age,
            @RequestParam(defaultValue = "OPEN") WantedStanding standing,
            @RequestParam @Nullable String after) {
        FindingFilter filter = new FindingFilter(kind, subject, customer, nameServer, tld, age, standing);
        return PageJson.of(list.page(caller, filter, place(after)));
    }

    /** The worst findings that many zones have; their zones are listed by kind and subject. */
    @GetMapping("/incidents")
    IncidentsJson incidents(Caller caller) {
        return new IncidentsJson(list.incidents(caller, FindingFilter.OPEN, INCIDENTS));
    }

    private static @Nullable FindingCursor place(@Nullable String after) {
        return after == null
                ? null
                : FindingCursor.read(after)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "after"));
    }

    record PageJson(List<LineJson> findings, @Nullable NextJson next) {

        static PageJson of(FindingPage page) {
            FindingCursor next = page.next();
            return new PageJson(
                    page.lines().stream().map(LineJson::of).toList(),
                    next == null ? null : new NextJson(next.toString()));
        }
    }

    record LineJson(
            String zone,
            String customer,
            String nameServer,
            FindingKind kind,
            String subject,
            FindingStanding standing,
            Instant since,
            @Nullable Instant reviewedAt) {

        static LineJson of(FindingLine line) {
            return new LineJson(
                    line.zone().toString(),
                    line.customer(),
                    line.nameServer(),
                    line.kind(),
                    line.subject(),
                    line.standing(),
                    line.since(),
                    line.reviewedAt());
        }
    }

    record NextJson(String after) {}

    record IncidentsJson(List<Incident> incidents) {}
}
