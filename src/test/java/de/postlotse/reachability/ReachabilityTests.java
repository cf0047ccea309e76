package de.postlotse.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The test of a server by page and API: for whom, for which servers, and what is told. */
@WholeApplication
class ReachabilityTests {

    private static final String ANSWERING = "192.175.48.211";

    private final RunningPostlotse postlotse;
    private final ApiCaller customer;
    private final String zone;
    private final String host;
    private final String path;

    ReachabilityTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
        this.customer = postlotse.api("kunde1");
        this.zone = postlotse.newZone();
        this.host = "mx." + zone.replace('.', '-') + ".net";
        this.path = "/api/v1/zones/" + zone + "/mx/@/" + host + "/reachability";
    }

    @Test
    void aServerThatAnswersIsDescribedForPrograms() {
        add(ANSWERING);
        try (ScriptedMailServer server = ScriptedMailServer.plain()) {
            TestConnectPolicy.lead(ANSWERING, server);

            Answer answer =
                    customer.with("Accept-Language", "en").post(path, "").expect(200);

            assertThat(answer.text("/host")).isEqualTo(host);
            assertThat(answer.text("/summary")).isEqualTo("ANSWERS_WITH_REMARKS");
            assertThat(answer.text("/message")).contains(host + " answers on port 25");
            assertThat(answer.texts("/addresses", "address")).containsExactly(ANSWERING);
            assertThat(answer.texts("/addresses", "result")).containsExactly("ANSWERED");
            assertThat(answer.texts("/addresses", "encryption")).containsExactly("NOT_OFFERED");
            assertThat(answer.texts("/addresses", "greeting")).containsExactly("220 mail.example ESMTP");
        }
    }

    @Test
    void markupInAGreetingIsShownAsText() {
        add("192.175.48.216");
        try (ScriptedMailServer server = ScriptedMailServer.saying("554 <script>alert(1)</script>\r\n")) {
            TestConnectPolicy.lead("192.175.48.216", server);

            Answer page = postlotse
                    .visitor("kunde1")
                    .post("/domains/" + zone + "/mx/reachability", Map.of("owner", zone, "target", host));

            assertThat(page.body())
                    .contains("lehnt aber schon bei der Begrüßung ab", "554 &lt;script&gt;alert(1)&lt;/script&gt;")
                    .doesNotContain("<script>alert");
        }
    }

    @Test
    void onePublicAddressOfManyIsTriedAndNoOther() {
        add("192.175.48.212");
        postlotse.dns().with(host + ". A 10.0.0.5");

        Answer answer = customer.post(path, "");

        assertThat(answer.texts("/addresses", "address")).containsExactly("192.175.48.212");
        assertThat(answer.texts("/addresses", "result")).containsExactly("REFUSED");
        assertThat(answer.text("/summary")).isEqualTo("DOES_NOT_ANSWER");
    }

    @Test
    void aServerThatMovedIntoAPrivateNetworkIsNotConnectedTo() {
        add("192.175.48.213");
        postlotse.dns().without(host);
        postlotse.dns().with(host + ". A 127.0.0.1", host + ". AAAA ::1");

        Answer answer = customer.post(path, "");

        assertThat(answer.text("/summary")).isEqualTo("NOT_PUBLIC");
        assertThat(answer.json().at("/addresses").isEmpty()).isTrue();
    }

    @Test
    void aServerWhoseNameIsGoneIsNotTested() {
        add("192.175.48.214");
        postlotse.dns().without(host);

        assertThat(customer.post(path, "").text("/summary")).isEqualTo("NO_SUCH_NAME");
    }

    @Test
    void onlyServersOfTheZoneAreTested() {
        postlotse.dns().with(host + ". A 192.175.48.215");

        customer.post(path, "").expect(404);
        add("192.175.48.215");
        customer.post(path, "").expect(200);
        postlotse.api("kunde2").post(path, "").expect(404);
        postlotse
                .visitor("kunde1")
                .post("/domains/" + zone + "/mx/reachability", Map.of("owner", "www." + zone, "target", "mail." + zone))
                .expect(404);
    }

    @Test
    void whoTestsTooMuchHasToWait() {
        String other = postlotse.newZone("10002");
        ApiCaller busy = postlotse.api("kunde2");
        String test = "/api/v1/zones/" + other + "/mx/@/mail." + other + "/reachability";

        busy.post(test, "").expect(200);
        Answer refused = IntStream.range(
                        0, 20 * RunningPostlotse.TESTS_PER_MINUTE) // on a slow machine some are given back
                .mapToObj(number -> busy.post(test, ""))
                .filter(answer -> answer.status() != 200)
                .findFirst()
                .orElseThrow();

        refused.expect(429);
        assertThat(refused.text("/code")).isEqualTo("too-many-tests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        Answer page = postlotse
                .visitor("kunde2")
                .post("/domains/" + other + "/mx/reachability", Map.of("owner", other, "target", "mail." + other))
                .expect(429);
        assertThat(page.body()).contains("Sie haben gerade schon mehrere Server geprüft");
    }

    private void add(String address) {
        postlotse.dns().with(host + ". A " + address);
        customer.post("/api/v1/zones/" + zone + "/mx", "{\"target\": \"%s\", \"priority\": \"20\"}".formatted(host))
                .expect(201);
    }
}
