package de.postlotse.desk.search;

import static de.postlotse.account.Callers.SUPPORT;
import static de.postlotse.account.Callers.customer;
import static de.postlotse.dns.MxSets.mx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.policy.HostCondition;
import de.postlotse.store.KeysetPage;
import de.postlotse.testing.OnBothStores;
import de.postlotse.zone.Zones;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Who uses a host, whichever database it is. */
@OnBothStores(atRest = true)
class HostUsesTests {

    private static final AtomicInteger LAST = new AtomicInteger();

    @Autowired
    private HostUses uses;

    @Autowired
    private Zones zones;

    @Autowired
    private JdbcClient store;

    private final String mark = "nutzt" + LAST.incrementAndGet() + "x";
    private final String host = "mail." + mark + ".example.net";
    private final String address = "198.51.100." + LAST.get();

    @Test
    void listsEveryZoneSetAndPriorityAcrossAllCustomers() {
        zone("a." + mark, "88001", List.of("a." + mark, "shop.a." + mark), 10, host);
        zone("b." + mark, "88002", List.of("b." + mark), 20, host);
        zone("c." + mark, "88002", List.of("c." + mark), 20, "andere." + host);

        assertThat(all(new Used.Host(DomainName.of(host)), 50))
                .extracting(
                        use -> use.zone().toString(),
                        use -> use.owner().toString(),
                        HostUse::preference,
                        HostUse::customer)
                .containsExactly(
                        tuple("a." + mark, "a." + mark, 10, "88001"),
                        tuple("b." + mark, "b." + mark, 20, "88002"),
                        tuple("a." + mark, "shop.a." + mark, 10, "88001"));
        assertThat(uses.totals(SUPPORT, new Used.Host(DomainName.of(host))))
                .isEqualTo(new HostUses.Totals(2, 3, 10_000));
    }

    @Test
    void listsWhatUsesAnAddressHostByHost() {
        zone("a." + mark, "88001", List.of("a." + mark, "b.a." + mark), 10, "eins." + host);
        zone("b." + mark, "88001", List.of("b." + mark), 10, "zwei." + host);
        zone("c." + mark, "88001", List.of("c." + mark), 10, "drei." + host);
        known("eins." + host, null, address);
        known("zwei." + host, null, address, "2001:db8::" + LAST.get());
        known("unbenutzt." + host, null, address);

        Used asked = Used.read(address).orElseThrow();

        assertThat(all(asked, 50))
                .extracting(use -> use.host().toString(), use -> use.owner().toString())
                .containsExactly(
                        tuple("eins." + host, "a." + mark),
                        tuple("eins." + host, "b.a." + mark),
                        tuple("zwei." + host, "b." + mark));
        assertThat(all(asked, 1)).isEqualTo(all(asked, 50));
        assertThat(uses.totals(SUPPORT, asked)).isEqualTo(new HostUses.Totals(2, 3, 1_000));
        assertThat(all(Used.read("2001:DB8:0:0::" + LAST.get()).orElseThrow(), 50))
                .hasSize(1);
        assertThat(uses.hosts(SUPPORT, address).hosts())
                .extracting(known -> known.name().toString())
                .containsExactly("eins." + host, "unbenutzt." + host, "zwei." + host);
    }

    @Test
    void manyUsesAreReadPageByPageWithoutGapsOrRepetitions() {
        IntStream.range(0, 7)
                .forEach(number -> zone(
                        "z" + number + "." + mark,
                        "88001",
                        List.of("z" + number + "." + mark, "x.z" + number + "." + mark),
                        10,
                        host));
        Used asked = new Used.Host(DomainName.of(host));

        assertThat(all(asked, 3)).hasSize(14).doesNotHaveDuplicates().isEqualTo(all(asked, 50));
    }

    @Test
    void saysWhatIsKnownOfTheHostsThatAPartMeansTheExactOneFirst() {
        zone("a." + mark, "88001", List.of("a." + mark), 10, host);
        zone("b." + mark, "88001", List.of("b." + mark), 10, "backup." + host);
        known(host, HostCondition.DOES_NOT_EXIST);
        known("lang.lang." + host, null, address);

        KnownHosts exact = uses.hosts(SUPPORT, host.toUpperCase(Locale.ROOT));
        KnownHosts part = uses.hosts(SUPPORT, mark + ".example");
        KnownHosts unknownToTheSweep = uses.hosts(SUPPORT, "backup.mail." + mark);

        assertThat(exact.meant()).hasToString(host);
        assertThat(exact.hosts().getFirst())
                .extracting(KnownHosts.KnownHost::condition, KnownHosts.KnownHost::uses)
                .containsExactly(HostCondition.DOES_NOT_EXIST, 1);
        assertThat(part.meant()).isNull();
        assertThat(part.hosts())
                .extracting(known -> known.name().toString())
                .containsExactly(host, "lang.lang." + host);
        assertThat(part.hosts().getLast().addresses()).containsExactly(address);
        assertThat(unknownToTheSweep.meant()).hasToString("backup." + host);
    }

    @Test
    void atMostTwentyHostsAreListedForAPart() {
        IntStream.range(0, HostUses.HOSTS + 1).forEach(number -> known("mx" + number + "." + host, null));

        KnownHosts found = uses.hosts(SUPPORT, "." + host);

        assertThat(found.hosts()).hasSize(HostUses.HOSTS);
        assertThat(found.more()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "'", "gibt-es-nicht.example", "a\0b", "1~2~x", "::", "300.1.2.3"})
    void whatNobodyUsesIsNotFound(String text) {
        assertThat(uses.hosts(SUPPORT, text + (text.isEmpty() ? "" : mark)).hosts())
                .isEmpty();
        assertThat(HostUse.Cursor.of(text)).isEqualTo(HostUse.Cursor.START);
    }

    @Test
    void noneOfItIsForCustomers() {
        Caller customer = customer("88001");
        Used asked = new Used.Host(DomainName.of(host));

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> uses.hosts(customer, host));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> uses.totals(customer, asked));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> uses.of(customer, asked, HostUse.Cursor.START, 1));
    }

    /** Page by page, each cursor written and read as an address of a page does. */
    private List<HostUse> all(Used asked, int size) {
        List<HostUse> all = new ArrayList<>();
        KeysetPage<HostUse, HostUse.Cursor> page = uses.of(SUPPORT, asked, HostUse.Cursor.START, size);
        all.addAll(page.lines());
        for (HostUse.Cursor next = page.next(); next != null; next = page.next()) {
            page = uses.of(SUPPORT, asked, HostUse.Cursor.of(next.toString()), size);
            all.addAll(page.lines());
        }
        return all;
    }

    private void zone(String zone, String customer, List<String> owners, int preference, String target) {
        List<MxSet> sets = owners.stream()
                .map(owner -> mx(owner, 300, preference + " " + target))
                .toList();
        zones.takeOver(SUPPORT, DomainName.of(zone), customer, "nowhere", sets, 1)
                .orElseThrow();
    }

    private void known(String name, @Nullable HostCondition condition, String... addresses) {
        store.sql("delete from mail_host where name = ?").param(name).update();
        store.sql("insert into mail_host (name, host_condition, addresses) values (?, ?, ?)")
                .param(name)
                .param(condition == null ? null : condition.name())
                .param(String.join(" ", addresses))
                .update();
        for (String known : addresses) {
            store.sql("insert into mail_host_address (address, host) values (?, ?)")
                    .params(known, name)
                    .update();
        }
    }
}
