package de.postlotse.notice;

import static de.postlotse.account.Callers.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.account.AccountDraft;
import de.postlotse.account.AccountManagement;
import de.postlotse.account.Caller;
import de.postlotse.account.Correspondent;
import de.postlotse.account.Correspondents;
import de.postlotse.brand.Brand;
import de.postlotse.testing.MovableClock;
import de.postlotse.testing.OnBothStores;
import de.postlotse.zone.ZoneHealth.Why;
import de.postlotse.zone.ZoneSnapshot;
import de.postlotse.zone.Zones;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

/** What customers who want it are told of broken domains, through a real mail server, whichever store it is. */
@OnBothStores(atRest = true)
class HealthMailTests {

    private static final NoticeProperties PROPERTIES = new NoticeProperties(
            "Hoster <support@hoster.example>",
            URI.create("https://postlotse.hoster.example/"),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(6));

    @RegisterExtension
    private static final EximInbox exim = new EximInbox();

    private final HealthMailStore store;
    private final Correspondents correspondents;
    private final AccountManagement accounts;
    private final Zones zones;
    private final HealthMailText texts;
    private final JdbcClient database;
    private final MovableClock clock = new MovableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private final String number = TestNotices.newCustomer();
    private final Caller owner = TestNotices.customer(number);
    private final String address = owner.username() + "@kunde.example";

    HealthMailTests(
            HealthMailStore store,
            Correspondents correspondents,
            AccountManagement accounts,
            Zones zones,
            MessageSource messages,
            Brand brand,
            JdbcClient database) {
        this.store = store;
        this.correspondents = correspondents;
        this.accounts = accounts;
        this.zones = zones;
        this.texts = new HealthMailText(messages, PROPERTIES, ZoneId.of("Europe/Berlin"), brand);
        this.database = database;
        save(number, address);
        correspondents.mailHealth(owner, true);
    }

    @Test
    void tellsThatADomainIsBrokenAndThatItIsFineAgain() throws MessagingException, IOException {
        ZoneSnapshot zone = TestNotices.newZone(zones, number);
        becomes(zone, Why.NO_SERVER_LEFT);
        rounds(9);
        assertThat(exim.mails(address)).as("perhaps only for a moment").isEmpty();
        rounds(5);

        MimeMessage broken = exim.awaitMails(address, 1).getFirst();
        assertThat(broken.getSubject())
                .isEqualTo(zone.name() + ": E-Mail kommt nicht an / " + zone.name() + ": Mail does not arrive");
        assertThat(broken.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(text(broken))
                .contains(
                        zone.name() + "\n  E-Mail kommt nicht an, seit ",
                        "Für eine der Adressen gibt es keinen Mailserver, der E-Mail annehmen kann.",
                        "https://postlotse.hoster.example/domains/" + zone.name(),
                        "Unter „Mitteilungen“ können Sie es jederzeit abschalten.",
                        "https://postlotse.hoster.example/account/mail",
                        "-----",
                        "Postlotse");

        becomes(zone, Why.BEING_PUBLISHED);
        rounds(20);
        becomes(zone, Why.IN_ORDER);
        rounds(20);

        MimeMessage fine = exim.awaitMails(address, 2).getLast();
        assertThat(fine.getSubject()).isEqualTo(zone.name() + ": wieder in Ordnung / " + zone.name() + ": fine again");
        assertThat(text(fine)).contains("Wieder in Ordnung ist:").doesNotContain("Nicht in Ordnung");
    }

    @Test
    void tellsOfManyDomainsThatBreakAtOnceInOneMail() throws MessagingException, IOException {
        correspondents.changeOwn(owner, address, Correspondent.Language.GERMAN);
        List<ZoneSnapshot> broken = IntStream.range(0, 100)
                .mapToObj(i -> TestNotices.newZone(zones, number))
                .toList();
        broken.subList(0, 60).forEach(zone -> becomes(zone, Why.NO_SERVER_LEFT));
        rounds(3);
        broken.subList(60, 100).forEach(zone -> becomes(zone, Why.NO_SERVER_LEFT));
        rounds(30);

        MimeMessage mail = exim.awaitMails(address, 1).getFirst();
        assertThat(mail.getSubject()).isEqualTo("100 Ihrer Domains sind nicht in Ordnung");
        assertThat(text(mail)).contains("sind 100 Domains:", "und 50 weitere").doesNotContain("Hello");
    }

    @Test
    void tellsOfADomainThatGoesToAndFroOnlyNowAndThen() {
        ZoneSnapshot zone = TestNotices.newZone(zones, number);
        for (int i = 0; i < 10; i++) {
            becomes(zone, Why.NOT_PUBLISHED);
            rounds(6);
            becomes(zone, Why.IN_ORDER);
            rounds(6);
        }
        assertThat(exim.mails(address)).as("never so for long enough").isEmpty();

        for (int i = 0; i < 8; i++) {
            becomes(zone, Why.NOT_PUBLISHED);
            rounds(15);
            becomes(zone, Why.IN_ORDER);
            rounds(15);
        }
        exim.awaitMails(address, 2);
        becomes(zone, Why.NOT_PUBLISHED);
        rounds(180);
        exim.awaitMails(address, 3);
    }

    @Test
    void saysNothingOfWhatIsUnknownOrOnlyWorthALook() {
        for (Why why : List.of(Why.CANNOT_BE_TOLD, Why.NOT_CHECKED_YET, Why.SERVER_UNUSABLE, Why.IN_ORDER)) {
            becomes(TestNotices.newZone(zones, number), why);
        }
        rounds(30);

        assertThat(due()).isFalse();
        assertThat(exim.mails(address)).isEmpty();
    }

    @Test
    void losesNothingWhileTheMailServerIsDownOrDoesNotWantTheMail() {
        save(number, "unbekannt@kunde.example");
        becomes(TestNotices.newZone(zones, number), Why.NOT_DELEGATED);
        clock.forward(Duration.ofMinutes(11));

        mailing(EximInbox.senderToNobody()).round(() -> false);
        assertThat(due()).isTrue();
        mailing(exim.sender()).round(() -> false);
        assertThat(due()).as("refused, so it is left alone for a while").isFalse();

        save(number, address);
        clock.forward(Duration.ofMinutes(6));
        mailing(exim.sender()).round(() -> false);
        exim.awaitMails(address, 1);
    }

    @Test
    void aNewProcessTellsNothingTwice() {
        becomes(TestNotices.newZone(zones, number), Why.NOT_DELEGATED);
        clock.forward(Duration.ofMinutes(11));

        mailing(exim.sender()).round(() -> false);
        mailing(exim.sender()).round(() -> false);
        clock.forward(Duration.ofDays(1));
        mailing(exim.sender()).round(() -> false);

        exim.awaitMails(address, 1);
    }

    @Test
    void whoDoesNotWantItOrIsGoneOrHasAnotherCustomerIsToldNothing() {
        ZoneSnapshot zone = TestNotices.newZone(zones, number);
        becomes(zone, Why.NO_SERVER_LEFT);
        clock.forward(Duration.ofMinutes(11));

        correspondents.mailHealth(owner, false);
        assertThat(due()).isFalse();
        correspondents.mailHealth(owner, true);
        assertThat(due()).isTrue();
        correspondents.changeOwn(owner, "", Correspondent.Language.BOTH);
        assertThat(due()).isFalse();
        save(TestNotices.newCustomer(), address);
        assertThat(due()).isFalse();
        save(number, address);
        rounds(1);
        exim.awaitMails(address, 1);

        accounts.delete(ADMIN, owner.username());
        becomes(zone, Why.IN_ORDER);
        rounds(30);
        assertThat(exim.mails(address)).hasSize(1);
        assertThat(database.sql("select count(*) from health_mail_told where username = ?")
                        .param(owner.username())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private HealthMailing mailing(JavaMailSender sender) {
        return new HealthMailing(store, correspondents, texts, new MailServer(sender, clock), PROPERTIES, clock);
    }

    /** One a minute. */
    private void rounds(int minutes) {
        HealthMailing mailing = mailing(exim.sender());
        for (int minute = 0; minute < minutes; minute++) {
            clock.forward(Duration.ofMinutes(1));
            mailing.round(() -> false);
        }
    }

    private boolean due() {
        Instant now = clock.instant();
        return store.due(now.minus(PROPERTIES.healthAfter()), now.minus(PROPERTIES.healthAgainAfter()), now, 1_000)
                .contains(owner.username());
    }

    private void save(String customer, String email) {
        boolean known = correspondents.find(owner.username()).isPresent();
        assertThat(accounts.save(
                        ADMIN,
                        new AccountDraft(owner.username(), "CUSTOMER", customer, email, known ? null : "zwölf Zeichen"),
                        known ? AccountManagement.SaveMode.CHANGE : AccountManagement.SaveMode.CREATE))
                .isInstanceOfAny(AccountManagement.Outcome.Created.class, AccountManagement.Outcome.Changed.class);
    }

    /** As the rounds find it out. */
    private void becomes(ZoneSnapshot zone, Why why) {
        database.sql("update zone set health = ?, health_why = ?, health_since = ? where id = ?")
                .params(why.health().ordinal(), why.name(), clock.instant().atOffset(ZoneOffset.UTC), zone.id())
                .update();
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return mail.getContent().toString().replace("\r\n", "\n");
    }
}
