package de.postlotse.provider.web;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.TypedMx;
import de.postlotse.provider.paste.Instruction;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Leads to the page that shows what servers would change, before anything is saved. */
final class ProposedSwitch {

    private ProposedSwitch() {}

    /** For the servers that an instruction has for one owner. */
    static String address(DomainName zone, Instruction.PastedSet set) {
        List<TypedMx> servers = set.records().stream()
                .map(record -> new TypedMx(
                        "",
                        record.target(),
                        record.priority() == null ? "" : record.priority().toString(),
                        ""))
                .toList();
        String ttl = set.ttl() == null ? "" : set.ttl().toString();
        return address(zone, servers, ttl, "") + "&owner="
                + encoded(owner(zone, set).toString());
    }

    static DomainName owner(DomainName zone, Instruction.PastedSet set) {
        return set.owner().equals("@") ? zone : zone.child(set.owner());
    }

    /** @param from whose servers they are; blank where nobody said */
    static String address(DomainName zone, List<TypedMx> servers, String ttl, String from) {
        String rows = servers.stream()
                .map(server -> "&priority=" + encoded(server.priority()) + "&target=" + encoded(server.target()))
                .collect(Collectors.joining());
        return "/domains/" + zone + "/switch?from=" + encoded(from) + "&ttl=" + encoded(ttl) + rows;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
