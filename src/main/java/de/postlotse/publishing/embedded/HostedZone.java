package de.postlotse.publishing.embedded;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.publishing.server.ChangedElsewhereException;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.publishing.server.ServedZone;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** A zone with its master file: questions read the current state without waiting, writers take turns. */
final class HostedZone {

    private final Path file;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile ZoneData data;

    HostedZone(Path file, ZoneData data) {
        this.file = file;
        this.data = data;
    }

    ZoneData data() {
        return data;
    }

    /** Puts the wanted sets into the file and, once they are safe there, into the answers. */
    void replaceMx(MxReplacement replacement, Clock clock) {
        writing.lock();
        try {
            ZoneData current = data;
            List<MxSet> wanted = replacement.wanted();
            ZoneMx.check(current, wanted);
            List<MxSet> served = ZoneMx.of(current);
            if (Set.copyOf(served).equals(Set.copyOf(wanted))) {
                return;
            }
            if (!Set.copyOf(served).equals(Set.copyOf(replacement.lastServed()))) {
                throw new ChangedElsewhereException(
                        DomainName.of(current.apex()),
                        new ServedZone(current.soa().getSerial(), served));
            }
            replacement.permit().require();
            long serial = Serial.after(current.soa().getSerial(), LocalDate.now(clock));
            ZoneData next = ZoneMx.replace(current, wanted, serial);
            MasterFile.write(file, next);
            data = next;
        } catch (IOException e) {
            throw new NameServerException(
                    NameServerException.Reason.STORAGE, "cannot write " + file.getFileName() + ": " + e, e);
        } finally {
            writing.unlock();
        }
    }
}
