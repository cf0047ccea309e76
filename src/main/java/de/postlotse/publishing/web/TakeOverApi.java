package de.postlotse.publishing.web;

import de.postlotse.account.Caller;
import de.postlotse.account.CustomerNumber;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import de.postlotse.publishing.NameServerException;
import de.postlotse.publishing.ServedZones;
import de.postlotse.publishing.TakeOver;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/zones}: staff put a zone that a name server of ours serves into a customer's care. */
@RestController
class TakeOverApi {

    private final TakeOver takeOver;
    private final ServedZones served;

    TakeOverApi(TakeOver takeOver, ServedZones served) {
        this.takeOver = takeOver;
        this.served = served;
    }

    @PostMapping("/api/v1/zones")
    ResponseEntity<?> takeOver(Caller caller, @Valid @RequestBody Request request) {
        if (!caller.isStaff()) {
            throw new AccessDeniedException("for staff");
        }
        if (!(TypedName.read(request.zone()) instanceof TypedName.Valid typed)) {
            return unprocessable("zone-name-invalid", request.zone());
        }
        String nameServer = request.nameServer();
        if (nameServer != null && !served.nameServers().contains(nameServer)) {
            return unprocessable("name-server-unknown", nameServer);
        }
        DomainName zone = typed.name();
        return switch (takeOver.takeOver(caller, zone, request.customer(), nameServer)) {
            case TakeOver.Outcome.Taken taken ->
                ResponseEntity.created(URI.create("/api/v1/zones/" + zone))
                        .eTag("\"" + taken.zone().version() + "\"")
                        .body(Map.of("zone", zone.toString(), "customer", request.customer()));
            case TakeOver.Outcome.AlreadyManaged managed ->
                ResponseEntity.status(HttpStatus.CONFLICT)
                        .body(problem(HttpStatus.CONFLICT, "zone-already-managed", zone.toString()));
        };
    }

    /** What the name server says about it concerns staff only, and only staff get here. */
    @ExceptionHandler
    ProblemDetail notServed(NameServerException e) {
        return problem(
                e.reason() == NameServerException.Reason.ZONE_NOT_SERVED
                        ? HttpStatus.UNPROCESSABLE_CONTENT
                        : HttpStatus.SERVICE_UNAVAILABLE,
                e.reason().code(),
                String.valueOf(e.getMessage()));
    }

    private static ResponseEntity<ProblemDetail> unprocessable(String code, String detail) {
        return ResponseEntity.unprocessableContent().body(problem(HttpStatus.UNPROCESSABLE_CONTENT, code, detail));
    }

    private static ProblemDetail problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return problem;
    }

    /** @param nameServer the only one to ask; none where the zone is to be found */
    record Request(
            @NotBlank String zone,

            @NotBlank @Pattern(regexp = CustomerNumber.PATTERN)
            String customer,

            @Nullable String nameServer) {}
}
