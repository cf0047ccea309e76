package de.postlotse.audit;

import de.postlotse.account.AuditNews;
import de.postlotse.account.Caller;
import de.postlotse.store.RetriedWhileStoreIsAway;
import de.postlotse.store.StoredTime;
import de.postlotse.work.Round;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The audit trail, for admins. */
@Service
public class Audit {

    private final AuditStore chain;
    private final JdbcClient store;
    private final AuditProperties properties;
    private final Clock clock;

    Audit(AuditStore chain, JdbcClient store, AuditProperties properties, Clock clock) {
        this.chain = chain;
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Newest first.
     *
     * @param before the id before which the page starts; null for the first page
     */
    @RetriedWhileStoreIsAway
    public List<AuditEntry> lines(Caller caller, Filter filter, @Nullable Long before, int limit) {
        caller.requireAdmin();
        StringBuilder sql = new StringBuilder("select * from audit_entry where 1 = 1");
        List<Object> parameters = new ArrayList<>();
        and(
                sql,
                parameters,
                " and kind = ?",
                filter.kind() == null ? null : filter.kind().name());
        and(sql, parameters, " and username = ?", filter.username());
        and(sql, parameters, " and subject = ?", filter.subject());
        and(sql, parameters, " and happened_at >= ?", StoredTime.ofNullable(filter.from()));
        and(sql, parameters, " and happened_at < ?", StoredTime.ofNullable(filter.to()));
        and(sql, parameters, " and id < ?", before);
        parameters.add(limit);
        return store.sql(sql + " order by id desc fetch first ? rows only")
                .params(parameters)
                .query(AuditStore.ENTRY)
                .list();
    }

    private static void and(StringBuilder sql, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.add(value);
        }
    }

    /** Whether all lines are there as they were written. */
    public Check check(Caller caller) {
        caller.requireAdmin();
        AuditStore.Head head = chain.head();
        Optional<Long> broken = chain.firstBroken();
        return new Check(head.lastId(), head.lastHash(), broken.orElse(null));
    }

    @Bean
    Round auditAddressRound() {
        return new Round("forget-audit-addresses", Duration.ofHours(1), context -> forgetAddresses());
    }

    void forgetAddresses() {
        chain.forgetAddresses(clock.instant().minus(Duration.ofDays(properties.addressDays())));
    }

    /** Which lines somebody wants to see; null leaves all in. */
    public record Filter(
            AuditNews.@Nullable Kind kind,
            @Nullable String username,
            @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /**
     * The state of the chain.
     *
     * @param entries how many lines there are to be
     * @param hash of the last one; whoever keeps it elsewhere can prove later that none before it was changed
     * @param firstBroken the first line that is missing or was changed; null where none is
     */
    public record Check(long entries, String hash, @Nullable Long firstBroken) {}
}
