package de.postlotse.publishing.powerdns;

import static de.postlotse.dns.MxSets.mx;
import static de.postlotse.publishing.server.Failing.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.publishing.server.ChangedElsewhereException;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.NameServerException.Reason;
import de.postlotse.publishing.server.ServedZone;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** What is particular to PowerDNS, tried with a real one. */
@Execution(ExecutionMode.CONCURRENT)
class PowerDnsServerTests {

    private static final DomainName KUNDE = DomainName.of("kunde.de");
    private static final String HEAD = """
            $TTL 300
            @ IN SOA ns1.hoster.net. hostmaster.hoster.net. 4294967295 7200 3600 1209600 60
            @ NS ns1.hoster.net.
            """;
    private static final String ZONE = "$ORIGIN kunde.de.\n" + HEAD + """
            @ MX 10 mail.kunde.de.
            shop MX 10 Mail.Kunde.de.
            sub NS ns.extern.net.
            sub MX 10 mx.extern.net.
            x.sub MX 10 mx.extern.net.
            """;
    private static final MxSet APEX = set("kunde.de", "10 mail.kunde.de");
    private static final MxSet SHOP = set("shop.kunde.de", "10 mail.kunde.de");
    private static final MxSet OTHER = set("kunde.de", "1 mx1.hoster.net");

    @TempDir
    Path folder;

    @AutoClose
    private PowerDns powerDns;

    private NameServer server;

    @BeforeEach
    void start() {
        powerDns = PowerDns.start(folder, Map.of("kunde.de", ZONE));
        server = Settings.of(powerDns).nameServer();
    }

    @Test
    void aWrongKeyIsToldByItsProperty() {
        NameServer stranger = Settings.of(powerDns).apiKey("falsch").nameServer();

        for (ThrowingCallable call : List.<ThrowingCallable>of(stranger::probe, () -> stranger.read(KUNDE))) {
            assertFails(call, Reason.REFUSED)
                    .withMessageContaining("postlotse.name-servers.pdns1.api-key")
                    .withMessageNotContaining("falsch");
        }
    }

    @Test
    void aWrongServerIdIsToldByItsProperty() {
        NameServer elsewhere = Settings.of(powerDns).serverId("anderer").nameServer();

        for (ThrowingCallable call : List.<ThrowingCallable>of(elsewhere::probe, () -> elsewhere.read(KUNDE))) {
            assertFails(call, Reason.REFUSED).withMessageContaining("postlotse.name-servers.pdns1.server-id");
        }
    }

    @Test
    void leavesOutWhatIsDelegatedAndDoesNotPutAnythingThere() {
        assertThat(server.read(KUNDE).mxSets()).containsExactlyInAnyOrder(APEX, SHOP);

        for (String owner : List.of("sub.kunde.de", "x.sub.kunde.de", "fremd.de")) {
            assertFails(() -> replace(APEX, SHOP, set(owner, "1 mx1.hoster.net")), Reason.REFUSED);
        }
        assertThat(server.read(KUNDE).serial()).isEqualTo(4_294_967_295L);
    }

    @Test
    void dnsAnswersWithTheChangeAtOnceAlsoWhereItAnsweredNothingBefore() throws Exception {
        assertThat(dig("kunde.de")).containsExactly("10 mail.kunde.de.");
        assertThat(dig("neu.kunde.de")).isEmpty();
        assertThat(dig("shop.kunde.de")).hasSize(1);

        replace(OTHER, set("neu.kunde.de", "1 mx1.hoster.net"));

        assertThat(dig("kunde.de")).containsExactly("1 mx1.hoster.net.");
        assertThat(dig("neu.kunde.de")).containsExactly("1 mx1.hoster.net.");
        assertThat(dig("shop.kunde.de")).isEmpty();
    }

    /** As pdnsutil leaves a zone: PowerDNS itself would not raise the serial. The last serial goes on at the first. */
    @Test
    void raisesTheSerialWherePowerDnsDoesNot() {
        powerDns.load("verein.de", "$ORIGIN verein.de.\n" + HEAD);
        DomainName verein = DomainName.of("verein.de");
        MxSet first = set("verein.de", "1 mx1.hoster.net");
        MxSet second = set("verein.de", "1 mx2.hoster.net");

        server.replaceMx(verein, MxReplacement.of(List.of(), List.of(first)));
        assertThat(server.read(verein)).isEqualTo(new ServedZone(1, List.of(first)));
        server.replaceMx(verein, MxReplacement.of(List.of(first), List.of(second)));
        assertThat(server.read(verein)).isEqualTo(new ServedZone(2, List.of(second)));
        server.replaceMx(verein, MxReplacement.of(List.of(second), List.of(second)));
        assertThat(server.read(verein).serial()).isEqualTo(2);
    }

    @Test
    void keepsWhatSomebodyHasDisabled() {
        sql("insert into records (domain_id, name, type, content, ttl, disabled, auth)"
                + " select id, 'kunde.de', 'MX', '77 aus.kunde.de', 300, 1, 1 from domains where name = 'kunde.de'");
        assertThat(server.read(KUNDE).mxSets()).contains(APEX);

        replace(OTHER);
        replace();

        assertThat(server.read(KUNDE).mxSets()).isEmpty();
        assertThat(sql("select prio || ' ' || content from records where disabled = 1"))
                .isEqualTo("77 aus.kunde.de");
    }

    @Test
    void takesARecordThatIsThereInTwoCasesForOne() {
        sql("insert into records (domain_id, name, type, content, ttl, disabled, auth)"
                + " select id, 'kunde.de', 'MX', '10 MAIL.kunde.de', 300, 0, 1 from domains where name = 'kunde.de'");

        assertThat(server.read(KUNDE).mxSets()).containsExactlyInAnyOrder(APEX, SHOP);
    }

    @Test
    void doesNotChangeACopy() {
        sql("update domains set type = 'SLAVE', master = '127.0.0.1:9' where name = 'kunde.de'");

        assertFails(() -> replace(OTHER), Reason.REFUSED).withMessageContaining("copy");
    }

    /** A changed set would be served with a signature that is no longer right. */
    @Test
    void doesNotChangeAZoneThatIsSignedElsewhere() {
        powerDns.pdnsutil("set-presigned", "kunde.de");
        sql("insert into records (domain_id, name, type, content, ttl, disabled, auth) select id, 'kunde.de', 'RRSIG',"
                + " 'MX 13 2 300 20370101000000 20260101000000 1 kunde.de. AAAA', 300, 0, 1 from domains");

        assertFails(() -> replace(OTHER), Reason.REFUSED).withMessageContaining("PRESIGNED");
    }

    /** They are told, since the API cannot compare and set. */
    @Test
    void tellsOfAChangeThatItOverwroteBetweenItsLookAndItsChange() {
        PowerDnsApiServer others = PowerDnsApiServer.serving(powerDns);
        replace(APEX, SHOP, set("neu.kunde.de", "1 mx1.hoster.net"));
        List<MxSet> before = server.read(KUNDE).mxSets();

        assertThatExceptionOfType(ChangedElsewhereException.class)
                .isThrownBy(() -> server.replaceMx(
                        KUNDE,
                        new MxReplacement(
                                before,
                                List.of(OTHER),
                                () -> others.putBlindly(set("kunde.de", "5 anders.extern.net")))))
                .satisfies(e -> assertThat(e.isOverwritten()).isTrue());
        assertThat(server.read(KUNDE).mxSets()).containsExactly(OTHER);
    }

    @Test
    void namesCannotLeaveTheirPlaceInThePath() {
        for (String name :
                List.of("a/b.de", "%2e%2e%2f.de", "x\\000y.de", "a\\.b.de", "kunde.de?rrsets=x", "a=2Fb.de", "*.de")) {
            assertFails(() -> server.read(DomainName.of(name)), Reason.ZONE_NOT_SERVED);
        }
    }

    @Test
    void findsAChangeThatAFrozenServerMakesLate() {
        NameServer impatient =
                Settings.of(powerDns).readTimeout(Duration.ofSeconds(1)).nameServer();
        MxReplacement frozenBeforeSending =
                new MxReplacement(List.of(APEX, SHOP), List.of(OTHER), () -> powerDns.pause());

        assertFails(() -> impatient.replaceMx(KUNDE, frozenBeforeSending), Reason.OUTCOME_UNKNOWN);
        powerDns.resume();

        MxSet next = set("kunde.de", "2 mx2.hoster.net");
        await().ignoreExceptionsMatching(e -> !(e instanceof ChangedElsewhereException))
                .untilAsserted(() -> impatient.replaceMx(KUNDE, MxReplacement.of(List.of(APEX, SHOP), List.of(next))));
        assertThat(server.read(KUNDE).mxSets()).containsExactly(next);
    }

    @Test
    void losesNothingAcknowledgedByKill() {
        replace(OTHER);

        powerDns.kill();
        powerDns.start();

        assertThat(server.read(KUNDE).mxSets()).containsExactly(OTHER);
    }

    private void replace(MxSet... wanted) {
        server.replaceMx(KUNDE, MxReplacement.of(server.read(KUNDE).mxSets(), List.of(wanted)));
    }

    private List<String> dig(String name) throws IOException {
        Message query = Message.newQuery(Record.newRecord(Name.fromString(name + "."), Type.MX, DClass.IN));
        return new SimpleResolver(powerDns.address())
                .send(query).getSection(Section.ANSWER).stream()
                        .map(Record::rdataToString)
                        .toList();
    }

    private String sql(String statement) {
        return powerDns.sql(statement).strip();
    }

    private static MxSet set(String owner, String... records) {
        return mx(owner, 300, records);
    }
}
