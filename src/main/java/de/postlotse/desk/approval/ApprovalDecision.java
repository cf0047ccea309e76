package de.postlotse.desk.approval;

import de.postlotse.policy.Finding;
import de.postlotse.policy.Verdict;
import java.util.List;

/** What became of a decision about something that waits for a second pair of eyes. */
public sealed interface ApprovalDecision extends AskedDecision {

    /** It is approved and made, or starts now; or it is rejected or withdrawn. */
    record Done() implements ApprovalDecision {}

    /** Nobody decides about their own. */
    record Own() implements ApprovalDecision {}

    /** Somebody was first, or it has ended otherwise. */
    record AlreadyDecided() implements ApprovalDecision {}

    /** The zone is another than its author has seen; nothing was changed. */
    record ChangedMeanwhile() implements ApprovalDecision {}

    /** The checks of now are against it, or cannot be made now; it goes on waiting. */
    record Refused(Verdict verdict, List<Finding> findings) implements ApprovalDecision {}

    /** A rejection has to say why. */
    record NoReason() implements ApprovalDecision {}

    /** The remark is longer than {@link Opinion#LONGEST_REMARK}. */
    record TooLong() implements ApprovalDecision {}
}
