package de.postlotse.provider.paste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import de.postlotse.dns.DomainName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Texts as people paste them for kunde.de, each in a file with what is to be read in a file beside it. */
@Execution(ExecutionMode.CONCURRENT)
class PastedTextsTests {

    private static final Path TEXTS = Path.of("src/test/resources/de/postlotse/provider/paste");
    private static final DomainName ZONE = DomainName.of("kunde.de");
    private static final JsonMapper JSON = new JsonMapper();

    /** What a file says is to be read. */
    private record Expected(List<Instruction.PastedSet> sets, List<LeftLine> left) {}

    private record LeftLine(int line, String why) {}

    static Stream<Path> texts() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void readsTheRecordsAndTellsWhatItLeavesOut(Path text) throws IOException {
        Path beside = Path.of(text.toString().replaceFirst("\\.txt$", ".json"));

        Instruction read = InstructionReader.read(Files.readString(text), ZONE);

        assertThat(new Expected(
                        read.sets(),
                        read.left().stream()
                                .map(left -> new LeftLine(
                                        left.line(),
                                        left.why()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-')))
                                .toList()))
                .isEqualTo(JSON.readValue(Files.readString(beside), Expected.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.",
                "9 ",
                "<td>",
                "prio",
                "a-",
                ":= ",
                "Wert: ",
                "mx\n",
                "@ MX 10 a.de\n",
                "1h ",
                "(",
                "\t",
                "½",
                "example",
                "e.g. ",
                "> ",
                "• ",
                "alte ",
                "Für kunde.de. ",
                "a\tb\tc\td\n",
                "Der Mailserver mit diesem Namen ist so lang, wie eine Zeile wird, und\n"
            })
    void readsHostileTextInTime(String part) {
        String hostile = part.repeat(InstructionReader.LONGEST / part.length());
        String lines = (part.repeat(1_900 / part.length()) + "\n").repeat(30);

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            InstructionReader.read(hostile, ZONE);
            InstructionReader.read(lines, ZONE);
        });
    }

    /** One level with as many servers as fit. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "mx": [ | "a.bc",
            mx {    | host: "a.bc",
            mx = [  | ("a.bc", 10),
            mx = {  | "a.bc": 1,
            """)
    void readsAListWithoutAnEndInTime(String start, String part) {
        String list = start + part.repeat((InstructionReader.LONGEST - start.length()) / part.length());

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> InstructionReader.read(list, ZONE));
    }

    @ParameterizedTest
    @CsvSource({
        "a..b, NOT_UNDERSTOOD",
        "_dmarc, NOT_UNDERSTOOD",
        "*.*.b, NOT_UNDERSTOOD",
        "kunde.de.kunde.de, NOT_UNDERSTOOD",
        "other.org, OTHER_DOMAIN"
    })
    void leavesOutWhatCanBeNoOwnerHere(String owner, Instruction.Why why) {
        Instruction read = InstructionReader.read(owner + " MX 10 mx.example.net", ZONE);

        assertThat(read.sets()).isEmpty();
        assertThat(read.left()).singleElement().returns(why, Instruction.Left::why);
    }

    @Test
    void showsTheBeginningOfALineThatIsTooLong() {
        Instruction read = InstructionReader.read("MX 10 " + "a".repeat(3_000), ZONE);

        assertThat(read.left())
                .singleElement()
                .satisfies(
                        left -> assertThat(left.text()).startsWith("MX 10 aaa").hasSizeLessThanOrEqualTo(101));
    }

    @Test
    void takesATtlUnderAMinuteForNotSaid() {
        assertThat(InstructionReader.read("$TTL 30\n@ MX 10 mx.example.net", ZONE)
                        .sets())
                .singleElement()
                .returns(null, Instruction.PastedSet::ttl);
    }
}
