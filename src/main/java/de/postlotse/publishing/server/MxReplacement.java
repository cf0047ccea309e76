package de.postlotse.publishing.server;

import de.postlotse.dns.MxSet;
import java.util.Collection;
import java.util.List;

/**
 * A change of a zone's MX sets at its name server.
 *
 * @param lastServed what the server was last seen to hold; a server that holds neither that nor the wanted state was
 *     changed by somebody else
 * @param wanted all sets that the zone is to have
 * @param permit to be asked right before anything is sent
 */
public record MxReplacement(List<MxSet> lastServed, List<MxSet> wanted, Permit permit) {

    public MxReplacement {
        lastServed = List.copyOf(lastServed);
        wanted = List.copyOf(wanted);
    }

    public static MxReplacement of(Collection<MxSet> lastServed, Collection<MxSet> wanted) {
        return new MxReplacement(List.copyOf(lastServed), List.copyOf(wanted), () -> {});
    }

    /** The last word before a change leaves for the server: a worker that was paused may have been overtaken. */
    @FunctionalInterface
    public interface Permit {

        /** @throws NameServerException with {@link NameServerException.Reason#OVERTAKEN} where it must not be sent */
        void require();
    }
}
