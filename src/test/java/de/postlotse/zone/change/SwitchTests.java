package de.postlotse.zone.change;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Switching all servers of several owners at once. */
@WholeApplication
class SwitchTests {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([a-z]+)\" value=\"([^\"]*)\"");
    private static final List<String> OWNERS = List.of("", "a.", "b.", "c.", "d.");
    private static final String NEW = "10 mx.neu.net";
    private static final int QUESTIONS = 1_000;

    private final RunningPostlotse postlotse;
    private final JdbcClient store;
    private final Visitor customer;
    private final String zone;

    SwitchTests(RunningPostlotse postlotse, JdbcClient store) {
        this.postlotse = postlotse;
        this.store = store;
        this.customer = postlotse.visitor("kunde1");
        this.zone = postlotse.newZone();
        postlotse
                .dns()
                .with("mx.neu.net A 192.175.48.1", "mx2.neu.net A 192.175.48.2", "alias.neu.net CNAME mx.neu.net");
    }

    @Test
    void fiveSetsAreSwitchedInOneLineOfHistoryOnePublishAndOneUndo() {
        makeFiveSets();
        long before = postlotse.version(zone);

        confirm(customer.get(proposal("a", "b", "c", "d", ""))).expect(302);

        assertThat(postlotse.version(zone)).isEqualTo(before + 1);
        assertThat(historyLines(before)).isEqualTo(1);
        postlotse.awaitLive(zone);
        assertThat(OWNERS)
                .allSatisfy(
                        owner -> assertThat(postlotse.dig().mx(owner + zone)).containsExactly(NEW));

        customer.postAgreeing(
                        "/domains/" + zone + "/history/" + before + "/restore",
                        Map.of("version", Long.toString(before + 1)))
                .expect(302);
        postlotse.awaitLive(zone);
        assertThat(OWNERS)
                .allSatisfy(
                        owner -> assertThat(postlotse.dig().mx(owner + zone)).containsExactly(old()));
    }

    @Test
    void nobodyWhoAsksMeanwhileSeesAMixture() throws Exception {
        makeFiveSets();
        postlotse.awaitLive(zone);
        AtomicBoolean switched = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<Set<List<String>>> asking = () -> {
                Set<List<String>> seen = new java.util.HashSet<>();
                for (int asked = 0; asked < QUESTIONS || !switched.get(); asked++) {
                    seen.add(postlotse.dig().mx(zone));
                }
                return seen;
            };
            List<Future<Set<List<String>>>> askers = List.of(threads.submit(asking), threads.submit(asking));

            confirm(customer.get(proposal("a", "b", "c", "d", ""))).expect(302);
            postlotse.awaitLive(zone);
            switched.set(true);

            for (Future<Set<List<String>>> asker : askers) {
                assertThat(asker.get()).isSubsetOf(Set.of(List.of(old()), List.of(NEW)));
            }
        }
        assertThat(postlotse.dig().mx(zone)).containsExactly(NEW);
    }

    @Test
    void whatWasNotShownIsNotSaved() {
        Answer shown = customer.get(proposal(""));
        Map<String, String> fields = hidden(shown);
        fields.putAll(Map.of("owner", zone, "priority", "10", "target", "mx2.neu.net", "ttl", ""));

        Answer again = customer.post("/domains/" + zone + "/switch", fields).expect(200);

        assertThat(again.body()).contains("Sie haben etwas geändert", ">mx2.neu.net<");
        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    @Test
    void whoeverComesWithoutAnAnswerIsAskedFirst() {
        Answer shown = customer.get(proposal(""));

        Answer again = confirm(shown, "confirmed");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("Die Folgen sind andere", "id=\"harms\"");
        assertThat(postlotse.version(zone)).isEqualTo(1);
        assertThat(confirm(again).status()).isEqualTo(302);
    }

    @Test
    void aServerThatIsRefusedKeepsTheRowsAndOffersNothingToSave() {
        Answer shown = customer.get(
                "/domains/" + zone + "/switch?priority=10&target=alias.neu.net&priority=x&target=mx.neu.net");

        assertThat(shown.body())
                .contains("value=\"alias.neu.net\"", "value=\"x\"", "value=\"mx.neu.net\"", "Alias")
                .doesNotContain("Jetzt umstellen");
    }

    @Test
    void leadsFromAProviderToThePreview() {
        Answer asked = customer.get("/domains/" + zone + "/provider/microsoft-365");
        assertThat(asked.body()).contains("name=\"tenant\"");
        assertThat(customer.get("/domains/" + zone + "/provider/microsoft-365?tenant=a+b")
                        .body())
                .contains("Bitte prüfen Sie diese Angabe", "value=\"a b\"");

        Answer led = customer.get("/domains/" + zone + "/provider/microsoft-365?tenant=kunde-de");

        assertThat(led.header("Location"))
                .contains("/switch?", "target=kunde-de.mail.protection.outlook.com", "from=Microsoft+365");
    }

    @Test
    void leadsFromAPastedInstructionToThePreview() {
        Answer led = customer.post(
                "/domains/" + zone + "/paste",
                Map.of("text", "@ 3600 IN MX 10 mx.neu.net.\n@ IN TXT \"v=spf1 -all\"\n"));

        Answer page = customer.follow(led);

        assertThat(page.body()).contains("value=\"mx.neu.net\"", "value=\"3600\"", "TXT", "Jetzt umstellen");
    }

    @Test
    void anInstructionForAnotherAddressNeverLandsAtTheDomain() {
        Answer led =
                customer.post("/domains/" + zone + "/paste", Map.of("text", "bounce." + zone + " MX 10 mx.neu.net"));

        assertThat(led.header("Location")).contains("target=mx.neu.net", "owner=bounce." + zone);
        assertThat(customer.follow(led).body())
                .containsPattern("value=\"bounce\\." + zone + "\" checked")
                .doesNotContainPattern("value=\"" + zone + "\" checked");
    }

    @Test
    void asksForWhichAddressWhereAnInstructionHasSeveral() {
        Answer asked = customer.post(
                "/domains/" + zone + "/paste", Map.of("text", "@ MX 10 mx.neu.net\nbounce MX 20 mx.neu.net"));

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body())
                .contains("E-Mail an " + zone + ": 10 mx.neu.net", "E-Mail an bounce." + zone + ": 20 mx.neu.net");
    }

    @Test
    void readsAnInstructionForPrograms() {
        Answer read = postlotse.api("kunde1").post("/api/v1/zones/" + zone + "/instructions", """
                        {"text": "@ 3600 IN MX 10 mx1.example.net.\\n@ IN TXT v=spf1"}""");

        assertThat(read.body())
                .isEqualTo(
                        "{\"sets\":[{\"owner\":\"@\",\"ttl\":3600,\"records\":[{\"priority\":10,\"target\":\"mx1.example.net\"}]}],"
                                + "\"left\":[{\"line\":2,\"text\":\"@ IN TXT v=spf1\",\"why\":\"other-type\"}]}");
    }

    @Test
    void takesACompleteNameForThePartThatIsAskedFor() {
        Answer led = customer.get(
                "/domains/" + zone + "/provider/microsoft-365?tenant=0+Kunde-de.mail.protection.outlook.com.");

        assertThat(led.header("Location")).endsWith("target=Kunde-de.mail.protection.outlook.com");
    }

    @Test
    void anInstructionWithoutServersIsKept() {
        Answer refused = customer.post("/domains/" + zone + "/paste", Map.of("text", "Guten <Tag>"))
                .expect(422);

        assertThat(refused.body()).contains("Guten &lt;Tag&gt;</textarea>", "Darin steht kein Mailserver");
    }

    @Test
    void programsSwitchSeveralOwnersInOneChange() {
        makeFiveSets();
        long before = postlotse.version(zone);

        postlotse
                .api("kunde1")
                .put(
                        "/api/v1/zones/" + zone + "/mx",
                        "{\"owners\": [\"@\", \"a\", \"b\"], \"ttl\": \"600\", \"records\": [{\"priority\": \"10\", \"target\": \"mx.neu.net\"}]}")
                .expect(200);

        assertThat(postlotse.version(zone)).isEqualTo(before + 1);
        postlotse.awaitLive(zone);
        assertThat(Stream.of("", "a.", "b."))
                .allSatisfy(
                        owner -> assertThat(postlotse.dig().mx(owner + zone)).containsExactly(NEW));
        assertThat(postlotse.dig().mx("c." + zone)).containsExactly(old());
    }

    @Test
    void programsReadTheServersOfAProvider() {
        Answer records = postlotse.api("kunde1").get("/api/v1/providers/zoho/records?region=zoho.eu");

        assertThat(records.body()).contains("mx.zoho.eu", "mx2.zoho.eu", "mx3.zoho.eu");
        postlotse.api("kunde1").get("/api/v1/providers/zoho/records?region=x").expect(422);
    }

    private void makeFiveSets() {
        ApiCaller api = postlotse.api("kunde1");
        Stream.of("a", "b", "c", "d").forEach(owner -> {
            api.put(
                            "/api/v1/zones/" + zone + "/mx/" + owner,
                            "{\"records\": [{\"priority\": \"10\", \"target\": \"mail.%s\"}]}".formatted(zone))
                    .expect(201);
        });
        postlotse.awaitLive(zone);
    }

    private String old() {
        return "10 mail." + zone;
    }

    private String proposal(String... owners) {
        StringBuilder address = new StringBuilder("/domains/" + zone + "/switch?priority=10&target=mx.neu.net");
        Stream.of(owners)
                .forEach(owner -> address.append("&owner=").append(owner.isEmpty() ? zone : owner + "." + zone));
        return address.toString();
    }

    /** Sends the form of a preview as a browser does, perhaps without some of its fields. */
    private Answer confirm(Answer shown, String... without) {
        assertThat(shown.body()).contains("Jetzt umstellen");
        StringBuilder form = new StringBuilder("priority=10&target=mx.neu.net&ttl=");
        Map<String, String> fields = hidden(shown);
        fields.keySet().removeAll(Set.of(without));
        fields.forEach(
                (name, value) -> form.append('&').append(name).append('=').append(Visitor.encoded(value)));
        Pattern.compile("name=\"owner\" value=\"([^\"]+)\" checked")
                .matcher(shown.body())
                .results()
                .forEach(owner -> form.append("&owner=").append(owner.group(1)));
        return customer.post("/domains/" + zone + "/switch", form.toString());
    }

    private static Map<String, String> hidden(Answer page) {
        Map<String, String> fields = new HashMap<>();
        HIDDEN.matcher(page.body()).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        fields.remove("_csrf");
        return fields;
    }

    private long historyLines(long after) {
        return store.sql(
                        "select count(*) from zone_change c join zone z on z.id = c.zone_id where z.name = ? and c.version > ?")
                .params(zone, after)
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
