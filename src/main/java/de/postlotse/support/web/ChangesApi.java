package de.postlotse.support.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.RecentChange;
import de.postlotse.zone.RecentChanges;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The API for what has changed lately across all zones; for staff. */
@RestController
class ChangesApi {

    private static final int PAGE = 100;

    private final RecentChanges changes;
    private final Clock clock;
    private final ZoneId timeZone;

    ChangesApi(RecentChanges changes, Clock clock, @Value("${postlotse.time-zone:Europe/Berlin}") ZoneId timeZone) {
        this.changes = changes;
        this.clock = clock;
        this.timeZone = timeZone;
    }

    /** A page, newest first, by the same filter as the page's; {@code next} holds the parameter of the following one. */
    @GetMapping("/api/v1/changes")
    ChangesJson changes(Caller caller, @RequestParam @Nullable Long before, @ModelAttribute ChangesForm form) {
        try {
            return ChangesJson.of(changes.lines(caller, form.filter(clock.instant(), timeZone), before, PAGE));
        } catch (ChangesForm.Unreadable unreadable) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, unreadable.field(), unreadable);
        }
    }

    record ChangesJson(List<LineJson> changes, @Nullable NextJson next) {

        static ChangesJson of(List<RecentChange> found) {
            return new ChangesJson(
                    found.stream().map(LineJson::of).toList(),
                    found.size() < PAGE ? null : new NextJson(found.getLast().id()));
        }
    }

    record LineJson(
            long id,
            String zone,
            String customer,
            long version,
            Instant time,
            String kind,
            String who,
            @Nullable String onBehalfOf,
            List<SetJson> before,
            List<SetJson> after,
            @Nullable String reason,
            @Nullable String approvedBy) {

        static LineJson of(RecentChange change) {
            HistoryEntry entry = change.entry();
            return new LineJson(
                    change.id(),
                    change.zone().toString(),
                    change.customer(),
                    entry.version(),
                    entry.at(),
                    entry.kind().name(),
                    entry.actor(),
                    entry.onBehalfOf(),
                    SetJson.of(change.zone(), entry.before()),
                    SetJson.of(change.zone(), entry.after()),
                    entry.reason(),
                    entry.approvedBy());
        }
    }

    /** As in the history of a zone. */
    record SetJson(String owner, int ttl, List<RecordJson> records) {

        static List<SetJson> of(DomainName zone, List<MxSet> sets) {
            return sets.stream()
                    .map(set -> new SetJson(
                            set.owner().relativeTo(zone),
                            set.ttl().seconds(),
                            set.records().stream()
                                    .map(record -> new RecordJson(
                                            record.preference().value(),
                                            record.target().toString()))
                                    .toList()))
                    .toList();
        }
    }

    record RecordJson(int priority, String target) {}

    record NextJson(long before) {}
}
