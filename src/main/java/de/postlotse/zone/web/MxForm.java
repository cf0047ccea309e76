package de.postlotse.zone.web;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.Ttl;
import de.postlotse.zone.TypedMx;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form for an MX record: text exactly as typed, whatever it is.
 *
 * @param version the zone's revision that the page showed
 * @param replaces the record whose place the typed one is to take; none to add one
 * @param edit made with the page, so that a form that is sent twice is one edit
 * @param repair {@code field:value}, where a suggestion was clicked
 */
record MxForm(
        @Nullable String owner,
        @Nullable String target,
        @Nullable String priority,
        @Nullable String ttl,
        @Nullable String version,
        @Nullable MxRecord replaces,
        @Nullable String edit,
        @Nullable String repair) {

    static MxForm empty(String version) {
        return new MxForm("", "", "", "", version, null, newEdit(), null);
    }

    /** A stored record, to be edited. */
    static MxForm of(DomainName owner, MxRecord record, Ttl ttl, String version) {
        return new MxForm(
                owner.toString(),
                record.target().toUnicode(),
                record.preference().toString(),
                ttl.toString(),
                version,
                record,
                newEdit(),
                null);
    }

    TypedMx typed() {
        return TypedMx.of(owner, target, priority, ttl);
    }

    boolean wantsRepair() {
        return repair != null && repair.contains(":");
    }

    /** The form with the clicked suggestion in its field. */
    MxForm repaired() {
        if (repair == null || !repair.contains(":")) {
            return this;
        }
        String field = repair.substring(0, repair.indexOf(':'));
        String value = repair.substring(repair.indexOf(':') + 1);
        return new MxForm(
                field.equals("owner") ? value : owner,
                field.equals("target") ? value : target,
                field.equals("priority") ? value : priority,
                field.equals("ttl") ? value : ttl,
                version,
                replaces,
                edit,
                null);
    }

    /** The same input, to be saved on top of a newer version of the zone. */
    MxForm at(String newVersion) {
        return new MxForm(owner, target, priority, ttl, newVersion, replaces, newEdit(), null);
    }

    /** Sent again as it is, it is the same edit; with anything changed in it, another one. */
    UUID editId() {
        return edit == null || edit.isBlank()
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes(Stream.of(edit, owner, target, priority, ttl, version, replaces)
                        .map(String::valueOf)
                        .collect(Collectors.joining("\n"))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String newEdit() {
        return UUID.randomUUID().toString();
    }
}
