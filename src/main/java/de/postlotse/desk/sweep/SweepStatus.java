package de.postlotse.desk.sweep;

import de.postlotse.policy.HostCondition;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the sweep is.
 *
 * @param startedAt when the last round began; null where there was none yet
 * @param endedAt when it ended; null while it lasts
 * @param hosts how many hosts it has
 * @param done those of them that need not be asked any more
 * @param perSecond hosts that all nodes asked together in a second, over the last minutes
 * @param throughAt when it will probably have ended; null where that cannot be told
 * @param onTheirOwn hosts that are asked besides the round: new ones, and those of which something else was seen
 * @param pausedBy who paused it; null while it goes on
 * @param atOnce whether staff have just asked for a round, which is about to begin
 */
public record SweepStatus(
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long hosts,
        long done,
        double perSecond,
        @Nullable Instant throughAt,
        Counts census,
        long onTheirOwn,
        @Nullable String pausedBy,
        @Nullable Instant pausedSince,
        boolean atOnce) {

    /** In one word; a round that is paused is not over. */
    public State state() {
        if (startedAt == null) {
            return State.NONE;
        }
        return endedAt != null ? State.DONE : isPaused() ? State.PAUSED : State.RUNNING;
    }

    public boolean isRunning() {
        return state() == State.RUNNING;
    }

    public boolean isPaused() {
        return pausedBy != null;
    }

    /** Whether a round of the sweep is under way. */
    public enum State {
        /** There was none yet. */
        NONE,
        RUNNING,
        PAUSED,
        /** Every host was asked; the next round begins when it is time. */
        DONE
    }

    /**
     * How many hosts there are of each condition that is believed.
     *
     * @param undecided those of which nothing was seen often enough yet
     */
    public record Counts(Map<HostCondition, Long> hosts, long undecided) {

        /** @param condition null where nothing is believed yet */
        record Line(@Nullable HostCondition condition, long hosts) {}

        static Counts of(List<Line> lines) {
            Map<HostCondition, Long> hosts = new EnumMap<>(HostCondition.class);
            long undecided = 0;
            for (Line line : lines) {
                HostCondition condition = line.condition();
                if (condition == null) {
                    undecided = line.hosts();
                } else {
                    hosts.put(condition, line.hosts());
                }
            }
            return new Counts(hosts, undecided);
        }

        public long of(HostCondition condition) {
            return hosts.getOrDefault(condition, 0L);
        }

        public long all() {
            return undecided
                    + hosts.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
