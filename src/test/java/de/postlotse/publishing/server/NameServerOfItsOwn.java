package de.postlotse.publishing.server;

/** A name server that runs in a process of its own. */
public interface NameServerOfItsOwn extends TestedNameServer {

    ServerProcess process();

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
}
