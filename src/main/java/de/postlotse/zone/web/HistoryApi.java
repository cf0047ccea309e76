package de.postlotse.zone.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.EditedZone;
import de.postlotse.zone.Harm;
import de.postlotse.zone.History;
import de.postlotse.zone.Restoring;
import de.postlotse.zone.SaveOutcome;
import de.postlotse.zone.Zones;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.server.ResponseStatusException;

/** The API for what happened to a zone, and for going back to an earlier state of it. */
@RestController
@RequestMapping("/api/v1/zones/{zone}")
class HistoryApi {

    private static final int PAGE = 100;

    private final Zones zones;
    private final History history;
    private final Restoring restoring;
    private final FindingTexts texts;
    private final ZoneId timeZone;

    HistoryApi(
            Zones zones,
            History history,
            Restoring restoring,
            FindingTexts texts,
            @Value("${postlotse.time-zone:Europe/Berlin}") ZoneId timeZone) {
        this.zones = zones;
        this.history = history;
        this.restoring = restoring;
        this.texts = texts;
        this.timeZone = timeZone;
    }

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
        } catch (HistoryForm.Unreadable unreadable) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, unreadable.field(), unreadable);
        }
    }

    /** Takes all sets of the zone back to what they were after the given version. */
    @PostMapping("/restore")
    ResponseEntity<?> restore(
            Caller caller,
            @PathVariable DomainName zone,
            @Valid @RequestBody RestoreJson body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        EditedZone at = new EditedZone(zone, ETag.revision(ifMatch)).because(body.reason());
        return switch (restoring.restore(caller, at, body.version())) {
            case SaveOutcome.Saved saved ->
                ResponseEntity.ok()
                        .eTag(ETag.of(saved.zone()))
                        .body(new RestoredJson(ZoneJson.of(saved.zone()), saved.harms()));
            case SaveOutcome.Refused refused -> RefusalJson.of(refused, texts.of(refused.findings(), locale));
            case SaveOutcome.Waiting waiting -> HeldJson.of(waiting, texts.of(waiting.findings(), locale));
            case SaveOutcome.Harmful harmful -> throw new IllegalStateException("the API is not asked");
        };
    }

    record RestoreJson(@NotNull Long version, @Nullable String reason) {}

    record RestoredJson(@JsonUnwrapped ZoneJson zone, Set<Harm> harms) {}
}
