package de.postlotse.desk.replacement;

import de.postlotse.dns.DomainName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the zones that a replacement would change, in plain SQL: nothing is read zone by zone. */
@Component
record AffectedZones(JdbcClient store) {

    private static final String NAME_THE_OLD_HOST =
            "from zone z where z.id in (select zone_id from mx_record where target = :old) ";

    /** How much names a host. */
    Extent extent(DomainName host) {
        return store.sql("""
                        select
                            (select count(*) from mx_record where target = :old) as records,
                            (select count(*) from (select distinct zone_id, owner from mx_record where target = :old) s)
                                as sets,
                            count(*) as zones, count(distinct z.customer) as customers,\s""" + sums("z.id", "z.version") + NAME_THE_OLD_HOST)
                .param("old", host.toString())
                .query((row, number) -> new Extent(
                        row.getInt("zones"),
                        row.getInt("sets"),
                        row.getInt("records"),
                        row.getInt("customers"),
                        seen(row)))
                .single();
    }

    /** {@link Extent#seen} of the zones that a replacement has been given. */
    String seen(long id) {
        return store.sql("select count(*) as zones, " + sums("i.zone_id", "i.seen_version")
                        + "from replacement_item i where i.replacement_id = ?")
                .param(id)
                .query((row, number) -> seen(row))
                .single();
    }

    private static String sums(String zone, String version) {
        return "coalesce(sum(%1$s), 0) as ids, coalesce(sum(%2$s), 0) as versions, coalesce(sum(mod(%1$s, 99991) * %2$s), 0) as both_of_them "
                .formatted(zone, version);
    }

    private static String seen(ResultSet row) throws SQLException {
        return row.getInt("zones") + "-" + row.getBigDecimal("ids").toBigInteger() + "-"
                + row.getBigDecimal("versions").toBigInteger() + "-"
                + row.getBigDecimal("both_of_them").toBigInteger();
    }

    /** The zones that a remark is about, and some of them by name. */
    RemarkedZones remarked(Remark remark, HostComparison hosts, int most) {
        List<DomainName> first = where(
                        remark.condition(), hosts, "select z.name ", " order by z.name fetch first :most rows only")
                .param("most", most)
                .query((row, number) -> DomainName.of(row.getString("name")))
                .list();
        return new RemarkedZones(remark, first.size() < most ? first.size() : count(remark, hosts), first);
    }

    /** How many zones have a name whose mail comes to our own servers alone, and would not any more. */
    int leaving(HostComparison hosts) {
        String leaves =
                "(" + Remark.LEAVES_OUR_SERVERS.condition() + " or " + Remark.NOT_ONLY_OUR_SERVERS.condition() + ")";
        return where(leaves, hosts, "select count(*) ", "").query(Integer.class).single();
    }

    int count(Remark remark, HostComparison hosts) {
        return where(remark.condition(), hosts, "select count(*) ", "")
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec where(String condition, HostComparison hosts, String select, String order) {
        boolean comes = hosts.own().contains(hosts.newHost());
        boolean within = comes && hosts.own().contains(hosts.oldHost());
        return store.sql(select + NAME_THE_OLD_HOST + "and " + condition + order)
                .param("old", hosts.oldHost().toString())
                .param("new", hosts.newHost().toString())
                .param("own", texts(hosts.own()))
                .param("refusing", texts(hosts.refusing()))
                .param("leaves", comes ? 0 : 1)
                .param("within", within ? 1 : 0)
                .param("comes", comes ? 1 : 0);
    }

    /** Lists in SQL are never empty. */
    private static List<String> texts(List<DomainName> names) {
        return names.isEmpty()
                ? List.of("")
                : names.stream().map(DomainName::toString).toList();
    }
}
