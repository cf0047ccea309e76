package de.postlotse.mailpath.web;

import de.postlotse.dns.DomainName;
import de.postlotse.mailpath.Route;
import java.util.List;
import java.util.Set;

/** A server that can be switched off to see who takes over. */
record SwitchView(String name, String shownName, boolean off) {

    static List<SwitchView> of(Route route, Set<DomainName> off) {
        return route.servers()
                .filter(server -> server.fate().isContacted())
                .map(server -> new SwitchView(
                        server.name().toString(), server.name().toUnicode(), off.contains(server.name())))
                .toList();
    }
}
