package de.postlotse.support.web;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import de.postlotse.store.StorableText;
import de.postlotse.support.FindingAge;
import de.postlotse.support.FindingCursor;
import de.postlotse.support.FindingFilter;
import de.postlotse.support.FindingKind;
import de.postlotse.support.WantedStanding;
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
record ReviewForm(
        @Nullable String kind,
        @Nullable String subject,
        @Nullable String customer,
        @Nullable String nameServer,
        @Nullable String tld,
        @Nullable String age,
        @Nullable String standing,
        @Nullable String at) {

    private static final String LIST = "/support/review";

    static ReviewForm of(FindingKind kind, String subject) {
        return new ReviewForm(kind.name(), subject, null, null, null, null, null, null);
    }

    FindingFilter filter() {
        WantedStanding wanted = read(WantedStanding.values(), standing);
        return new FindingFilter(
                read(FindingKind.values(), kind),
                subject,
                customer,
                nameServer,
                readTld(),
                read(FindingAge.values(), age),
                wanted == null ? WantedStanding.OPEN : wanted);
    }

    @Nullable
    FindingCursor place() {
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
        return fields;
    }

    /** The same for a form that leads back to the page of a zone. */
    Map<String, String> wayBack() {
        Map<String, String> fields = fields();
        put(fields, "at", at);
        fields.put("back", "review");
        return fields;
    }

    /** The list. */
    String list() {
        return address(LIST, fields());
    }

    /** The list from behind a place on. */
    String listAfter(FindingCursor place) {
        return with(LIST, "after", place.toString());
    }

    /** The list with one more condition. */
    String listOf(FindingKind wantedKind, String wantedSubject) {
        return new ReviewForm(wantedKind.name(), wantedSubject, customer, nameServer, tld, age, standing, null).list();
    }

    /** The list without the condition that only links make. */
    String listWithoutSubject() {
        return new ReviewForm(kind, null, customer, nameServer, tld, age, standing, null).list();
    }

    /** The page of a zone at the place that this form has. */
    String page(DomainName zone) {
        return at == null || at.isEmpty() ? address(path(zone), fields()) : with(path(zone), "at", at);
    }

    /** The same page with what DNS says of each server. */
    String checked(DomainName zone) {
        String page = page(zone);
        return page + (page.contains("?") ? "&" : "?") + "check=";
    }

    String page(DomainName zone, FindingCursor place) {
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
        String given = given(value);
        if (given != null) {
            fields.put(name, given);
        }
    }

    /** As an A-label, however it is typed: {@code .рф} is {@code xn--p1ai}. */
    private @Nullable String readTld() {
        String typed = given(tld);
        if (typed == null) {
            return null;
        }
        String label = typed.startsWith(".") ? typed.substring(1) : typed;
        return TypedName.read("x." + label) instanceof TypedName.Valid valid
                ? valid.name().labels().getLast()
                : label.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String given(@Nullable String value) {
        String text = StorableText.of(value);
        return text.isEmpty() ? null : text;
    }

    /** What no page of ours sends counts as nothing. */
    private static <E extends Enum<E>> @Nullable E read(E[] values, @Nullable String text) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElse(null);
    }
}
