package de.postlotse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Files and sockets where an {@link IOException} just fails the test. */
public final class Io {

    private Io() {}

    /** What yields something. */
    @FunctionalInterface
    public interface Source<T> {

        T get() throws IOException;
    }

    /** What is only done. */
    @FunctionalInterface
    public interface Action {

        void run() throws IOException;
    }

    public static <T> T get(Source<T> source) {
        try {
            return source.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void run(Action action) {
        get(() -> {
            action.run();
            return action;
        });
    }
}
