package de.postlotse.desk.replacement;

import de.postlotse.account.Caller;
import de.postlotse.desk.approval.ApprovalDecision;
import de.postlotse.desk.approval.Opinion;
import de.postlotse.policy.HostStatus;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.work.JobState;
import de.postlotse.work.Jobs;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** Replacements of which nothing happens until somebody else than their author has approved them. */
@Service
public class ReplacementApprovals {

    private static final int MOST_AWAITING = 200;

    private final ReplacementStore store;
    private final Jobs<ReplacementItemStatus> jobs;
    private final ReplacementWork.HostCheck dns;
    private final Clock clock;

    ReplacementApprovals(
            ReplacementStore store, Jobs<ReplacementItemStatus> jobs, ReplacementWork.HostCheck dns, Clock clock) {
        this.store = store;
        this.jobs = jobs;
        this.dns = dns;
        this.clock = clock;
    }

    /** What waits for a second pair of eyes, the longest waiting first. */
    @RetriedWhileStoreIsAway
    public List<Replacement> waiting(Caller caller) {
        caller.requireStaff();
        return store.awaitingApproval(MOST_AWAITING);
    }

    /** Lets a replacement start, if the host that comes can still be used. */
    public ApprovalDecision approve(Caller caller, long id) {
        caller.requireStaff();
        Optional<HostStatus> refused = store.find(id)
                .filter(replacement -> replacement.kind() == ReplacementKind.REPLACE && replacement.awaitsApproval())
                .map(replacement -> dns.ask(replacement.newHost()))
                .filter(host -> !host.verdict().passes());
        return decide(id, Opinion.approving(caller, null), () -> {
            if (refused.isPresent()) {
                return new ApprovalDecision.Refused(
                        refused.get().verdict(), refused.get().findings());
            }
            store.decide(id, caller, null, clock.instant());
            jobs.run(id);
            return new ApprovalDecision.Done();
        });
    }

    /**
     * Rejects a replacement: nothing of it ever happens.
     *
     * @param typedReason for its author, as typed
     */
    public ApprovalDecision reject(Caller caller, long id, String typedReason) {
        caller.requireStaff();
        Opinion opinion = Opinion.rejecting(caller, typedReason);
        return decide(id, opinion, () -> {
            store.decide(id, caller, opinion.remark(), clock.instant());
            jobs.setState(id, JobState.REJECTED);
            return new ApprovalDecision.Done();
        });
    }

    private ApprovalDecision decide(long id, Opinion opinion, Supplier<ApprovalDecision> decision) {
        return jobs.locked(
                        id,
                        job -> store.find(id)
                                .flatMap(waiting -> opinion.objection(waiting.author(), waiting.awaitsApproval()))
                                .orElseGet(decision))
                .orElseGet(ApprovalDecision.AlreadyDecided::new);
    }
}
