package de.postlotse.zone.web.api;

import de.postlotse.account.Caller;
import de.postlotse.api.SetJson;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.policy.Assumed;
import de.postlotse.policy.FindingTexts;
import de.postlotse.policy.PolicyProperties;
import de.postlotse.policy.TypedMx;
import de.postlotse.policy.TypedOwner;
import de.postlotse.zone.NoSuchRecordException;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.change.Change;
import de.postlotse.zone.change.EditRequest;
import de.postlotse.zone.change.ReplaceSets;
import de.postlotse.zone.change.SaveOutcome;
import de.postlotse.zone.change.ZoneEditor;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Locale;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The API for the MX records of a zone; the same rules as the form's. The ETag is the zone's version. */
@RestController
@RequestMapping("/api/v1/zones/{zone}/mx")
record MxApi(Zones zones, ZoneEditor editor, EditAnswer answers, FindingTexts texts, PolicyProperties properties) {

    @GetMapping
    ResponseEntity<ZoneJson> all(Caller caller, @PathVariable DomainName zone) {
        ZoneSnapshot found = zones.require(caller, zone);
        return answers.zone(found);
    }

    @GetMapping("/{owner}")
    ResponseEntity<SetJson> one(Caller caller, @PathVariable DomainName zone, @PathVariable String owner) {
        ZoneSnapshot found = zones.require(caller, zone);
        return ResponseEntity.ok().eTag(ETag.of(found)).body(set(found, OwnerInAddress.read(owner, zone)));
    }

    /** Checks an entry and saves nothing. */
    @PostMapping("/check")
    CheckJson check(Caller caller, @PathVariable DomainName zone, @Valid @RequestBody EntryJson entry, Locale locale) {
        ZoneSnapshot found = zones.require(caller, zone);
        Assumed assumed = entry.assumed();
        ZoneSnapshot wanted = assumed == null ? found : assuming(found, entry.typed(), assumed);
        return CheckJson.of(editor.preview(wanted, new Change.AddRecord(entry.typed())), texts, locale);
    }

    private ZoneSnapshot assuming(ZoneSnapshot zone, TypedMx typed, Assumed assumed) {
        return TypedOwner.read(typed.owner(), zone.name())
                .map(owner -> zone.with(owner, assumed.at(owner, properties.proposedTtl())))
                .orElse(zone);
    }

    @PostMapping
    ResponseEntity<?> add(
            Caller caller,
            @PathVariable DomainName zone,
            @Valid @RequestBody EntryJson entry,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answers.of(
                editor.carryOut(at(caller, zone, ifMatch), new Change.AddRecord(entry.typed())),
                saved -> created(saved, OwnerInAddress.read(entry.typed().owner(), zone)));
    }

    /** Replaces the set of an owner, or makes it. */
    @PutMapping("/{owner}")
    ResponseEntity<?> replace(
            Caller caller,
            @PathVariable DomainName zone,
            @PathVariable String owner,
            @Valid @RequestBody SetToPutJson body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        DomainName name = OwnerInAddress.read(owner, zone);
        boolean isNew = zones.require(caller, zone).setAt(name).isEmpty();
        Change change = ReplaceSets.of(owner, body.typedTtl(), body.typed());
        return answers.of(
                editor.carryOut(at(caller, zone, ifMatch), change),
                saved -> ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                        .eTag(ETag.of(saved.zone()))
                        .body(set(saved, name)));
    }

    /** @param target of the record to remove, such as {@code .}, which cannot stand in a path; the whole set without one */
    @DeleteMapping("/{owner}")
    ResponseEntity<?> removeSet(
            Caller caller,
            @PathVariable DomainName zone,
            @PathVariable String owner,
            @RequestParam(required = false) @Nullable DomainName target,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        if (target != null) {
            return remove(caller, zone, owner, target, ifMatch);
        }
        return remove(at(caller, zone, ifMatch), new Change.RemoveSet(OwnerInAddress.read(owner, zone)));
    }

    /** Removes the record of an owner that names the target. */
    @DeleteMapping("/{owner}/{target}")
    ResponseEntity<?> remove(
            Caller caller,
            @PathVariable DomainName zone,
            @PathVariable String owner,
            @PathVariable DomainName target,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        DomainName name = OwnerInAddress.read(owner, zone);
        MxRecord record = zones.require(caller, zone).setAt(name).stream()
                .flatMap(set -> set.records().stream())
                .filter(candidate -> candidate.target().equals(target))
                .findFirst()
                .orElseThrow(() -> new NoSuchRecordException(name));
        return remove(at(caller, zone, ifMatch), new Change.RemoveRecord(name, record));
    }

    private ResponseEntity<?> remove(EditRequest at, Change removal) {
        return answers.of(
                editor.carryOut(at, removal),
                saved -> ResponseEntity.noContent().eTag(ETag.of(saved.zone())).build());
    }

    private static EditRequest at(Caller caller, DomainName zone, @Nullable String ifMatch) {
        return new EditRequest(caller, zone, ETag.revision(ifMatch));
    }

    private static ResponseEntity<ZoneJson.SavedSetJson> created(SaveOutcome.Saved saved, DomainName owner) {
        ZoneSnapshot zone = saved.zone();
        return ResponseEntity.created(
                        URI.create("/api/v1/zones/" + zone.name() + "/mx/" + owner.relativeTo(zone.name())))
                .eTag(ETag.of(zone))
                .body(set(saved, owner));
    }

    private static ZoneJson.SavedSetJson set(SaveOutcome.Saved saved, DomainName owner) {
        return ZoneJson.SavedSetJson.of(set(saved.zone(), owner), saved.harms());
    }

    private static SetJson set(ZoneSnapshot zone, DomainName owner) {
        return zone.setAt(owner)
                .map(set -> SetJson.of(set, zone.name()))
                .orElseThrow(() -> new NoSuchRecordException(owner));
    }
}
