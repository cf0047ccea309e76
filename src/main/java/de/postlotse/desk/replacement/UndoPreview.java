package de.postlotse.desk.replacement;

import de.postlotse.policy.HostStatus;

/**
 * What an undo would do; nothing of it has happened.
 *
 * @param zones how many are as the replacement has left them
 * @param changedSince how many are not, and will be left as they are
 * @param leaving from how many mail would leave our own servers
 * @param ofOld what DNS says now of the host that would come back
 * @param needsApproval whether somebody else has to look at it first
 */
public record UndoPreview(int zones, int changedSince, int leaving, HostStatus ofOld, boolean needsApproval) {}
