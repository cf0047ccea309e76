package de.postlotse.desk.approval.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.approval.Approvals;
import de.postlotse.dns.DomainName;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where an edit that was answered with "accepted" is followed, for whoever sees the zone. */
@RestController
@RequestMapping("/api/v1/zones/{zone}/waiting/{change}")
record WaitingApi(Approvals approvals) {

    @GetMapping
    ChangeJson follow(Caller caller, @PathVariable DomainName zone, @PathVariable long change) {
        return ChangeJson.of(approvals.require(caller, zone, change));
    }

    /** Takes it back, if it still waits. */
    @DeleteMapping
    ResponseEntity<Void> withdraw(Caller caller, @PathVariable DomainName zone, @PathVariable long change) {
        approvals.withdraw(caller, zone, change);
        return ResponseEntity.noContent().build();
    }
}
