package de.postlotse.desk.search;

import de.postlotse.dns.DomainName;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An MX record that names a host. */
public record HostUse(
        DomainName host, DomainName owner, long zoneId, DomainName zone, String customer, int preference, int ttl) {

    public Cursor cursor() {
        return new Cursor(host.toString(), owner.toString(), zoneId, preference);
    }

    /** The record of a list behind which a page starts: by host, owner, zone and preference. */
    public record Cursor(String host, String owner, long zoneId, int preference) {

        private static final Pattern TEXT = Pattern.compile("(\\d{1,18})~(\\d{1,5})~([^~]+)~([^~]+)");

        public static final Cursor START = new Cursor("", "", 0, -1);

        /** A text of {@link #toString()}; what is none leads to the beginning. */
        public static Cursor of(String text) {
            Matcher parts = TEXT.matcher(text);
            return parts.matches()
                    ? new Cursor(
                            decoded(parts.group(3)),
                            decoded(parts.group(4)),
                            Long.parseLong(parts.group(1)),
                            Integer.parseInt(parts.group(2)))
                    : START;
        }

        private static String decoded(String part) {
            try {
                return URLDecoder.decode(part, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException forged) {
                return "";
            }
        }

        @Override
        public String toString() {
            return zoneId + "~" + preference + "~" + URLEncoder.encode(host, StandardCharsets.UTF_8) + "~"
                    + URLEncoder.encode(owner, StandardCharsets.UTF_8);
        }
    }
}
