package de.postlotse.zone.web.api;

import de.postlotse.policy.TypedMx;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole set as typed: what the owner is to have instead of what it has. */
record SetToPutJson(
        @Nullable String ttl,
        @NotNull @Size(min = 1, max = 100) List<@Valid @NotNull RecordToPutJson> records) {

    String typedTtl() {
        return ttl == null ? "" : ttl;
    }

    List<TypedMx> typed() {
        return records.stream()
                .map(record -> TypedMx.of("", record.target(), record.priority(), ttl))
                .toList();
    }

    record RecordToPutJson(
            @Nullable String priority, @Nullable String target) {}
}
