package de.postlotse.store;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that goes on behind a place instead of a number of lines, so that each page costs the same.
 *
 * @param next the place behind which the next page starts, or null at the end
 */
public record KeysetPage<T, P>(List<T> lines, @Nullable P next) {

    /**
     * The page, and whether there is another one: that takes one line more than a page has.
     *
     * @param place the place of a line in the list
     */
    public static <T, P> KeysetPage<T, P> of(List<T> oneMore, int size, Function<T, P> place) {
        return oneMore.size() <= size
                ? new KeysetPage<>(oneMore, null)
                : new KeysetPage<>(oneMore.subList(0, size), place.apply(oneMore.get(size - 1)));
    }
}
