package de.postlotse.zone.web.api;

import de.postlotse.account.Caller;
import de.postlotse.api.ApiProblem;
import de.postlotse.dns.DomainName;
import de.postlotse.web.UnreadableFieldException;
import de.postlotse.zone.Zones;
import de.postlotse.zone.change.Change;
import de.postlotse.zone.change.EditRequest;
import de.postlotse.zone.change.ZoneEditor;
import de.postlotse.zone.history.History;
import de.postlotse.zone.web.history.HistoryForm;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API for what happened to a zone, and for going back to an earlier state of it. */
@RestController
@RequestMapping("/api/v1/zones/{zone}")
record HistoryApi(Zones zones, History history, ZoneEditor editor, EditAnswer answers, ZoneId timeZone) {

    private static final int PAGE = 100;

    /** A page of the history, newest first, by the same filter as the page's. */
    @GetMapping("/history")
    HistoryJson history(
            Caller caller,
            @PathVariable DomainName zone,
            @RequestParam @Nullable Long before,
            @ModelAttribute HistoryForm form) {
        zones.require(caller, zone);
        try {
            return HistoryJson.of(
                    zone,
                    history.lines(
                            caller, zone, form.filter(zone, timeZone), before == null ? Long.MAX_VALUE : before, PAGE),
                    PAGE);
        } catch (UnreadableFieldException unreadable) {
            throw ApiProblem.wrongValue(unreadable.field());
        }
    }

    /** Takes all sets of the zone back to what they were after the given version. */
    @PostMapping("/restore")
    ResponseEntity<?> restore(
            Caller caller,
            @PathVariable DomainName zone,
            @Valid @RequestBody RestoreJson body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        EditRequest at = new EditRequest(caller, zone, ETag.revision(ifMatch)).because(body.reason());
        return answers.of(editor.carryOut(at, new Change.Restore(body.version())), answers::saved);
    }

    record RestoreJson(@NotNull Long version, @Nullable String reason) {}
}
