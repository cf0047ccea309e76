package de.postlotse.zone.change;

/** Where changes wait that somebody else has to look at before they are made; brought by another feature. */
public interface ApprovalQueue {

    /**
     * Keeps a change. One that is sent again, because its first answer was lost or a button was pressed twice, waits
     * once.
     *
     * @return by which it can be found
     */
    long hold(PendingChange change);
}
