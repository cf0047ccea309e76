package de.postlotse.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one typed field: its value, where it can be read, and what there is to say about it. A value may come
 * with an error that does not keep other rules from being asked about it.
 */
public record ParsedField<T>(@Nullable T valueOrNull, List<Finding> findings) {

    public static <T> ParsedField<T> of(T value, Finding... findings) {
        return new ParsedField<>(value, List.of(findings));
    }

    public static <T> ParsedField<T> refused(Finding finding) {
        return new ParsedField<>(null, List.of(finding));
    }

    public Optional<T> value() {
        return Optional.ofNullable(valueOrNull);
    }

    ParsedField<T> with(Finding finding) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(finding);
        return new ParsedField<>(valueOrNull, List.copyOf(more));
    }
}
