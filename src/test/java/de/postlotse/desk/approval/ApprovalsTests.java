package de.postlotse.desk.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.OnBothStores;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.zone.change.FourEyesProperties.Kind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes that wait for a second pair of eyes, whichever database it is. */
@OnBothStores
class ApprovalsTests {

    private static final String NULL_MX = "{\"records\": [{\"priority\": 0, \"target\": \".\"}]}";

    private final RunningPostlotse postlotse;
    private final JdbcClient store;
    private final ApiCaller customer;
    private final ApiCaller support;
    private final ApiCaller admin;
    private final String zone;
    private final String path;

    ApprovalsTests(RunningPostlotse postlotse, JdbcClient store) {
        this.postlotse = postlotse;
        this.store = store;
        this.customer = postlotse.api("kunde1");
        this.support = postlotse.api("support");
        this.admin = postlotse.api("admin");
        this.zone = postlotse.newZone();
        this.path = "/api/v1/zones/" + zone;
        postlotse.watch(zone, Kind.NULL_MX, Kind.STAFF_EDIT);
    }

    @Test
    void whatHasToWaitIsNotSavedAndItsAuthorCanFollowIt() {
        Answer waiting = customer.put(path + "/mx/@", NULL_MX).expect(202);

        assertThat(waiting.json().at("/why").valueStream().map(why -> why.asString()))
                .containsExactly("NULL_MX");
        assertThat(postlotse.version(zone)).isEqualTo(1);
        Answer followed = customer.get(waiting.header("Location"));
        assertThat(followed.text("/state")).isEqualTo("WAITING");
        assertThat(followed.text("/after/0/records/0/target")).isEqualTo(".");
        assertThat(followed.text("/before/0/records/0/target")).isEqualTo("mail." + zone);
        postlotse.api("kunde2").get(waiting.header("Location")).expect(404);
        assertThat(support.get("/api/v1/approvals?after=" + (id(waiting) - 1)).texts("/changes", "zone"))
                .contains(zone);
        assertThat(postlotse.visitor("support").get("/support/approvals").body())
                .contains("<dt>Wartet auf Freigabe</dt>", "<dd>die älteste: ");
    }

    @Test
    void harmlessChangesOfStaffDoNotWait() {
        support.post(path + "/mx", "{\"target\": \"mail2.%s\", \"priority\": \"20\"}".formatted(zone))
                .expect(201);
    }

    @Test
    void everyWayToChangeAZoneEndsInTheQueueWhereItHasTo() {
        customer.post(path + "/mx", "{\"target\": \"mail2.%s\", \"priority\": \"20\"}".formatted(zone));
        String other = "{\"owners\": [\"@\"], \"records\": [{\"priority\": \"10\", \"target\": \"s1.%s\"}]}";

        assertThat(Stream.of(
                        support.put(path + "/mx", other.formatted(zone)),
                        support.put(
                                path + "/mx/@",
                                "{\"records\": [{\"priority\": \"10\", \"target\": \"s2.%s\"}]}".formatted(zone)),
                        support.delete(path + "/mx/@")))
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer::toString).isEqualTo(202));
        postlotse.watch(zone);
        support.delete(path + "/mx/@");
        postlotse.watch(zone, Kind.STAFF_EDIT);
        customer.put(path + "/mx/@", "{\"records\": [{\"priority\": \"10\", \"target\": \"s3.%s\"}]}".formatted(zone));
        assertThat(support.send("POST", path + "/restore", "{\"version\": 1}").status())
                .isEqualTo(202);
    }

    @Test
    void approvedItIsSavedInItsAuthorsNameAndTheHistoryNamesBoth() {
        Answer waiting = customer.put(path + "/mx/@", NULL_MX);

        Answer approved = approve(support, waiting, "mit dem Kunden besprochen").expect(200);

        assertThat(approved.text("/state")).isEqualTo("APPLIED");
        assertThat(approved.text("/decidedBy")).isEqualTo("support");
        postlotse.awaitLive(zone);
        assertThat(postlotse.dig().mx(zone)).containsExactly("0 .");
        Answer history = customer.get(path + "/history");
        assertThat(history.text("/lines/0/who")).isEqualTo("kunde1");
        assertThat(history.text("/lines/0/approvedBy")).isEqualTo("support");
        assertThat(history.text("/lines/0/kind")).isEqualTo("SET_REPLACED");
        Visitor reader = postlotse.visitor("kunde1");
        assertThat(reader.get("/domains/" + zone + "/history").body()).contains("Freigegeben von support");
        assertThat(reader.get("/domains/" + zone + "/history.csv").body()).contains(";support\r\n");
    }

    @Test
    void nobodyApprovesOrRejectsTheirOwn() {
        Answer waiting = support.delete(path + "/mx/@");

        approve(support, waiting, "").expect(403);
        reject(support, waiting, "doch nicht").expect(403);
        assertThat(postlotse
                        .visitor("support")
                        .post("/support/approvals/" + id(waiting) + "/approve", Map.of("confirmed", "MAIL_STOPS"))
                        .body())
                .contains("Die eigene Änderung kann niemand freigeben");
        approve(customer, waiting, "").expect(404);
        assertThat(postlotse.version(zone)).isEqualTo(1);
        approve(admin, waiting, "").expect(200);
        assertThat(postlotse.version(zone)).isEqualTo(2);
    }

    @Test
    void ofTwoWhoApproveAtOnceOneIsFirstAndTheChangeIsMadeOnce() {
        for (int round = 0; round < 5; round++) {
            postlotse.watch(zone, Kind.NULL_MX);
            Answer waiting = customer.put(path + "/mx/weg" + round, NULL_MX);
            long before = postlotse.version(zone);

            List<CompletableFuture<Answer>> both = Stream.of(support, admin)
                    .map(approver -> CompletableFuture.supplyAsync(() -> approve(approver, waiting, "")))
                    .toList();

            assertThat(both.stream().map(answer -> answer.join().status())).containsExactlyInAnyOrder(200, 409);
            assertThat(postlotse.version(zone)).isEqualTo(before + 1);
        }
        assertThat(customer.get(path + "/history").texts("/lines", "kind")).hasSize(6);
    }

    @Test
    void aHostThatHasVanishedMeanwhileIsRefusedAndShown() {
        String gone = "ging.weg-" + zone.replace('.', '-') + ".net";
        postlotse.dns().with(gone + ". A 192.175.48.9");
        Answer waiting =
                support.put(path + "/mx/@", "{\"records\": [{\"priority\": 10, \"target\": \"%s\"}]}".formatted(gone));
        postlotse.dns().without(gone);

        Answer refused = approve(admin, waiting, "").expect(422);
        Answer page = postlotse.visitor("admin").get("/support/approvals/" + id(waiting));

        assertThat(refused.codes()).contains("target-does-not-exist");
        assertThat(page.body()).contains("heute nicht speichern", gone);
        assertThat(admin.get("/api/v1/approvals/" + id(waiting)).text("/now/verdict"))
                .isEqualTo("REJECT");
        assertThat(state(waiting)).isEqualTo("WAITING");
        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    @Test
    void whatCannotBeCheckedNowGoesOnWaitingWithWhatWasTyped() {
        String silent = "stumm." + zone.replace('.', '-') + ".net";
        postlotse.dns().with(silent + ". A 192.175.48.9");
        Answer waiting = support.put(
                path + "/mx/@", "{\"records\": [{\"priority\": 10, \"target\": \"%s\"}]}".formatted(silent));
        postlotse.dns().when(silent).servfail();

        Answer page = postlotse
                .visitor("admin")
                .post("/support/approvals/" + id(waiting) + "/approve", Map.of("remark", "sieht gut aus"))
                .expect(503);

        assertThat(page.header("Retry-After")).isNotEmpty();
        assertThat(page.body()).contains("value=\"sieht gut aus\"", "wartet weiter");
        approve(admin, waiting, "").expect(503);
        assertThat(state(waiting)).isEqualTo("WAITING");
    }

    @Test
    void whatTheZoneHasOvertakenIsNotAppliedAndItsAuthorSeesWhy() {
        Answer waiting = support.delete(path + "/mx/@");
        customer.post(path + "/mx", "{\"target\": \"mail2.%s\", \"priority\": \"20\"}".formatted(zone))
                .expect(201);

        approve(admin, waiting, "").expect(409);

        assertThat(state(waiting)).isEqualTo("OVERTAKEN");
        assertThat(postlotse.version(zone)).isEqualTo(2);
        assertThat(postlotse.visitor("support").get("/domains/" + zone).body())
                .contains("wurde überholt", "kunde1 hat die Domain inzwischen geändert");
        assertThat(postlotse
                        .visitor("support")
                        .get("/support/approvals?mine=yes")
                        .body())
                .contains("Was aus meinen Änderungen wurde", zone, "kunde1 hat die Domain inzwischen geändert");
        assertThat(postlotse.visitor("admin").get("/support/approvals?mine=yes").body())
                .doesNotContain(zone);
    }

    @Test
    void whileTheNameServerHoldsSomethingElseItIsNotAppliedAndGoesOnWaiting() {
        Answer waiting = support.delete(path + "/mx/@");
        postlotse.changeElsewhere(zone, 300, "5 mx.anderswo.net");
        Visitor decider = postlotse.visitor("admin");
        decider.post("/support/zones/" + zone + "/compare", Map.of("now", "yes"));
        await().until(() -> postlotse.mx(zone).text("/publication/state").equals("DRIFTED"));

        Answer page = decider.post("/support/approvals/" + id(waiting) + "/approve", Map.of("confirmed", ""))
                .expect(409);

        assertThat(page.body())
                .contains("inzwischen etwas anderes", "So wurde sie beantragt")
                .doesNotContain("/approve\"");
        assertThat(state(waiting)).isEqualTo("WAITING");
    }

    @Test
    void whoeverApprovesWithoutAnAnswerIsAskedFirst() {
        Answer waiting = support.delete(path + "/mx/@");

        Answer page = postlotse
                .visitor("admin")
                .post("/support/approvals/" + id(waiting) + "/approve", Map.of("remark", "passt"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("id=\"harms\"", "value=\"passt\"", "name=\"confirmed\"");
        assertThat(state(waiting)).isEqualTo("WAITING");
        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    @Test
    void aRejectionNeedsAReasonAndItsAuthorReadsIt() {
        Answer waiting = customer.put(path + "/mx/@", NULL_MX);
        Visitor decider = postlotse.visitor("support");
        String page = "/support/approvals/" + id(waiting);
        String tooLong = "x".repeat(301);

        Answer without = decider.post(page + "/reject", Map.of("reason", " ")).expect(422);
        Answer withMuch =
                decider.post(page + "/reject", Map.of("reason", tooLong)).expect(422);
        Answer rejected = decider.post(page + "/reject", Map.of("reason", "Bitte\nerst <b>anrufen</b>"));

        assertThat(without.body()).contains("weshalb Sie ablehnen");
        assertThat(withMuch.body()).contains("value=\"" + tooLong + "\"", "höchstens 300");
        assertThat(decider.follow(rejected).body()).contains("abgelehnt von support");
        assertThat(decider.get("/support/approvals").body()).contains("Bitte erst &lt;b&gt;anrufen&lt;/b&gt;");
        assertThat(postlotse.visitor("kunde1").get("/domains/" + zone).body())
                .contains("wurde abgelehnt", "abgelehnt von support", "Bitte erst &lt;b&gt;anrufen&lt;/b&gt;")
                .doesNotContain("/support/");
        approve(admin, waiting, "").expect(409);
        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    @Test
    void whoeverAsksForSomethingElseSinceIsNotToldOfTheRejectionAnyMore() {
        reject(support, customer.put(path + "/mx/@", NULL_MX), "nein");

        customer.put(path + "/mx/weg", NULL_MX);

        assertThat(postlotse.visitor("kunde1").get("/domains/" + zone).body())
                .contains("wartet auf Freigabe")
                .doesNotContain("wurde abgelehnt");
    }

    @Test
    void itsAuthorSeesWhatWaitsAndTakesItBack() {
        Answer waiting = customer.put(path + "/mx/@", NULL_MX);
        Visitor author = postlotse.visitor("kunde1");
        String withdraw = "/domains/" + zone + "/waiting/" + id(waiting) + "/withdraw";

        assertThat(author.get("/domains/" + zone).body())
                .contains("wartet auf Freigabe", withdraw)
                .doesNotContain("/support/");
        assertThat(postlotse.visitor("support").get("/domains/" + zone).body())
                .contains("wartet auf Freigabe", "/support/approvals/" + id(waiting))
                .doesNotContain(withdraw);
        Answer withdrawn = author.post(withdraw, Map.of("sure", "yes"));

        assertThat(author.follow(withdrawn).body()).contains("Zurückgezogen.").doesNotContain(withdraw);
        assertThat(state(waiting)).isEqualTo("WITHDRAWN");
        approve(support, waiting, "").expect(409);
        assertThat(author.follow(author.post(withdraw, Map.of("sure", "yes"))).body())
                .contains("war schon entschieden");
    }

    @Test
    void anEditThatIsSentTwiceWaitsOnce() {
        Visitor author = postlotse.visitor("kunde1");
        String form = "target=.&priority=0&owner=weg&version=1&edit=" + UUID.randomUUID();

        Answer first = author.post("/domains/" + zone + "/mx", form).expect(302);
        author.post("/domains/" + zone + "/mx", form);
        Answer byProgram = customer.put(path + "/mx/@", NULL_MX);
        Answer again = customer.put(path + "/mx/@", NULL_MX);

        assertThat(author.follow(first).body()).contains("Noch nicht gespeichert");
        assertThat(again.text("/id")).isEqualTo(byProgram.text("/id"));
        assertThat(waiting()).isEqualTo(2);
    }

    @Test
    void harmThatTheApproverWasNotShownIsShownFirst() {
        Answer waiting = customer.put(path + "/mx/@", NULL_MX);

        Answer page = postlotse
                .visitor("support")
                .post("/support/approvals/" + id(waiting) + "/approve", Map.of("confirmed", ""));

        assertThat(page.body()).contains("Die Folgen sind inzwischen andere", "value=\"MAIL_STOPS.");
        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    @Test
    void replacementsOfAHostInManyZonesAreInTheQueue() {
        long replacement = store.sql("""
                        select coalesce(max(id), 0) + 900000 from replacement""").query(Long.class).single();
        String host = "alt." + zone;
        store.sql("""
                        insert into replacement (id, request, kind, old_host, new_host, reason, username, role, origin,
                            created_at, zones, leaving, state, failures)
                        values (?, ?, 'REPLACE', ?, 'neu.example', 'wird <abgeschaltet>', 'admin', 'ADMIN', '127.0.0.1',
                            ?, 12, 3, 'AWAITING_APPROVAL', 0)""")
                .params(replacement, UUID.randomUUID(), host, Instant.now().atOffset(ZoneOffset.UTC))
                .update();
        try {
            assertThat(postlotse.visitor("support").get("/support/approvals").body())
                    .contains(
                            host + " durch neu.example ersetzen",
                            "12 Domains; 3 davon verlassen unsere Server",
                            "wird &lt;abgeschaltet&gt;",
                            "/support/replace/" + replacement);
            assertThat(support.get("/api/v1/approvals").texts("/replacements", "oldHost"))
                    .contains(host);
        } finally {
            store.sql("delete from replacement where id = ?").param(replacement).update();
        }
    }

    @Test
    void aPlannedStepThatHasToWaitSaysSo() {
        String mail2 = "mail2." + zone;
        support.post(
                path + "/planned",
                "{\"owners\": [\"@\"], \"at\": \"%s\", \"records\": [{\"priority\": \"10\", \"target\": \"%s\"}]}"
                        .formatted(Instant.now().plusSeconds(7200), mail2));
        store.sql("""
                        update planned_step set due_at = ? where kind = 'SWITCH'
                        and zone_id = (select id from zone where name = ?)""")
                .params(Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC), zone)
                .update();

        await().until(() -> waiting() == 1);

        assertThat(postlotse
                        .visitor("support")
                        .get("/domains/" + zone + "/planned")
                        .body())
                .contains("wartet noch auf Freigabe");
        admin.post("/api/v1/approvals/" + waitingId() + "/approve", "{}").expect(200);
        assertThat(postlotse.mx(zone).text("/sets/0/records/0/target")).isEqualTo(mail2);
    }

    private long waiting() {
        return waitingIds().size();
    }

    private long waitingId() {
        return waitingIds().getFirst();
    }

    private List<Long> waitingIds() {
        return store.sql("""
                        select w.id from waiting_change w join zone z on z.id = w.zone_id
                        where z.name = ? and w.state = 'WAITING'""").param(zone).query((row, number) -> row.getLong(1)).list();
    }

    private Answer approve(ApiCaller caller, Answer waiting, String remark) {
        return caller.post("/api/v1/approvals/" + id(waiting) + "/approve", "{\"remark\": \"%s\"}".formatted(remark));
    }

    private Answer reject(ApiCaller caller, Answer waiting, String reason) {
        return caller.post("/api/v1/approvals/" + id(waiting) + "/reject", "{\"reason\": \"%s\"}".formatted(reason));
    }

    private String state(Answer waiting) {
        return customer.get(path + "/waiting/" + id(waiting)).text("/state");
    }

    private static long id(Answer waiting) {
        assertThat(waiting.status()).as(waiting::toString).isEqualTo(202);
        return waiting.json().at("/id").asLong();
    }
}
