package de.postlotse.zone.web.api;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.Preference;
import de.postlotse.dns.Ttl;
import de.postlotse.dns.TypedName;
import de.postlotse.policy.Assumed;
import de.postlotse.policy.TypedMx;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as typed, four strings.
 *
 * @param existing the records to assume at the owner instead of the stored ones
 */
record EntryJson(
        @Nullable String owner,
        @Nullable String target,
        @Nullable String priority,
        @Nullable String ttl,
        @Nullable @Size(max = 1_000) List<@Valid @NotNull ExistingJson> existing) {

    TypedMx typed() {
        return TypedMx.of(owner, target, priority, ttl);
    }

    @Nullable
    Assumed assumed() {
        if (existing == null) {
            return null;
        }
        Ttl setTtl = existing.stream()
                .map(ExistingJson::ttl)
                .filter(value -> value != null)
                .findFirst()
                .map(Ttl::new)
                .orElse(null);
        return new Assumed(existing.stream().map(ExistingJson::record).toList(), setTtl);
    }

    record ExistingJson(
            @NotNull @Min(0) @Max(65_535) Integer priority,
            @NotNull String target,
            @Nullable @Min(0) Integer ttl) {

        /** What can be no name at all makes the request unreadable; a missing one is left to the validation. */
        ExistingJson {
            if (target != null) {
                name(target);
            }
        }

        MxRecord record() {
            return new MxRecord(new Preference(priority), name(target));
        }

        private static DomainName name(String target) {
            return TypedName.read(target) instanceof TypedName.Valid valid ? valid.name() : DomainName.of(target);
        }
    }
}
