package de.postlotse.zone.web.edit;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.TypedMx;
import de.postlotse.zone.change.ReplaceSets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The form that replaces whole sets, exactly as it was typed. A row without a server is no row: that is how one is left
 * out.
 *
 * @param owners as chosen; none where the page has not asked yet
 * @param from whose servers they are, for the history; blank where nobody said
 * @param version the zone's revision that the page showed
 * @param confirmed the harms that it has named; null where it has not named any
 * @param shown the {@link #mark} of what it has shown
 */
record SwitchForm(
        List<String> owners,
        String ttl,
        List<Row> rows,
        String from,
        @Nullable String version,
        @Nullable String confirmed,
        @Nullable String shown,
        @Nullable String reason) {

    /** More than a set may hold, so that the rules and not the form say that there are too many. */
    private static final int MOST_ROWS = 60;

    private static final int LONGEST_FIELD = 300;

    static SwitchForm of(MultiValueMap<String, String> fields) {
        List<String> priorities = fields.getOrDefault("priority", List.of());
        List<String> targets = fields.getOrDefault("target", List.of());
        List<Row> rows = IntStream.range(0, Math.min(MOST_ROWS, Math.max(priorities.size(), targets.size())))
                .mapToObj(n -> new Row(field(priorities, n), field(targets, n)))
                .filter(row -> !row.target().isBlank())
                .toList();
        return new SwitchForm(
                fields.getOrDefault("owner", List.of()),
                field(fields.getOrDefault("ttl", List.of()), 0),
                rows,
                field(fields.getOrDefault("from", List.of()), 0),
                fields.getFirst("version"),
                fields.getFirst("confirmed"),
                fields.getFirst("shown"),
                fields.getFirst("reason"));
    }

    /** The same for one owner. */
    SwitchForm with(DomainName owner) {
        return new SwitchForm(List.of(owner.toString()), ttl, rows, from, version, confirmed, shown, reason);
    }

    private static String field(List<String> values, int n) {
        String value = n < values.size() && values.get(n) != null ? values.get(n) : "";
        return value.substring(0, Math.min(LONGEST_FIELD, value.length()));
    }

    /** @param possible the owners that may be chosen */
    ReplaceSets change(List<DomainName> possible) {
        List<DomainName> chosen = possible.stream()
                .filter(owner -> owners.contains(owner.toString()))
                .toList();
        return ReplaceSets.of(
                chosen,
                ttl,
                rows.stream()
                        .map(row -> new TypedMx("", row.target(), row.priority(), ""))
                        .toList());
    }

    /** Tells what is wanted from anything else, so that nothing is saved that was not shown. */
    static String mark(ReplaceSets change) {
        List<String> parts = new ArrayList<>(change.owners());
        parts.add(change.ttl());
        change.records().forEach(record -> parts.add(record.priority() + " " + record.target()));
        return Integer.toHexString(parts.hashCode());
    }

    record Row(String priority, String target) {}
}
