package de.postlotse.desk.search;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.HostCondition;
import de.postlotse.store.RecordRows;
import de.postlotse.store.StoredTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who uses a host, in plain SQL, by indexes that begin with the host. */
@Component
record HostUseStore(JdbcClient store) {

    private static final String SEPARATOR = " ";
    private static final int MOST = HostUses.COUNTED + 1;

    /** Of the hosts that have a part in their name, the shortest of so many. */
    private static final int CANDIDATES = 500;

    List<KnownHosts.KnownHost> hosts(SearchText text, int limit) {
        String address = text.address();
        List<String> names = address == null ? named(text, limit) : hostsAt(address, "", limit);
        return names.isEmpty() ? List.of() : known(names);
    }

    /** The host of that name; only where there is none, those that have the text as a part of their names. */
    private List<String> named(SearchText text, int limit) {
        List<String> exact = text.fullName().map(this::exact).orElse(List.of());
        if (!exact.isEmpty()) {
            return exact;
        }
        Set<String> names = new LinkedHashSet<>();
        text.part().ifPresent(part -> {
            names.addAll(shortest("select name from mail_host where name like :part", SearchText.pattern(part)));
            names.addAll(
                    shortest("select target as name from mx_record where target like :part", SearchText.start(part)));
        });
        return names.stream().limit(limit).toList();
    }

    private List<String> exact(DomainName name) {
        return store.sql("""
                        select name from mail_host where name = :name
                        union (select target from mx_record where target = :name limit 1)""")
                .param("name", name.toString())
                .query(HostUseStore::name)
                .list();
    }

    private List<String> shortest(String candidates, String part) {
        return store.sql(
                        "select name from (select distinct name from (%s limit %d) c) d where name <> '.' order by char_length(name), name limit %d"
                                .formatted(candidates, CANDIDATES, HostUses.HOSTS + 1))
                .param("part", part)
                .query(HostUseStore::name)
                .list();
    }

    /** In the order of the names, with how often each is used. */
    private List<KnownHosts.KnownHost> known(List<String> names) {
        Map<String, Object> values = new HashMap<>();
        String uses = IntStream.range(0, names.size())
                .mapToObj(place -> {
                    values.put("name" + place, names.get(place));
                    return "select %d as place, cast(:name%d as varchar(255)) as name, count(*) as uses from (select 1 as one from mx_record where target = :name%d limit %d) u%d"
                            .formatted(place, place, place, MOST, place);
                })
                .collect(Collectors.joining(" union all "));
        return store.sql(
                        "select n.name, n.uses, h.host_condition, h.since, h.addresses from (%s) n left join mail_host h on h.name = n.name order by n.place"
                                .formatted(uses))
                .params(values)
                .query(HostUseStore::host)
                .list();
    }

    List<HostUse> uses(String host, HostUse.Cursor after, int limit) {
        return store.sql("""
                        select m.target as host, m.owner, m.zone_id, z.name as zone, z.customer, m.preference, m.ttl
                        from mx_record m join zone z on z.id = m.zone_id
                        where m.target = ? and (m.owner, m.zone_id, m.preference) > (?, ?, ?)
                        order by m.owner, m.zone_id, m.preference limit ?""")
                .params(host, after.owner(), after.zoneId(), after.preference(), limit)
                .query(new RecordRows<>(HostUse.class))
                .list();
    }

    List<String> hostsAt(String address, String from, int limit) {
        return hosts(address, ">=", from, limit);
    }

    List<String> hostsBehind(String address, String last, int limit) {
        return hosts(address, ">", last, limit);
    }

    private List<String> hosts(String address, String comparison, String host, int limit) {
        return store.sql("select host from mail_host_address where address = ? and host %s ? order by host limit ?"
                        .formatted(comparison))
                .params(address, host, limit)
                .query(HostUseStore::name)
                .list();
    }

    HostUses.Totals totals(String host) {
        return totals("select zone_id from mx_record where target = ?", host, HostUses.COUNTED);
    }

    HostUses.Totals totalsOfAddress(String address) {
        return totals(
                "select m.zone_id from mail_host_address a join mx_record m on m.target = a.host where a.address = ?",
                address,
                HostUses.COUNTED_OF_AN_ADDRESS);
    }

    private HostUses.Totals totals(String zones, String of, int counted) {
        return store.sql("select count(distinct zone_id), count(*) from (%s limit ?) u".formatted(zones))
                .params(of, counted + 1)
                .query((row, number) -> new HostUses.Totals(row.getInt(1), row.getInt(2), counted))
                .single();
    }

    private static String name(ResultSet row, int number) throws SQLException {
        return row.getString(1);
    }

    private static KnownHosts.KnownHost host(ResultSet row, int number) throws SQLException {
        String condition = row.getString("host_condition");
        String addresses = row.getString("addresses");
        int uses = row.getInt("uses");
        return new KnownHosts.KnownHost(
                DomainName.of(row.getString("name")),
                condition == null ? null : HostCondition.valueOf(condition),
                StoredTime.readNullable(row, "since"),
                addresses == null || addresses.isEmpty() ? List.of() : List.of(addresses.split(SEPARATOR)),
                Math.min(uses, HostUses.COUNTED),
                uses > HostUses.COUNTED);
    }
}
