package de.postlotse.publishing.powerdns;

import de.postlotse.dns.DomainName;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.publishing.server.NameServerException.Reason;
import java.net.URI;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The calls of the API that we need, and what its answers mean. */
final class PowerDnsApi {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern ESCAPED = Pattern.compile("[^A-Za-z0-9.-]");

    private final String setting;
    private final PowerDnsSettings settings;
    private final Http http;

    PowerDnsApi(String id, PowerDnsSettings settings) {
        this.setting = "postlotse.name-servers." + id + ".";
        this.settings = settings;
        this.http = new Http(settings, setting + "url");
    }

    /** @throws NameServerException whose message names the property to mend */
    void probe() {
        Http.Reply reply = http.get(URI.create(server()));
        if (reply.status() == 404) {
            throw new NameServerException(
                    Reason.REFUSED,
                    setting + "server-id: there is no server '" + settings.serverId() + "' in an API of PowerDNS at "
                            + settings.url());
        }
        if (reply.status() != 200) {
            throw refusal(reply);
        }
    }

    /** @throws NameServerException where the server does not serve the zone or cannot be reached */
    ApiZone zone(DomainName zone) {
        Http.Reply reply = http.get(uri(zone));
        if (reply.status() == 404) {
            probe();
        }
        if (reply.status() == 404 || isUnknownDomain(reply)) {
            throw new NameServerException(Reason.ZONE_NOT_SERVED, "PowerDNS has no zone " + zone);
        }
        if (reply.status() != 200) {
            throw refusal(reply);
        }
        ApiZone content = parse(reply, zone);
        if (!(zone + ".").equalsIgnoreCase(content.name()) && !zone.isRoot()) {
            throw new NameServerException(Reason.ZONE_NOT_SERVED, "PowerDNS has another zone in place of " + zone);
        }
        return content;
    }

    /**
     * Sends a change.
     *
     * @return whether PowerDNS said that it has made it; if not, that is unknown
     * @throws NameServerException where it was not made for sure
     */
    boolean patch(DomainName zone, MxPatch change) {
        Http.Reply reply;
        try {
            reply = http.patch(uri(zone), JSON.writeValueAsBytes(change));
        } catch (Http.LostException e) {
            return false;
        }
        if (isUnknownDomain(reply) || reply.status() == 404) {
            throw new NameServerException(Reason.ZONE_NOT_SERVED, "PowerDNS has no zone " + zone);
        }
        if (reply.status() / 100 != 2) {
            throw refusal(reply);
        }
        return true;
    }

    /** A server error is one that passes, such as a database that is locked; another answer will be the same again. */
    private NameServerException refusal(Http.Reply reply) {
        String text = "PowerDNS answers " + reply.status() + ": " + reply.error(settings.apiKey());
        return switch (reply.status()) {
            case 401, 403 -> new NameServerException(Reason.REFUSED, setting + "api-key: " + text);
            case 400, 409, 413, 422 -> new NameServerException(Reason.REFUSED, text);
            default ->
                reply.status() >= 500
                        ? new BusyException(text)
                        : new NameServerException(Reason.REFUSED, setting + "url: " + text);
        };
    }

    /** Without the cause of what fails: its message quotes what came. */
    private ApiZone parse(Http.Reply reply, DomainName zone) {
        ApiZone content;
        try {
            content = JSON.readValue(reply.body(), ApiZone.class);
        } catch (JacksonException e) {
            content = null;
        }
        if (content == null || content.name() == null) {
            throw new NameServerException(
                    Reason.REFUSED, setting + "url: what came for " + zone + " is no zone as PowerDNS tells it");
        }
        return content;
    }

    private static boolean isUnknownDomain(Http.Reply reply) {
        return reply.status() == 422 && reply.error("").contains("Could not find domain");
    }

    private String server() {
        return settings.url() + "/api/v1/servers/" + settings.serverId();
    }

    private URI uri(DomainName zone) {
        return URI.create(server() + "/zones/" + zoneId(zone));
    }

    /** A zone within a path: everything but letters, digits, dots and hyphens is escaped by an equals sign. */
    private static String zoneId(DomainName zone) {
        return zone.isRoot()
                ? "=2E"
                : ESCAPED.matcher(zone + ".")
                        .replaceAll(
                                found -> "=%02X".formatted((int) found.group().charAt(0)));
    }

    /** PowerDNS could not do it now, for a reason of its own, and has changed nothing. */
    static final class BusyException extends NameServerException {

        BusyException(String detail) {
            super(Reason.STORAGE, detail);
        }
    }
}
