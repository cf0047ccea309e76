package de.postlotse.desk.finding.web;

import de.postlotse.desk.finding.FindingCursor;
import de.postlotse.desk.finding.FindingFilter;
import de.postlotse.desk.finding.FindingKind;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import de.postlotse.store.StorableText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What the list of findings is narrowed to, as it came with a request; it goes along from page to page.
 *
 * @param at the place in the list that a page of a zone belongs to, see {@link FindingCursor}
 */
public record ReviewForm(
        @Nullable String kind,
        @Nullable String subject,
        @Nullable String customer,
        @Nullable String nameServer,
        @Nullable String tld,
        @Nullable String age,
        @Nullable String standing,
        @Nullable String show,
        @Nullable String at) {

    private static final String LIST = "/support/review";

    public FindingFilter filter() {
        FindingFilter.Standing wanted = read(FindingFilter.Standing.values(), standing);
        return new FindingFilter(
                read(FindingKind.values(), kind),
                subject,
                customer,
                nameServer,
                readTld(),
                read(FindingFilter.Age.values(), age),
                wanted == null ? FindingFilter.Standing.OPEN : wanted,
                shown());
    }

    /** Advice is shown to those who ask for it. */
    FindingFilter.Show shown() {
        FindingFilter.Show wanted = read(FindingFilter.Show.values(), show);
        return wanted == null ? FindingFilter.Show.REAL : wanted;
    }

    @Nullable
    public FindingCursor place() {
        return FindingCursor.read(at).orElse(null);
    }

    /** The fields that are filled in; blank ones are left out. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "kind", kind);
        put(fields, "subject", subject);
        put(fields, "customer", customer);
        put(fields, "nameServer", nameServer);
        put(fields, "tld", tld);
        put(fields, "age", age);
        put(fields, "standing", standing);
        put(fields, "show", show);
        return fields;
    }

    /** The same for a form that leads back to the page of a zone. */
    public Map<String, String> wayBack() {
        Map<String, String> fields = fields();
        put(fields, "at", at);
        fields.put("back", "review");
        return fields;
    }

    /** The list. */
    public String list() {
        return address(LIST, fields());
    }

    /** The list from behind a place on. */
    public String listAfter(FindingCursor place) {
        return with(LIST, "after", place.toString());
    }

    /** The list with one more condition. */
    String listOf(FindingKind wantedKind, String wantedSubject) {
        return new ReviewForm(wantedKind.name(), wantedSubject, customer, nameServer, tld, age, standing, show, null)
                .list();
    }

    /** The list without the condition that only links make. */
    String listWithoutSubject() {
        return new ReviewForm(kind, null, customer, nameServer, tld, age, standing, show, null).list();
    }

    /** The list by how much its findings press, of every kind. */
    String listShowing(FindingFilter.Show wanted) {
        String named = wanted == FindingFilter.Show.REAL ? null : wanted.name();
        return new ReviewForm(null, subject, customer, nameServer, tld, age, standing, named, null).list();
    }

    /** The page of a zone at the place that this form has. */
    public String page(DomainName zone) {
        return at == null || at.isEmpty() ? address(path(zone), fields()) : with(path(zone), "at", at);
    }

    /** The same page with what DNS says of each server. */
    public String checked(DomainName zone) {
        String page = page(zone);
        return page + (page.contains("?") ? "&" : "?") + "check=";
    }

    public String page(DomainName zone, FindingCursor place) {
        return with(path(zone), "at", place.toString());
    }

    private String with(String path, String field, String value) {
        Map<String, String> fields = fields();
        fields.put(field, value);
        return address(path, fields);
    }

    private static String path(DomainName zone) {
        return LIST + "/" + UriUtils.encodePathSegment(zone.toString(), StandardCharsets.UTF_8);
    }

    private static String address(String path, Map<String, String> fields) {
        String query = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + UriUtils.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        String given = StorableText.orNull(value);
        if (given != null) {
            fields.put(name, given);
        }
    }

    /** As an A-label, however it is typed: {@code .рф} is {@code xn--p1ai}. */
    private @Nullable String readTld() {
        String typed = StorableText.orNull(tld);
        if (typed == null) {
            return null;
        }
        String label = typed.startsWith(".") ? typed.substring(1) : typed;
        return TypedName.read("x." + label) instanceof TypedName.Valid valid
                ? valid.name().labels().getLast()
                : label.toLowerCase(Locale.ROOT);
    }

    /** What no page of ours sends counts as nothing. */
    private static <E extends Enum<E>> @Nullable E read(E[] values, @Nullable String text) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElse(null);
    }
}
