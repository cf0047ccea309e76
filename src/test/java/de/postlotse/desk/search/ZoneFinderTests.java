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
import de.postlotse.dns.TypedName;
import de.postlotse.store.KeysetPage;
import de.postlotse.testing.OnBothStores;
import de.postlotse.zone.ZoneHealth.Health;
import de.postlotse.zone.Zones;
import de.postlotse.zone.list.ZoneLine;
import de.postlotse.zone.list.ZoneLists;
import de.postlotse.zone.list.ZoneSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What staff find by whatever a caller says, whichever database it is. */
@OnBothStores(atRest = true)
class ZoneFinderTests {

    private static final AtomicInteger LAST = new AtomicInteger();

    private static final String DIGITS =
            "select 0 as n" + " union all select %d".repeat(9).formatted(1, 2, 3, 4, 5, 6, 7, 8, 9);

    @Autowired
    private ZoneFinder finder;

    @Autowired
    private Zones zones;

    @Autowired
    private ZoneLists lists;

    @Autowired
    private JdbcClient store;

    /** Tells the zones of one test from those of all others. */
    private final String mark = "suche" + LAST.incrementAndGet() + "x";

    private final String number = "77" + (1_000 + LAST.get());
    private final Caller customer = customer(number);

    @Test
    void findsADomainByPartsOfItsNameInEitherSpelling() {
        String bakery = zone("bäckerei-" + mark + "-müller");

        assertThat(names(find(mark + "-müller"))).containsExactly(bakery);
        assertThat(names(find("BÄCKEREI-" + mark))).containsExactly(bakery);
        assertThat(names(find("kerei-" + mark + "-m"))).containsExactly(bakery);
        assertThat(names(find("xn--bckerei-" + mark))).containsExactly(bakery);
        assertThat(find(bakery)).extracting(FoundZone::match).containsExactly(FoundZone.By.DOMAIN);
        assertThat(find("bäckerei-" + mark + "-müller.example"))
                .extracting(FoundZone::match)
                .containsExactly(FoundZone.By.DOMAIN);
        assertThat(find("bäckerei-" + mark)).extracting(FoundZone::match).containsExactly(FoundZone.By.PART_OF_DOMAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.%s.example/kontakt?x=1",
                "info@%s.example",
                "Info <info@%s.example>",
                "  www.%s.EXAMPLE. ",
                "mail.shop.%s.example:25"
            })
    void findsTheDomainInWhatCallersPaste(String pasted) {
        String zone = zone(mark);

        assertThat(names(find(pasted.replace("Info <", "<").formatted(mark)))).containsExactly(zone);
    }

    @Test
    void findsByCustomerNumberWholeOnesFirst() {
        String own = zone(mark + "a");
        String other = zone(mark + "b", number + "5", "mx.example.net");

        assertThat(find(number))
                .extracting(FoundZone::match)
                .containsExactly(FoundZone.By.CUSTOMER, FoundZone.By.START_OF_CUSTOMER);
        assertThat(names(find(number))).containsExactly(own, other);
        assertThat(names(find(number + "5"))).containsExactly(other);
    }

    @Test
    void findsByServerWhetherTheSweepKnowsItOrNot() {
        String zone = zone(mark, number, "mx_1.anbieter-" + mark + ".example.net");
        String exact = "mx_1.anbieter-" + mark + ".example.net";

        assertThat(find(exact).getFirst().match()).isEqualTo(FoundZone.By.SERVER);
        assertThat(find(exact).getFirst().detail()).isEqualTo(exact);
        assertThat(names(find("mx_1.anbieter-" + mark))).containsExactly(zone);

        known(exact);
        assertThat(find("anbieter-" + mark)).extracting(FoundZone::match).containsExactly(FoundZone.By.PART_OF_SERVER);
        assertThat(names(find("er-" + mark + ".example.net"))).containsExactly(zone);
        assertThat(find("mx%1.anbieter-" + mark)).isEmpty();
    }

    @Test
    void findsByAddressInAnySpelling() {
        String host = "mail." + mark + ".example.net";
        String zone = zone(mark, number, host);
        int own = LAST.get();
        known(host, "192.0.2." + own, "2001:db8:77:" + own + "::25");

        assertThat(names(find("192.0.2." + own))).containsExactly(zone);
        assertThat(find(" [192.0.2." + own + "] "))
                .extracting(FoundZone::match, FoundZone::detail)
                .containsExactly(tuple(FoundZone.By.ADDRESS, host));
        assertThat(names(find("2001:DB8:77:" + own + ":0:0:0:25"))).containsExactly(zone);
        assertThat(names(find("[IPv6:2001:0db8:0077:" + own + "::0025]"))).containsExactly(zone);
        assertThat(find("2001:db8:77:" + own + "::26")).isEmpty();
    }

    @Test
    void whatIsSureComesFirstAndEachZoneOnce() {
        String named = zone(mark);
        String using = zone(mark + "-zwei", number, "mail." + named);
        known("mail." + named);

        assertThat(names(find(named))).containsExactly(named, using);
        assertThat(names(find("mail." + named))).containsExactly(named, using);
        assertThat(find("mail." + named))
                .extracting(FoundZone::match)
                .containsExactly(FoundZone.By.DOMAIN_ABOVE, FoundZone.By.SERVER);
    }

    @Test
    void whatIsFoundIsReadPageByPageWithoutGapsOrRepetitions() {
        String host = "viele." + mark + ".example.net";
        List<String> all = IntStream.range(0, ZoneLists.PAGE + 7)
                .mapToObj(zone -> zone(mark + "-" + zone, number, host))
                .toList();

        ZoneFinder.Found first = finder.find(SUPPORT, host, null, null);
        ZoneFinder.Found second = finder.find(SUPPORT, host, null, first.page().next());
        List<FoundZone> both = new ArrayList<>(first.page().lines());
        both.addAll(second.page().lines());

        assertThat(first.page().lines()).hasSize(ZoneLists.PAGE);
        assertThat(second.page().next()).isNull();
        assertThat(names(both)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(finder.find(SUPPORT, host, Health.UNKNOWN, null).page().lines())
                .hasSize(ZoneLists.PAGE);
        assertThat(finder.find(SUPPORT, host, Health.BROKEN, null).page().lines())
                .isEmpty();
        assertThat(apiPages(host)).containsExactlyInAnyOrderElementsOf(all);
    }

    private List<String> apiPages(String text) {
        List<String> names = new ArrayList<>();
        KeysetPage<ZoneLine, ZoneLine.Cursor> page = lists.list(SUPPORT, new ZoneSearch(text, null), null);
        page.lines().forEach(line -> names.add(line.name().toString()));
        for (ZoneLine.Cursor next = page.next(); next != null; next = page.next()) {
            page = lists.list(SUPPORT, new ZoneSearch(text, null), next);
            page.lines().forEach(line -> names.add(line.name().toString()));
        }
        return names;
    }

    /** A thousand sets of one zone are as much to look at as a thousand zones. */
    @Test
    void saysSoWhereThereIsTooMuchToLookAt() {
        String host = "alle." + mark + ".example.net";
        String zone = zone(mark, number, host);
        long id = zones.require(SUPPORT, DomainName.of(zone)).id();
        store.sql("""
                        insert into mx_record (zone_id, owner, preference, target, ttl)
                        select ?, concat('n', h.n, t.n, o.n, '.', ?), 10, ?, 300
                        from (%1$s) h cross join (%1$s) t cross join (%1$s) o""".formatted(DIGITS)).params(id, zone, host).update();

        ZoneFinder.Found found = finder.find(SUPPORT, host, null, null);

        assertThat(found.tooMany()).isTrue();
        assertThat(names(found.page().lines())).contains(zone);
        assertThat(finder.find(SUPPORT, host, Health.BROKEN, null).tooMany()).isTrue();
        assertThat(finder.find(SUPPORT, zone, null, null).tooMany()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "_", "\\", "'", "\"", "%%%", "___", "\\\\\\", "';--", "a\0b", "\uD800", "é̂", "🙂", "<b>"})
    void hostileTextFindsNothing(String text) {
        zone(mark);

        assertThat(find(mark + text)).isEmpty();
        assertThat(find(text + mark)).isEmpty();
        assertThat(lists.list(SUPPORT, new ZoneSearch(text + mark, null), null).lines())
                .isEmpty();
    }

    @Test
    void aBookFindsNothing() {
        assertThat(find("a".repeat(10_000))).isEmpty();
        assertThat(find("a.".repeat(5_000))).isEmpty();
        assertThat(find(" ".repeat(10_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"e", ".de", ".", "-", "example", "0"})
    void littleIsAnsweredToo(String text) {
        zone(mark);

        assertThat(find(text)).hasSizeLessThanOrEqualTo(ZoneLists.PAGE);
    }

    @Test
    void customersFindOnlyTheirs() {
        String own = zone("müller-" + mark);
        zone("meier-" + mark, number + "9", "mx.example.net");

        assertThat(lists.list(customer, new ZoneSearch(mark, null), null).lines())
                .extracting(line -> line.name().toString())
                .containsExactly(own);
        assertThat(lists.list(customer, new ZoneSearch("müller-" + mark, null), null)
                        .lines())
                .hasSize(1);
        assertThat(lists.list(customer, new ZoneSearch("üller-" + mark, null), null)
                        .lines())
                .hasSize(1);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> finder.find(customer, mark, null, null));
    }

    private List<FoundZone> find(String text) {
        return finder.find(SUPPORT, text, null, null).page().lines();
    }

    private static List<String> names(List<FoundZone> found) {
        return found.stream().map(zone -> zone.zone().name().toString()).toList();
    }

    private String zone(String label) {
        return zone(label, number, null);
    }

    private String zone(String label, String owner, @Nullable String target) {
        DomainName name = ((TypedName.Valid) TypedName.read(label + ".example")).name();
        List<MxSet> sets = target == null ? List.of() : List.of(mx(name, 3_600, "10 " + target));
        zones.takeOver(SUPPORT, name, owner, "nowhere", sets, 1).orElseThrow();
        return name.toString();
    }

    private void known(String host, String... addresses) {
        store.sql("insert into mail_host (name) select ? where not exists (select 1 from mail_host where name = ?)")
                .params(host, host)
                .update();
        for (String address : addresses) {
            store.sql("insert into mail_host_address (address, host) values (?, ?)")
                    .params(address, host)
                    .update();
        }
    }
}
