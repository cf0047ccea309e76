package de.postlotse.desk.approval;

import de.postlotse.account.Caller;
import de.postlotse.store.StorableText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody thinks of something that waits for a second pair of eyes, whatever that is.
 *
 * @param remark one line; null where there is none
 */
public record Opinion(Caller by, boolean approves, @Nullable String remark) {

    /** The longest remark or reason, in characters. */
    public static final int LONGEST_REMARK = 300;

    /** @param typed what there is to say about it, if anything */
    public static Opinion approving(Caller by, @Nullable String typed) {
        return new Opinion(by, true, StorableText.line(typed));
    }

    /** @param typed why; its author reads it */
    public static Opinion rejecting(Caller by, @Nullable String typed) {
        return new Opinion(by, false, StorableText.line(typed));
    }

    /** Whether the author is the one who decides; user names do not differ by upper case. */
    public static boolean isOwn(Caller author, Caller by) {
        return author.username().strip().equalsIgnoreCase(by.username().strip());
    }

    /**
     * Why the opinion does not count; empty where it does.
     *
     * @param waits whether nobody has decided yet
     */
    public Optional<ApprovalDecision> objection(Caller author, boolean waits) {
        if (!waits) {
            return Optional.of(new ApprovalDecision.AlreadyDecided());
        }
        if (isOwn(author, by)) {
            return Optional.of(new ApprovalDecision.Own());
        }
        if (!approves && remark == null) {
            return Optional.of(new ApprovalDecision.NoReason());
        }
        return remark != null && remark.length() > LONGEST_REMARK
                ? Optional.of(new ApprovalDecision.TooLong())
                : Optional.empty();
    }
}
