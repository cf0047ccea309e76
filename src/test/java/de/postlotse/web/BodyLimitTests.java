package de.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplication;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a body may be. */
@WholeApplication
record BodyLimitTests(RunningPostlotse postlotse) {

    private static final String LONG = " ".repeat(300_000);

    @ParameterizedTest
    @ValueSource(strings = {"/mx", "/mx/check", "/switch", "/restore"})
    void aLongBodyIsRefusedByTheApi(String path) {
        String zone = postlotse.newZone();

        Answer refused = postlotse
                .api("kunde1")
                .post("/api/v1/zones/" + zone + path, "{\"target\": \"" + LONG + "\"}")
                .expect(413);

        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.text("/code")).isEqualTo("content-too-large");
        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    @Test
    void aBodyThatDoesNotTellItsLengthIsCountedWhileItIsRead() {
        byte[] body = ("{\"target\": \"" + LONG + "\"}").getBytes(StandardCharsets.UTF_8);
        HttpRequest chunked = HttpRequest.newBuilder(postlotse.address("/api/v1/zones/x.example/mx"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();

        Answer refused = ApiCaller.send(HttpClient.newHttpClient(), chunked).expect(413);

        assertThat(refused.text("/code")).isEqualTo("content-too-large");
    }

    @Test
    void deepJsonIsNotRead() {
        String zone = postlotse.newZone();

        postlotse
                .api("kunde1")
                .post(
                        "/api/v1/zones/" + zone + "/mx",
                        "{\"existing\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}")
                .expect(400);
    }

    @Test
    void aLongFormGetsAPage() {
        Visitor customer = postlotse.visitor("kunde1");

        Answer refused = customer.post("/account/password", Map.of("old", " ".repeat(2_100_000)));

        assertThat(refused.expect(413).header("Content-Type")).startsWith("text/html");
        customer.get("/domains").expect(200);
    }

    @Test
    void onlyListsToTakeOverMayBeFiles() {
        postlotse
                .visitor("support")
                .postFile("/account/password", Map.of("old", "x"), "file", new byte[10])
                .expect(413);
    }
}
