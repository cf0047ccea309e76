package de.postlotse.zone.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.EditedZone;
import de.postlotse.zone.Harm;
import de.postlotse.zone.SaveOutcome;
import de.postlotse.zone.SwitchWish;
import de.postlotse.zone.Switching;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Replaces the sets of several owners in one change, for programs. */
@RestController
class SwitchApi {

    private final Switching switching;
    private final FindingTexts texts;

    SwitchApi(Switching switching, FindingTexts texts) {
        this.switching = switching;
        this.texts = texts;
    }

    @PutMapping("/api/v1/zones/{zone}/mx")
    ResponseEntity<?> replace(
            Caller caller,
            @PathVariable DomainName zone,
            @Valid @RequestBody SwitchJson body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale locale) {
        EditedZone at = new EditedZone(zone, ETag.revision(ifMatch)).because(body.reason());
        SwitchWish wish = new SwitchWish(
                body.owners().stream()
                        .map(owner -> OwnerInAddress.read(owner, zone))
                        .toList(),
                body.set().typedTtl(),
                body.set().typed());
        return switch (switching.carryOut(caller, at, wish)) {
            case SaveOutcome.Saved saved ->
                ResponseEntity.ok()
                        .eTag(ETag.of(saved.zone()))
                        .body(new SwitchedJson(ZoneJson.of(saved.zone()), saved.harms()));
            case SaveOutcome.Refused refused -> RefusalJson.of(refused, texts.of(refused.findings(), locale));
            case SaveOutcome.Waiting waiting -> HeldJson.of(waiting, texts.of(waiting.findings(), locale));
            case SaveOutcome.Harmful harmful -> throw new IllegalStateException("the API is not asked");
        };
    }

    /** @param set what each of the owners is to have */
    record SwitchJson(
            @NotNull @Size(min = 1, max = 100) List<@NotNull String> owners,
            @JsonUnwrapped @Valid @NotNull SetToPutJson set,
            @Nullable String reason) {}

    record SwitchedJson(@JsonUnwrapped ZoneJson zone, Set<Harm> harms) {}
}
