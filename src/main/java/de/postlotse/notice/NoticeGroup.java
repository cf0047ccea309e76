package de.postlotse.notice;

import de.postlotse.zone.ChangeKind;
import java.time.Instant;

/**
 * Unread notices of one minute and one kind.
 *
 * @param count how many, at least one
 * @param newest the one that was written last
 */
public record NoticeGroup(Instant minute, ChangeKind kind, int count, Notice newest) {}
