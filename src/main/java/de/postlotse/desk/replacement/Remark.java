package de.postlotse.desk.replacement;

/** What staff should know of a zone before they replace a host in it. */
public enum Remark {
    /** Its mail comes only to our own servers today, and would not any more. */
    LEAVES_OUR_SERVERS("z.routing = 'HOSTER' and :leaves = 1" + Remark.AT_APEX),
    /** Its mail would come only to our own servers, and does not today. */
    COMES_TO_OUR_SERVERS("z.routing <> 'HOSTER' and :comes = 1" + Remark.AT_APEX + """
             and not exists (select 1 from mx_record o where o.zone_id = z.id and o.owner = z.name
            and o.target <> :old and o.target not in (:own))"""),
    /** A set has the new host already and only loses the old one. */
    HAS_NEW_HOST("""
            exists (select 1 from mx_record n join mx_record o on o.zone_id = n.zone_id and o.owner = n.owner
            where n.zone_id = z.id and n.target = :new and o.target = :old)"""),
    /** Its name server has other sets than the store: it will be left as it is. */
    DRIFTED("z.publication_state = 'DRIFTED'"),
    /** The new host is refused in this zone: it will be left as it is. */
    REFUSED("z.name in (:refusing)"),
    /** Somebody has planned a change of it for later, which may bring the old host back. */
    HAS_PLANNED_STEPS("exists (select 1 from planned_step s where s.zone_id = z.id and s.state = 'WAITING')");

    private static final String AT_APEX =
            " and exists (select 1 from mx_record a where a.zone_id = z.id and a.owner = z.name and a.target = :old)";

    private final String condition;

    Remark(String condition) {
        this.condition = condition;
    }

    /** In SQL, of a zone {@code z}. */
    String condition() {
        return condition;
    }
}
