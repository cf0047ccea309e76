package de.postlotse.desk.takeover.web;

import de.postlotse.account.Caller;
import de.postlotse.account.CustomerNumber;
import de.postlotse.api.ApiProblem;
import de.postlotse.desk.takeover.ServedZones;
import de.postlotse.desk.takeover.TakeOver;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import de.postlotse.publishing.server.NameServerException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/zones}: staff put a zone that a name server of ours serves into a customer's care. */
@RestController
record TakeOverApi(TakeOver takeOver, ServedZones served) {

    @PostMapping("/api/v1/zones")
    ResponseEntity<?> takeOver(Caller caller, @Valid @RequestBody Request request) {
        caller.requireStaff();
        if (!(TypedName.read(request.zone()) instanceof TypedName.Valid typed)) {
            throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "zone-name-invalid", request.zone()).at("zone");
        }
        String nameServer = request.nameServer();
        if (nameServer != null && !served.nameServers().contains(nameServer)) {
            throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "name-server-unknown", nameServer).at("nameServer");
        }
        DomainName zone = typed.name();
        return switch (takeOver.takeOver(caller, zone, request.customer(), nameServer)) {
            case TakeOver.Outcome.Taken taken ->
                ResponseEntity.created(URI.create("/api/v1/zones/" + zone))
                        .eTag("\"" + taken.zone().version() + "\"")
                        .body(Map.of("zone", zone.toString(), "customer", request.customer()));
            case TakeOver.Outcome.AlreadyManaged managed ->
                throw new ApiProblem(HttpStatus.CONFLICT, "zone-already-managed", zone.toString()).at("zone");
        };
    }

    /** What the name server says about it concerns staff only, and only staff get here. */
    @ExceptionHandler
    ApiProblem notServed(NameServerException e) {
        ApiProblem problem = e.reason() == NameServerException.Reason.ZONE_NOT_SERVED
                ? new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, e.reason().code()).at("zone")
                : new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, e.reason().code())
                        .retryAfter(ApiProblem.RETRY_AFTER_SECONDS);
        return problem.saying(String.valueOf(e.getMessage()));
    }

    /** @param nameServer the only one to ask; none where the zone is to be found */
    record Request(
            @NotBlank String zone,

            @NotBlank @Pattern(regexp = CustomerNumber.PATTERN)
            String customer,

            @Nullable String nameServer) {}
}
