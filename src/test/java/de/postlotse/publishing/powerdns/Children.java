package de.postlotse.publishing.powerdns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Processes that must not outlive the tests, however these end. */
final class Children {

    private static final Set<Process> ALIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.forEach(Process::destroyForcibly)));
    }

    private Children() {}

    static void add(Process process) {
        ALIVE.add(process);
        process.onExit().thenRun(() -> ALIVE.remove(process));
    }

    static void end(Process process, Consumer<Process> how) {
        how.accept(process);
        join(process);
    }

    static void signal(Process process, String name) {
        try {
            Process kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).start();
            if (join(kill) != 0) {
                throw new IllegalStateException("cannot send " + name + " to " + process);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int join(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
