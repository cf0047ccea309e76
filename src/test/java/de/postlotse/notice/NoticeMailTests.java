package de.postlotse.notice;

import static de.postlotse.account.Callers.ADMIN;
import static de.postlotse.notice.TestNotices.byStaff;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.account.AccountDraft;
import de.postlotse.account.AccountManagement;
import de.postlotse.account.Correspondent;
import de.postlotse.account.Correspondents;
import de.postlotse.brand.Brand;
import de.postlotse.policy.DurationTexts;
import de.postlotse.testing.MovableClock;
import de.postlotse.testing.OnBothStores;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import de.postlotse.zone.history.RecentChanges;
import de.postlotse.zone.page.RecordTexts;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

/** What customers are told by mail, through a real mail server, whichever store it is. */
@OnBothStores(atRest = true)
@ExtendWith(OutputCaptureExtension.class)
class NoticeMailTests {

    private static final NoticeProperties PROPERTIES = new NoticeProperties(
            "Hoster <support@hoster.example>",
            URI.create("https://postlotse.hoster.example/"),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(6));

    @RegisterExtension
    private static final EximInbox exim = new EximInbox();

    private final NoticeStore notices;
    private final NoticeMailStore mails;
    private final Correspondents correspondents;
    private final AccountManagement accounts;
    private final Zones zones;
    private final NoticeMailText texts;
    private final JdbcClient database;
    private final MovableClock clock =
            new MovableClock(Instant.now().truncatedTo(ChronoUnit.MINUTES).plusSeconds(1));
    private final String number = TestNotices.newCustomer();
    private final String username = "kunde-" + number;
    private final String address = username + "@kunde.example";

    NoticeMailTests(
            NoticeStore notices,
            NoticeMailStore mails,
            Correspondents correspondents,
            AccountManagement accounts,
            Zones zones,
            RecentChanges changes,
            MessageSource messages,
            Brand brand,
            JdbcClient database) {
        this.notices = notices;
        this.mails = mails;
        this.correspondents = correspondents;
        this.accounts = accounts;
        this.zones = zones;
        this.texts = new NoticeMailText(
                messages,
                new RecordTexts(messages, new DurationTexts(messages)),
                changes,
                PROPERTIES,
                ZoneId.of("Europe/Berlin"),
                brand);
        this.database = database;
    }

    @Test
    void tellsAllThatWasChangedInOneMailInBothLanguages() throws MessagingException, IOException {
        account(username, address);
        ZoneSnapshot first = TestNotices.newZone(zones, number);
        ZoneSnapshot second = TestNotices.newZone(zones, number);
        changed(first, ChangeKind.SET_REPLACED);
        changed(second, ChangeKind.OWN_SERVERS_USED);
        NoticeMailing mailing = mailing(exim.sender());

        mailing.round(() -> false);
        assertThat(mails.due(clock.instant().plusSeconds(60), clock.instant(), 1_000))
                .as("not yet: more may follow")
                .contains(username);
        clock.forward(Duration.ofSeconds(90));
        mailing.round(() -> false);
        mailing.round(() -> false);

        MimeMessage mail = exim.awaitMails(address, 1).getFirst();
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Hoster <support@hoster.example>");
        assertThat(mail.getSubject())
                .isEqualTo("Unser Support hat 2 Ihrer Domains geändert / Our support changed 2 of your domains");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(text(mail))
                .contains(
                        first.name() + "\n  Alle Mailserver ersetzt",
                        "vorher: " + first.name() + ": alt.example.net, Priorität 10, 1\u00a0Stunde (TTL)",
                        "nachher: " + first.name() + ": neu.example.net, Priorität 10, 1\u00a0Stunde (TTL)",
                        "after: " + first.name() + ": neu.example.net, priority 10, 1\u00a0hour (TTL)",
                        second.name() + "\n  Auf unsere Mailserver umgestellt",
                        "https://postlotse.hoster.example/domains/notices",
                        "our support made 2 changes");
    }

    @Test
    void tellsManyChangesOfOneKindInOneBlock() throws MessagingException, IOException {
        account(username, address);
        correspondents.changeOwn(TestNotices.customer(number), address, Correspondent.Language.ENGLISH);
        List<ZoneSnapshot> changed = IntStream.range(0, 25)
                .mapToObj(i -> TestNotices.newZone(zones, number))
                .toList();
        changed.forEach(zone -> changed(zone, ChangeKind.SERVERS_SWITCHED));

        clock.forward(Duration.ofMinutes(2));
        mailing(exim.sender()).round(() -> false);

        MimeMessage mail = exim.awaitMails(address, 1).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Our support changed 25 of your domains");
        assertThat(text(mail))
                .contains("25 domains", changed.getFirst().name().toString(), "and 5 more")
                .doesNotContain("Guten Tag");
    }

    @Test
    void anAddressThatIsRefusedIsTriedAgainAndHoldsNobodyUp() {
        account(username, "unbekannt@kunde.example");
        account("zweite-" + number, address);
        changed(TestNotices.newZone(zones, number), ChangeKind.SET_REPLACED);
        clock.forward(Duration.ofMinutes(2));
        NoticeMailing mailing = mailing(exim.sender());

        mailing.round(() -> false);
        exim.awaitMails(address, 1);
        assertThat(waits(username)).isTrue();
        assertThat(isDue(username)).as("paused").isFalse();

        clock.forward(Duration.ofMinutes(1));
        mailing.round(() -> false);
        clock.forward(Duration.ofMinutes(1));
        assertThat(isDue(username)).as("paused for longer").isFalse();
        String better = "richtig-" + number + "@kunde.example";
        correspondents.changeOwn(TestNotices.customer(number), better, Correspondent.Language.BOTH);
        clock.forward(Duration.ofMinutes(1));
        mailing.round(() -> false);
        exim.awaitMails(better, 1);
        assertThat(waits(username)).isFalse();
    }

    @Test
    void anAddressThatIsRefusedForDaysIsGivenUp() {
        account(username, "unbekannt@kunde.example");
        changed(TestNotices.newZone(zones, number), ChangeKind.SET_REPLACED);
        clock.forward(Duration.ofDays(6));

        mailing(exim.sender()).round(() -> false);

        assertThat(waits(username)).isFalse();
    }

    @Test
    void aMailServerThatIsDownIsNamedInTheLogOnceAndNothingIsLost(CapturedOutput output) {
        account(username, address);
        changed(TestNotices.newZone(zones, number), ChangeKind.SET_REPLACED);
        clock.forward(Duration.ofMinutes(2));
        NoticeMailing mailing = mailing(EximInbox.senderToNobody());

        for (int minute = 0; minute < 10; minute++) {
            mailing.round(() -> false);
            clock.forward(Duration.ofMinutes(1));
        }
        assertThat(output.getAll().split("The mail server takes no mail", -1)).hasSize(2);
        assertThat(isDue(username)).isTrue();

        mailing(exim.sender()).round(() -> false);
        exim.awaitMails(address, 1);
    }

    @Test
    void whatWasForAnotherCustomerIsNeverMailed() {
        account(username, address);
        changed(TestNotices.newZone(zones, number), ChangeKind.SET_REPLACED);
        accounts.save(
                ADMIN,
                new AccountDraft(username, "CUSTOMER", TestNotices.newCustomer(), null, null),
                AccountManagement.SaveMode.CHANGE);
        clock.forward(Duration.ofMinutes(2));

        mailing(exim.sender()).round(() -> false);

        assertThat(waits(username)).isFalse();
        assertThat(exim.mails(address)).isEmpty();
    }

    private NoticeMailing mailing(JavaMailSender sender) {
        return new NoticeMailing(mails, correspondents, texts, new MailServer(sender, clock), PROPERTIES, clock);
    }

    private void account(String name, String email) {
        assertThat(accounts.save(
                        ADMIN,
                        new AccountDraft(name, "CUSTOMER", number, email, "zwölf Zeichen"),
                        AccountManagement.SaveMode.CREATE))
                .isInstanceOf(AccountManagement.Outcome.Created.class);
    }

    /** Staff change a zone, and a mail server is configured. */
    private void changed(ZoneSnapshot zone, ChangeKind kind) {
        database.sql("""
                        insert into zone_change (zone_id, version, changed_at, kind, actor, on_behalf_of, origin,
                            sets_before, sets_after)
                        values (?, 2, current_timestamp, ?, 'support', ?, '127.0.0.1',
                            '@ 3600 MX 10 alt.example.net.', '@ 3600 MX 10 neu.example.net.')""").params(zone.id(), kind.name(), number).update();
        StaticListableBeanFactory configured = new StaticListableBeanFactory();
        configured.addBean("mailing", mailing(exim.sender()));
        new NoticeWriter(notices, mails, correspondents, configured.getBeanProvider(NoticeMailing.class))
                .note(byStaff(zone, 2, kind, clock.instant()));
    }

    private boolean waits(String account) {
        return database.sql("select count(*) from notice_mail where username = ?")
                        .param(account)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean isDue(String account) {
        return mails.due(clock.instant(), clock.instant(), 1_000).contains(account);
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return mail.getContent().toString().replace("\r\n", "\n");
    }
}
