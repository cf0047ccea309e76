package de.postlotse;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplication;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.FilterChainProxy;

/** What pages of other sites try with the browser of somebody who is logged in, neighbouring subdomains included. */
@WholeApplication
record CrossSiteTests(RunningPostlotse postlotse, FilterChainProxy security, JdbcClient store) {

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, cross-site",
        "Origin, https://boese.hoster.example",
        "Origin, http://127.0.0.1:1",
        "Origin, null",
    })
    void aFormThatAnotherSiteSendsIsRefusedEvenWithItsToken(String header, String value) {
        String zone = postlotse.newZone();
        Visitor customer = postlotse.visitor("kunde1");
        customer.get("/domains/" + zone);

        customer.sending(header, value)
                .post("/domains/" + zone + "/mx", Map.of("target", "mail2." + zone, "version", "1"))
                .expect(403);

        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    @Test
    void theApiRefusesOtherSitesTooAndTakesProgramsThatSayNothing() {
        String zone = postlotse.newZone();
        String entry = "{\"target\": \"mail2.%s\"}".formatted(zone);

        Answer refused = postlotse
                .api("kunde1")
                .with("Origin", "https://boese.hoster.example")
                .post("/api/v1/zones/" + zone + "/mx", entry)
                .expect(403);

        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        postlotse.api("kunde1").post("/api/v1/zones/" + zone + "/mx", entry).expect(201);
    }

    @Test
    void ownFormsSayWhereTheyComeFromAndAreTaken() {
        String zone = postlotse.newZone();
        Visitor customer = postlotse.visitor("kunde1").sending("Sec-Fetch-Site", "same-origin");

        customer.post("/domains/" + zone + "/mx", Map.of("target", "mail2." + zone, "version", "1"))
                .expect(302);
    }

    /** A sibling subdomain sets cookies for the parent domain and knows the token that goes with them. */
    @Test
    void aPlantedCookieBringsNoTokenIntoASession() {
        String zone = postlotse.newZone();
        Answer attackers = postlotse.visitor().get("/login");
        String cookie = attackers.headers("Set-Cookie").stream()
                .filter(set -> set.startsWith("postlotse-form="))
                .findFirst()
                .orElseThrow()
                .replaceAll(";.*", "");
        String token = attackers.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        Visitor victim = postlotse.visitor("kunde1");
        victim.getWithCookie("/", cookie);

        victim.postWithoutToken(
                        "/domains/" + zone + "/mx",
                        Map.of("target", "mail2." + zone, "version", "1", "confirmed", "", "_csrf", token))
                .expect(403);
        victim.postWithoutToken(
                        "/domains/" + zone + "/mx",
                        Map.of("target", "mail2." + zone, "version", "1", "_csrf", "planted"))
                .expect(403);
        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    @Test
    void behindTlsTheCookiesAreOfThisHostOnly() throws Exception {
        MockHttpServletRequest encrypted = new MockHttpServletRequest("GET", "/domains");
        encrypted.setSecure(true);
        encrypted.addHeader("Accept", "text/html");
        MockHttpServletResponse response = new MockHttpServletResponse();

        security.doFilter(encrypted, response, new MockFilterChain());

        assertThat(response.getHeaders("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-")
                        .contains("Path=/;", "Secure", "HttpOnly")
                        .doesNotContain("Domain"));
    }

    @Test
    void askingForPagesWithoutALogInLeavesNothingInTheStore() {
        int before = sessions();

        for (int i = 0; i < 20; i++) {
            postlotse.visitor().get("/domains/nirgends.example?x=" + i).expect(302);
        }

        assertThat(sessions()).isLessThanOrEqualTo(before);
    }

    @Test
    void afterTheLogInOneIsWhereOneWantedToGo() {
        String zone = postlotse.newZone();
        Visitor visitor = postlotse.visitor();
        visitor.get("/domains/" + zone + "/history?person=staff").expect(302);
        visitor.get("/login");

        Answer loggedIn = visitor.post("/login", Map.of("username", "kunde1", "password", RunningPostlotse.PASSWORD));

        assertThat(loggedIn.header("Location")).endsWith("/domains/" + zone + "/history?person=staff");
        visitor.post("/logout", Map.of());
        visitor.get("/login");
        assertThat(visitor.post("/login", Map.of("username", "kunde1", "password", RunningPostlotse.PASSWORD))
                        .header("Location"))
                .endsWith("/");
    }

    @Test
    void aWishedPageThatSomebodyElseWroteIsIgnored() {
        Visitor visitor = postlotse.visitor();
        visitor.getWithCookie("/login", "postlotse-page=Ly9ib2VzZS5leGFtcGxlLw.9999999999.AAAA");

        assertThat(visitor.post("/login", Map.of("username", "kunde1", "password", RunningPostlotse.PASSWORD))
                        .header("Location"))
                .endsWith("/");
    }

    @Test
    void aFormOfASessionThatHasEndedLeadsToTheLogIn() {
        Visitor visitor = postlotse.visitor("kunde1");
        visitor.get("/domains");
        store.sql("delete from spring_session where principal_name = 'kunde1'").update();

        assertThat(visitor.post("/account/password", Map.of("old", "x", "password", "y"))
                        .header("Location"))
                .endsWith("/login?late");
    }

    private int sessions() {
        return store.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }
}
