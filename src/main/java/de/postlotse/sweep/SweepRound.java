package de.postlotse.sweep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A round in which every host is asked once. */
record SweepRound(long id, Instant startedAt, @Nullable Instant endedAt, int hosts) {}
