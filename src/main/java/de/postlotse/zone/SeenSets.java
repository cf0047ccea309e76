package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import jakarta.persistence.Embeddable;
import java.util.Collection;
import java.util.List;

/**
 * What a zone's name server was seen to answer with, as {@link MxLines}.
 *
 * @param servedSets what was served last
 * @param foundSets what somebody else put there instead; counts only while the publication has drifted
 */
@Embeddable
record SeenSets(String servedSets, String foundSets) {

    static SeenSets served(DomainName zone, Collection<MxSet> sets) {
        return new SeenSets(MxLines.write(zone, List.copyOf(sets)), "");
    }

    SeenSets found(DomainName zone, List<MxSet> sets) {
        return new SeenSets(servedSets, MxLines.write(zone, sets));
    }

    /** Whoever decides about what was found has seen it: it is what was served last. */
    SeenSets decided() {
        return new SeenSets(foundSets, "");
    }

    List<MxSet> served(DomainName zone) {
        return MxLines.read(zone, servedSets);
    }

    List<MxSet> found(DomainName zone) {
        return MxLines.read(zone, foundSets);
    }
}
