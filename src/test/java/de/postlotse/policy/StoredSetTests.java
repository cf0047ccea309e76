package de.postlotse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets that were taken over as they were served. */
class StoredSetTests {

    private static final DomainName ZONE = DomainName.of("verband.org");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            verband.org      | 10 mx.anbieter.net                       |
            verband.org      | 10 mail.verband.org 20 mx.anbieter.net   |
            verband.org      | 10 verband.org                           |
            verband.org      | 0 .                                      |
            *.verband.org    | 10 mx.anbieter.net                       |
            verband.org      | 10 mail.verband.org.verband.org          | mail.verband.org.verband.org
            verband.org      | 10 192.0.2.1 20 mx.anbieter.net          | 192.0.2.1
            verband.org      | 10 192.0.2.1.verband.org                 |
            verband.org      | 10 localhost                             | localhost
            verband.org      | 10 mx_1.anbieter.net                     | mx_1.anbieter.net
            verband.org      | 10 .                                     | set
            verband.org      | 0 . 10 mx.anbieter.net                   | beside
            a_b.verband.org  | 10 mx.anbieter.net                       | set
            shop.verband.org.verband.org | 10 mx.anbieter.net           | set
            """)
    void isJudgedByTheRulesThatNeedNoDns(String owner, String records, String fault) {
        String[] words = records.split(" ");
        List<MxRecord> all = Stream.iterate(0, i -> i < words.length, i -> i + 2)
                .map(i -> MxRecord.of(Integer.parseInt(words[i]), words[i + 1]))
                .toList();
        StoredSet set = new StoredSet(ZONE, MxSet.of(DomainName.of(owner), new Ttl(3_600), all));

        assertThat(set.isFaulty()).isEqualTo(fault != null);
        assertThat(set.isImpossible()).isEqualTo("set".equals(fault));
        assertThat(set.contradictsItself()).isEqualTo("beside".equals(fault));
        if (fault != null && fault.contains(".") || "localhost".equals(fault)) {
            assertThat(set.impossibleServers()).containsExactly(DomainName.of(fault));
        } else {
            assertThat(set.impossibleServers()).isEmpty();
        }
    }
}
