package de.postlotse.account.token;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.account.Account;
import de.postlotse.account.Role;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTokenTests {

    private static final Instant CREATED = Instant.parse("2026-11-23T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"DAYS_30, 30", "YEAR, 365"})
    void expiresWhenItsTimeIsOver(ApiTokens.Validity validity, long days) {
        ApiToken token = token(validity);
        Instant end = CREATED.plus(Duration.ofDays(days));

        assertThat(token.isExpired(end.minusMillis(1))).isFalse();
        assertThat(token.isExpired(end)).isTrue();
    }

    @Test
    void neverExpiresWhereThatWasChosen() {
        assertThat(token(ApiTokens.Validity.UNLIMITED).isExpired(CREATED.plus(Duration.ofDays(36_500))))
                .isFalse();
    }

    @Test
    void isUsedForTheFirstTime() {
        assertThat(token(ApiTokens.Validity.YEAR).isUseToBeNoted(CREATED)).isTrue();
    }

    private static ApiToken token(ApiTokens.Validity validity) {
        Account account = Account.of("kunde1", "{noop}x", Role.CUSTOMER, "10001");
        return ApiToken.of(account, "Skript", TokenSecret.random(), validity, CREATED);
    }
}
