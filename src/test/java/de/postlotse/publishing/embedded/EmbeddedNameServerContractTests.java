package de.postlotse.publishing.embedded;

import de.postlotse.publishing.NameServer;
import de.postlotse.publishing.NameServerContract;
import de.postlotse.publishing.TestedNameServer;
import java.nio.file.Path;
import java.util.Map;

/** The contract, kept by the embedded name server. */
class EmbeddedNameServerContractTests extends NameServerContract {

    @Override
    protected TestedNameServer start(Path folder, Map<String, String> zones) {
        zones.forEach(
                (name, text) -> RunningServer.write(folder.resolve("masters").resolve(name + ".zone"), text));
        return new Tested(RunningServer.in(folder).nameServer());
    }

    private record Tested(EmbeddedNameServer server) implements TestedNameServer {

        @Override
        public NameServer nameServer() {
            return server;
        }

        @Override
        public void stop() {
            server.stop();
        }

        @Override
        public void start() {
            server.start();
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
