package de.postlotse.mailpath.web;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.Preference;
import de.postlotse.dns.TypedName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a program wants to know.
 *
 * @param domain or an address instead
 * @param off servers that are assumed to be off
 * @param records to assume at the domain instead of those in DNS; an empty list means none at all
 */
record QuestionJson(
        @Nullable String domain,
        @Nullable String address,
        @Nullable @Size(max = 1_000) List<@NotNull String> off,
        @Nullable @Size(max = 1_000) List<@Valid @NotNull RecordJson> records) {

    String recipient() {
        if (domain != null) {
            return domain;
        }
        return address == null ? "" : address;
    }

    Set<DomainName> switchedOff() {
        return off == null ? Set.of() : names(off);
    }

    /** Names that can be none switch nothing off. */
    static Set<DomainName> names(List<String> typed) {
        return typed.stream()
                .flatMap(name -> TypedName.read(name) instanceof TypedName.Valid valid
                        ? Stream.of(valid.name())
                        : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
    }

    List<MxRecord> mxRecords() {
        return records == null
                ? List.of()
                : records.stream().map(RecordJson::record).distinct().toList();
    }

    record RecordJson(
            @NotNull @Min(0) @Max(65_535) Integer priority,
            @NotNull String target) {

        /** What can be no name at all makes the request unreadable; a missing one is left to the validation. */
        RecordJson {
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
