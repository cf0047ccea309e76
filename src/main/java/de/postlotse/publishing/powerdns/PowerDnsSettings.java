package de.postlotse.publishing.powerdns;

import de.postlotse.publishing.server.DnsAddress;
import de.postlotse.publishing.server.WrongSettingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a PowerDNS is reached.
 *
 * @param type powerdns
 * @param dnsAddress where the server answers over DNS, UDP and TCP, address[:port]
 * @param url where its web server listens, http://192.0.2.53:8081, without /api/v1
 * @param apiKey what its api-key says; a secret
 * @param serverId the server within the API; PowerDNS itself knows localhost only
 * @param concurrentWriters how many changes the server takes at once from each node; 1 with sqlite, which answers
 *     "database is locked" to the others
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait for one reply
 */
@ConfigurationPropertiesSource
record PowerDnsSettings(
        String type,
        DnsAddress dnsAddress,
        String url,
        String apiKey,
        @DefaultValue("localhost") String serverId,
        @DefaultValue("4") int concurrentWriters,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout) {

    private static final int MOST_WRITERS = 64;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]+");
    private static final Pattern SERVER_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    // the binder hands null to what is not set
    PowerDnsSettings {
        require(dnsAddress != null, "dns-address", "is missing: the address at which the server answers over DNS");
        require(url != null && isBase(url), "url", "has to be an address such as http://192.0.2.53:8081");
        require(
                apiKey != null && SECRET.matcher(apiKey).matches(),
                "api-key",
                "has to be what PowerDNS has as api-key, printable characters without blanks");
        require(SERVER_ID.matcher(serverId).matches(), "server-id", "is no name of a server, such as localhost");
        require(
                concurrentWriters >= 1 && concurrentWriters <= MOST_WRITERS,
                "concurrent-writers",
                "has to be between 1 and " + MOST_WRITERS);
        require(
                isTimeout(connectTimeout),
                "connect-timeout",
                "has to be above 0 and at most " + LONGEST.toSeconds() + "s");
        require(isTimeout(readTimeout), "read-timeout", "has to be above 0 and at most " + LONGEST.toSeconds() + "s");
        url = url.replaceFirst("/+$", "");
    }

    private static void require(boolean right, String setting, String explanation) {
        if (!right) {
            throw new WrongSettingException(setting, explanation);
        }
    }

    private static boolean isTimeout(@Nullable Duration time) {
        return time != null && time.isPositive() && time.compareTo(LONGEST) <= 0;
    }

    /** Without a user: that would be a secret in a place where none is expected. */
    private static boolean isBase(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "powerdns at " + url + ", server " + serverId + ", DNS at " + dnsAddress;
    }
}
