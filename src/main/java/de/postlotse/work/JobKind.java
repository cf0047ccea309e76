package de.postlotse.work;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a feature brings for a kind of job: what an item is and how it is worked.
 *
 * @param <I> an item that waits
 * @param <S> what can become of it
 */
public interface JobKind<I extends JobKind.JobItem, S extends Enum<S>> {

    /** The name of its scheduled task. */
    String task();

    /** The pauses while it cannot go on. */
    BackOff backOff();

    /** The next items that wait, in the order in which they are to be tried. */
    List<I> waiting(long job, int most);

    /** Looks, once for each chunk, whether items of a job can be worked now, and how. */
    Start<I, S> start(long job);

    /** What is tried again where staff ask for it: it may go better at another attempt. */
    Set<S> triedAgain();

    /** Whether a job may be worked again after it has stopped or ended. */
    default boolean mayGoOn(long job) {
        return true;
    }

    /** What a look at a job before a chunk has shown. */
    sealed interface Start<I, S> {

        /** @param work works one item; several of them at once. What it throws fails the item. */
        record Ready<I, S>(Work<I, S> work) implements Start<I, S> {}

        /** Neither yes nor no: it is looked at again, and every time later. */
        record Waits<I, S>(String cause) implements Start<I, S> {}

        /** It stops until staff let it go on. */
        record Stops<I, S>(String cause) implements Start<I, S> {}
    }

    /** Works items. */
    interface Work<I, S> {

        /** While the store is away it throws what the store has thrown; the item waits then. */
        ItemEnd<S> work(I item);
    }

    /** What became of the attempt to work an item. */
    public sealed interface ItemEnd<S> {

        /** @param problem why it is no success, in a word; null where the status tells enough */
        record Ended<S>(S status, @Nullable String problem) implements ItemEnd<S> {}

        /** It has ended, and whoever worked it has noted that, together with what it has done. */
        record Noted<S>() implements ItemEnd<S> {}

        /** It could not be tried for want of something that others need, too; it waits. */
        record Unavailable<S>(String cause) implements ItemEnd<S> {}

        static <S> ItemEnd<S> of(S status) {
            return new Ended<>(status, null);
        }
    }

    /** Something that a job is to do still. */
    public interface JobItem {

        /** Its place in the job, from 1 on. */
        int place();
    }
}
