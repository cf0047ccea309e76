package de.postlotse.provider.web;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import de.postlotse.zone.TypedMx;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Leads to the page that shows what servers would change, before anything is saved. */
final class ProposedSwitch {

    private ProposedSwitch() {}

    /** @param from whose servers they are; blank where nobody said */
    static String redirect(DomainName zone, List<TypedMx> servers, String ttl, String from) {
        String rows = servers.stream()
                .map(server -> "&priority=" + encoded(server.priority()) + "&target=" + encoded(server.target()))
                .collect(Collectors.joining());
        return "redirect:/domains/" + zone + "/switch?from=" + encoded(from) + "&ttl=" + encoded(ttl) + rows;
    }

    static Map<String, String> trimmed(Map<String, String> answers) {
        return answers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, answer -> TypedName.trim(answer.getValue())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
