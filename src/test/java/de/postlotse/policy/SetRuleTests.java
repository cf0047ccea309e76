package de.postlotse.policy;

import static de.postlotse.policy.SetRule.AT_MOST_50;
import static de.postlotse.policy.SetRule.NULL_MX_ALONE;
import static de.postlotse.policy.SetRule.NULL_MX_MEANS_NO_MAIL;
import static de.postlotse.policy.SetRule.NULL_MX_PRIORITY;
import static de.postlotse.policy.SetRule.ONE_TTL;
import static de.postlotse.policy.SetRule.SAME_HOST_ONCE;
import static de.postlotse.policy.SetRule.VERIFICATION_LAST;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.Ttl;
import de.postlotse.dns.TypedName;
import de.postlotse.policy.Finding.Field;
import de.postlotse.policy.Finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule about a set by itself. */
class SetRuleTests {

    private static final Ttl HOUR = new Ttl(3_600);
    private static final MxRecord MAIN = MxRecord.of(10, "mx1.hoster.net");
    private static final MxRecord BACKUP = MxRecord.of(20, "mx2.hoster.net");
    private static final MxRecord UMLAUT = MxRecord.of(30, "mx.xn--bcher-kva.de");
    private static final MxRecord NO_MAIL = MxRecord.NULL_MX;

    @ParameterizedTest
    @CsvSource(textBlock = """
            10,  mx1.hoster.net,         mx1.hoster.net
            99,  mx1.hoster.net,         mx1.hoster.net
            10,  MX1.Hoster.net.,        mx1.hoster.net
            99,  mx2.hoster.net,         mx2.hoster.net
            10,  mx.bücher.de,           mx.xn--bcher-kva.de
            10,  MX.BÜCHER.DE,           mx.xn--bcher-kva.de
            10,  mx.xn--bcher-kva.de,    mx.xn--bcher-kva.de
            """)
    void sameHostIsRefusedHoweverItIsWritten(int priority, String typed, String present) {
        assertThat(judge(SAME_HOST_ONCE, record(priority, typed), MAIN, BACKUP, UMLAUT))
                .hasValueSatisfying(finding -> {
                    assertThat(finding.code()).isEqualTo("set-same-host-twice");
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.arguments()).first().isEqualTo(DomainName.of(present));
                });
    }

    @ParameterizedTest
    @CsvSource({"mx3.hoster.net", "mx1.hoster.de", "hoster.net", "a.mx1.hoster.net"})
    void otherHostIsTaken(String typed) {
        assertThat(judge(SAME_HOST_ONCE, record(10, typed), MAIN, BACKUP)).isEmpty();
        assertThat(judge(SAME_HOST_ONCE, record(10, typed))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            32767, ms12345678.msv1.invalid, target-verifies-only,     WARNING
            21,    ms1.msv1.invalid,        target-verifies-only,     WARNING
            20,    ms12345678.msv1.invalid, priority-of-verification, ERROR
            0,     ms12345678.msv1.invalid, priority-of-verification, ERROR
            """)
    void verificationIsTakenBehindAllServersOnly(int priority, String target, String code, Severity severity) {
        assertThat(judge(VERIFICATION_LAST, record(priority, target), MAIN, BACKUP))
                .hasValueSatisfying(finding -> {
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.severity()).isEqualTo(severity);
                });
    }

    @Test
    void verificationIsNotTakenWithoutAServer() {
        MxRecord verification = record(32767, "ms12345678.msv1.invalid");

        assertThat(judge(VERIFICATION_LAST, verification))
                .hasValueSatisfying(finding -> assertThat(finding.code()).isEqualTo("priority-of-verification"));
        assertThat(judge(VERIFICATION_LAST, verification, record(10, "ms87654321.msv1.invalid")))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"mx1.hoster.net", "ms12345678.msv1.invalid.hoster.net", "ms12345678.msv1.valid"})
    void otherNamesProveNothing(String target) {
        assertThat(judge(VERIFICATION_LAST, record(10, target), MAIN)).isEmpty();
    }

    @Test
    void nullMxStandsAlone() {
        assertThat(judge(NULL_MX_ALONE, NO_MAIL)).isEmpty();
        assertThat(judge(NULL_MX_ALONE, MAIN, BACKUP)).isEmpty();
        assertThat(judge(NULL_MX_ALONE, NO_MAIL, MAIN))
                .contains(Finding.error(Field.SET, "set-null-mx-beside-servers"));
        assertThat(judge(NULL_MX_ALONE, MAIN, NO_MAIL)).contains(Finding.error(Field.SET, "set-server-beside-null-mx"));
        assertThat(judge(NULL_MX_ALONE, NO_MAIL, NO_MAIL)).contains(Finding.error(Field.SET, "set-null-mx-twice"));
        assertThat(judge(NULL_MX_ALONE, MxRecord.of(10, "."), NO_MAIL))
                .contains(Finding.error(Field.SET, "set-null-mx-twice"));
    }

    @ParameterizedTest
    @CsvSource({"0,.,false", "10,.,true", "65535,.,true", "10,mx1.hoster.net,false", "0,mx1.hoster.net,false"})
    void nullMxHasPriority0(int priority, String target, boolean refused) {
        Optional<Finding> refusal =
                Optional.of(Finding.error(Field.PRIORITY, "null-mx-priority").suggesting("0"));

        assertThat(judge(NULL_MX_PRIORITY, MxRecord.of(priority, target)))
                .isEqualTo(refused ? refusal : Optional.empty());
    }

    @Test
    void nullMxIsWorthAWord() {
        assertThat(judge(NULL_MX_MEANS_NO_MAIL, NO_MAIL))
                .contains(Finding.warning(Field.TARGET, "null-mx-means-no-mail"));
        assertThat(judge(NULL_MX_MEANS_NO_MAIL, MAIN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,false", "1,false", "49,false", "50,true", "51,true"})
    void setHasAtMost50Records(int present, boolean refused) {
        MxRecord[] others = IntStream.range(0, present)
                .mapToObj(number -> MxRecord.of(number, "mx" + number + ".example.de"))
                .toArray(MxRecord[]::new);

        assertThat(judge(AT_MOST_50, MAIN, others))
                .isEqualTo(refused ? Optional.of(Finding.error(Field.SET, "set-too-many", 50)) : Optional.empty());
    }

    @Test
    void otherTtlChangesTheSet() {
        assertThat(ONE_TTL.judge(new Proposal(List.of(MAIN), Optional.of(HOUR), BACKUP, new Ttl(60))))
                .contains(Finding.warning(Field.TTL, "ttl-changes-set", HOUR, new Ttl(60)));
    }

    @Test
    void sameTtlAndTtlOfANewSetChangeNothing() {
        assertThat(ONE_TTL.judge(new Proposal(List.of(MAIN), Optional.of(HOUR), BACKUP, HOUR)))
                .isEmpty();
        assertThat(ONE_TTL.judge(new Proposal(List.of(), Optional.empty(), BACKUP, new Ttl(60))))
                .isEmpty();
        assertThat(ONE_TTL.judge(new Proposal(List.of(), Optional.of(HOUR), BACKUP, new Ttl(60))))
                .isEmpty();
    }

    @Test
    void allRulesAreAsked() {
        Proposal proposal = new Proposal(List.of(NO_MAIL, MAIN), Optional.of(HOUR), MxRecord.of(10, "."), new Ttl(60));

        assertThat(SetRule.judgeAll(proposal).stream().map(Finding::code))
                .containsExactly("set-null-mx-twice", "null-mx-priority", "null-mx-means-no-mail", "ttl-changes-set");
    }

    private static Optional<Finding> judge(SetRule rule, MxRecord record, MxRecord... others) {
        return rule.judge(new Proposal(List.of(others), Optional.of(HOUR), record, HOUR));
    }

    private static MxRecord record(int priority, String typed) {
        TypedName.Valid valid = (TypedName.Valid) TypedName.read(typed);
        return MxRecord.of(priority, valid.name().toString());
    }
}
