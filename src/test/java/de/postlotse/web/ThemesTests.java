package de.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplication;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Light or dark, as a visitor wants it. */
@WholeApplication
record ThemesTests(RunningPostlotse postlotse) {

    @Test
    void theDeviceDecidesUntilTheVisitorDoes() {
        Visitor visitor = postlotse.visitor("kunde1");
        assertThat(visitor.get("/help").body()).doesNotContain("data-theme");

        Answer chosen = visitor.post("/account/theme", Map.of("theme", "dark", "page", "/help"));
        assertThat(visitor.follow(chosen).body()).contains("data-theme=\"dark\"", "Wie E-Mail zu Ihrer Domain findet");

        visitor.post("/account/theme", Map.of("theme", "auto", "page", "/help")).expect(302);
        assertThat(visitor.get("/help").body()).doesNotContain("data-theme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "/\\evil.example", "https://evil.example", "/%0d%0aSet-Cookie", "", "/a\r\nb"})
    void leadsToNoOtherHost(String page) {
        Answer answer = postlotse.visitor("kunde1").post("/account/theme", Map.of("theme", "dark", "page", page));

        assertThat(answer.expect(302).header("Location")).matches("/(%0d%0aSet-Cookie)?");
        assertThat(answer.headers("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("\r"));
    }

    @Test
    void whatIsNoThemeIsNoTheme() {
        Visitor visitor = postlotse.visitor("kunde1");
        visitor.post("/account/theme", Map.of("theme", "dark\"><script>", "page", "/"))
                .expect(302);

        assertThat(visitor.get("/help").body()).doesNotContain("data-theme");
    }
}
