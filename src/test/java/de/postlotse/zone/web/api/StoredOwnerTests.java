package de.postlotse.zone.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplication;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sets that were taken over with a zone have owners that could not be entered; they are worked with like all others. */
@WholeApplication
class StoredOwnerTests {

    private final ApiCaller api;
    private final Visitor customer;
    private final String zone;
    private final String path;

    StoredOwnerTests(RunningPostlotse postlotse) {
        this.api = postlotse.api("kunde1");
        this.customer = postlotse.visitor("kunde1");
        this.zone = postlotse.newOddZone();
        this.path = "/api/v1/zones/" + zone + "/mx/";
    }

    @Test
    void aSetIsReadChangedAndDeletedByItsStoredOwner() {
        String record = "{\"records\": [{\"priority\": 10, \"target\": \"mail2.%s\"}], \"ttl\": 300}".formatted(zone);

        assertThat(api.get(path + "_mta").expect(200).text("/owner")).isEqualTo("_mta");
        assertThat(api.put(path + "_mta", record).expect(200).text("/records/0/target"))
                .isEqualTo("mail2." + zone);
        api.post(path.replaceAll("/$", ""), "{\"owner\": \"_mta\", \"target\": \"s1.%s\"}".formatted(zone))
                .expect(201);
        api.delete(path + "_mta/s1." + zone).expect(204);
        api.delete(path + "_mta." + zone).expect(204);
        api.get(path + "_mta").expect(404);
        assertThat(api.put(path + "_mta", record).expect(422).codes()).contains("owner-underscore");
    }

    @Test
    void theNullMxHasAnAddress() {
        api.delete(path + "mix?target=.").expect(204);

        assertThat(api.get(path + "mix").expect(200).texts("/records", "target"))
                .containsExactly("mail." + zone);
        api.delete(path + "mix?target=.").expect(404);
    }

    @Test
    void aServerIsTakenOutForMaintenanceAndPutBack() {
        String maintenance = path + "_mta/mail." + zone + "/maintenance";

        api.post(maintenance, "{}").expect(200);
        assertThat(api.get(path + "_mta").texts("/records", "target")).containsExactly("mail2." + zone);
        api.delete(maintenance).expect(200);
        assertThat(api.get(path + "_mta").texts("/records", "target")).hasSize(2);
    }

    @Test
    void thePageChangesARecordAndFiltersTheHistory() {
        String version =
                customer.get("/domains/" + zone).body().replaceAll("(?s).*name=\"version\" value=\"([^\"]+)\".*", "$1");
        Answer saved = customer.post(
                "/domains/" + zone + "/mx",
                Map.of(
                        "owner",
                        "_mta." + zone,
                        "target",
                        "mail." + zone,
                        "priority",
                        "30",
                        "ttl",
                        "300",
                        "version",
                        version,
                        "replaces",
                        "10 mail." + zone + "."));

        assertThat(customer.follow(saved).body()).contains("Gespeichert.");
        assertThat(customer.get("/domains/" + zone + "/history?owner=_mta").body())
                .contains(">mail." + zone + "<", "Priorität\u00a030")
                .doesNotContain("konnte nicht gelesen");
    }
}
