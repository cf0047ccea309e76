package de.postlotse.desk.replacement;

import de.postlotse.zone.change.Consequence;
import java.util.Optional;

/**
 * What staff should know of a zone before they replace a host in it. What it means for mail has the name that
 * {@link Consequence} has for it, and its sentence; a test compares them.
 */
public enum Remark {
    /** A name in it has the old host alone, of our own, and would have none of ours any more. */
    LEAVES_OUR_SERVERS(":leaves = 1" + Remark.AT_A_SET + Remark.OF_OURS_ALONE + Remark.OF_THE_OLD_HOST_ALONE + ")"),
    /** A name in it has several of our own servers alone, and would have another one beside them. */
    NOT_ONLY_OUR_SERVERS(
            ":leaves = 1" + Remark.AT_A_SET + Remark.OF_OURS_ALONE + " and " + Remark.WITH_OTHER_SERVERS + ")"),
    /** A name in it has one of our own servers alone, and would have another one of them. */
    OUR_SERVERS_CHANGE(":comes = 1" + Remark.AT_A_SET + Remark.OF_OURS_ALONE + Remark.OF_THE_OLD_HOST_ALONE + ")"),
    /** A name in it has no other server than the old host, and would have no other than the new one. */
    ALL_SERVERS_CHANGE(":within = 0" + Remark.AT_A_SET + Remark.OF_THE_OLD_HOST_ALONE + ")"),
    /** A name in it would have our own servers alone, and has not today. */
    COMES_TO_OUR_SERVERS(":comes = 1 and :within = 0" + Remark.AT_A_SET + """
             and not exists (select 1 from mx_record o where o.zone_id = a.zone_id and o.owner = a.owner
            and o.target <> :old and o.target not in (:own)))"""),
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

    private static final String AT_A_SET =
            " and exists (select 1 from mx_record a where a.zone_id = z.id and a.target = :old";
    private static final String OF_OURS_ALONE = """
             and not exists (select 1 from mx_record o where o.zone_id = a.zone_id and o.owner = a.owner
            and o.target not in (:own))""";
    private static final String WITH_OTHER_SERVERS = """
            exists (select 1 from mx_record o where o.zone_id = a.zone_id and o.owner = a.owner
            and o.target not in (:old, '.'))""";
    private static final String OF_THE_OLD_HOST_ALONE = " and not " + Remark.WITH_OTHER_SERVERS;

    private final String condition;

    Remark(String condition) {
        this.condition = condition;
    }

    /** In SQL, of a zone {@code z}. */
    String condition() {
        return condition;
    }

    /** What it means for mail; nothing where it means something else. */
    public Optional<Consequence> consequence() {
        return switch (this) {
            case LEAVES_OUR_SERVERS -> Optional.of(Consequence.LEAVES_OUR_SERVERS);
            case NOT_ONLY_OUR_SERVERS -> Optional.of(Consequence.NOT_ONLY_OUR_SERVERS);
            case OUR_SERVERS_CHANGE -> Optional.of(Consequence.OUR_SERVERS_CHANGE);
            case ALL_SERVERS_CHANGE -> Optional.of(Consequence.ALL_SERVERS_CHANGE);
            case COMES_TO_OUR_SERVERS, HAS_NEW_HOST, DRIFTED, REFUSED, HAS_PLANNED_STEPS -> Optional.empty();
        };
    }
}
