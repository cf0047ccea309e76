package de.postlotse.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MxSetTests {

    private static final DomainName OWNER = DomainName.of("kunde.de");
    private static final MxRecord MAIN = MxRecord.of(10, "mx1.hoster.net");
    private static final MxRecord BACKUP = MxRecord.of(20, "mx2.hoster.net");

    @Test
    void hasNoOrderOfItsOwnAndNoRecordTwice() {
        assertThat(set(BACKUP, MAIN, MxRecord.of(10, "MX1.hoster.net."))).isEqualTo(set(MAIN, BACKUP));
        assertThat(set(BACKUP, MAIN).records()).containsExactly(MAIN, BACKUP);
    }

    @Test
    void isSortedByPriorityThenByName() {
        assertThat(set(MxRecord.of(10, "b.net"), MxRecord.of(9, "z.net"), MxRecord.of(10, "a.net"))
                        .records())
                .hasToString("[9 z.net., 10 a.net., 10 b.net.]");
    }

    @Test
    void isNeverEmpty() {
        assertThatIllegalArgumentException().isThrownBy(MxSetTests::set).withMessageContaining("kunde.de");
    }

    @Test
    void namesEachTargetOnce() {
        assertThat(set(MAIN, MxRecord.of(30, "mx1.hoster.net"), BACKUP).targets())
                .containsExactly(MAIN.target(), BACKUP.target());
    }

    @Test
    void losesARecordAndGoesWithItsLastOne() {
        assertThat(set(MAIN, BACKUP).without(MAIN)).contains(set(BACKUP));
        assertThat(set(MAIN).without(BACKUP)).contains(set(MAIN));
        assertThat(set(MAIN).without(MAIN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,.,true", "10,.,true", "0,mx1.hoster.net,false"})
    void saysNoMailWhereItsOnlyTargetIsTheRoot(int priority, String target, boolean noMail) {
        assertThat(set(MxRecord.of(priority, target)).isNullMx()).isEqualTo(noMail);
    }

    @Test
    void saysMoreThanNoMailWhereThereIsAServerToo() {
        assertThat(set(MxRecord.NULL_MX, MAIN).isNullMx()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"10,mx1.hoster.net,10 mx1.hoster.net.", "0,.,0 ."})
    void recordIsWrittenAsInAMasterFile(int priority, String target, String written) {
        assertThat(MxRecord.of(priority, target)).hasToString(written);
    }

    private static MxSet set(MxRecord... records) {
        return MxSet.of(OWNER, new Ttl(3_600), List.of(records));
    }
}
