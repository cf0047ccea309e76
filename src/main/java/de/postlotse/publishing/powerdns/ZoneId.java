package de.postlotse.publishing.powerdns;

import de.postlotse.dns.DomainName;

/** Zones within a path of the API: everything but letters, digits, dots and hyphens is escaped by an equals sign. */
final class ZoneId {

    private ZoneId() {}

    static String of(DomainName zone) {
        if (zone.isRoot()) {
            return "=2E";
        }
        StringBuilder id = new StringBuilder();
        (zone + ".").chars().forEach(c -> {
            if (isPlain(c)) {
                id.append((char) c);
            } else {
                id.append('=').append("%02X".formatted(c));
            }
        });
        return id.toString();
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-';
    }
}
