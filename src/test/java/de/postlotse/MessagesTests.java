package de.postlotse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.postlotse.account.AccountProblem;
import de.postlotse.account.Correspondent;
import de.postlotse.account.Role;
import de.postlotse.account.token.ApiTokens;
import de.postlotse.desk.approval.ApprovalState;
import de.postlotse.desk.changes.ChangePeriod;
import de.postlotse.desk.finding.FindingFilter;
import de.postlotse.desk.finding.FindingKind;
import de.postlotse.desk.replacement.Remark;
import de.postlotse.desk.replacement.ReplacementItemStatus;
import de.postlotse.desk.replacement.ReplacementKind;
import de.postlotse.desk.report.ReportLinks;
import de.postlotse.desk.search.FoundZone;
import de.postlotse.desk.sweep.SweepStatus;
import de.postlotse.dns.TypedName;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.mailpath.End;
import de.postlotse.mailpath.Fate;
import de.postlotse.mailpath.Route;
import de.postlotse.planned.StepKind;
import de.postlotse.planned.StepOutcome;
import de.postlotse.planned.StepState;
import de.postlotse.policy.HostCondition;
import de.postlotse.policy.Verdict;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.reachability.ServerCertificate;
import de.postlotse.reachability.TestOutcome;
import de.postlotse.testing.Io;
import de.postlotse.work.JobState;
import de.postlotse.zone.ChangeKind;
import de.postlotse.zone.MailRouting;
import de.postlotse.zone.PublicationState;
import de.postlotse.zone.ZoneHealth;
import de.postlotse.zone.change.Consequence;
import de.postlotse.zone.change.FourEyesProperties;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The two message files against each other, and against the code and the templates that name their keys. */
class MessagesTests {

    private static final Properties GERMAN = load("/messages.properties");
    private static final Properties ENGLISH = load("/messages_en.properties");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern SINGLE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");
    private static final Pattern FINDING_CODE =
            Pattern.compile("\"((?:target|owner|priority|ttl|set|null-mx)-[a-z0-9-]+)\"");
    private static final Pattern MADE_FINDING =
            Pattern.compile("Finding\\s*\\.(?:error|warning|unchecked)\\(\\s*Field\\.\\w+,\\s*\"([^\"]+)\"");
    private static final Pattern TABLE_COLUMNS = Pattern.compile("columns=(.*?), (?:look|caption|of|body)=");
    private static final Set<String> COLUMN_CONDITIONS = Set.of("hosts.address");
    private static final Pattern TEMPLATE_KEY =
            Pattern.compile("#\\{([A-Za-z0-9_.-]+)[(}]|#messages\\.msg\\('([^']+)'[,)]");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(ENGLISH.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(GERMAN.stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void messageSaysSomethingInBothLanguages(String key) {
        assertThat(GERMAN.getProperty(key)).isNotBlank();
        assertThat(ENGLISH.getProperty(key)).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void messageNamesTheSameThingsInBothLanguages(String key) {
        assertThat(placeholders(ENGLISH.getProperty(key))).isEqualTo(placeholders(GERMAN.getProperty(key)));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void messageCanBeFormatted(String key) {
        assertThatCode(() -> new MessageFormat(GERMAN.getProperty(key), Locale.GERMAN))
                .doesNotThrowAnyException();
        assertThatCode(() -> new MessageFormat(ENGLISH.getProperty(key), Locale.ENGLISH))
                .doesNotThrowAnyException();
    }

    /** A single apostrophe is lost by MessageFormat, and placeholders behind it are shown as they stand. */
    @ParameterizedTest
    @MethodSource("keys")
    void messageHasNoSingleApostrophe(String key) {
        assertThat(GERMAN.getProperty(key)).doesNotContainPattern(SINGLE_APOSTROPHE);
        assertThat(ENGLISH.getProperty(key)).doesNotContainPattern(SINGLE_APOSTROPHE);
    }

    @Test
    void everyFindingHasAMessageAndEveryMessageAFinding() {
        Path product = Path.of("src/main/java/de/postlotse");
        String code = Stream.of("policy", "zone", "desk/replacement")
                .map(room -> sources(product.resolve(room), ".java"))
                .collect(Collectors.joining());
        Set<String> used = Stream.of(FINDING_CODE, MADE_FINDING)
                .flatMap(pattern -> pattern.matcher(code).results())
                .map(match -> "finding." + match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(keysFrom("finding.")).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everyHeadingThatATemplateNamesExists() {
        Set<String> named = TABLE_COLUMNS
                .matcher(sources(Path.of("src/main/resources/templates"), ".html"))
                .results()
                .flatMap(columns -> Stream.of(columns.group(1).split("[', ]+")))
                .filter(word -> word.matches("[a-z-]+(\\.[a-z-]+)+") && !COLUMN_CONDITIONS.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(GERMAN.stringPropertyNames()).containsAll(named);
    }

    @Test
    void everyKeyThatATemplateNamesExists() {
        Set<String> named = TEMPLATE_KEY
                .matcher(sources(Path.of("src/main/resources/templates"), ".html"))
                .results()
                .map(MessagesTests::key)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isNotEmpty();
        assertThat(GERMAN.stringPropertyNames()).containsAll(named);
    }

    /** Customers and staff read the same about a change: whose mail it is depends on who reads it. */
    @Test
    void whatAChangeMeansIsSaidAlikeToCustomersAndStaff() {
        assertThat(keysFrom("consequence."))
                .containsAll(named("consequence.", Consequence.values()))
                .hasSize(Consequence.values().length + 1)
                .allSatisfy(key -> assertThat(GERMAN.getProperty(key)).doesNotContain("Ihr", "Sie "))
                .allSatisfy(key -> assertThat(ENGLISH.getProperty(key)).doesNotContain("you"));
    }

    @Test
    void everyValueThatIsShownByItsNameHasAMessage() {
        assertThat(keysFrom("health.sentence."))
                .containsExactlyInAnyOrderElementsOf(named("health.sentence.", ZoneHealth.Why.values()));
        assertThat(keysFrom("health.")).containsAll(named("health.", ZoneHealth.Why.values()));
        assertThat(keysFrom("health.any."))
                .containsExactlyInAnyOrderElementsOf(named("health.any.", ZoneHealth.Health.values()));
        assertThat(keysFrom("routing."))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(MailRouting.values())
                        .map(routing -> "routing." + routing.code())
                        .toList());
        assertThat(keysFrom("tokens.validity."))
                .containsExactlyInAnyOrderElementsOf(named("tokens.validity.", ApiTokens.Validity.values()));
        assertThat(keysFrom("accounts.role."))
                .containsExactlyInAnyOrderElementsOf(named("accounts.role.", Role.values()));
        assertThat(keysFrom("accounts.problem."))
                .containsExactlyInAnyOrderElementsOf(named("accounts.problem.", AccountProblem.values()));
        assertThat(keysFrom("verdict.")).containsExactlyInAnyOrderElementsOf(named("verdict.", Verdict.values()));
        assertThat(keysFrom("mx.fault."))
                .containsExactlyInAnyOrderElementsOf(named("mx.fault.", HostCondition.values()));
        assertThat(keysFrom("take-over.state."))
                .containsExactlyInAnyOrderElementsOf(
                        named("take-over.state.", new JobState[] {JobState.RUNNING, JobState.STOPPED, JobState.DONE}));
        assertThat(keysFrom("mail-path.fate."))
                .containsExactlyInAnyOrderElementsOf(named("mail-path.fate.", Fate.values()));
        assertThat(keysFrom("mail-path.delay."))
                .containsExactlyInAnyOrderElementsOf(named("mail-path.delay.", End.Delay.values()));
        assertThat(keysFrom("mail-path.refusal."))
                .containsExactlyInAnyOrderElementsOf(named("mail-path.refusal.", End.Refusal.values()));
        assertThat(keysFrom("mail-path.difference."))
                .containsExactlyInAnyOrderElementsOf(named("mail-path.difference.", Route.Difference.Kind.values()));
        assertThat(keysFrom("mail-path.step.mx-unknown."))
                .containsExactlyInAnyOrderElementsOf(named("mail-path.step.mx-unknown.", HostAnswer.Cause.values()));
        assertThat(keysFrom("reachability.summary."))
                .containsExactlyInAnyOrderElementsOf(named("reachability.summary.", TestOutcome.Summary.values()));
        assertThat(keysFrom("reachability.nothing."))
                .containsExactlyInAnyOrderElementsOf(named("reachability.nothing.", TestOutcome.Reason.values()));
        assertThat(keysFrom("reachability.problem."))
                .containsExactlyInAnyOrderElementsOf(
                        named("reachability.problem.", ServerCertificate.Problem.values()));
        assertThat(keysFrom("mail-path.wrong."))
                .containsExactlyInAnyOrderElementsOf(named("mail-path.wrong.", TypedName.Fault.values()));
        assertThat(keysFrom("planned.state."))
                .containsExactlyInAnyOrderElementsOf(named("planned.state.", StepState.values()));
        assertThat(keysFrom("planned.outcome."))
                .containsExactlyInAnyOrderElementsOf(named("planned.outcome.", StepOutcome.values()));
        assertThat(keysFrom("planned.what."))
                .containsExactlyInAnyOrderElementsOf(named("planned.what.", StepKind.values()));
        assertThat(keysFrom("approvals.state."))
                .containsExactlyInAnyOrderElementsOf(named("approvals.state.", ApprovalState.values()));
        assertThat(keysFrom("approvals.kind."))
                .containsExactlyInAnyOrderElementsOf(named("approvals.kind.", ChangeKind.values()));
        assertThat(keysFrom("approvals.replacement."))
                .containsExactlyInAnyOrderElementsOf(named("approvals.replacement.", ReplacementKind.values()));
        assertThat(keysFrom("approvals.why."))
                .containsExactlyInAnyOrderElementsOf(named("approvals.why.", FourEyesProperties.Kind.values()));
        assertThat(keysFrom("history.kind."))
                .containsExactlyInAnyOrderElementsOf(named("history.kind.", ChangeKind.values()));
        assertThat(keysFrom("sweep.state."))
                .containsExactlyInAnyOrderElementsOf(named("sweep.state.", SweepStatus.State.values()));
        assertThat(keysFrom("sweep.condition."))
                .containsExactlyInAnyOrderElementsOf(named("sweep.condition.", HostCondition.values()));
        assertThat(keysFrom("replace.state."))
                .containsExactlyInAnyOrderElementsOf(named("replace.state.", JobState.values()));
        assertThat(keysFrom("replace.status."))
                .containsExactlyInAnyOrderElementsOf(
                        named("replace.status.", statuses(status -> status != ReplacementItemStatus.DONE)));
        assertThat(keysFrom("replace.why."))
                .containsExactlyInAnyOrderElementsOf(named("replace.why.", statuses(ReplacementItemStatus::isLeft)));
        assertThat(keysFrom("replace.line."))
                .containsExactlyInAnyOrderElementsOf(named("replace.line.", ReplacementKind.values()));
        assertThat(keysFrom("replace.done."))
                .containsExactlyInAnyOrderElementsOf(named("replace.done.", ReplacementKind.values()));
        assertThat(keysFrom("replace.host."))
                .containsExactlyInAnyOrderElementsOf(named("replace.host.", HostCondition.values()));
        assertThat(keysFrom("replace.remark.help."))
                .containsExactlyInAnyOrderElementsOf(named(
                        "replace.remark.help.",
                        Arrays.stream(Remark.values())
                                .filter(remark -> remark.consequence().isEmpty())
                                .toArray(Remark[]::new)));
        assertThat(keysFrom("replace.remark.")).containsAll(named("replace.remark.", Remark.values()));
        assertThat(keysFrom("review.kind."))
                .containsExactlyInAnyOrderElementsOf(named("review.kind.", FindingKind.values()));
        assertThat(keysFrom("review.todo."))
                .containsExactlyInAnyOrderElementsOf(named("review.todo.", FindingKind.values()));
        assertThat(keysFrom("review.filter.age."))
                .containsExactlyInAnyOrderElementsOf(named("review.filter.age.", FindingFilter.Age.values()));
        assertThat(keysFrom("review.filter.standing."))
                .containsExactlyInAnyOrderElementsOf(named("review.filter.standing.", FindingFilter.Standing.values()));
        assertThat(keysFrom("find.match."))
                .containsExactlyInAnyOrderElementsOf(named("find.match.", FoundZone.By.values()));
        assertThat(keysFrom("notice.mail.language."))
                .containsExactlyInAnyOrderElementsOf(named("notice.mail.language.", Correspondent.Language.values()));
        assertThat(keysFrom("changes.period."))
                .containsExactlyInAnyOrderElementsOf(named("changes.period.", ChangePeriod.values()));
        assertThat(keysFrom("report.validity."))
                .containsExactlyInAnyOrderElementsOf(named("report.validity.", ReportLinks.Validity.values()));
        assertThat(keysFrom("report.publication."))
                .containsExactlyInAnyOrderElementsOf(named("report.publication.", PublicationState.values()));
        assertThat(keysFrom("report.host.")).containsAll(named("report.host.", HostCondition.values()));
    }

    @Test
    void everyReasonNotToTakeAZoneOverHasAMessage() {
        Stream<String> reasons =
                Arrays.stream(NameServerException.Reason.values()).map(NameServerException.Reason::code);

        assertThat(keysFrom("take-over.problem."))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(reasons, Stream.of("unexpected"))
                        .map(code -> "take-over.problem." + code)
                        .toList());
    }

    @Test
    void everyFaultOfALineHasAMessage() {
        Stream<String> ofNames = Arrays.stream(TypedName.Fault.values())
                .map(fault -> "name-" + fault.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        Stream<String> others = Stream.of("no-customer", "customer", "too-many-fields", "twice");

        assertThat(keysFrom("take-over.wrong."))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(ofNames, others)
                        .map(code -> "take-over.wrong." + code)
                        .toList());
    }

    static Set<String> keys() {
        return new TreeSet<>(GERMAN.stringPropertyNames());
    }

    private static Set<String> keysFrom(String prefix) {
        return keys().stream().filter(key -> key.startsWith(prefix)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ReplacementItemStatus[] statuses(Predicate<ReplacementItemStatus> wanted) {
        return Arrays.stream(ReplacementItemStatus.values()).filter(wanted).toArray(ReplacementItemStatus[]::new);
    }

    private static Set<String> named(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name()).collect(Collectors.toSet());
    }

    private static Set<String> placeholders(String message) {
        return PLACEHOLDER
                .matcher(message)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static String key(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    private static String sources(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(MessagesTests::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        return Io.get(() -> Files.readString(file));
    }

    private static Properties load(String name) {
        Properties messages = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(MessagesTests.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            messages.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }
}
