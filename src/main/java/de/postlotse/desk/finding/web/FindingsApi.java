package de.postlotse.desk.finding.web;

import de.postlotse.account.Caller;
import de.postlotse.api.ApiProblem;
import de.postlotse.desk.finding.FindingCursor;
import de.postlotse.desk.finding.FindingFilter;
import de.postlotse.desk.finding.FindingKind;
import de.postlotse.desk.finding.FindingLine;
import de.postlotse.desk.finding.Incident;
import de.postlotse.desk.finding.ReviewList;
import de.postlotse.store.KeysetPage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API for what staff have to look at. */
@RestController
@RequestMapping("/api/v1")
record FindingsApi(ReviewList list) {

    private static final int INCIDENTS = 100;

    /** A page of findings, worst first; {@code next} holds the parameter of the following one. */
    @GetMapping("/findings")
    PageJson findings(
            Caller caller,
            @RequestParam @Nullable FindingKind kind,
            @RequestParam @Nullable String subject,
            @RequestParam @Nullable String customer,
            @RequestParam @Nullable String nameServer,
            @RequestParam @Nullable String tld,
            @RequestParam FindingFilter.@Nullable Age age,
            @RequestParam(defaultValue = "OPEN") FindingFilter.Standing standing,
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
        return after == null ? null : FindingCursor.read(after).orElseThrow(() -> ApiProblem.wrongValue("after"));
    }

    record PageJson(List<FindingLine> findings, @Nullable NextJson next) {

        static PageJson of(KeysetPage<FindingLine, FindingCursor> page) {
            FindingCursor next = page.next();
            return new PageJson(page.lines(), next == null ? null : new NextJson(next.toString()));
        }
    }

    record NextJson(String after) {}

    record IncidentsJson(List<Incident> incidents) {}
}
