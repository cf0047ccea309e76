package de.postlotse.desk.search;

import de.postlotse.account.Caller;
import de.postlotse.account.Role;
import de.postlotse.store.RecordRows;
import de.postlotse.store.RetriedWhileStoreIsAway;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds accounts by a part of the user name or of the customer number, for staff who look for anything. */
@Service
@Transactional(readOnly = true)
public class AccountFinder {

    /** Whoever finds more has to say more. */
    static final int MOST = 10;

    /** Of the accounts that have a part in their name, the shortest of so many. */
    private static final int CANDIDATES = 500;

    private static final String EXACT = """
            select username, role, customer from account
            where username = :name or customer = :typed order by username limit %d""".formatted(MOST);

    private static final String PARTS = """
            select username, role, customer from (
                select username, role, customer from account
                where username like :namePart or customer like :customerPart limit %d) c
            order by char_length(username), username limit %d""".formatted(CANDIDATES, MOST);

    private final JdbcClient store;
    private final FreshPlans plans;

    AccountFinder(JdbcClient store, FreshPlans plans) {
        this.store = store;
        this.plans = plans;
    }

    /** The accounts of that name or customer number; only where there is none, those that have the text as a part. */
    @RetriedWhileStoreIsAway
    public List<Found> find(Caller caller, String text) {
        caller.requireStaff();
        SearchText wanted = SearchText.read(text);
        if (wanted.isEmpty()) {
            return List.of();
        }
        String typed = wanted.typed();
        String name = typed.toLowerCase(Locale.ROOT);
        List<Found> exact = store.sql(EXACT)
                .param("name", name)
                .param("typed", typed)
                .query(new RecordRows<>(Found.class))
                .list();
        return exact.isEmpty() ? parts(name, typed) : exact;
    }

    private List<Found> parts(String name, String typed) {
        plans.forThisTransaction();
        return store.sql(PARTS)
                .param("namePart", SearchText.pattern(name))
                .param("customerPart", SearchText.pattern(typed))
                .query(new RecordRows<>(Found.class))
                .list();
    }

    /** @param customer null for staff */
    public record Found(
            String username, Role role, @Nullable String customer) {}
}
