package de.postlotse.zone.web;

import de.postlotse.account.Caller;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.Ttl;
import de.postlotse.policy.Finding;
import de.postlotse.policy.RecordInTarget;
import de.postlotse.policy.TypedMx;
import de.postlotse.zone.change.Change;
import de.postlotse.zone.change.Consent;
import de.postlotse.zone.change.EditRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
 * @param confirmed the harms that its sender was shown, see {@link Consent}
 * @param back present where its sender wants to go on typing instead
 */
public record MxForm(
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
    public static MxForm of(DomainName owner, MxRecord record, Ttl ttl, String version) {
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

    public boolean wantsRepair() {
        return repair != null && repair.contains(":");
    }

    /** The form with the clicked suggestion in its field. */
    public MxForm repaired() {
        if (repair == null || !repair.contains(":")) {
            return this;
        }
        String field = repair.substring(0, repair.indexOf(':'));
        String value = repair.substring(repair.indexOf(':') + 1);
        Optional<RecordInTarget> record =
                field.equals("target") ? RecordInTarget.in(Objects.requireNonNullElse(target, "")) : Optional.empty();
        return new MxForm(
                field.equals("owner") ? value : owner,
                field.equals("target") ? value : target,
                field.equals("priority") ? value : orTold(priority, record.flatMap(RecordInTarget::priority)),
                field.equals("ttl") ? value : orTold(ttl, record.flatMap(RecordInTarget::ttl)),
                version,
                replaces,
                edit,
                null,
                reason,
                null,
                null);
    }

    private static @Nullable String orTold(@Nullable String typed, Optional<String> told) {
        return typed == null || typed.isBlank() ? told.orElse(typed) : typed;
    }

    /** What the clicked suggestion leaves to ask: numbers that were typed with the server, where their fields hold others. */
    public List<Finding> questions() {
        return repaired().target == null || Objects.equals(repaired().target, target)
                ? List.of()
                : RecordInTarget.in(Objects.requireNonNullElse(target, ""))
                        .map(record -> record.questions(orBlank(repaired().priority), orBlank(repaired().ttl)))
                        .orElse(List.of());
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The same input, to be saved on top of a newer version of the zone. */
    public MxForm at(String newVersion) {
        return new MxForm(owner, target, priority, ttl, newVersion, replaces, newEdit(), null, reason, null, null);
    }

    public String typedReason() {
        return reason == null ? "" : reason;
    }

    /** What it holds, to be sent once more after a question. */
    public Map<String, String> fields() {
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

    public Consent consent() {
        return Consent.to(confirmed);
    }

    public Change change() {
        TypedMx typed = TypedMx.of(owner, target, priority, ttl);
        return replaces == null ? new Change.AddRecord(typed) : new Change.ChangeRecord(replaces, typed);
    }

    public EditRequest at(Caller caller, DomainName zone) {
        return new EditRequest(editId(), caller, zone, version, null).because(reason);
    }

    /** Sent again as it is, it is the same edit; with anything changed in it, another one. */
    private UUID editId() {
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
