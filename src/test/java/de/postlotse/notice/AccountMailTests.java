package de.postlotse.notice;

import static de.postlotse.account.Callers.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.account.AccountDraft;
import de.postlotse.account.AccountManagement;
import de.postlotse.account.AccountNews;
import de.postlotse.account.Caller;
import de.postlotse.account.Correspondent;
import de.postlotse.account.Correspondents;
import de.postlotse.account.Role;
import de.postlotse.account.token.ApiTokens;
import de.postlotse.brand.Brand;
import de.postlotse.testing.MovableClock;
import de.postlotse.testing.OnBothStores;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.mail.javamail.JavaMailSender;

/** What owners of accounts are told by mail, through a real mail server, whichever store it is. */
@OnBothStores(atRest = true)
class AccountMailTests {

    private static final NoticeProperties PROPERTIES = new NoticeProperties(
            "Hoster <support@hoster.example>",
            URI.create("https://postlotse.hoster.example/"),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(6));

    @RegisterExtension
    private static final EximInbox exim = new EximInbox();

    private final AccountMailStore mails;
    private final AccountManagement accounts;
    private final Correspondents correspondents;
    private final ApiTokens tokens;
    private final AccountMailText texts;
    private final MovableClock clock = new MovableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private final String number = TestNotices.newCustomer();
    private final String username = "inhaber-" + number;
    private final String address = username + "@kunde.example";

    AccountMailTests(
            AccountMailStore mails,
            AccountManagement accounts,
            Correspondents correspondents,
            ApiTokens tokens,
            MessageSource messages,
            Brand brand,
            ConfigurableApplicationContext application) {
        this.mails = mails;
        this.accounts = accounts;
        this.correspondents = correspondents;
        this.tokens = tokens;
        this.texts = new AccountMailText(messages, PROPERTIES, ZoneId.of("Europe/Berlin"), brand);
        AccountMailing listening = mailing(exim.sender());
        application.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload() instanceof AccountNews news
                    && news.username().equals(username)) {
                listening.note(news);
            }
        });
        save("zwölf Zeichen", address, AccountManagement.SaveMode.CREATE);
    }

    @Test
    void tellsOfANewPasswordInBothLanguages() throws MessagingException, IOException {
        save("dreizehn Zeichen", null, AccountManagement.SaveMode.CHANGE);

        mailing(exim.sender()).round(() -> false);

        MimeMessage mail = exim.awaitMails(address, 1).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Ihr Passwort wurde geändert / Your password was changed");
        assertThat(mail.getContent().toString())
                .contains(
                        "„" + username + "“", "“" + username + "”", "https://postlotse.hoster.example/account/password")
                .doesNotContain("dreizehn Zeichen");
    }

    @Test
    void tellsTheOldAddressOfANewOne() throws MessagingException {
        String other = "anderswo-" + number + "@kunde.example";

        correspondents.changeOwn(owner(), other, Correspondent.Language.ENGLISH);
        mailing(exim.sender()).round(() -> false);

        assertThat(exim.awaitMails(address, 1).getFirst().getSubject()).contains("Your e-mail address was changed");
        assertThat(exim.mails(other)).isEmpty();
    }

    @Test
    void whoeverTakesPasswordAndAddressAtOnceKeepsNoMailAway() {
        String other = "dieb-" + number + "@kunde.example";

        save("dreizehn Zeichen", other, AccountManagement.SaveMode.CHANGE);
        mailing(exim.sender()).round(() -> false);

        exim.awaitMails(address, 2);
        assertThat(exim.mails(other)).isEmpty();
    }

    @Test
    void tellsOfANewToken() throws MessagingException {
        tokens.create(owner(), "Skript", ApiTokens.Validity.YEAR);

        mailing(exim.sender()).round(() -> false);

        assertThat(exim.awaitMails(address, 1).getFirst().getSubject()).contains("A program was given access");
    }

    @Test
    void aMailThatIsNotTakenIsTriedAgainAndGivenUpAfterDays() {
        save("dreizehn Zeichen", "unbekannt@kunde.example", AccountManagement.SaveMode.CHANGE);
        save("vierzehn Zeichen", null, AccountManagement.SaveMode.CHANGE);
        AccountMailing mailing = mailing(exim.sender());

        mailing.round(() -> false);
        assertThat(due()).isEmpty();
        clock.forward(Duration.ofMinutes(2));
        assertThat(due()).hasSize(1);

        clock.forward(Duration.ofDays(6));
        mailing.round(() -> false);
        clock.forward(Duration.ofDays(1));
        assertThat(due()).isEmpty();
    }

    @Test
    void aMailServerThatIsDownLosesNothing() {
        save("dreizehn Zeichen", null, AccountManagement.SaveMode.CHANGE);

        mailing(EximInbox.senderToNobody()).round(() -> false);

        assertThat(due()).hasSize(1);
        mailing(exim.sender()).round(() -> false);
        exim.awaitMails(address, 1);
        assertThat(due()).isEmpty();
    }

    private Caller owner() {
        return new Caller(username, Role.CUSTOMER, number, "127.0.0.1");
    }

    private List<AccountMail> due() {
        return mails.due(clock.instant(), 1_000).stream()
                .filter(mail -> mail.username().equals(username))
                .toList();
    }

    private AccountMailing mailing(JavaMailSender sender) {
        return new AccountMailing(mails, texts, new MailServer(sender, clock), PROPERTIES, clock);
    }

    private void save(String password, @Nullable String email, AccountManagement.SaveMode mode) {
        AccountManagement.Outcome outcome =
                accounts.save(ADMIN, new AccountDraft(username, "CUSTOMER", number, email, password), mode);
        assertThat(outcome)
                .isInstanceOfAny(AccountManagement.Outcome.Created.class, AccountManagement.Outcome.Changed.class);
    }
}
