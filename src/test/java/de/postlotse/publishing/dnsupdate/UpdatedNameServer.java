package de.postlotse.publishing.dnsupdate;

import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.NameServerOfItsOwn;
import de.postlotse.publishing.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A name server in a process of its own that takes updates signed with {@link TestKey#POSTLOTSE}. */
public record UpdatedNameServer(ServerProcess process, NameServer nameServer) implements NameServerOfItsOwn {

    UpdatedNameServer(ServerProcess process) {
        this(process, TestKey.POSTLOTSE.server(process.address()));
    }

    /** Starts what has been configured. */
    static UpdatedNameServer started(ServerProcess process) {
        process.start();
        return new UpdatedNameServer(process);
    }

    /** Writes a configuration, and the zones given by name and master file. */
    static Path write(Path configuration, String text, Map<String, String> zones) {
        try {
            for (Map.Entry<String, String> zone : zones.entrySet()) {
                Files.writeString(configuration.resolveSibling(zone.getKey() + ".zone"), zone.getValue());
            }
            return Files.writeString(configuration, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> properties(String id) {
        return TestKey.POSTLOTSE.properties(id, process.address());
    }
}
