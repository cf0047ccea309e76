package de.postlotse.zone.web;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.Ttl;
import de.postlotse.zone.Consent;
import de.postlotse.zone.TypedMx;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
 * @param reason why, for the history
 * @param confirmed the harms that its sender was shown, see {@link Consent#codes}
 * @param back present where its sender wants to go on typing instead
 */
record MxForm(
        @Nullable String owner,
        @Nullable String target,
        @Nullable String priority,
        @Nullable String ttl,
        @Nullable String version,
        @Nullable MxRecord replaces,
        @Nullable String edit,
        @Nullable String repair,
        @Nullable String reason,
        @Nullable String confirmed,
        @Nullable String back) {

    static MxForm empty(String version) {
        return new MxForm("", "", "", "", version, null, newEdit(), null, null, null, null);
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
                null,
                null,
                null,
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
                null,
                reason,
                null,
                null);
    }

    /** The same input, to be saved on top of a newer version of the zone. */
    MxForm at(String newVersion) {
        return new MxForm(owner, target, priority, ttl, newVersion, replaces, newEdit(), null, reason, null, null);
    }

    /** What it holds, to be sent once more after a question. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("owner", owner);
        fields.put("target", target);
        fields.put("priority", priority);
        fields.put("ttl", ttl);
        fields.put("version", version);
        fields.put("replaces", replaces == null ? null : replaces.toString());
        fields.put("edit", edit);
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    Consent consent() {
        return Consent.to(confirmed);
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
