package de.postlotse.desk.changes.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.postlotse.account.Caller;
import de.postlotse.api.ApiProblem;
import de.postlotse.web.UnreadableFieldException;
import de.postlotse.zone.history.RecentChanges;
import de.postlotse.zone.page.HistoryLineJson;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API for what has changed lately across all zones; for staff. */
@RestController
record ChangesApi(RecentChanges changes, Clock clock, ZoneId timeZone) {

    private static final int PAGE = 100;

    /** A page, newest first, by the same filter as the page's; {@code next} holds the parameter of the following one. */
    @GetMapping("/api/v1/changes")
    ChangesJson changes(Caller caller, @RequestParam @Nullable Long before, @ModelAttribute ChangesForm form) {
        try {
            return ChangesJson.of(changes.lines(caller, form.filter(clock.instant(), timeZone), before, PAGE));
        } catch (UnreadableFieldException unreadable) {
            throw ApiProblem.wrongValue(unreadable.field());
        }
    }

    record ChangesJson(List<LineJson> changes, @Nullable NextJson next) {

        static ChangesJson of(List<RecentChanges.RecentChange> found) {
            return new ChangesJson(
                    found.stream().map(LineJson::of).toList(),
                    found.size() < PAGE ? null : new NextJson(found.getLast().id()));
        }
    }

    record LineJson(
            long id,
            String zone,
            String customer,
            @JsonUnwrapped HistoryLineJson line) {

        static LineJson of(RecentChanges.RecentChange change) {
            return new LineJson(
                    change.id(),
                    change.zone().toString(),
                    change.customer(),
                    HistoryLineJson.of(change.zone(), change.entry()));
        }
    }

    record NextJson(long before) {}
}
