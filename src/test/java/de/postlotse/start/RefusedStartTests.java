package de.postlotse.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.postlotse.Postlotse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What ends a start, and what is said about it. */
class RefusedStartTests {

    private static final SpringApplication APPLICATION = new SpringApplication(RefusedStartTests.class);

    @TempDir
    private Path folder;

    @Test
    void anUnknownPropertyIsNamedWithTheOneThatWasMeant() {
        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> new UnknownSettings()
                        .postProcessEnvironment(with(Map.of("postlotse.dns.resolver", "secret")), APPLICATION))
                .withMessageContaining("postlotse.dns.resolver")
                .satisfies(refusal -> assertThat(shown(refusal))
                        .contains("Write postlotse.dns.resolvers")
                        .doesNotContain("secret"));
    }

    @Test
    void propertiesOfOthersAreNotOurs() {
        assertThatCode(() -> new UnknownSettings()
                        .postProcessEnvironment(with(Map.of("spring.nonsense", "1", "postlotsen.a", "2")), APPLICATION))
                .doesNotThrowAnyException();
    }

    @Test
    void zonesWithoutTheirStoreAreNoFirstStart() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("zones")).resolve("kunde.de.zone"), "");

        assertThatExceptionOfType(StartRefusedException.class)
                .isThrownBy(() -> lookForStore("false"))
                .withMessageContaining("is gone");
        assertThatCode(() -> lookForStore("true")).doesNotThrowAnyException();
        Files.writeString(folder.resolve("postlotse.mv.db"), "");
        assertThatCode(() -> lookForStore("false")).doesNotThrowAnyException();
    }

    @Test
    void anEmptyFolderIsAFirstStart() {
        assertThatCode(() -> lookForStore("false")).doesNotThrowAnyException();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments("90020", "Another process"),
                arguments("90030", "damaged"),
                arguments("28P01", "log-in"),
                arguments("3D000", "no such database"),
                arguments("08001", "does not answer"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhyTheStoreCannotBeOpened(String state, String words) {
        StandardEnvironment environment =
                with(Map.of("spring.datasource.url", "jdbc:postgresql://db/postlotse?password=secret"));
        FailureAnalysis analysis = Objects.requireNonNull(new StoreFailureAnalyzer(environment)
                .analyze(new IllegalStateException(new SQLException("refused", state))));

        assertThat(analysis.getDescription())
                .contains(words)
                .contains("jdbc:postgresql://db/postlotse")
                .doesNotContain("secret");
    }

    @Test
    void saysNothingAboutFaultsOfTheApplication() {
        assertThat(new StoreFailureAnalyzer(new StandardEnvironment())
                        .analyze(new IllegalStateException(new SQLException("no table", "42P01"))))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "postlotse.dns.resolvers, unsinn:99999",
        "postlotse.dns.resolvers, 192.0.2.1:99999",
        "postlotse.planned.look-every, -5s",
        "postlotse.notice.mail-every, 0s",
        "postlotse.notice.collect-for, -1m",
        "postlotse.review.refresh-every, 0s",
        "postlotse.sweep.spread-over, -1h",
        "postlotse.sweep.confirm-after, -1h",
        "postlotse.publishing.overdue-after, -1m",
        "postlotse.audit.address-days, 0",
    })
    @ExtendWith(OutputCaptureExtension.class)
    void nonsenseIsNamedInAFewLines(String property, String value, CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(Postlotse.class)
                        .run(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--postlotse.embedded-name-server.port=0",
                                "--postlotse.data-directory=" + folder,
                                "--" + property + "=" + value))
                .isInstanceOf(Exception.class);

        assertThat(output.getOut()).contains("APPLICATION FAILED TO START");
        assertThat(output.getOut().substring(output.getOut().indexOf("APPLICATION FAILED TO START")))
                .contains(property)
                .doesNotContain("\tat ");
    }

    private void lookForStore(String beginAnew) {
        new LostStore()
                .postProcessEnvironment(
                        with(Map.of(
                                "spring.datasource.url",
                                "jdbc:h2:file:" + folder.resolve("postlotse") + ";WRITE_DELAY=0",
                                "postlotse.data-directory",
                                folder.toString(),
                                "postlotse.begin-anew",
                                beginAnew)),
                        APPLICATION);
    }

    private static String shown(StartRefusedException refusal) {
        FailureAnalysis analysis = Objects.requireNonNull(new StartRefusedException.Analyzer().analyze(refusal));
        return analysis.getDescription() + analysis.getAction();
    }

    private static StandardEnvironment with(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        return environment;
    }
}
