package de.postlotse.publishing.powerdns;

import static de.postlotse.dns.MxSets.mx;
import static de.postlotse.publishing.server.Failing.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.publishing.powerdns.ScriptedApi.Answer;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.publishing.server.NameServerException.Reason;
import de.postlotse.testing.FreePorts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What becomes of a change when PowerDNS, or the way to it, is out of order. */
@ExtendWith(OutputCaptureExtension.class)
class FaultTests {

    private static final DomainName KUNDE = DomainName.of("kunde.de");
    private static final MxSet OLD = set("mx-alt.hoster.net");
    private static final MxSet NEW = set("mx1.hoster.net");
    private static final MxSet NEWER = set("mx2.hoster.net");
    private static final Duration SHORT = Duration.ofMillis(300);

    /** Less than anything that waits without an end. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicReference<String> held = new AtomicReference<>(zone(1, "mx-alt.hoster.net"));
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void aSilentServerIsGivenUpWithinTheTimeout() {
        try (ScriptedApi api = ScriptedApi.with(request -> Answer.silence())) {
            Instant start = Instant.now();

            assertFails(() -> impatient(api).read(KUNDE), Reason.UNREACHABLE)
                    .withMessageContaining("postlotse.name-servers.pdns1.url");
            assertThat(Duration.between(start, Instant.now())).isBetween(SHORT, LONG);
        }
    }

    @Test
    void aReplyThatStopsInTheMiddleIsGivenUpWithinTheTimeout() {
        try (ScriptedApi api = ScriptedApi.with(request -> Answer.stall(held.get()))) {
            Instant start = Instant.now();

            assertFails(() -> impatient(api).read(KUNDE), Reason.UNREACHABLE);
            assertThat(Duration.between(start, Instant.now())).isLessThan(LONG);
        }
    }

    @Test
    void aReplyThatIsCutOffIsNotRead() {
        try (ScriptedApi api = ScriptedApi.with(request -> Answer.half(held.get()))) {
            assertFails(() -> server(api).read(KUNDE), Reason.UNREACHABLE);
        }
    }

    @Test
    void aClosedPortIsUnreachable() {
        NameServer server = Settings.of("http://127.0.0.1:" + FreePorts.next()).nameServer();

        assertFails(server::probe, Reason.UNREACHABLE);
        assertFails(() -> server.read(KUNDE), Reason.UNREACHABLE);
        assertFails(() -> change(server), Reason.UNREACHABLE);
    }

    @Test
    void aServerThatIsBusyIsAskedAgain() {
        try (ScriptedApi api = ScriptedApi.with(request -> {
            if (request.isPatch() && calls.incrementAndGet() <= 2) {
                return Answer.of(500, "{\"error\": \"database is locked\"}");
            }
            return working(request);
        })) {
            change(server(api));

            assertThat(api.patches()).isEqualTo(3);
            assertThat(served(api)).isEqualTo(List.of(NEW));
        }
    }

    @Test
    void aServerThatStaysBusyIsGivenUpSoonAndNotCalledARefusal() {
        try (ScriptedApi api = ScriptedApi.with(request -> request.isPatch()
                ? Answer.of(500, "{\"error\": \"database is locked\"}")
                : Answer.of(200, held.get()))) {
            Instant start = Instant.now();

            assertFails(() -> change(server(api)), Reason.STORAGE).withMessageContaining("database is locked");
            assertThat(Duration.between(start, Instant.now())).isLessThan(LONG);
            assertThat(api.patches()).isBetween(2L, 8L);
        }
    }

    @Test
    void aChangeThatWasMadeAlthoughItsAnswerWasLostIsDone() {
        try (ScriptedApi api = ScriptedApi.with(request -> {
            Answer answer = working(request);
            return request.isPatch() ? Answer.reset() : answer;
        })) {
            assertThatCode(() -> change(server(api))).doesNotThrowAnyException();
            assertThat(api.patches()).isEqualTo(1);
        }
    }

    @Test
    void aChangeWithoutAnAnswerIsUnknownUntilItIsSeen() {
        try (ScriptedApi api =
                ScriptedApi.with(request -> request.isPatch() ? Answer.silence() : Answer.of(200, held.get()))) {
            assertFails(
                    () -> change(Settings.of(api.url())
                            .readTimeout(Duration.ofSeconds(2))
                            .nameServer()),
                    Reason.OUTCOME_UNKNOWN);
            assertThat(api.patches()).isEqualTo(1);
        }
    }

    @Test
    void aGatewayThatAnswersInsteadSaysNothingOfTheChange() {
        try (ScriptedApi api =
                ScriptedApi.with(request -> request.isPatch() ? Answer.of(504) : Answer.of(200, held.get()))) {
            assertFails(() -> change(server(api)), Reason.OUTCOME_UNKNOWN);
        }
        try (ScriptedApi api = ScriptedApi.with(request -> Answer.of(502))) {
            assertFails(() -> change(server(api)), Reason.UNREACHABLE);
        }
    }

    /** The first change arrives late; the next version neither takes it for somebody else's nor is undone by it. */
    @Test
    void whatWasMadeLateIsOursAndIsReplacedOnceItHasSettled() {
        try (ScriptedApi api = ScriptedApi.with(request -> {
            if (request.isPatch() && calls.incrementAndGet() == 1) {
                return Answer.reset();
            }
            return working(request);
        })) {
            NameServer server = server(api);
            assertFails(() -> change(server), Reason.OUTCOME_UNKNOWN);
            held.set(zone(2, "mx1.hoster.net"));
            Instant start = Instant.now();

            server.replaceMx(KUNDE, MxReplacement.of(List.of(OLD), List.of(NEWER)));

            assertThat(served(api)).isEqualTo(List.of(NEWER));
            assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(PowerDnsServer.SETTLED);
        }
    }

    @Test
    void nothingIsSentWhileALateChangeIsJustArriving() {
        AtomicInteger looks = new AtomicInteger();
        try (ScriptedApi api = ScriptedApi.with(request -> {
            if (request.isPatch()) {
                return Answer.reset();
            }
            return Answer.of(200, looks.incrementAndGet() < 4 ? held.get() : zone(2, "mx1.hoster.net"));
        })) {
            NameServer server = server(api);
            assertFails(() -> change(server), Reason.OUTCOME_UNKNOWN);

            assertFails(
                    () -> server.replaceMx(KUNDE, MxReplacement.of(List.of(OLD), List.of(NEWER))),
                    Reason.OUTCOME_UNKNOWN);
            assertThat(api.patches()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatAnswersAndDoesNothingIsFoundOut() {
        try (ScriptedApi api =
                ScriptedApi.with(request -> request.isPatch() ? Answer.of(204) : Answer.of(200, held.get()))) {
            assertFails(() -> change(server(api)), Reason.NOT_SERVED_AS_WANTED);
        }
    }

    @Test
    void aSerialThatDoesNotRiseIsToldToTheOperator(CapturedOutput output) {
        try (ScriptedApi api = ScriptedApi.with(request -> {
            if (request.isPatch()) {
                held.set(zone(1, "mx1.hoster.net"));
                return Answer.of(204);
            }
            return Answer.of(200, held.get());
        })) {
            change(server(api));

            assertThat(output.getAll()).contains("kunde.de was changed", "SOA-EDIT-API");
        }
    }

    @Test
    void followsNoRedirectSoThatTheKeyGoesNowhereElse() {
        try (ScriptedApi other = ScriptedApi.with(this::working);
                ScriptedApi api = ScriptedApi.with(
                        request -> Answer.redirect(other.url() + "/api/v1/servers/localhost/zones/kunde.de."))) {
            assertFails(() -> server(api).read(KUNDE), Reason.REFUSED)
                    .withMessageContaining("postlotse.name-servers.pdns1.url");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void whatIsNoZoneIsRefusedWithoutQuotingIt() {
        for (String body : List.of("", "<html>", "[]", "null", "{\"rrsets\": 7}", "{\"name\": \"böse\"}", "{\"a\":")) {
            try (ScriptedApi api = ScriptedApi.with(request -> Answer.of(200, body))) {
                assertThat(failure(() -> server(api).read(KUNDE)).reason())
                        .as(body)
                        .isIn(Reason.REFUSED, Reason.ZONE_NOT_SERVED);
            }
        }
    }

    @Test
    void anotherZoneThanTheOneThatWasAskedForIsNotTaken() {
        held.set(zone(1, "mx-alt.hoster.net").replace("kunde.de.", "fremd.de."));
        try (ScriptedApi api = ScriptedApi.with(this::working)) {
            assertFails(() -> change(server(api)), Reason.ZONE_NOT_SERVED);
            assertThat(api.patches()).isZero();
        }
    }

    @Test
    void hostileErrorTextsAreShortOneLineAndWithoutOurKey(CapturedOutput output) {
        String hostile = "bad\\r\\n2026-11-23 INFO forged \\u001b[31m \\u202e key=richtig " + "x".repeat(5_000);
        for (int status : new int[] {401, 422, 418, 500}) {
            try (ScriptedApi api = ScriptedApi.with(request -> request.isPatch()
                    ? Answer.of(status, "{\"error\": \"" + hostile + "\"}")
                    : Answer.of(200, held.get()))) {
                NameServerException e = failure(() -> change(server(api)));

                assertThat(e.getMessage())
                        .hasSizeLessThan(400)
                        .doesNotContainPattern("\\p{C}")
                        .contains("bad 2026");
                for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                    assertThat(cause.toString()).doesNotContain("richtig");
                }
            }
        }
        assertThat(output.getAll()).doesNotContain("richtig");
    }

    @Test
    void theKeyIsSentAndNeverTold(CapturedOutput output) {
        try (ScriptedApi api = ScriptedApi.with(request -> Answer.silence())) {
            NameServerException e = failure(() -> impatient(api).read(KUNDE));

            await().until(() -> !api.requests().isEmpty());
            assertThat(api.requests())
                    .first()
                    .extracting(ScriptedApi.Request::head)
                    .asString()
                    .contains("richtig");
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain("richtig");
            }
        }
        assertThat(output.getAll()).doesNotContain("richtig");
    }

    private Answer working(ScriptedApi.Request request) {
        if (!request.isPatch()) {
            return Answer.of(200, held.get());
        }
        held.set(zone(2, request.body().contains("mx2.hoster.net") ? "mx2.hoster.net" : "mx1.hoster.net"));
        return Answer.of(204);
    }

    private static NameServer server(ScriptedApi api) {
        return Settings.of(api.url()).nameServer();
    }

    /** For what never answers. */
    private static NameServer impatient(ScriptedApi api) {
        return Settings.of(api.url()).readTimeout(SHORT).nameServer();
    }

    private static void change(NameServer server) {
        server.replaceMx(KUNDE, MxReplacement.of(List.of(OLD), List.of(NEW)));
    }

    private static List<MxSet> served(ScriptedApi api) {
        return server(api).read(KUNDE).mxSets();
    }

    private static NameServerException failure(Runnable call) {
        NameServerException e = catchThrowableOfType(NameServerException.class, call::run);
        assertThat(e).as("it should have failed").isNotNull();
        return e;
    }

    private static MxSet set(String target) {
        return mx(KUNDE, 300, "10 " + target);
    }

    private static String zone(long serial, String target) {
        return """
                {"name": "kunde.de.", "kind": "Native", "serial": %d, "edited_serial": %d, "soa_edit_api": "DEFAULT",
                 "new_in_some_later_version": {}, "rrsets": [
                   {"name": "kunde.de.", "type": "MX", "ttl": 300, "comments": [],
                    "records": [{"content": "10 %s.", "disabled": false}]}]}
                """.formatted(serial, serial, target);
    }
}
