package de.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Which language somebody gets, and whose way to write dates. */
class LanguagesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-GB,en;q=0.8          | en-GB
            en-US                   | en-US
            en                      | en
            de-AT,de;q=0.9,en;q=0.5 | de-AT
            fr-FR,en-GB;q=0.5       | en-GB
            fr                      | de
            en;q=0.2,de;q=0.9       | de
            en;q=0,fr               | de
            en-GB-u-nu-arab         | en-GB
            nonsense;;q=x           | de
                                    | de
            """)
    void theBrowserSaysLanguageAndRegion(@Nullable String accepted, String expected) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (accepted != null) {
            request.addHeader("Accept-Language", accepted);
        }

        assertThat(new Languages().localeResolver().resolveLocale(request)).isEqualTo(Locale.forLanguageTag(expected));
    }
}
