package de.postlotse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplication;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A resolver knows more than the world: customers learn nothing of the network that it is in. */
@WholeApplication
class ShownAddressesTests {

    private static final List<String> INTERNAL = List.of("10.11.12.13", "fd00:11:12::13", "127.0.0.1");

    private final RunningPostlotse postlotse;
    private final String zone;
    private final String host;

    ShownAddressesTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
        this.zone = postlotse.newZone();
        this.host = "innen." + zone.replace(".example", ".net");
        postlotse.dns().with(host + " A 192.175.48.7", host + " A 10.11.12.13", host + " AAAA fd00:11:12::13");
    }

    @Test
    void customersSeeThePublicOnesAndStaffAll() {
        ApiCaller customer = postlotse.api("kunde1");
        customer.post("/api/v1/zones/" + zone + "/mx", entry(host)).expect(201);

        assertThat(read("kunde1"))
                .allSatisfy(answer -> assertThat(answer.body()).doesNotContain(INTERNAL));
        assertThat(read("kunde1"))
                .anySatisfy(answer -> assertThat(answer.body()).contains("192.175.48.7"));
        assertThat(read("support"))
                .anySatisfy(answer -> assertThat(answer.body()).contains("10.11.12.13"))
                .anySatisfy(answer -> assertThat(answer.body()).contains("fd00:11:12::13"));
    }

    /** All that is about the zone and asks DNS. */
    private List<Answer> read(String username) {
        Visitor visitor = postlotse.visitor(username);
        ApiCaller api = postlotse.api(username);
        return Stream.of(
                        visitor.get("/domains/" + zone),
                        visitor.get("/domains/" + zone + "/servers"),
                        visitor.get("/domains/" + zone + "/name-servers"),
                        visitor.get("/mail-path?q=info@" + zone),
                        visitor.get("/domains/" + zone + "/mx/delete?owner=" + zone + "&record=10+mail." + zone + "."),
                        visitor.post("/domains/" + zone + "/mx/check", Map.of("target", host)),
                        api.get("/api/v1/mail-path?domain=" + zone),
                        api.get("/api/v1/zones/" + zone + "/name-servers"),
                        api.post("/api/v1/zones/" + zone + "/mx/check", entry(host)))
                .map(answer -> answer.expect(200))
                .toList();
    }

    @Test
    void aRefusalNamesNoneEither() {
        String inner = "nur-" + host;
        postlotse.dns().with(inner + " A 10.11.12.13");

        Answer customer = postlotse.api("kunde1").post("/api/v1/zones/" + zone + "/mx", entry(inner));
        Answer staff = postlotse.api("support").post("/api/v1/zones/" + zone + "/mx", entry(inner));

        assertThat(customer.expect(422).body())
                .contains("nicht öffentliche Adresse")
                .doesNotContain(INTERNAL);
        assertThat(staff.expect(422).body()).contains("10.11.12.13");
        assertThat(postlotse
                        .visitor("kunde1")
                        .post("/domains/" + zone + "/mx", Map.of("target", inner, "version", "1"))
                        .expect(422)
                        .body())
                .contains("nicht öffentliche Adresse")
                .doesNotContain(INTERNAL);
    }

    private static String entry(String host) {
        return "{\"target\": \"" + host + "\", \"priority\": 20}";
    }
}
