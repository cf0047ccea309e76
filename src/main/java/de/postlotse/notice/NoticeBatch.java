package de.postlotse.notice;

import de.postlotse.zone.ChangeKind;
import java.time.Instant;

/** Names the notices of one minute and one kind. */
public record NoticeBatch(Instant minute, ChangeKind kind) {}
