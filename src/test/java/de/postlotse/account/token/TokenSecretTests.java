package de.postlotse.account.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSecretTests {

    private static final String TOKEN = "plt_" + "a".repeat(43);

    @Test
    void isAPrefixAndFortyThreeUrlSafeCharacters() {
        assertThat(TokenSecret.random().reveal()).matches("plt_[A-Za-z0-9_-]{43}");
    }

    @Test
    void isAnotherOneEachTime() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(time -> TokenSecret.random().reveal())
                        .distinct())
                .hasSize(100);
    }

    @Test
    void isReadAsItWasShown() {
        TokenSecret secret = TokenSecret.random();

        assertThat(TokenSecret.parse(secret.reveal()))
                .hasValueSatisfying(read -> assertThat(read.hash()).isEqualTo(secret.hash()));
    }

    @Test
    void isKeptAsSha256() {
        assertThat(TokenSecret.parse(TOKEN).orElseThrow().hash())
                .isEqualTo("91fdcf1948f2b5c2e10842956c204d4d5981985e17119ed1a90937921d203f0b");
    }

    @Test
    void isNotToldByItsText() {
        assertThat(TokenSecret.parse(TOKEN).orElseThrow()).hasToString("plt_…");
        assertThat(new ApiTokens.Creation.Created(TokenSecret.parse(TOKEN).orElseThrow()).toString())
                .doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plt_", "abc", "plt_ü", "PLT_%s", "%s=", "%sa", " %s", "%s\n", "ghp_%s"})
    void otherTextsAreNoTokens(String text) {
        assertThat(TokenSecret.parse(text.replace("%s", TOKEN))).isEmpty();
    }
}
