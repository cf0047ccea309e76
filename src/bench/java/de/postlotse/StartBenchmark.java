package de.postlotse;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** What a start, the first hundred pages and edits, and the memory cost, beside a bare application in the same run. */
final class StartBenchmark {

    private static final int ROUNDS = 3;
    private static final int HUNDRED = 100;
    private static final int WARM_UP = 1_300;
    private static final String ZONE = "blumen-koenig.example";
    private static final List<String> PAGES =
            List.of("/domains", "/domains/" + ZONE, "/domains/" + ZONE + "/history", "/help");

    /** A program of which so many starts are measured; the bare one takes none of our arguments. */
    private record Way(String name, List<String> command, boolean bare) {

        String page() {
            return bare ? "/" : "/login";
        }
    }

    private final Path folder;
    private int starts;

    private StartBenchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("postlotse-start");
        Path archive = archive();
        StartBenchmark benchmark = new StartBenchmark(folder);
        Path bareArchive = BareArchive.write(archive, folder.resolve("bare.jar"));
        Path unit = benchmark.assemble();
        Path bareUnit = benchmark.assembleBare(unit, bareArchive);

        List<Way> ways = new ArrayList<>(List.of(
                new Way("as the unit starts it", List.of(unit.resolve("run").toString()), false),
                new Way(
                        "bare, as the unit starts it",
                        List.of(bareUnit.resolve("run").toString()),
                        true),
                new Way("as one archive", java("-jar", archive.toString()), false),
                new Way("bare, as one archive", java("-jar", bareArchive.toString()), true)));
        String other = System.getProperty("bench.other", "");
        if (!other.isEmpty()) {
            ways.add(new Way("the other build, as one archive", java("-jar", other), false));
        }
        for (int round = 1; round <= ROUNDS; round++) {
            for (Way way : ways) {
                benchmark.start(round, way);
            }
        }
        for (Way way : ways.stream().filter(way -> !way.bare()).toList()) {
            benchmark.pages(way);
            benchmark.edits(way);
        }
        System.exit(0); // dnsjava's threads would keep it
    }

    private static Path archive() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("postlotse-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("package first"));
        }
    }

    private static List<String> java(String... arguments) {
        return Stream.concat(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.of(arguments))
                .toList();
    }

    private Path assemble() throws Exception {
        Path unit = folder.resolve("unit");
        execute(Map.of(), List.of("src/main/docker/assemble", unit.toString()));
        execute(
                Map.of("PORT", Integer.toString(FreePorts.next())),
                List.of(unit.resolve("train").toString()));
        return unit;
    }

    /** The bare application learns by its page, as ours by its pages. */
    private Path assembleBare(Path unit, Path bareArchive) throws Exception {
        Path bare = folder.resolve("bare");
        execute(
                Map.of(),
                java("-Djarmode=tools", "-jar", bareArchive.toString(), "extract", "--destination", "" + bare));
        Files.move(bare.resolve("bare.jar"), bare.resolve("postlotse.jar"));
        Files.copy(unit.resolve("run"), bare.resolve("run"));
        execute(Map.of(), List.of("chmod", "+x", bare.resolve("run").toString()));
        Files.createSymbolicLink(bare.resolve("runtime"), unit.resolve("runtime"));
        Way training = new Way("bare, learning", List.of(bare.resolve("run").toString()), true);
        try (StartedProgram program =
                start(training, Map.of("JAVA_OPTIONS", "-XX:AOTCacheOutput=" + bare.resolve("postlotse.aot")))) {
            PageReader reader = new PageReader(program.base());
            for (int page = 0; page < 280; page++) {
                reader.get("/");
            }
        }
        return bare;
    }

    private void execute(Map<String, String> environment, List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("steps.log").toFile());
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(command + ": " + Files.readString(folder.resolve("steps.log")));
        }
    }

    private StartedProgram start(Way way, Map<String, String> environment) throws IOException {
        int port = FreePorts.next();
        Path data = Files.createDirectory(folder.resolve("data" + ++starts));
        List<String> command = new ArrayList<>(way.command());
        command.add("--server.port=" + port);
        if (way.bare()) {
            command.add("--spring.datasource.url=jdbc:h2:file:" + data.resolve("store"));
        } else {
            command.add("--postlotse.data-directory=" + data);
            command.add("--postlotse.embedded-name-server.port=0");
            command.add("--postlotse.dns.checks-per-minute=1000000"); // one caller makes all edits
        }
        return StartedProgram.start(command, environment, port, way.page(), folder.resolve("log" + starts));
    }

    private void start(int round, Way way) throws IOException {
        try (StartedProgram program = start(way, Map.of())) {
            Duration processor = program.processorTime();
            System.out.printf(
                    Locale.ROOT,
                    "start %d, %s: first page after %.2f s, %.2f s of processor time, %d MB%n",
                    round,
                    way.name(),
                    program.untilFirstPage().toMillis() / 1e3,
                    processor.toMillis() / 1e3,
                    program.residentMegabytes());
        }
    }

    private void pages(Way way) throws IOException {
        try (StartedProgram program = start(way, Map.of());
                PageReader reader = new PageReader(program.base()).logIn("kunde1", "postlotse")) {
            List<Durations> first = PAGES.stream().map(page -> new Durations()).toList();
            List<Durations> warm = PAGES.stream().map(page -> new Durations()).toList();
            read(reader, HUNDRED, first);
            long megabytes = program.residentMegabytes();
            read(reader, WARM_UP, PAGES.stream().map(page -> new Durations()).toList());
            read(reader, HUNDRED, warm);
            for (int page = 0; page < PAGES.size(); page++) {
                System.out.printf(
                        Locale.ROOT,
                        "%s, %s: %s for the first hundred, %s when warm, ratio %.1f%n",
                        way.name(),
                        PAGES.get(page),
                        first.get(page),
                        warm.get(page),
                        first.get(page).percentile(50) / warm.get(page).percentile(50));
            }
            System.out.printf(
                    "%s: %d MB after the first %d pages, %d MB after all%n",
                    way.name(), megabytes, HUNDRED * PAGES.size(), program.residentMegabytes());
        }
    }

    private static void read(PageReader reader, int times, List<Durations> durations) {
        for (int time = 0; time < times; time++) {
            for (int page = 0; page < PAGES.size(); page++) {
                String path = PAGES.get(page);
                durations.get(page).measure(() -> {
                    if (reader.get(path).status() != 200) {
                        throw new IllegalStateException(path);
                    }
                });
            }
        }
    }

    private void edits(Way way) throws IOException {
        try (StartedProgram program = start(way, Map.of())) {
            ApiCaller api = ApiCaller.anonymous(program.base()).as("kunde1", "postlotse");
            Durations first = new Durations();
            Durations warm = new Durations();
            double firstCost = edit(program, HUNDRED, n -> first.measure(() -> save(api, 2_000 + n)));
            edit(program, WARM_UP, n -> save(api, 3_000 + n));
            double warmCost = edit(program, HUNDRED, n -> warm.measure(() -> save(api, 5_000 + n)));
            System.out.printf(
                    Locale.ROOT,
                    "%s, edits: %s for the first hundred, %s when warm, ratio %.1f; %.1f and %.1f ms of processor time"
                            + " each; %d MB after %d edits%n",
                    way.name(),
                    first,
                    warm,
                    first.percentile(50) / warm.percentile(50),
                    firstCost,
                    warmCost,
                    program.residentMegabytes(),
                    2 * HUNDRED + WARM_UP);
        }
    }

    /** Processor time of one edit, in milliseconds, with what goes on beside it: publishing, proof, rounds. */
    private static double edit(StartedProgram program, int times, IntConsumer edit) {
        Duration before = program.processorTime();
        for (int n = 0; n < times; n++) {
            edit.accept(n);
        }
        return program.processorTime().minus(before).toMillis() / (double) times;
    }

    private static void save(ApiCaller api, int ttl) {
        Answer answer = api.put(
                "/api/v1/zones/" + ZONE + "/mx/@",
                "{\"ttl\": %d, \"records\": [{\"priority\": 10, \"target\": \"mail.%s\"}]}".formatted(ttl, ZONE));
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
    }
}
