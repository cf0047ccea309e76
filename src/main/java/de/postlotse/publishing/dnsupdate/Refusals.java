package de.postlotse.publishing.dnsupdate;

import de.postlotse.dns.DomainName;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.publishing.server.NameServerException.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.WireParseException;

/** Says what to mend where a server does not do what was asked; names the properties and never a secret. */
final class Refusals {

    private final String prefix;
    private final String server;

    Refusals(String id, InetSocketAddress address) {
        this.prefix = "postlotse.name-servers." + id;
        this.server =
                "name server " + id + " (" + address.getAddress().getHostAddress() + " port " + address.getPort() + ")";
    }

    NameServerException unreachable(IOException cause) {
        return new NameServerException(
                Reason.UNREACHABLE,
                server + " does not answer over TCP: check that it runs, and " + prefix + ".dns-address",
                cause);
    }

    NameServerException outcomeUnknown(DomainName zone) {
        return new NameServerException(
                Reason.OUTCOME_UNKNOWN, server + " gave no answer that is signed to the change of " + zone);
    }

    NameServerException notServed(DomainName zone) {
        return new NameServerException(Reason.ZONE_NOT_SERVED, server + " does not serve the zone " + zone);
    }

    NameServerException noTransfer(DomainName zone) {
        return refused("does not let us read " + zone + ": give the key " + prefix
                + ".tsig-name the right to transfer it (BIND allow-transfer, Knot action transfer, PowerDNS"
                + " TSIG-ALLOW-AXFR)");
    }

    /** What arrived and makes no sense is about this zone; what did not arrive is about the server. */
    NameServerException unreadable(DomainName zone, IOException cause) {
        return new NameServerException(
                cause instanceof WireParseException ? Reason.REFUSED : Reason.UNREACHABLE,
                server + " could not be read for " + zone + ": " + cause.getMessage(),
                cause);
    }

    NameServerException tooLarge(DomainName zone) {
        return refused("cannot take so many MX records of " + zone + " in one step: a message holds 64 KiB");
    }

    NameServerException noPlace(DomainName zone, DomainName owner) {
        return refused("has no place for MX records at " + owner + " in zone " + zone
                + ": it is an alias, delegated, or below such a name");
    }

    NameServerException signedElsewhere(DomainName zone) {
        return refused("has " + zone
                + " with signatures that were made elsewhere (PRESIGNED); it is changed where it is" + " signed");
    }

    NameServerException neverHolds(DomainName zone) {
        return refused("did not take the change of " + zone + " though the zone is as it was last seen:"
                + " somebody else changes it all the time, or what the server answers is behind what it keeps");
    }

    /** What is wrong with our signature, or nothing that could be told. */
    boolean isAboutTheKey(Conversation.Reply reply) {
        return reply.tsigError() != Rcode.NOERROR || !reply.verified() && reply.rcode() == Rcode.NOTAUTH;
    }

    /** A refusal of whatever was asked about a zone. */
    NameServerException of(DomainName zone, Conversation.Reply reply) {
        if (reply.tsigError() != Rcode.NOERROR) {
            return ofSignature(reply.tsigError());
        }
        return reply.verified() ? ofZone(zone, reply) : ofUnsigned(zone, reply);
    }

    private NameServerException ofSignature(int error) {
        return refused(
                switch (error) {
                    case Rcode.BADKEY ->
                        "does not know the TSIG key, or does not let it do this: check " + prefix + ".tsig-name, "
                                + prefix + ".tsig-algorithm and the server's access list";
                    case Rcode.BADSIG ->
                        "has another secret for the TSIG key: check " + prefix + ".tsig-secret and " + prefix
                                + ".tsig-name";
                    case Rcode.BADTIME ->
                        "says that the clocks differ by more than five minutes: set the clock of this machine or of"
                                + " the server";
                    default ->
                        "refuses our signature (" + Rcode.TSIGstring(error) + "): check " + prefix + ".tsig-algorithm";
                });
    }

    private NameServerException ofZone(DomainName zone, Conversation.Reply reply) {
        boolean update = reply.message().getHeader().getOpcode() == Opcode.UPDATE;
        return switch (reply.rcode()) {
            case Rcode.NOTAUTH -> notServed(zone);
            case Rcode.REFUSED -> update ? noRight(zone) : notServed(zone);
            case Rcode.NOTIMP -> refused("takes no dynamic updates: switch them on (PowerDNS dnsupdate=yes)");
            case Rcode.NOTZONE -> refused("says that a name is outside of the zone " + zone);
            case Rcode.FORMERR -> refused("does not understand the change of " + zone + " (FORMERR)");
            case Rcode.SERVFAIL ->
                refused("failed with the change of " + zone + " (SERVFAIL): its log says why, often a zone file or"
                        + " journal that it may not write");
            default -> refused("answers " + Rcode.string(reply.rcode()) + " about " + zone);
        };
    }

    /** BIND says no more where it dislikes a name or a target than where the key may not do it. */
    private NameServerException noRight(DomainName zone) {
        return refused("refuses the change of " + zone + ": either the key " + prefix + ".tsig-name lacks the right"
                + " to change MX records (BIND update-policy; Knot action update with update-type MX; PowerDNS"
                + " TSIG-ALLOW-DNSUPDATE and allow-dnsupdate-from), or BIND dislikes a record: a name with underscores"
                + " (check-names), a target in the zone that has no address (check-integrity)");
    }

    /** PowerDNS signs no refusal where it does not accept the signature, Knot none about a zone that it does not have. */
    private NameServerException ofUnsigned(DomainName zone, Conversation.Reply reply) {
        boolean update = reply.message().getHeader().getOpcode() == Opcode.UPDATE;
        if (!update && reply.rcode() == Rcode.REFUSED) {
            return notServed(zone);
        }
        if (reply.rcode() == Rcode.REFUSED || reply.rcode() == Rcode.NOTAUTH) {
            return refused("refuses without a signature (" + Rcode.string(reply.rcode()) + "): either the key lacks the"
                    + " permission to change " + zone + ", or it does not accept the key: check " + prefix
                    + ".tsig-name, " + prefix + ".tsig-secret and the clocks of both machines");
        }
        return refused("answers " + reply + ": whether that came from the server cannot be told, check " + prefix
                + ".tsig-name and " + prefix + ".dns-address");
    }

    private NameServerException refused(String detail) {
        return new NameServerException(Reason.REFUSED, server + " " + detail);
    }
}
