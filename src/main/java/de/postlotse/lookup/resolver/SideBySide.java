package de.postlotse.lookup.resolver;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Waits for several things at the same time. */
final class SideBySide {

    private SideBySide() {}

    /** Begins to work on one thing, on a virtual thread of its own. */
    static <A, T> CompletableFuture<T> begin(A thing, Function<A, T> work) {
        return CompletableFuture.supplyAsync(() -> work.apply(thing), DnsClient.THREADS);
    }

    /** The results of the same work on each thing, in the order of the things. */
    static <A, T> List<T> all(List<A> things, Function<A, T> work) {
        List<CompletableFuture<T>> results =
                things.stream().map(thing -> begin(thing, work)).toList();
        try {
            return results.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
