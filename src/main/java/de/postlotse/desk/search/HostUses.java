package de.postlotse.desk.search;

import de.postlotse.account.Caller;
import de.postlotse.store.KeysetPage;
import de.postlotse.store.RetriedWhileStoreIsAway;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "Wer nutzt …?": which records of which zones name a mail server, or one that has an address, across all customers. */
@Service
@Transactional(readOnly = true)
public class HostUses {

    public static final int PAGE = 50;

    /** How many hosts are listed for a part of a name. */
    public static final int HOSTS = 20;

    /** More than this is not counted for each page. */
    public static final int COUNTED = 10_000;

    static final int COUNTED_OF_AN_ADDRESS = 1_000;

    private static final int HOSTS_AT_ONCE = 50;

    private final HostUseStore store;
    private final FreshPlans plans;

    HostUses(HostUseStore store, FreshPlans plans) {
        this.store = store;
        this.plans = plans;
    }

    /** The hosts that a name, a part of one or an address means. */
    @RetriedWhileStoreIsAway
    public KnownHosts hosts(Caller caller, String text) {
        caller.requireStaff();
        SearchText wanted = SearchText.read(text);
        if (wanted.isEmpty()) {
            return KnownHosts.NONE;
        }
        plans.forThisTransaction();
        return KnownHosts.of(wanted, store.hosts(wanted, HOSTS + 1));
    }

    /** The records that name a host, by their owner, or all hosts that have an address; from behind the given one. */
    @RetriedWhileStoreIsAway
    public KeysetPage<HostUse, HostUse.Cursor> of(Caller caller, Used used, HostUse.Cursor after, int size) {
        caller.requireStaff();
        plans.forThisTransaction();
        List<HostUse> uses = switch (used) {
            case Used.Host host -> store.uses(host.toString(), after, size + 1);
            case Used.Address address -> hostByHost(address.address(), after, size + 1);
        };
        return KeysetPage.of(uses, size, HostUse::cursor);
    }

    private List<HostUse> hostByHost(String address, HostUse.Cursor after, int limit) {
        List<HostUse> uses = new ArrayList<>();
        List<String> hosts = store.hostsAt(address, after.host(), HOSTS_AT_ONCE);
        while (!hosts.isEmpty()) {
            for (String host : hosts) {
                HostUse.Cursor from = host.equals(after.host()) ? after : HostUse.Cursor.START;
                uses.addAll(store.uses(host, from, limit - uses.size()));
                if (uses.size() == limit) {
                    return uses;
                }
            }
            hosts = store.hostsBehind(address, hosts.getLast(), HOSTS_AT_ONCE);
        }
        return uses;
    }

    @RetriedWhileStoreIsAway
    public Totals totals(Caller caller, Used used) {
        caller.requireStaff();
        plans.forThisTransaction();
        return switch (used) {
            case Used.Host host -> store.totals(host.toString());
            case Used.Address address -> store.totalsOfAddress(address.address());
        };
    }

    /**
     * How much a host or an address is used.
     *
     * @param records one more than are counted where there are more
     * @param counted up to how many records are counted
     */
    public record Totals(int zones, int records, int counted) {

        public boolean more() {
            return records > counted;
        }
    }
}
