package de.postlotse.work;

import java.util.Map;

/**
 * How far a job is.
 *
 * @param counts of how many items became what; those that wait are counted too
 * @param atWork whether items are being worked still, also where it is to stop
 * @param <S> what can become of an item
 */
public record JobProgress<S extends Enum<S>>(Job job, Map<S, Integer> counts, boolean atWork) {

    public int count(S status) {
        return counts.getOrDefault(status, 0);
    }

    /** The same by the status's name, for templates. */
    public int count(String status) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().name().equals(status))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** How many items were tried. */
    public int tried() {
        return job.items() - count(JobStore.WAITING);
    }

    /** Whether something of it may change without anybody asking for it. */
    public boolean isMoving() {
        return job.isRunning() || atWork;
    }

    /** Whether it has run and does not any more. */
    public boolean isAtRest() {
        return !atWork && (job.state() == JobState.STOPPED || job.state() == JobState.DONE);
    }
}
