package de.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplication;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A form that is sent when its session has ended. */
@WholeApplication
class KeptFormTests {

    private static final Pattern KEPT = Pattern.compile("name=\"kept\" value=\"([^\"]+)\"");

    private final RunningPostlotse postlotse;
    private final JdbcClient store;
    private final String zone;

    KeptFormTests(RunningPostlotse postlotse, JdbcClient store) {
        this.postlotse = postlotse;
        this.store = store;
        this.zone = postlotse.newZone();
    }

    @Test
    void isThereAgainAfterTheLogInAndSavedWhenItIsSent() {
        Visitor visitor = visitorWhoseSessionEnded();
        Answer login = visitor.post(form(), typed());
        assertThat(login.body()).contains("Ihre Eingabe haben wir aufgehoben");
        assertThat(postlotse.mx(zone).toString()).doesNotContain("mail2");

        Answer page = visitor.follow(visitor.post("/login", logIn("kunde1", login)));

        assertThat(page.body()).contains("value=\"mail2." + zone + "\"", "action=\"" + form() + "\"");
        assertThat(visitor.post(form(), typed()).status()).isEqualTo(302);
        assertThat(postlotse.mx(zone).toString()).contains("mail2." + zone);
    }

    @Test
    void isKeptOverAWrongPassword() {
        Visitor visitor = visitorWhoseSessionEnded();
        Map<String, String> wrong = logIn("kunde1", visitor.post(form(), typed()));
        wrong.put("password", "falsch");

        Answer again = visitor.post("/login", wrong);
        assertThat(again.body()).contains("Benutzername oder Passwort stimmt nicht");

        assertThat(visitor.follow(visitor.post("/login", logIn("kunde1", again)))
                        .body())
                .contains("value=\"mail2." + zone + "\"");
    }

    @Test
    void isForTheAccountOnlyWhoseSessionEnded() {
        Visitor visitor = visitorWhoseSessionEnded();
        Answer login = visitor.post(form(), typed());

        assertThat(visitor.post("/login", logIn("kunde2", login)).header("Location"))
                .endsWith("/");
        assertThat(visitor.get("/kept").header("Location")).endsWith("/");
    }

    @Test
    void isNotTakenFromSomebodyElsesBrowser() {
        Answer login = visitorWhoseSessionEnded().post(form(), typed());
        Visitor other = postlotse.visitor();
        Map<String, String> stolen = logIn("kunde2", login);

        assertThat(other.post("/login", stolen).header("Location")).endsWith("/");
        stolen.computeIfPresent("kept", (field, closed) -> closed.substring(2));
        assertThat(postlotse.visitor().post("/login", stolen).header("Location"))
                .endsWith("/");
    }

    @Test
    void isThereAgainWhereAnotherTabHasLoggedInMeanwhile() {
        Visitor visitor = visitorWhoseSessionEnded();
        String before = "mail2." + zone;
        URI here = postlotse.address("/");
        visitor.at(here).logIn("kunde1", RunningPostlotse.PASSWORD);

        Answer answer = visitor.sending("Origin", here.getScheme() + "://" + here.getAuthority())
                .post(form(), typed());

        assertThat(visitor.follow(answer).body()).contains("value=\"" + before + "\"");
    }

    @Test
    void makesNoSessionForWhoIsNotLoggedIn() {
        Visitor visitor = visitorWhoseSessionEnded();
        int before = sessions();

        visitor.post(form(), typed());

        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void aPartOfAPageTellsThatALogInIsNeeded() {
        Visitor visitor = visitorWhoseSessionEnded().sending("HX-Request", "true");

        for (Answer part : new Answer[] {
            visitor.post("/domains/" + zone + "/mx/check", typed()), visitor.get("/domains/" + zone + "/servers")
        }) {
            assertThat(part.status()).isEqualTo(200);
            assertThat(part.header("HX-Reswap")).isEqualTo("none");
            assertThat(part.body()).contains("Ihre Anmeldung ist abgelaufen").doesNotContain("<html");
        }
    }

    private Visitor visitorWhoseSessionEnded() {
        Visitor visitor = postlotse.visitor("kunde1");
        visitor.get("/domains/" + zone);
        store.sql("delete from spring_session where principal_name = 'kunde1'").update();
        return visitor;
    }

    private String form() {
        return "/domains/" + zone + "/mx";
    }

    private Map<String, String> typed() {
        return Map.of("owner", "", "target", "mail2." + zone, "priority", "20", "ttl", "", "version", "1");
    }

    private static Map<String, String> logIn(String username, Answer page) {
        Matcher kept = KEPT.matcher(page.body());
        assertThat(kept.find()).as(page.body()).isTrue();
        return new HashMap<>(
                Map.of("username", username, "password", RunningPostlotse.PASSWORD, "kept", kept.group(1)));
    }

    private int sessions() {
        return store.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }
}
