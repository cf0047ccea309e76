package de.postlotse.notice;

import static de.postlotse.account.Callers.SUPPORT;
import static de.postlotse.notice.TestNotices.byCustomer;
import static de.postlotse.notice.TestNotices.byStaff;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.account.Caller;
import de.postlotse.testing.OnBothStores;
import de.postlotse.work.Retention;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.ChangeRecorded;
import de.postlotse.zone.HandBack;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What customers are told in the application, whichever store it is. */
@OnBothStores(atRest = true)
class NoticesTests {

    private static final Instant AT = Instant.parse("2026-11-27T10:15:30Z");

    private final Notices notices;
    private final Zones zones;
    private final HandBack handBack;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final JdbcClient store;
    private final String number = TestNotices.newCustomer();
    private final Caller customer = TestNotices.customer(number);
    private final Caller stranger = TestNotices.customer(TestNotices.newCustomer());
    private final ZoneSnapshot zone;

    NoticesTests(
            Notices notices,
            Zones zones,
            HandBack handBack,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            JdbcClient store) {
        this.notices = notices;
        this.zones = zones;
        this.handBack = handBack;
        this.events = events;
        this.transaction = transaction;
        this.store = store;
        this.zone = TestNotices.newZone(zones, number);
    }

    @Test
    void whatStaffChangeIsToldUntilItIsRead() {
        happened(byStaff(zone, 2, ChangeKind.SET_REPLACED, AT));

        Notice notice = notices.unread(customer, zone).getFirst();
        assertThat(notice.zone()).isEqualTo(zone.name());
        assertThat(notice.noticedAt()).isEqualTo(AT);
        assertThat(notices.unread(customer)).extracting(Notices.Group::count).containsExactly(1);
        notices.markRead(customer, notice.id());

        assertThat(notices.unread(customer)).isEmpty();
        assertThat(notices.unread(customer, zone)).isEmpty();
        assertThat(notices.list(customer, null, null))
                .extracting(Notice::isUnread)
                .containsExactly(false);
    }

    @Test
    void whatWasToldLongAgoIsForgottenReadOrNot() {
        Instant now = AT.minus(Duration.ofDays(5_000));
        happened(byStaff(zone, 2, ChangeKind.SET_REPLACED, now.minus(Duration.ofDays(401))));
        happened(byStaff(zone, 3, ChangeKind.SET_REPLACED, now.minus(Duration.ofDays(399))));
        NoticePurge purge = new NoticePurge(store, new Retention(5_000, 400), Clock.fixed(now, ZoneOffset.UTC));

        assertThat(purge.purge(1_000_000)).isEqualTo(1);

        assertThat(purge.purge(1_000_000)).isZero();
        assertThat(notices.unread(customer, zone)).extracting(Notice::version).containsExactly(3L);
    }

    @Test
    void whatTheCustomerChangesAndWhatIsTakenOverIsNotTold() {
        happened(byCustomer(zone, 2, ChangeKind.SET_REPLACED, AT));

        assertThat(notices.list(customer, null, null)).isEmpty();
    }

    @Test
    void aRolledBackChangeIsNotTold() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(byStaff(zone, 2, ChangeKind.SET_REPLACED, AT));
            status.setRollbackOnly();
        });

        assertThat(notices.list(customer, null, null)).isEmpty();
    }

    @Test
    void nobodySeesOrMarksWhatIsSomebodyElses() {
        happened(byStaff(zone, 2, ChangeKind.SET_REPLACED, AT));
        Notice notice = notices.unread(customer, zone).getFirst();

        for (Caller other : List.of(stranger, SUPPORT)) {
            assertThat(notices.unread(other)).isEmpty();
            assertThat(notices.unread(other, zone)).isEmpty();
            assertThat(notices.list(other, null, null)).isEmpty();
            assertThat(notices.changes(stranger, List.of(notice))).isEmpty();
            notices.markRead(other, notice.id());
            notices.markRead(other, new Notices.Batch(notice.noticedMinute(), notice.kind()), Long.MAX_VALUE);
            notices.markAllRead(other, Long.MAX_VALUE);
        }
        assertThat(notices.unread(customer, zone)).hasSize(1);
    }

    @Test
    void manyChangesOfOneMinuteAndKindAreOneLine() {
        List<ZoneSnapshot> others = IntStream.range(0, 4)
                .mapToObj(i -> TestNotices.newZone(zones, number))
                .toList();
        others.forEach(other -> happened(byStaff(other, 2, ChangeKind.SERVERS_SWITCHED, AT.plusSeconds(10))));
        happened(byStaff(zone, 2, ChangeKind.SET_REPLACED, AT));
        happened(byStaff(zone, 3, ChangeKind.SERVERS_SWITCHED, AT.plusSeconds(60)));

        assertThat(notices.unread(customer)).extracting(Notices.Group::count).containsExactly(1, 1, 4);

        Notices.Batch batch = new Notices.Batch(Instant.parse("2026-11-27T10:15:00Z"), ChangeKind.SERVERS_SWITCHED);
        List<Notice> listed = notices.list(customer, batch, null);
        assertThat(listed).hasSize(4);
        happened(byStaff(TestNotices.newZone(zones, number), 2, ChangeKind.SERVERS_SWITCHED, AT));
        notices.markRead(customer, batch, listed.getFirst().id());
        assertThat(notices.unread(customer))
                .as("what came since then is not read")
                .extracting(Notices.Group::count)
                .containsExactly(1, 1, 1);
        notices.markAllRead(customer, Long.MAX_VALUE);
        assertThat(notices.unread(customer)).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutAGap() {
        transaction.executeWithoutResult(status -> IntStream.range(0, Notices.PAGE + 5)
                .forEach(i -> events.publishEvent(byStaff(zone, i + 2, ChangeKind.SET_REPLACED, AT))));

        List<Notice> first = notices.list(customer, null, null);
        assertThat(first).hasSize(Notices.PAGE + 1);
        List<Notice> second =
                notices.list(customer, null, first.get(Notices.PAGE - 1).id());
        assertThat(second).extracting(Notice::version).containsExactly(6L, 5L, 4L, 3L, 2L);
        assertThat(notices.unread(customer)).extracting(Notices.Group::count).containsExactly(Notices.PAGE + 5);
    }

    @Test
    void noticesOfAZoneThatIsHandedBackGoWithIt() {
        happened(byStaff(zone, 2, ChangeKind.SET_REPLACED, AT));

        handBack.handBack(SUPPORT, zone.name(), null);

        assertThat(notices.list(customer, null, null)).isEmpty();
    }

    private void happened(ChangeRecorded change) {
        transaction.executeWithoutResult(status -> events.publishEvent(change));
    }
}
