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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Type;

/** Which changes are saved straight away, and which are shown first. */
@WholeApplication
class PreviewTests {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([a-z]+)\" value=\"([^\"]*)\"");

    private final RunningPostlotse postlotse;
    private final Visitor customer;
    private final String zone;
    private final String form;

    PreviewTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
        this.customer = postlotse.visitor("kunde1");
        this.zone = postlotse.newZone();
        this.form = "/domains/" + zone + "/mx";
    }

    @Test
    void aHarmlessChangeIsSavedStraightAway() {
        customer.post(form, entry("mail2", "20", "")).expect(302);
        Map<String, String> slower = change("20 mail2", "mail2", "50");
        slower.put("version", "2");
        slower.put("ttl", "7200");
        customer.post(form, slower).expect(302);
        assertThat(postlotse.version(zone)).isEqualTo(3);
    }

    @Test
    void aHarmfulChangeIsShownFirstAndSavedOnceItIsConfirmed() {
        Answer preview = customer.post(form, change("10 mail", "mail2", "10")).expect(200);

        assertThat(preview.body())
                .contains("Alle Mailserver wechseln auf einmal", "Bekommt künftig E-Mail: mail2." + zone)
                .contains("Bekommt künftig keine E-Mail mehr: mail." + zone)
                .containsSubsequence(
                        ">mail." + zone + "<", "entfällt", ">mail2." + zone + "<", "Priorität\u00a010", "kommt dazu")
                .containsPattern("noch bis etwa (\\d\\d:\\d\\d|\\d\\d.\\d\\d.\\d{4}, \\d\\d:\\d\\d) die bisherigen");
        assertThat(postlotse.version(zone)).isEqualTo(1);

        Map<String, String> confirmed = hidden(preview);
        confirmed.put("reason", "Umzug");
        Answer saved = customer.post(form, confirmed);

        assertThat(confirmed.get("confirmed")).startsWith("ALL_SERVERS_CHANGE.");
        assertThat(customer.follow(saved).body()).contains("Gespeichert.", "/history/1/restore");
        assertThat(servers()).containsExactly("mail2." + zone);
        assertThat(customer.get("/domains/" + zone + "/history").body()).contains("Grund: Umzug");
    }

    @Test
    void theNextPageSaysWhatWasSaved() {
        Map<String, String> confirmed = hidden(customer.post(form, change("10 mail", "mail2", "10")));

        String page = customer.follow(customer.post(form, confirmed)).body();

        assertThat(page)
                .containsSubsequence(
                        "Gespeichert.",
                        "Mailserver geändert",
                        "<del>",
                        ">mail." + zone + "<",
                        "<ins>",
                        ">mail2." + zone + "<",
                        "Rückgängig machen");
    }

    @Test
    void backLeadsToTheFormWithEverythingTyped() {
        Map<String, String> fields = hidden(customer.post(form, change("10 mail", "mail2", "17")));
        fields.put("back", "yes");
        fields.put("reason", "noch nicht");

        Answer page = customer.post(form, fields);

        assertThat(page.body())
                .contains("value=\"mail2." + zone + "\"", "value=\"17\"", "Änderung speichern", "value=\"noch nicht\"");
        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ALL_SERVERS_CHANGE",
                "ALL_SERVERS_CHANGE.",
                "ALL_SERVERS_CHANGE.AAAA",
                "MAIL_STOPS",
                "<script>"
            })
    void codesOfHarmWithoutTheQuestionAreNoAnswer(String codes) {
        Map<String, String> fields = change("10 mail", "mail2", "10");
        fields.put("confirmed", codes);

        assertThat(customer.post(form, fields).body())
                .contains("ALL_SERVERS_CHANGE")
                .doesNotContain("<script>");
        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    @Test
    void theAnswerToOneQuestionIsNoneToAnother() {
        Map<String, String> other = change("10 mail", "s1", "10");
        other.put(
                "confirmed",
                hidden(customer.post(form, change("10 mail", "mail2", "10"))).get("confirmed"));

        assertThat(customer.post(form, other).expect(200).body()).contains("id=\"harms\"");
        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    @Test
    void aChangeThatWasOvertakenIsNotSavedByItsConfirmation() {
        Map<String, String> confirmed = hidden(customer.post(form, change("10 mail", "mail2", "10")));
        customer.post(form, entry("s1", "20", ""));

        Answer late = customer.post(form, confirmed).expect(409);

        assertThat(late.body()).contains("value=\"mail2." + zone + "\"");
        assertThat(postlotse.version(zone)).isEqualTo(2);
    }

    @Test
    void theHostersServersAreShownBeforeTheyReplaceOthers() {
        Answer preview = customer.post(form + "/own-servers", Map.of("owner", zone, "version", "1"));

        assertThat(preview.body()).contains("Alle Mailserver wechseln auf einmal", "mx1.hoster.example");
        assertThat(postlotse.version(zone)).isEqualTo(1);
        customer.post(form + "/own-servers", hidden(preview)).expect(302);
        assertThat(servers()).containsExactly("mx1.hoster.example", "mx2.hoster.example");
    }

    @Test
    void addingAForeignServerBesideOursIsShownFirst() {
        customer.post(
                form + "/own-servers",
                hidden(customer.post(form + "/own-servers", Map.of("owner", zone, "version", "1"))));

        Map<String, String> backup = entry("mail2", "30", "");
        backup.put("version", "2");

        assertThat(customer.post(form, backup).body()).contains("nicht mehr nur bei unseren Mailservern");
    }

    @Test
    void pagesThatAskAnywayShowTheSameAndNeedNoSecondStep() {
        String record = "owner=" + zone + "&record=10+mail." + zone + ".";
        Answer delete = customer.get(form + "/delete?" + record);
        Answer noMail = customer.get(form + "/no-mail?owner=" + zone);

        assertThat(delete.body())
                .contains("keine E-Mail mehr: mail." + zone, "noch bis etwa", "danach kein Mailserver eingetragen")
                .doesNotContain("Alle Mailserver wechseln", "wird zugestellt, und zwar an " + zone);
        assertThat(noMail.body()).contains("gar keine E-Mail mehr", "name=\"reason\"", "noch bis etwa");
        Map<String, String> fields = hidden(noMail);
        fields.put("reason", "nur Website");
        customer.post(form + "/no-mail", fields).expect(302);
        assertThat(customer.get("/domains/" + zone + "/history").body()).contains("Grund: nur Website");
    }

    @Test
    void aServerThatIsFoundIsToldWhileItIsTyped() {
        assertThat(customer.post(form + "/check", Map.of("target", "mail2." + zone))
                        .body())
                .contains("Gefunden");
        assertThat(customer.post(form + "/check", Map.of("target", "gibt-es-nicht." + zone))
                        .body())
                .contains("gibt es nicht")
                .doesNotContain("Gefunden");
    }

    /** Somebody has sent it without the page that names the harm, or has lost a field of it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/delete", "/own-servers", "/no-mail"})
    void whoeverComesWithoutAnAnswerIsAskedFirst(String action) {
        Map<String, String> fields = change("10 mail", "mail2", "10");
        fields.put("owner", zone);
        fields.put("record", "10 mail." + zone + ".");

        Answer question = customer.post(form + action, fields);

        assertThat(question.status()).isEqualTo(200);
        assertThat(question.body()).contains("?</h1>", "name=\"confirmed\"", "id=\"harms\"");
        assertThat(postlotse.version(zone)).isEqualTo(1);
        assertThat(customer.post(form + action, hidden(question)).status()).isEqualTo(302);
        assertThat(postlotse.version(zone)).isEqualTo(2);
    }

    @Test
    void deletingTheLastUsableServerSaysSo() {
        String other = "bald.weg-" + zone.replace('.', '-') + ".net";
        postlotse.dns().with(other + ". A 192.175.48.9");
        customer.post(form, entry(other + ".", "20", ""));
        postlotse.dns().without(other);

        assertThat(customer.get(form + "/delete?owner=" + zone + "&record=10+mail." + zone + ".")
                        .body())
                .contains("Der letzte brauchbare Mailserver fällt weg");
    }

    @Test
    void theWayOfTheMailIsShownBeforeAndAfter() {
        Answer preview = customer.post(form, change("10 mail", "mail2", "10"));

        assertThat(preview.body())
                .containsSubsequence(
                        "Der Weg der Mail bisher",
                        "E-Mail an " + zone + " wird zugestellt, und zwar an mail." + zone,
                        "Der Weg der Mail danach",
                        "E-Mail an " + zone + " wird zugestellt, und zwar an mail2." + zone)
                .containsOnlyOnce("id=\"beforeA-heading\"")
                .containsOnlyOnce("id=\"afterA-heading\"");
    }

    @Test
    void aPreviewAsksDnsOnceAboutEachServer() {
        String next = "neu-" + zone.replace('.', '-') + ".net";
        postlotse.dns().with(next + ". A 192.175.48.10");

        Answer preview = customer.post(form, change("10 mail", next + ".", "10"));

        assertThat(preview.body()).contains("Der Weg der Mail danach", "192.175.48.10");
        assertThat(postlotse.dns().queries(next, Type.A)).isOne();
    }

    @Test
    void theApiIsNotAskedButTold() {
        ApiCaller api = postlotse.api("kunde1");
        String path = "/api/v1/zones/" + zone + "/mx";

        Answer backup = api.post(path, "{\"target\": \"mail2.%s\", \"priority\": \"20\"}".formatted(zone));
        Answer others =
                api.put(path + "/@", "{\"records\": [{\"priority\": 10, \"target\": \"s1.%s\"}]}".formatted(zone));
        Answer check = api.post(path + "/check", "{\"owner\": \"www2\", \"target\": \".\", \"priority\": \"0\"}");
        Answer assumed = api.post(
                path + "/check",
                "{\"target\": \"s2.%s\", \"existing\": [{\"priority\": 10, \"target\": \"mx1.hoster.example\"}]}"
                        .formatted(zone));

        assertThat(harms(backup)).isEmpty();
        assertThat(harms(others)).containsExactly("ALL_SERVERS_CHANGE");
        assertThat(others.text("/records/0/target")).isEqualTo("s1." + zone);
        assertThat(harms(check)).isEmpty();
        assertThat(harms(assumed)).containsExactly("MAIL_LEAVES_OUR_SERVERS");
    }

    private Map<String, String> entry(String target, String priority, String replaces) {
        return new HashMap<>(Map.of(
                "target",
                target.endsWith(".") ? target : target + "." + zone,
                "priority",
                priority,
                "replaces",
                replaces,
                "version",
                "1"));
    }

    private Map<String, String> change(String record, String target, String priority) {
        return entry(target, priority, record + "." + zone + ".");
    }

    /** The fields that a page sends back, without those of the layout. */
    private static Map<String, String> hidden(Answer page) {
        Map<String, String> fields = HIDDEN.matcher(page.body())
                .results()
                .collect(Collectors.toMap(
                        field -> field.group(1), field -> field.group(2), (first, second) -> second, HashMap::new));
        fields.remove("_csrf");
        return fields;
    }

    private List<String> servers() {
        return postlotse.mx(zone).texts("/sets/0/records", "target");
    }

    private static List<String> harms(Answer answer) {
        return answer.json()
                .at("/harms")
                .valueStream()
                .map(harm -> harm.asString())
                .toList();
    }
}
