package de.postlotse.publishing.embedded;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** The zones that are loaded; which ones does not change while the server runs. */
final class HostedZones {

    static final HostedZones NONE = new HostedZones(List.of());

    private final Map<Name, HostedZone> byApex;

    HostedZones(Collection<HostedZone> zones) {
        byApex = zones.stream()
                .collect(Collectors.toUnmodifiableMap(zone -> zone.data().apex(), Function.identity()));
    }

    int size() {
        return byApex.size();
    }

    @Nullable
    HostedZone at(Name apex) {
        return byApex.get(apex);
    }

    /** The deepest zone at or above a name (RFC 1034 §4.3.2 step 2). */
    @Nullable
    HostedZone enclosing(Name name) {
        for (int cut = 0; cut < name.labels(); cut++) {
            HostedZone zone = byApex.get(new Name(name, cut));
            if (zone != null) {
                return zone;
            }
        }
        return null;
    }

    /** The zone that answers a question: for the DS record of a zone it is the parent, where we have it too. */
    @Nullable
    ZoneData answering(Name name, int type) {
        HostedZone zone = enclosing(name);
        if (zone != null && type == Type.DS && name.labels() > 1 && byApex.containsKey(name)) {
            HostedZone parent = enclosing(new Name(name, 1));
            zone = parent == null ? zone : parent;
        }
        return zone == null ? null : zone.data();
    }
}
