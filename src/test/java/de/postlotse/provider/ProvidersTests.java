package de.postlotse.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.postlotse.policy.TypedMx;
import de.postlotse.testing.Io;
import de.postlotse.zone.OwnMailServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class ProvidersTests {

    private static final String RIGHT = """
            name: Mailhaus
            source: https://mailhaus.net/hilfe
            as-of: 2026-11-23
            servers:
              - 10 mx1.mailhaus.net
            """;

    @TempDir
    private Path folder;

    @Test
    void everyTemplateOfOursIsPlausible() {
        assertThat(providers(null).all())
                .extracting(Provider::id)
                .containsExactlyInAnyOrder(
                        "fastmail",
                        "google-workspace",
                        "hetzner",
                        "icloud",
                        "infomaniak",
                        "ionos",
                        "mailbox-org",
                        "microsoft-365",
                        "proton",
                        "strato",
                        "zoho");
    }

    @Test
    void theHostersOwnServersComeFirst() {
        OwnMailServers own = new OwnMailServers(List.of(new OwnMailServers.Server("mx1.hoster.example", 10)));

        Provider first = new Providers(new Providers.Properties(null), own, messages())
                .all()
                .getFirst();

        assertThat(first.id()).isEqualTo(Providers.OWN);
        assertThat(first.records(Map.of())).contains(List.of(new TypedMx("", "mx1.hoster.example.", "10", "")));
    }

    @Test
    void fillsInWhatTheCustomerAnswers() {
        Provider microsoft = providers(null).find("microsoft-365").orElseThrow();

        assertThat(microsoft.records(Map.of("tenant", "kunde-de")))
                .contains(List.of(new TypedMx("", "kunde-de.mail.protection.outlook.com", "0", "")));
    }

    @ParameterizedTest
    @CsvSource({"''", "a b", "kunde.de.", "-kunde", "kunde..de", "kunde/..", "kunde@de"})
    void anAnswerThatCannotBePartOfAHostNameIsNone(String answer) {
        Provider microsoft = providers(null).find("microsoft-365").orElseThrow();

        assertThat(microsoft.records(Map.of("tenant", answer))).isEmpty();
        assertThat(microsoft.unanswered(Map.of("tenant", answer)))
                .extracting(Provider.Question::key)
                .containsExactly("tenant");
    }

    @Test
    void onlyAnOptionAnswersAQuestionWithOptions() {
        Provider zoho = providers(null).find("zoho").orElseThrow();

        assertThat(zoho.records(Map.of("region", "zoho.eu")).orElseThrow())
                .extracting(TypedMx::target)
                .containsExactly("mx.zoho.eu", "mx2.zoho.eu", "mx3.zoho.eu");
        assertThat(zoho.records(Map.of("region", "evil.net"))).isEmpty();
    }

    @Test
    void anOperatorsFileIsAddedOrTakesThePlaceOfOurs() {
        write("mailhaus.yaml", RIGHT);
        write("strato.yaml", RIGHT.replace("Mailhaus", "STRATO neu"));

        Providers providers = providers(folder);

        assertThat(providers.find("mailhaus")).map(Provider::name).contains("Mailhaus");
        assertThat(providers.find("strato")).map(Provider::name).contains("STRATO neu");
        assertThat(providers.all()).hasSize(12);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            - 10 mx1.mailhaus.net        | - 70000 mx1.mailhaus.net              | line 5: a server is written like
            - 10 mx1.mailhaus.net        | - mx1.mailhaus.net                    | line 5: a server is written like
            - 10 mx1.mailhaus.net        | - 10 192.0.2.1                        | line 5: 192.0.2.1
            - 10 mx1.mailhaus.net        | - 10 mx_1.mailhaus.net                | line 5: mx_1.mailhaus.net
            - 10 mx1.mailhaus.net        | - 10 mx1.test                         | line 5: mx1.test
            - 10 mx1.mailhaus.net        | - 10 {tenant}.mailhaus.net            | line 5: nothing asks for {tenant}
            name: Mailhaus               | nmae: Mailhaus                        | line 1: there is no field 'nmae'
            name: Mailhaus               | '#'                                   | line 2: the field 'name' is missing
            https://mailhaus.net/hilfe   | mailhaus.net                          | line 2: a source is an address
            2026-11-23                   | gestern                               | line 3: a date is written like
            as-of: 2026-11-23            | as-of: [2026-11-23                    | line 4:
            """)
    void aMistakeNamesFileAndLine(String right, String wrong, String complaint) {
        write("mailhaus.yaml", RIGHT.replace(right, wrong.equals("'#'") ? "#" : wrong));

        assertThatExceptionOfType(WrongProviderFileException.class)
                .isThrownBy(() -> providers(folder))
                .withMessageStartingWith(folder.resolve("mailhaus.yaml") + ", ")
                .withMessageContaining(complaint);
    }

    @Test
    void aServerThatIsNamedTwiceIsAMistakeInItsSecondLine() {
        write("mailhaus.yaml", RIGHT + "  - 20 mx1.mailhaus.net\n");

        assertThatExceptionOfType(WrongProviderFileException.class)
                .isThrownBy(() -> providers(folder))
                .withMessageContaining("line 6: mx1.mailhaus.net");
    }

    @Test
    void theStartSaysWhatToMend() {
        write("mailhaus.yaml", RIGHT.replace("10 mx1", "zehn mx1"));

        assertThatExceptionOfType(WrongProviderFileException.class)
                .isThrownBy(() -> providers(folder))
                .satisfies(e -> assertThat(new WrongProviderFileException.Analyzer()
                                .analyze(e, e)
                                .getDescription())
                        .contains("mailhaus.yaml, line 5"));
    }

    private Providers providers(@Nullable Path own) {
        return new Providers(new Providers.Properties(own), new OwnMailServers(List.of()), messages());
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        return messages;
    }

    private void write(String name, String text) {
        Io.run(() -> Files.writeString(folder.resolve(name), text));
    }
}
