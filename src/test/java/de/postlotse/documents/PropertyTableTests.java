package de.postlotse.documents;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.Postlotse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of properties in operating.md, compared with what the compiler wrote down about the properties. */
class PropertyTableTests {

    private static final MarkdownFile OPERATING = new MarkdownFile(Path.of("src/docs/operating.md"));
    private static final String NAME_SERVERS = "postlotse.name-servers";

    /** What is described: name, meaning and default as the tables have them. */
    private record Row(String name, String meaning, String standard) {

        static Row of(JsonNode property) {
            JsonNode standard = property.path("defaultValue");
            return new Row(
                    property.path("name").asString(),
                    property.path("description").asString(),
                    standard.isMissingNode() ? "none" : "`" + standard.asString() + "`");
        }

        @Override
        public String toString() {
            return "| `" + name + "` | " + meaning + " | " + standard + " |";
        }
    }

    @Test
    void hasEveryPropertyWithItsMeaningAndItsDefault() throws IOException {
        List<Row> described = described("spring-configuration-metadata.json").stream()
                .filter(row -> !row.name().equals(NAME_SERVERS))
                .toList();

        assertThat(table("Properties")).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void hasEverySettingOfAServerThatTakesDynamicUpdates() throws IOException {
        assertThat(table("Settings of type dnsupdate"))
                .containsExactlyInAnyOrderElementsOf(described(
                        "spring/configuration-metadata/de.postlotse.publishing.dnsupdate.DnsUpdateSettings.json"));
    }

    @Test
    void hasEverySettingOfAPowerDnsServer() throws IOException {
        assertThat(table("Settings of type powerdns"))
                .containsExactlyInAnyOrderElementsOf(described(
                        "spring/configuration-metadata/de.postlotse.publishing.powerdns.PowerDnsSettings.json"));
    }

    private static List<Row> described(String file) throws IOException {
        Path classes = Path.of(Postlotse.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        JsonNode metadata = new JsonMapper()
                .readTree(Files.readString(classes.resolve("META-INF").resolve(file)));
        return StreamSupport.stream(metadata.path("properties").spliterator(), false)
                .map(Row::of)
                .toList();
    }

    /** The rows of the table below a heading. */
    private static List<Row> table(String heading) {
        return OPERATING.below(heading).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(2).split(" \\| | \\|$"))
                .map(cells -> new Row(cells[0].replace("`", ""), cells[1], cells[2]))
                .toList();
    }
}
