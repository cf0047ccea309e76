package de.postlotse.desk.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.desk.takeover.ListReading.Place;
import de.postlotse.desk.takeover.ListReading.WrongLine;
import de.postlotse.dns.DomainName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How lists of zones are read. */
@Execution(ExecutionMode.CONCURRENT)
class ListReaderTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kunde.de;10001            | kunde.de             | 10001",
                "kunde.de,10001            | kunde.de             | 10001",
                "kunde.de\t10001           | kunde.de             | 10001",
                "'  Kunde.DE. ; 10001  '   | kunde.de             | 10001",
                "'\uFEFFkunde.de;10001'    | kunde.de             | 10001",
                "kunde.de;10001;           | kunde.de             | 10001",
                "'\"kunde.de\";\"10001\"'  | kunde.de             | 10001",
                "'\"kunde.de\",\"10001\"'  | kunde.de             | 10001",
                "'\"kunde.de\"\t10001'      | kunde.de             | 10001",
                "'\uFEFF\"kunde.de\";10001' | kunde.de             | 10001",
                "bäckerei-müller.de;K-7    | xn--bckerei-mller-bfb28a.de | K-7",
                "xn--bckerei-mller-bfb28a.de;K-7 | xn--bckerei-mller-bfb28a.de | K-7"
            })
    void readsAZoneAndItsCustomer(String line, String zone, String customer) {
        assertThat(ListReader.read(line, ""))
                .isEqualTo(new ListReading.Complete(List.of(new ListReading.Entry(DomainName.of(zone), customer))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kunde.de                  | no-customer",
                "kunde.de;                 | no-customer",
                "kunde.de; ;10001          | no-customer",
                "kunde.de;10001;mehr       | too-many-fields",
                "kunde.de;10 001           | customer",
                "kunde.de;12345678901234567890123456789012345678901 | customer",
                "kunde.de;<b>              | customer",
                ";                         | name-missing",
                ";10001                    | name-missing",
                "kunde..de;10001           | name-empty-label",
                "-kunde.de;10001           | name-hyphen-at-end",
                "kun_de.de;10001           | name-underscore",
                "kunde!.de;10001           | name-character",
                "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcd.de;1 | name-label-too-long"
            })
    void namesWhatIsWrongWithALine(String line, String code) {
        assertThat(ListReader.read("eins.de;1\n" + line, "")).isInstanceOfSatisfying(ListReading.Wrong.class, wrong -> {
            assertThat(wrong.count()).isEqualTo(1);
            assertThat(wrong.first()).containsExactly(new WrongLine(new Place(false, 2), line, code, null));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain;customer\nkunde.de;10001",
                "\uFEFF\"Domain\",\"Kundennummer\"\r\n\r\n\"kunde.de\",\"10001\"\r\n",
                "# Export\nKunde\tZone\n10001\tkunde.de",
                "id;domain_name;customer_id;status\n7;kunde.de;10001;active",
                "Domain;Kd-Nr.\nkunde.de;10001"
            })
    void takesAHeadingForWhatItIs(String list) {
        ListReading read = new ListReading.Complete(List.of(new ListReading.Entry(DomainName.of("kunde.de"), "10001")));

        assertThat(ListReader.read(list, "")).isEqualTo(read);
        assertThat(ListReader.read("", list)).isEqualTo(read);
    }

    @Test
    void passesOverBlankLinesAndComments() {
        assertThat(ListReader.read("# Umzug\n\n  \n  # noch einer\neins.de;1\r\nzwei.de;2\r\n", ""))
                .isInstanceOfSatisfying(
                        ListReading.Complete.class,
                        list -> assertThat(list.entries())
                                .extracting(entry -> entry.zone().toString())
                                .containsExactly("eins.de", "zwei.de"));
        assertThat(ListReader.read("# nichts\n", " \n")).isEqualTo(new ListReading.Empty());
    }

    @Test
    void readsWhatWasTypedAndTheFileAsOneListAndNamesWhereTheSameZoneStands() {
        assertThat(ListReader.read("eins.de;1", "zwei.de;2\nEINS.de;1"))
                .isInstanceOfSatisfying(
                        ListReading.Wrong.class,
                        wrong -> assertThat(wrong.first())
                                .containsExactly(
                                        new WrongLine(new Place(true, 2), "EINS.de;1", "twice", new Place(false, 1))));
    }

    @Test
    void namesTheFirstWrongLinesAndCountsTheRest() {
        String list = "falsch\n".repeat(25) + "gut.de;1\n";

        assertThat(ListReader.read(list, "")).isInstanceOfSatisfying(ListReading.Wrong.class, wrong -> {
            assertThat(wrong.count()).isEqualTo(25);
            assertThat(wrong.first())
                    .hasSize(20)
                    .last()
                    .extracting(line -> line.place().number())
                    .isEqualTo(20);
        });
    }

    @Test
    void takesAHundredThousandZonesAndNotOneMore() {
        String most = IntStream.range(0, ListReader.MOST_ZONES)
                .mapToObj(number -> "kunde-" + number + ".de;1")
                .collect(Collectors.joining("\n"));

        assertThat(ListReader.read("", most))
                .isInstanceOfSatisfying(
                        ListReading.Complete.class,
                        list -> assertThat(list.entries()).hasSize(ListReader.MOST_ZONES));
        assertThat(ListReader.read("noch-einer.de;1", most)).isEqualTo(new ListReading.TooLong());
    }
}
