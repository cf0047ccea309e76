package de.postlotse.zone.change;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.OnBothStores;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several writers on one zone. */
@OnBothStores
class ConcurrencyTests {

    private static final int WRITERS = 20;

    private final RunningPostlotse postlotse;
    private final JdbcClient store;
    private final String zone;

    ConcurrencyTests(RunningPostlotse postlotse, JdbcClient store) {
        this.postlotse = postlotse;
        this.store = store;
        this.zone = postlotse.newZone();
    }

    @Test
    void secondTabGetsTheNewStateBesideItsOwnInput() {
        Visitor first = postlotse.visitor("kunde1");
        Visitor second = postlotse.visitor("kunde1");
        first.get("/domains/" + zone);
        second.get("/domains/" + zone);

        first.post("/domains/" + zone + "/mx", form("s1", "20")).expect(302);
        Answer refused =
                second.post("/domains/" + zone + "/mx", form("S2", " 25 ")).expect(409);

        assertThat(refused.body())
                .contains("<span class=\"host\">s1." + zone + "</span>", "Trotzdem eintragen")
                .contains("value=\"S2." + zone + "\"", "value=\" 25 \"", "name=\"version\" value=\"2\"");
        assertThat(postlotse.version(zone)).isEqualTo(2);
    }

    @Test
    void ofFormsSentAtTheSameMomentExactlyOneIsSaved() throws Exception {
        List<Visitor> tabs =
                Stream.generate(() -> postlotse.visitor("kunde1")).limit(4).toList();

        List<Answer> answers = atOnce(IntStream.range(0, tabs.size())
                .<Callable<Answer>>mapToObj(i ->
                        () -> tabs.get(i).post("/domains/" + zone + "/mx", form("s" + (i + 1), "20")))
                .toList());

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(302).containsOnly(302, 409);
        assertThat(postlotse.version(zone)).isEqualTo(2);
    }

    @Test
    void staleDeletionAndPresetsAreRefusedToo() {
        Visitor customer = postlotse.visitor("kunde1");
        customer.post("/domains/" + zone + "/mx", form("s1", "20"));
        Map<String, String> stale = Map.of("owner", zone, "record", "10 mail." + zone + ".", "version", "1");

        assertThat(Stream.of("delete", "own-servers", "no-mail")
                        .map(action -> customer.post("/domains/" + zone + "/mx/" + action, stale)
                                .status()))
                .containsOnly(409);
        assertThat(postlotse.version(zone)).isEqualTo(2);
    }

    @Test
    void programsThatDoNotCareForTheVersionAllGetTheirRecordIn() throws Exception {
        ApiCaller customer = postlotse.api("kunde1");

        List<Answer> answers = atOnce(IntStream.rangeClosed(1, WRITERS)
                .<Callable<Answer>>mapToObj(number -> () -> customer.postPatiently(
                        "/api/v1/zones/" + zone + "/mx",
                        "{\"target\": \"s%d.%s\", \"priority\": \"%d\"}".formatted(number, zone, 20 + number)))
                .toList());

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers).extracting(answer -> answer.header("ETag")).doesNotHaveDuplicates();
        assertThat(historyVersions()).containsExactlyElementsOf(versionsTo(WRITERS + 1));
        postlotse.awaitLive(zone);
        assertThat(postlotse.dig().mx(zone))
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of("10 mail." + zone),
                                IntStream.rangeClosed(1, WRITERS)
                                        .mapToObj(number -> (20 + number) + " s" + number + "." + zone))
                        .toList());
    }

    private List<Long> historyVersions() {
        return store.sql("""
                        select c.version from zone_change c join zone z on z.id = c.zone_id
                        where z.name = ? order by c.version""").param(zone).query((row, number) -> row.getLong(1)).list();
    }

    private static List<Long> versionsTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private Map<String, String> form(String host, String priority) {
        return Map.of("owner", "", "target", host + "." + zone, "priority", priority, "ttl", "", "version", "1");
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try (ExecutorService writers = Executors.newFixedThreadPool(calls.size())) {
            List<Future<Answer>> answers = calls.stream()
                    .map(call -> writers.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            return answers.stream().map(ConcurrencyTests::result).toList();
        }
    }

    private static Answer result(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
