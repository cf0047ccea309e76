package de.postlotse.publishing.dnsupdate;

import de.postlotse.publishing.server.TestedNameServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiFunction;

/** The name servers that take dynamic updates, each as a real process. */
enum Software {
    BIND(Bind::start),
    KNOT(Knot::start),
    POWERDNS(PowerDnsUpdate::start);

    private final BiFunction<Path, Map<String, String>, TestedNameServer> program;

    Software(BiFunction<Path, Map<String, String>, TestedNameServer> program) {
        this.program = program;
    }

    TestedNameServer start(Path folder, Map<String, String> zones) {
        return program.apply(folder, zones);
    }
}
