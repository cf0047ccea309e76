package de.postlotse.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.account.Caller;
import de.postlotse.account.Correspondent;
import de.postlotse.account.Correspondents;
import de.postlotse.account.OwnPassword;
import de.postlotse.account.Role;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** Who is asked whether they want mails about broken domains. */
@WholeApplication
class MailPageTests {

    private final RunningPostlotse postlotse;
    private final Correspondents correspondents;
    private final OwnPassword ownPassword;
    private final Caller owner;

    MailPageTests(RunningPostlotse postlotse, Correspondents correspondents, OwnPassword ownPassword) {
        this.postlotse = postlotse;
        this.correspondents = correspondents;
        this.ownPassword = ownPassword;
        String number = "M" + postlotse.unmanagedZone().replaceAll("[^a-z0-9]", "");
        this.owner = new Caller(number.toLowerCase(Locale.ROOT), Role.CUSTOMER, number, "127.0.0.1");
        postlotse
                .apiByPassword("admin")
                .put(
                        "/api/v1/accounts/" + owner.username(),
                        "{\"role\": \"CUSTOMER\", \"customer\": \"%s\", \"email\": \"%s\", \"password\": \"%s\"}"
                                .formatted(number, "anna@kunde.example", "postlotse-postlotse"))
                .expect(201);
    }

    @Test
    void nobodyIsAskedWhereNoMailIsSent() {
        assertThat(postlotse.visitor("kunde1").get("/account/mail").expect(200).body())
                .doesNotContain("name=\"health\"");
        correspondents.mailHealth(owner, true);

        send("", "anna@kunde.example", false);

        assertThat(wish()).as("kept until there is mail again").isTrue();
    }

    @Test
    void aCustomerDecidesForThemselvesAndHasToHaveAnAddress() {
        assertThat(wish()).as("off by default").isFalse();

        assertThat(send("mail.example", "anna@kunde.example", true)).isEqualTo(200);
        assertThat(wish()).isTrue();
        assertThat(send("mail.example", "", true)).isEqualTo(422);
        assertThat(wish()).isTrue();
        assertThat(send("mail.example", "anna@kunde.example", false)).isEqualTo(200);
        assertThat(wish()).isFalse();
    }

    private boolean wish() {
        return correspondents.find(owner.username()).orElseThrow().healthMail();
    }

    private int send(String mailServer, String email, boolean health) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new MailPage(correspondents, ownPassword, mailServer)
                .change(
                        owner,
                        email,
                        "",
                        Correspondent.Language.BOTH,
                        health,
                        response,
                        new ExtendedModelMap(),
                        new RedirectAttributesModelMap());
        return response.getStatus();
    }
}
