package de.postlotse.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What somebody reads out leads an operator to the lines of the log. */
@WholeApplication
@ExtendWith(OutputCaptureExtension.class)
class RequestIdTests {

    private final RunningPostlotse postlotse;

    RequestIdTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
    }

    @Test
    void isInTheProblemOfAnAnswerOfTheApi() {
        Answer notFound =
                postlotse.api("kunde1").get("/api/v1/zones/nirgends.example").expect(404);
        Answer notLoggedIn = postlotse.anonymous().get("/api/v1/zones").expect(401);
        Answer noSuchAddress = postlotse.api("kunde1").get("/api/v1/nirgends").expect(404);

        assertThat(notFound.text("/requestId")).isNotBlank().isEqualTo(notFound.header(RequestId.HEADER));
        assertThat(notLoggedIn.text("/requestId")).isNotBlank().isEqualTo(notLoggedIn.header(RequestId.HEADER));
        assertThat(noSuchAddress.text("/requestId")).isNotBlank().isEqualTo(noSuchAddress.header(RequestId.HEADER));
    }

    @Test
    void isOnThePageOfAnError() {
        Answer page =
                postlotse.visitor("kunde1").get("/domains/nirgends.example").expect(404);

        assertThat(page.header(RequestId.HEADER)).isNotBlank();
        assertThat(page.body()).contains(page.header(RequestId.HEADER));
    }

    @Test
    void isOursWhateverTheCallerSends() {
        Answer answer = postlotse
                .anonymous()
                .with(RequestId.HEADER, "gefälscht".replace("ä", "ae"))
                .get("/api/v1/zones");

        assertThat(answer.headers(RequestId.HEADER)).singleElement().asString().matches("[0-9a-f]{16}");
    }

    @Test
    void isInTheLineOfTheLogThatAChangeHas(CapturedOutput output) {
        String zone = postlotse.newZone();

        Answer saved = postlotse
                .api("kunde1")
                .put(
                        "/api/v1/zones/" + zone + "/mx/@",
                        "{\"records\": [{\"priority\": 20, \"target\": \"mail2." + zone + "\"}]}")
                .expect(200);

        assertThat(output.getOut().lines())
                .filteredOn(line -> line.contains("zone=" + zone + " version=2 "))
                .singleElement()
                .asString()
                .contains("[" + saved.header(RequestId.HEADER) + "]", "by=kunde1");
    }
}
