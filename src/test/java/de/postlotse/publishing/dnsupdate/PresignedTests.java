package de.postlotse.publishing.dnsupdate;

import static de.postlotse.dns.MxSets.mx;
import static de.postlotse.publishing.server.Failing.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServerException.Reason;
import de.postlotse.testing.Dig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** PowerDNS takes changes of a zone that was signed elsewhere, and goes on answering with the old signatures. */
@Execution(ExecutionMode.CONCURRENT)
class PresignedTests {

    private static final DomainName ZONE = DomainName.of("kunde.de");
    private static final MxSet OLD = mx("kunde.de", 300, "10 alt.extern.net");
    private static final MxSet NEW = mx("kunde.de", 300, "10 neu.extern.net");

    /** Signed with keys that nobody has any more; the signatures need not be valid today. */
    private static final String SIGNED = """
            $ORIGIN kunde.de.
            $TTL 300
            @ IN SOA ns1.hoster.net. hostmaster.hoster.net. 1 7200 3600 1209600 60
            @ RRSIG SOA 13 2 300 20361230212320 20261130212320 12693 kunde.de. z/GxJ7XfFF0epI+OjxQwf29aYmhOuMc1omHSSbDaIXa8Btxn0qyLykEbuXz/E9VWOUYel/QqhxwjUyheocOR7Q==
            @ NS ns1.hoster.net.
            @ MX 10 alt.extern.net.
            @ RRSIG MX 13 2 300 20361230212320 20261130212320 12693 kunde.de. 4Uvbwj3h9+NwErZxsQ2KOmnO3ugM6orPLwMIFolB/Z9IFAYtBKYiw4zUzVC6sZmmf76E9naccrwXgFYKYyRgpQ==
            @ DNSKEY 256 3 13 FdiceTd0nFA5tw67ftp+8UCdmQHWTDUCOZ39rdGHuAvdi7j/RzXv/ns6u6clH4pvJWUHvxDwkdM+qCdBv4IR4g==
            """;

    @TempDir
    private Path folder;

    @Test
    void isRefusedBeforeAnythingChanges() {
        try (UpdatedNameServer server = PowerDnsUpdate.start(
                folder, Map.of("kunde.de", SIGNED), process -> process.pdnsutil("set-presigned", "kunde.de"))) {
            assertFails(
                            () -> server.nameServer().replaceMx(ZONE, MxReplacement.of(List.of(OLD), List.of(NEW))),
                            Reason.REFUSED)
                    .withMessageContaining("PRESIGNED");

            Dig dig = new Dig(server.nameServer().dnsAddress());
            assertThat(dig.mx("kunde.de")).containsExactly("10 alt.extern.net");
            assertThat(dig.serial("kunde.de")).isEqualTo(1);
        }
    }
}
