package de.postlotse.publishing.embedded;

import de.postlotse.publishing.server.TestedNameServer;
import java.nio.file.Path;
import java.util.Map;

/** The embedded name server by itself, on a free port. */
public record EmbeddedTestServer(EmbeddedNameServer nameServer) implements TestedNameServer {

    /** Starts it with zones given by name and master file. */
    public static EmbeddedTestServer start(Path folder, Map<String, String> zones) {
        zones.forEach(
                (name, text) -> RunningServer.write(folder.resolve("masters").resolve(name + ".zone"), text));
        return new EmbeddedTestServer(RunningServer.in(folder).nameServer());
    }

    @Override
    public void stop() {
        nameServer.stop();
    }

    @Override
    public void start() {
        nameServer.start();
    }

    @Override
    public void close() {
        nameServer.stop();
    }
}
