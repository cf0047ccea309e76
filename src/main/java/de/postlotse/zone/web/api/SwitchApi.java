package de.postlotse.zone.web.api;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.zone.change.Change;
import de.postlotse.zone.change.EditRequest;
import de.postlotse.zone.change.ReplaceSets;
import de.postlotse.zone.change.ZoneEditor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
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
record SwitchApi(ZoneEditor editor, EditAnswer answers) {

    @PutMapping("/api/v1/zones/{zone}/mx")
    ResponseEntity<?> replace(
            Caller caller,
            @PathVariable DomainName zone,
            @Valid @RequestBody SwitchJson body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        EditRequest at = new EditRequest(caller, zone, ETag.revision(ifMatch)).because(body.reason());
        SetToPutJson set = new SetToPutJson(body.ttl(), body.records());
        Change change = ReplaceSets.of(
                body.owners().stream()
                        .map(owner -> OwnerInAddress.read(owner, zone))
                        .toList(),
                set.typedTtl(),
                set.typed());
        return answers.of(editor.carryOut(at, change), answers::saved);
    }

    /** What each of the owners is to have. */
    record SwitchJson(
            @NotNull @Size(min = 1, max = 100) List<@NotNull String> owners,
            @Nullable String ttl,
            @NotNull @Size(min = 1, max = 100) List<SetToPutJson.@Valid @NotNull RecordToPutJson> records,
            @Nullable String reason) {}
}
