package de.postlotse.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The committed versions of a zone by the TTL that each had at the apex; edits of the tests have a TTL of their own. */
public record WrittenHistory(Map<Integer, Long> versionOfTtl) {

    public static WrittenHistory of(JdbcClient store, String zone) {
        Map<Integer, Long> versions = new HashMap<>();
        store.sql("""
                        select c.version, c.sets_after from zone_change c join zone z on z.id = c.zone_id
                        where z.name = ?""")
                .param(zone)
                .query((row, number) ->
                        versions.put(Integer.valueOf(row.getString(2).split(" ")[1]), row.getLong(1)))
                .list();
        return new WrittenHistory(versions);
    }

    /** The versions that were seen, in the order in which they were; -1 for what was never committed. */
    public List<Long> versions(List<Integer> ttls) {
        return ttls.stream().map(this::version).toList();
    }

    public long version(int ttl) {
        return versionOfTtl.getOrDefault(ttl, -1L);
    }

    public long last() {
        return versionOfTtl.values().stream()
                .mapToLong(version -> version)
                .max()
                .orElseThrow();
    }
}
