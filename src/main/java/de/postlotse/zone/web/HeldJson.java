package de.postlotse.zone.web;

import de.postlotse.zone.FourEyesProperties;
import de.postlotse.zone.Harm;
import de.postlotse.zone.SaveOutcome;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;

/** The answer to an edit that is not saved before somebody else has looked at it; its location tells what becomes of it. */
record HeldJson(long id, String zone, Set<FourEyesProperties.Kind> why, Set<Harm> harms, List<FindingText> findings) {

    static ResponseEntity<HeldJson> of(SaveOutcome.Waiting waiting, List<FindingText> findings) {
        String zone = waiting.zone().name().toString();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/zones/" + zone + "/waiting/" + waiting.id()))
                .body(new HeldJson(waiting.id(), zone, waiting.why(), waiting.harms(), findings));
    }
}
