package de.postlotse.provider.paste;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import java.io.IOException;
import java.net.IDN;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each pasted text, whatever is expected of it: it knows no more of the reader than its results. */
@Execution(ExecutionMode.CONCURRENT)
class NothingLostTests {

    private static final DomainName ZONE = DomainName.of("kunde.de");

    private static final Pattern MX = Pattern.compile("(?iu)(?<![\\p{L}\\w.-])MX(?![\\p{L}\\w.])");
    private static final Pattern SERVER = Pattern.compile(
            "(?iu)(?<![\\w@#./:*\\p{L}-])(?:[\\p{L}\\d-]+\\.){2,}\\p{L}{2,}(?![\\w@/(\\p{L}-]|\\.\\w|\\s*\\{)");
    /** A line that also tells of a server that was there before, or stands below such a heading; and commands. */
    private static final Pattern FORMER = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:alte?[nrs]?|old|vorher|bisher\\p{L}*|aktuell\\p{L}*|current|ersetz\\p{L}*|ändern|alt[.:-].*)(?!\\p{L})"
                    + "|^\\s*(?:\\$|>>>|new )|<p>");
    /** What pages of providers put in the place of the domain. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?iu).*(?:kunde\\.de|(?:example|beispiel|domain|firma|muster)[\\p{L}-]*\\.[a-z]{2,})");

    static Stream<Path> texts() throws IOException {
        return PastedTextsTests.texts();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void everyServerBesideMxIsReadOrSaidToBeLeftOut(Path file) throws IOException {
        List<String> lines =
                List.of(Files.readString(file).replace('\u2011', '-').split("\\R", -1));
        Instruction read = InstructionReader.read(String.join("\n", lines), ZONE);
        Set<String> targets = records(read)
                .map(record -> record.target().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<Integer> left = read.left().stream().map(Instruction.Left::line).collect(Collectors.toSet());
        int heading = IntStream.range(0, lines.size())
                .filter(at -> FORMER.matcher(lines.get(at)).find()
                        && !SERVER.matcher(lines.get(at)).find())
                .findFirst()
                .orElse(lines.size());

        List<String> lost = IntStream.range(0, lines.size())
                .filter(at -> !left.contains(at + 1)
                        && at < heading
                        && (read.sets().isEmpty() || MX.matcher(lines.get(at)).find())
                        && !FORMER.matcher(lines.get(at)).find())
                .mapToObj(at -> SERVER.matcher(lines.get(at)).results().map(MatchResult::group))
                .flatMap(servers -> servers)
                .map(server -> server.toLowerCase(Locale.ROOT))
                .filter(server -> !targets.contains(server)
                        && !PLACEHOLDER.matcher(server).matches())
                .toList();

        assertThat(lost).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void noOwnerAndNoServerIsMadeUp(Path file) throws IOException {
        String text = Files.readString(file).replace('\u2011', '-').toLowerCase(Locale.ROOT);
        Instruction read = InstructionReader.read(text, ZONE);

        Stream<String> owners = read.sets().stream()
                .map(Instruction.PastedSet::owner)
                .filter(owner -> !owner.equals("@"))
                .map(IDN::toUnicode)
                .flatMap(owner -> Arrays.stream(owner.split("\\.")));
        Stream<String> targets = records(read).map(record -> record.target().split("\\.", 2)[0]);

        assertThat(Stream.concat(owners, targets))
                .allSatisfy(label -> assertThat(text).contains(label.toLowerCase(Locale.ROOT)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void readsTheSameHoweverItWasCopied(Path file) throws IOException {
        String text = Files.readString(file);
        List<Instruction.PastedSet> sets = InstructionReader.read(text, ZONE).sets();

        Stream<String> copies = Stream.of(
                text.replaceAll("\\R", "\r\n"),
                text.replace(' ', '\u00a0'),
                beforeEachLine("> ", text),
                beforeEachLine("    ", text),
                beforeEachLine("• ", text));

        assertThat(copies)
                .allSatisfy(copy ->
                        assertThat(InstructionReader.read(copy, ZONE).sets()).isEqualTo(sets));
    }

    private static String beforeEachLine(String start, String text) {
        return text.lines().map(line -> line.isBlank() ? line : start + line).collect(Collectors.joining("\n"));
    }

    private static Stream<Instruction.PastedRecord> records(Instruction read) {
        return read.sets().stream().flatMap(set -> set.records().stream());
    }
}
