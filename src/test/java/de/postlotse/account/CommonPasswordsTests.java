package de.postlotse.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1qaz2wsx3edc",
                "administrator",
                "Passwort1234",
                "!!Passwort2024",
                "Willkommen123!",
                "PasswortPasswort",
                "qwertzqwertz",
                "123456789012",
                "۱۲۳۴۵۶۷۸۹۰۱۲",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "Postlotse2026",
                "blumen-koenig",
                "blumen-koenig2026",
            })
    void refusesWhatIsGuessedFirst(String password) {
        assertThat(AccountRules.problemsOfPassword(password, "blumen-koenig"))
                .isEqualTo(Set.of(AccountProblem.PASSWORD_COMMON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zwölf Zeichen",
                "Lampe Fluss Tasse Igel",
                "correct horse battery staple",
                "gR7#qv9!Lw2x",
                "passwort-und-doch-nicht",
                "                5 Striche",
            })
    void takesWhatIsNot(String password) {
        assertThat(AccountRules.problemsOfPassword(password, "blumen-koenig")).isEmpty();
    }
}
