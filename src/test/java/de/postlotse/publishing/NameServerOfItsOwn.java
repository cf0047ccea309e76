package de.postlotse.publishing;

/** A name server that runs in a process of its own. */
public interface NameServerOfItsOwn extends TestedNameServer {

    Daemon process();

    @Override
    default void stop() {
        process().stop();
    }

    @Override
    default void start() {
        process().start();
    }

    @Override
    default void close() {
        process().close();
    }

    /** That process. */
    interface Daemon extends AutoCloseable {

        /** Ends it in order; it keeps its data. */
        void stop();

        /** Starts it, and returns once it answers. */
        void start();

        /** Ends it in whatever state it is. */
        @Override
        void close();
    }
}
