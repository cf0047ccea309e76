package de.postlotse.desk.approval;

import static de.postlotse.account.Callers.ADMIN;
import static de.postlotse.account.Callers.SUPPORT;
import static de.postlotse.dns.MxSets.mx;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.testing.OnBothStores;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.change.PendingChange;
import de.postlotse.zone.change.SetChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/** A change is approved and made, or neither, whichever database it is. */
@OnBothStores(atRest = true)
class ApprovedChangeTests {

    private static final AtomicInteger LAST = new AtomicInteger();

    private final StoredApprovalQueue gate;
    private final WaitingChanges waiting;
    private final ApprovedChange approved;
    private final Zones zones;
    private final TransactionOperations transaction;
    private final ZoneSnapshot zone;
    private final WaitingChange change;

    ApprovedChangeTests(
            StoredApprovalQueue gate,
            WaitingChanges waiting,
            ApprovedChange approved,
            Zones zones,
            TransactionOperations transaction) {
        this.gate = gate;
        this.waiting = waiting;
        this.approved = approved;
        this.zones = zones;
        this.transaction = transaction;
        DomainName name = DomainName.of("freigabe-" + LAST.incrementAndGet() + ".example");
        MxSet before = mx(name, 3600, "10 mx1.example.net");
        this.zone = zones.takeOver(SUPPORT, name, "97002", "nowhere", List.of(before), 1)
                .orElseThrow();
        this.change = find(gate.hold(removal()));
    }

    @Test
    void aKilledProcessLeavesTheChangeWaitingAndTheZoneAsItWas() {
        transaction.executeWithoutResult(status -> {
            assertThat(approved.make(change, zone, ADMIN, null)).isEqualTo(ApprovedChange.End.MADE);
            status.setRollbackOnly();
        });

        assertThat(find(change.id()).isWaiting()).isTrue();
        assertThat(now().mxSets()).isEqualTo(zone.mxSets());
        assertThat(approved.make(change, zone, ADMIN, "gut")).isEqualTo(ApprovedChange.End.MADE);
        assertThat(now().mxSets()).isEmpty();
        assertThat(find(change.id())).satisfies(made -> {
            assertThat(made.state()).isEqualTo(ApprovalState.APPLIED);
            assertThat(made.decidedBy()).isEqualTo("admin");
            assertThat(made.remark()).isEqualTo("gut");
        });
    }

    @Test
    void itIsMadeOnce() {
        approved.make(change, zone, ADMIN, null);

        assertThat(approved.make(change, zone, ADMIN, null)).isEqualTo(ApprovedChange.End.DECIDED_BEFORE);
        assertThat(now().version()).isEqualTo(2);
    }

    @Test
    void itIsNotMadeOfAZoneThatIsAnotherThanTheOneThatWasChecked() {
        ZoneSnapshot other = new ZoneSnapshot(
                zone.id(),
                zone.name(),
                zone.customer(),
                zone.nameServer(),
                zone.version() + 1,
                zone.routing(),
                zone.mailState(),
                zone.health(),
                zone.publication(),
                zone.delegation(),
                zone.delegationSince(),
                zone.mxSets(),
                zone.lastServed(),
                null);

        assertThat(approved.make(change, other, ADMIN, null)).isEqualTo(ApprovedChange.End.ZONE_CHANGED);
        assertThat(find(change.id()).isWaiting()).isTrue();
        assertThat(now().version()).isEqualTo(1);
    }

    @Test
    void whatElseWaitsForTheZoneIsOvertakenByIt() {
        MxSet another = mx(zone.name(), 3600, "10 mx2.example.net");
        WaitingChange other = find(gate.hold(held(Optional.of(another))));

        approved.make(change, zone, ADMIN, null);

        assertThat(find(other.id()).state()).isEqualTo(ApprovalState.OVERTAKEN);
        assertThat(find(other.id()).decidedBy()).isEqualTo("support");
        assertThat(find(change.id()).state()).isEqualTo(ApprovalState.APPLIED);
    }

    @Test
    void isKeptAsItsAuthorWroteIt() {
        assertThat(find(change.id()).change().changes()).isEqualTo(removal().changes());
        assertThat(find(change.id()).change().author()).isEqualTo(SUPPORT);
        assertThat(gate.hold(removal())).isEqualTo(change.id());
    }

    private PendingChange removal() {
        return held(Optional.empty());
    }

    private PendingChange held(Optional<MxSet> after) {
        return new PendingChange(
                UUID.randomUUID(),
                ChangeKind.SET_REMOVED,
                SUPPORT,
                null,
                zone.id(),
                zone.name(),
                zone.revision(),
                Set.of(),
                Set.of(),
                List.of(new SetChange(zone.name(), zone.setAt(zone.name()), after)));
    }

    private WaitingChange find(long id) {
        return waiting.find(id).orElseThrow();
    }

    private ZoneSnapshot now() {
        return zones.require(ADMIN, zone.name());
    }
}
