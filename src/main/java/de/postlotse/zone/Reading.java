package de.postlotse.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one typed field: its value, where it can be read, and what there is to say about it. A value may come
 * with an error that does not keep other rules from being asked about it.
 */
record Reading<T>(@Nullable T valueOrNull, List<Finding> findings) {

    static <T> Reading<T> of(T value, Finding... findings) {
        return new Reading<>(value, List.of(findings));
    }

    static <T> Reading<T> refused(Finding finding) {
        return new Reading<>(null, List.of(finding));
    }

    Optional<T> value() {
        return Optional.ofNullable(valueOrNull);
    }

    Reading<T> with(Finding finding) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(finding);
        return new Reading<>(valueOrNull, List.copyOf(more));
    }
}
