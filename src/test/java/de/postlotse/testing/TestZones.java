package de.postlotse.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The master files that the embedded name server of a test starts with: the demo zones and zones to be taken over. */
public final class TestZones {

    public static final int SERVERS = 30;

    static final int ODD_ZONES = 8;

    /** Of three labels nearly as long as they may be, without a place to break a line. */
    static final String LONG_NAME =
            "donaudampfschiff".repeat(3) + '.' + "w".repeat(60) + '.' + "x".repeat(63) + ".example";

    /** Sets that are taken over as they are, and could not be entered. */
    private static final String ODD_SETS = """
            _mta  0 MX 10 mail
            _mta  0 MX 20 mail2
            mix   MX 0 .
            mix   MX 10 mail
            """;

    private TestZones() {}

    public static String name(int number) {
        return "kunde-" + number + ".example";
    }

    static String oddName(int number) {
        return "seltsam-" + number + ".example";
    }

    /** Writes the demo zones and zones of the given numbers. */
    public static Path write(Path folder, int zones) {
        return write(folder, zones, "mail");
    }

    /** The same with another mail server in the zones of the given numbers. */
    public static Path write(Path folder, int zones, String server) {
        try {
            Files.createDirectories(folder);
            for (Resource demo :
                    new PathMatchingResourcePatternResolver().getResources("classpath:demo-zones/*.zone")) {
                Files.write(folder.resolve(String.valueOf(demo.getFilename())), demo.getContentAsByteArray());
            }
            for (int number = 1; number <= zones; number++) {
                Files.writeString(folder.resolve(name(number) + ".zone"), zone(name(number), server));
            }
            for (int number = 1; number <= ODD_ZONES; number++) {
                String name = oddName(number);
                Files.writeString(folder.resolve(name + ".zone"), zone(name, "192.0.2.1.") + ODD_SETS);
            }
            Files.writeString(folder.resolve(LONG_NAME + ".zone"), zone(LONG_NAME, server));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One MX record, and the addresses of mail, mail2 and s1 to s30. */
    private static String zone(String name, String server) {
        Stream<String> servers = IntStream.rangeClosed(1, SERVERS)
                .mapToObj(number -> "s" + number + "    A     192.175.48." + (100 + number));
        return String.join(
                        "\n",
                        "$ORIGIN " + name + ".",
                        "$TTL 3600",
                        "@     SOA   ns1.hoster.example. hostmaster.hoster.example. 2026010101 7200 3600 1209600 300",
                        "@     NS    ns1.hoster.example.",
                        "@     A     192.175.48.80",
                        "@     MX    10 " + server,
                        "mail  A     192.175.48.81",
                        "mail2 A     192.31.196.82",
                        "www   CNAME @",
                        String.join("\n", servers.toList()))
                + "\n";
    }
}
