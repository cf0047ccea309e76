package de.postlotse.work;

/**
 * Where the jobs of a kind are kept. Their columns {@code id, zones, state, failures, next_attempt_at} and those of
 * their items, {@code place, status, problem}, are called the same for all kinds.
 *
 * @param jobs the table of the jobs
 * @param items the table of their items
 * @param job the column of an item that names its job
 * @param waitsFor the column of a job that tells what it waits for
 * @param stopped the word for {@link JobState#STOPPED}; the older kind was stored with another one
 */
public record JobTables(String jobs, String items, String job, String waitsFor, String stopped) {

    String word(JobState state) {
        return state == JobState.STOPPED ? stopped : state.name();
    }

    JobState state(String word) {
        return word.equals(stopped) ? JobState.STOPPED : JobState.valueOf(word);
    }

    /** A statement with the names of the tables and columns put in. */
    String sql(String statement) {
        return statement
                .replace("{jobs}", jobs)
                .replace("{items}", items)
                .replace("{job}", job)
                .replace("{waits_for}", waitsFor);
    }
}
