package de.postlotse.lookup.resolver;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** The records of a {@link ScriptedDns} and how they become an answer (RFC 1034 §4.3.2, RFC 4592, RFC 6672). */
final class ScriptedZones {

    private static final int MOST_ALIASES = 20;
    private static final long TTL = 300;

    private final boolean recursive;
    private final List<Name> apexes;
    private final List<Record> records = new CopyOnWriteArrayList<>();

    private ScriptedZones(boolean recursive, List<Name> apexes) {
        this.recursive = recursive;
        this.apexes = apexes;
    }

    static ScriptedZones ofResolver() {
        return new ScriptedZones(true, List.of());
    }

    static ScriptedZones ofAuthority(String... apexes) {
        ScriptedZones zones = new ScriptedZones(
                false, Stream.of(apexes).map(ScriptedZones::name).toList());
        zones.apexes.forEach(apex -> zones.records.add(soa(apex)));
        return zones;
    }

    void add(String... lines) {
        records.addAll(parse(lines));
    }

    void remove(Name owner) {
        records.removeIf(record -> record.getName().equals(owner));
    }

    Message response(Message query) {
        Message response = new Message(query.getHeader().getID());
        response.getHeader().setFlag(Flags.QR);
        response.getHeader().setFlag(recursive ? Flags.RA : Flags.AA);
        response.addRecord(query.getQuestion(), Section.QUESTION);
        return response;
    }

    /** NXDOMAIN or NODATA, with the SOA record of the zone (RFC 2308 §3). */
    Message negative(Message query, int rcode) {
        Message response = response(query);
        response.getHeader().setRcode(rcode);
        response.addRecord(soa(zoneOf(query.getQuestion().getName())), Section.AUTHORITY);
        return response;
    }

    Message answer(Message query) {
        Message response = response(query);
        Name name = query.getQuestion().getName();
        int type = query.getQuestion().getType();
        if (!recursive && apexes.stream().noneMatch(name::subdomain)) {
            response.getHeader().unsetFlag(Flags.AA);
            response.getHeader().setRcode(Rcode.REFUSED);
            return response;
        }
        for (int aliases = 0; aliases < MOST_ALIASES; aliases++) {
            Optional<Name> next = step(response, name, type);
            if (next.isEmpty()) {
                return response;
            }
            name = next.get();
        }
        return response;
    }

    /** Adds what one name has to say; the name that an alias leads to where the answer goes on there. */
    private Optional<Name> step(Message response, Name name, int type) {
        Optional<Name> cut = cutAbove(name);
        if (cut.isPresent()) {
            refer(response, cut.get());
            return Optional.empty();
        }
        Optional<DNAMERecord> dname = dnameAbove(name);
        if (dname.isPresent()) {
            response.addRecord(dname.get(), Section.ANSWER);
            return alias(response, synthesised(name, dname.get()));
        }
        List<Record> found = at(name);
        Optional<CNAMERecord> cname = first(found, CNAMERecord.class);
        if (cname.isPresent() && type != Type.CNAME) {
            return alias(response, cname.get());
        }
        List<Record> matching =
                found.stream().filter(record -> record.getType() == type).toList();
        matching.forEach(record -> response.addRecord(record, Section.ANSWER));
        if (matching.isEmpty()) {
            if (found.isEmpty() && !exists(name) && wildcard(name).isEmpty()) {
                response.getHeader().setRcode(Rcode.NXDOMAIN);
            }
            response.addRecord(soa(zoneOf(name)), Section.AUTHORITY);
        }
        return Optional.empty();
    }

    private Optional<Name> alias(Message response, CNAMERecord cname) {
        response.addRecord(cname, Section.ANSWER);
        boolean goesOn = recursive || apexes.stream().anyMatch(cname.getTarget()::subdomain);
        return goesOn ? Optional.of(cname.getTarget()) : Optional.empty();
    }

    private void refer(Message response, Name cut) {
        if (response.getSection(Section.ANSWER).isEmpty()) {
            response.getHeader().unsetFlag(Flags.AA);
        }
        List<Record> servers = records.stream()
                .filter(record -> record instanceof NSRecord && record.getName().equals(cut))
                .toList();
        servers.forEach(server -> response.addRecord(server, Section.AUTHORITY));
        records.stream()
                .filter(record -> record.getType() == Type.A || record.getType() == Type.AAAA)
                .filter(record -> servers.stream()
                        .anyMatch(server -> ((NSRecord) server).getTarget().equals(record.getName())))
                .forEach(glue -> response.addRecord(glue, Section.ADDITIONAL));
    }

    /** The name's own records, or copies of those of the wildcard that covers it. */
    private List<Record> at(Name name) {
        List<Record> own = owned(name);
        if (!own.isEmpty() || exists(name)) {
            return own;
        }
        return wildcard(name).stream()
                .flatMap(wildcard -> owned(wildcard).stream())
                .map(record -> record.withName(name))
                .toList();
    }

    private Optional<Name> wildcard(Name name) {
        Name encloser = name;
        while (!exists(encloser) && encloser.labels() > 1) {
            encloser = new Name(encloser, 1);
        }
        Name wildcard = concatenate("*", encloser);
        return exists(name) || owned(wildcard).isEmpty() ? Optional.empty() : Optional.of(wildcard);
    }

    /** Also an empty non-terminal exists (RFC 4592 §2.2.2). */
    private boolean exists(Name name) {
        return records.stream().anyMatch(record -> record.getName().subdomain(name));
    }

    private List<Record> owned(Name name) {
        return records.stream().filter(record -> record.getName().equals(name)).toList();
    }

    private Optional<Name> cutAbove(Name name) {
        return recursive
                ? Optional.empty()
                : records.stream()
                        .filter(record -> record instanceof NSRecord && name.subdomain(record.getName()))
                        .map(Record::getName)
                        .filter(cut -> !apexes.contains(cut) && cut.subdomain(zoneOf(name)))
                        .min(Comparator.comparingInt(Name::labels));
    }

    private Optional<DNAMERecord> dnameAbove(Name name) {
        return records.stream()
                .filter(record -> !record.getName().equals(name) && name.subdomain(record.getName()))
                .flatMap(record -> record instanceof DNAMERecord dname ? Stream.of(dname) : Stream.empty())
                .findFirst();
    }

    private Name zoneOf(Name name) {
        return Stream.concat(
                        apexes.stream(),
                        records.stream().filter(SOARecord.class::isInstance).map(Record::getName))
                .filter(name::subdomain)
                .max(Comparator.comparingInt(Name::labels))
                .orElseGet(() -> name.labels() > 3 ? new Name(name, name.labels() - 3) : name);
    }

    private static CNAMERecord synthesised(Name name, DNAMERecord dname) {
        try {
            return new CNAMERecord(name, DClass.IN, TTL, name.fromDNAME(dname));
        } catch (NameTooLongException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T extends Record> Optional<T> first(List<Record> records, Class<T> type) {
        return records.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static SOARecord soa(Name apex) {
        Name server = concatenate("ns", apex);
        return new SOARecord(apex, DClass.IN, TTL, server, server, 1, 7200, 3600, 1_209_600, TTL);
    }

    private static Name concatenate(String label, Name parent) {
        try {
            return Name.fromString(label, parent);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Name name(String text) {
        return concatenate(text, Name.root);
    }

    static List<Record> parse(String... lines) {
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
        try (Master master = new Master(new ByteArrayInputStream(text), Name.root, TTL)) {
            List<Record> parsed = new ArrayList<>();
            for (Record next = master.nextRecord(); next != null; next = master.nextRecord()) {
                parsed.add(next);
            }
            return parsed;
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
