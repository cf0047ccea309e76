package de.postlotse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.MxRecord;
import de.postlotse.dns.Preference;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''             | 10
            0              | 10
            5              | 10
            9              | 10
            10             | 20
            10 20          | 30
            20 10          | 30
            10 10          | 20
            15             | 20
            10 100         | 110
            65524          | 65530
            65530          | 65535
            65535          | 65535
            """)
    void nextPriorityIsTheNextFullTen(String others, int next) {
        assertThat(Proposal.nextPreference(records(others))).isEqualTo(new Preference(next));
    }

    @Test
    void nullMxDoesNotCountAsAServer() {
        assertThat(Proposal.nextPreference(List.of(MxRecord.NULL_MX, MxRecord.of(50, "."))))
                .isEqualTo(new Preference(10));
    }

    private static List<MxRecord> records(String priorities) {
        return Stream.of(priorities.split(" "))
                .filter(priority -> !priority.isEmpty())
                .map(priority -> MxRecord.of(Integer.parseInt(priority), "mx" + priority + ".hoster.net"))
                .toList();
    }
}
