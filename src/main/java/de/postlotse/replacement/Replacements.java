package de.postlotse.replacement;

import de.postlotse.account.Caller;
import java.util.List;
import org.springframework.stereotype.Service;

/** The replacements that staff want, and what they want of them meanwhile. */
@Service
public class Replacements {

    /** What waits for a second pair of eyes, the longest waiting first. */
    public List<WaitingReplacement> awaitingApproval(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** Lets a replacement start, if the host that comes can still be used and the caller is not its author. */
    public Decision approve(Caller caller, long id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Rejects a replacement: nothing of it ever happens.
     *
     * @param reason for its author, as typed
     */
    public Decision reject(Caller caller, long id, String reason) {
        throw new UnsupportedOperationException();
    }
}
