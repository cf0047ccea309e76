package de.postlotse.zone.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.zone.ChangePreviews;
import de.postlotse.zone.CheckedEntry;
import de.postlotse.zone.EditedZone;
import de.postlotse.zone.Harm;
import de.postlotse.zone.MxEditing;
import de.postlotse.zone.NoSuchRecordException;
import de.postlotse.zone.SaveOutcome;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API for the MX records of a zone; the same rules as the form's. The ETag is the zone's version. */
@RestController
@RequestMapping("/api/v1/zones/{zone}/mx")
class MxApi {

    private final Zones zones;
    private final MxEditing editing;
    private final ChangePreviews changes;
    private final FindingTexts texts;

    MxApi(Zones zones, MxEditing editing, ChangePreviews changes, FindingTexts texts) {
        this.zones = zones;
        this.editing = editing;
        this.changes = changes;
        this.texts = texts;
    }

    @GetMapping
    ResponseEntity<ZoneJson> all(Caller caller, @PathVariable DomainName zone) {
        ZoneSnapshot found = zones.require(caller, zone);
        return ResponseEntity.ok().eTag(ETag.of(found)).body(ZoneJson.of(found));
    }

    @GetMapping("/{owner}")
    ResponseEntity<ZoneJson.SetJson> one(Caller caller, @PathVariable DomainName zone, @PathVariable String owner) {
        ZoneSnapshot found = zones.require(caller, zone);
        return ResponseEntity.ok().eTag(ETag.of(found)).body(set(found, OwnerInAddress.read(owner, zone)));
    }

    /** Checks an entry and saves nothing. */
    @PostMapping("/check")
    CheckJson check(Caller caller, @PathVariable DomainName zone, @Valid @RequestBody EntryJson entry, Locale locale) {
        CheckedEntry checked = editing.check(caller, zone, entry.typed(), entry.assumed());
        Set<Harm> harms = changes.ofAddition(zones.require(caller, zone), checked, entry.assumed());
        return CheckJson.of(checked, zone, texts.of(checked.findings(), locale), harms);
    }

    @PostMapping
    ResponseEntity<?> add(
            Caller caller,
            @PathVariable DomainName zone,
            @Valid @RequestBody EntryJson entry,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        return switch (editing.add(caller, new EditedZone(zone, ETag.revision(ifMatch)), entry.typed())) {
            case SaveOutcome.Saved saved ->
                created(saved, OwnerInAddress.read(entry.typed().owner(), zone));
            case SaveOutcome.Refused refused -> RefusalJson.of(refused, texts.of(refused.findings(), locale));
            case SaveOutcome.Waiting waiting -> HeldJson.of(waiting, texts.of(waiting.findings(), locale));
            case SaveOutcome.Harmful harmful -> throw notAsked();
        };
    }

    /** Replaces the set of an owner, or makes it. */
    @PutMapping("/{owner}")
    ResponseEntity<?> replace(
            Caller caller,
            @PathVariable DomainName zone,
            @PathVariable String owner,
            @Valid @RequestBody SetToPutJson body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        EditedZone at = new EditedZone(zone, ETag.revision(ifMatch));
        boolean isNew = zones.require(caller, zone)
                .setAt(OwnerInAddress.read(owner, zone))
                .isEmpty();
        return switch (editing.replaceSet(caller, at, owner, body.typedTtl(), body.typed())) {
            case SaveOutcome.Saved saved ->
                ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                        .eTag(ETag.of(saved.zone()))
                        .body(set(saved, OwnerInAddress.read(owner, zone)));
            case SaveOutcome.Refused refused -> RefusalJson.of(refused, texts.of(refused.findings(), locale));
            case SaveOutcome.Waiting waiting -> HeldJson.of(waiting, texts.of(waiting.findings(), locale));
            case SaveOutcome.Harmful harmful -> throw notAsked();
        };
    }

    @DeleteMapping("/{owner}")
    ResponseEntity<?> removeSet(
            Caller caller,
            @PathVariable DomainName zone,
            @PathVariable String owner,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        EditedZone at = new EditedZone(zone, ETag.revision(ifMatch));
        return deleted(editing.removeSet(caller, at, OwnerInAddress.read(owner, zone)), locale);
    }

    /** Removes the record of an owner that names the target. */
    @DeleteMapping("/{owner}/{target}")
    ResponseEntity<?> remove(
            Caller caller,
            @PathVariable DomainName zone,
            @PathVariable String owner,
            @PathVariable DomainName target,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        DomainName name = OwnerInAddress.read(owner, zone);
        MxRecord record = zones.require(caller, zone).setAt(name).stream()
                .flatMap(set -> set.records().stream())
                .filter(candidate -> candidate.target().equals(target))
                .findFirst()
                .orElseThrow(() -> new NoSuchRecordException(name));
        return deleted(editing.remove(caller, new EditedZone(zone, ETag.revision(ifMatch)), name, record), locale);
    }

    private static ResponseEntity<ZoneJson.SavedSetJson> created(SaveOutcome.Saved saved, DomainName owner) {
        ZoneSnapshot zone = saved.zone();
        return ResponseEntity.created(
                        URI.create("/api/v1/zones/" + zone.name() + "/mx/" + owner.relativeTo(zone.name())))
                .eTag(ETag.of(zone))
                .body(set(saved, owner));
    }

    private ResponseEntity<?> deleted(SaveOutcome outcome, Locale locale) {
        return switch (outcome) {
            case SaveOutcome.Saved saved ->
                ResponseEntity.noContent().eTag(ETag.of(saved.zone())).build();
            case SaveOutcome.Refused refused -> throw new IllegalStateException("a removal was refused");
            case SaveOutcome.Waiting waiting -> HeldJson.of(waiting, texts.of(waiting.findings(), locale));
            case SaveOutcome.Harmful harmful -> throw notAsked();
        };
    }

    private static IllegalStateException notAsked() {
        return new IllegalStateException("the API is not asked");
    }

    private static ZoneJson.SavedSetJson set(SaveOutcome.Saved saved, DomainName owner) {
        return ZoneJson.SavedSetJson.of(set(saved.zone(), owner), saved.harms());
    }

    private static ZoneJson.SetJson set(ZoneSnapshot zone, DomainName owner) {
        return zone.setAt(owner)
                .map(set -> ZoneJson.SetJson.of(set, zone.name()))
                .orElseThrow(() -> new NoSuchRecordException(owner));
    }
}
