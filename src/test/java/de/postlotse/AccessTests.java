package de.postlotse;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplication;
import de.postlotse.zone.change.FourEyesProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who gets what from every route there is. */
@WholeApplication
class AccessTests {

    private static final String RECORD = "owner={zone}&record=10+mail.{zone}.";
    private static final String SERVER = "owner={zone}&target=mail.{zone}";
    private static final String ENTRY = "{\"target\": \"mail2.{zone}\", \"priority\": 20}";
    private static final String SEEN = "version={version}";
    private static final String MOVE =
            "{\"owners\": [\"@\"], \"at\": \"2020-01-01T00:00:00Z\", \"records\": [{\"priority\": \"10\", \"target\": \"mail2.{zone}\"}]}";
    private static final String SWITCH =
            "{\"owners\": [\"@\"], \"records\": [{\"priority\": \"10\", \"target\": \"mail2.{zone}\"}]}";
    private static final String SET = "{\"records\": [{\"priority\": 20, \"target\": \"mail2.{zone}\"}]}";

    /**
     * A route and what it answers to somebody who is not logged in, the zone's customer, another customer, support and
     * admin.
     *
     * @param route as Spring knows it
     * @param input query, form or JSON that the route needs
     */
    record Route(String route, String input, int anonymous, int owner, int other, int support, int admin) {

        static final List<String> ACCOUNTS = List.of("", "kunde1", "kunde2", "support", "admin");

        boolean isApi() {
            return route.contains("/api/");
        }

        boolean isRead() {
            return route.startsWith("GET");
        }

        String method() {
            return route.substring(0, route.indexOf(' '));
        }

        String path(String zone) {
            return route.substring(route.indexOf(' ') + 1)
                    .replace("{zone}", zone)
                    .replace("{username}", "konto." + zone)
                    .replace("{version}", "1")
                    .replace("{owner}", "@")
                    .replace("{target}", "mail." + zone)
                    .replace("{host}", "mail." + zone)
                    .replace("{token}", "kein-token");
        }

        String input(String zone, long version) {
            return input.replace("{zone}", zone).replace("{version}", Long.toString(version));
        }

        List<Integer> expected() {
            return List.of(anonymous, owner, other, support, admin);
        }

        @Override
        public String toString() {
            return route;
        }
    }

    static final List<Route> ROUTES = List.of(
            new Route("GET /", "", 302, 302, 302, 302, 302),
            new Route("GET /login", "", 200, 200, 200, 200, 200),
            new Route("GET /login/part", "", 200, 200, 200, 200, 200),
            new Route("GET /css/brand.css", "", 200, 200, 200, 200, 200),
            new Route("GET /css/brand-logo", "", 404, 404, 404, 404, 404),
            new Route("GET /css/brand-logo-dark", "", 404, 404, 404, 404, 404),
            new Route("GET /kept", "", 302, 302, 302, 302, 302),
            new Route("GET /help", "", 200, 200, 200, 200, 200),
            new Route("GET /css/brand.css", "", 200, 200, 200, 200, 200),
            new Route("GET /css/brand-logo", "", 404, 404, 404, 404, 404),
            new Route("GET /css/brand-logo-dark", "", 404, 404, 404, 404, 404),
            new Route("GET /domains", "", 302, 200, 200, 200, 200),
            new Route("GET /domains/{zone}", "", 302, 200, 404, 200, 200),
            new Route("GET /domains/{zone}/servers", "", 302, 200, 404, 200, 200),
            new Route("GET /domains/{zone}/publication", "mark=old", 302, 200, 404, 200, 200),
            new Route("GET /domains/{zone}/name-servers", "", 302, 200, 404, 200, 200),
            new Route("GET /domains/{zone}/history", "", 302, 200, 404, 200, 200),
            new Route("GET /domains/{zone}/history.csv", "", 302, 200, 404, 200, 200),
            new Route("GET /domains/{zone}/history/{version}/restore", "", 302, 200, 404, 200, 200),
            new Route("POST /domains/{zone}/history/{version}/restore", SEEN, 302, 302, 404, 302, 302),
            new Route("GET /domains/{zone}/mx/edit", RECORD, 302, 200, 404, 200, 200),
            new Route("GET /domains/{zone}/mx/delete", RECORD, 302, 200, 404, 200, 200),
            new Route("GET /domains/{zone}/mx/no-mail", "owner={zone}", 302, 200, 404, 200, 200),
            new Route("POST /domains/{zone}/mx", "target=mail2.{zone}&version={version}", 302, 302, 404, 302, 302),
            new Route("POST /domains/{zone}/mx/check", "target=mail2.{zone}", 302, 200, 404, 200, 200),
            new Route("POST /domains/{zone}/mx/delete", RECORD + "&" + SEEN, 302, 302, 404, 302, 302),
            new Route("POST /domains/{zone}/mx/own-servers", "owner={zone}&" + SEEN, 302, 302, 404, 302, 302),
            new Route("POST /domains/{zone}/mx/no-mail", "owner={zone}&" + SEEN, 302, 302, 404, 302, 302),
            new Route("GET /domains/{zone}/provider", "", 302, 200, 404, 200, 200),
            new Route("GET /domains/{zone}/provider/{id}", "", 302, 404, 404, 404, 404),
            new Route("GET /domains/{zone}/maintenance", SERVER, 302, 200, 404, 200, 200),
            new Route("POST /domains/{zone}/maintenance", SERVER, 302, 422, 404, 422, 422),
            new Route("POST /domains/{zone}/maintenance/back", "id=0", 302, 404, 404, 404, 404),
            new Route("GET /domains/{zone}/planned", "", 302, 200, 404, 200, 200),
            new Route("POST /domains/{zone}/planned", "owner={zone}&at=", 302, 422, 404, 422, 422),
            new Route("POST /domains/{zone}/planned/cancel", "id=0", 302, 302, 404, 302, 302),
            new Route("POST /domains/{zone}/planned/again", "id=0", 302, 302, 404, 302, 302),
            new Route("GET /domains/{zone}/paste", "", 302, 200, 404, 200, 200),
            new Route("POST /domains/{zone}/paste", "text=10+mx1.{zone}", 302, 302, 404, 302, 302),
            new Route("GET /domains/{zone}/switch", "", 302, 200, 404, 200, 200),
            new Route("POST /domains/{zone}/switch", "check=yes", 302, 200, 404, 200, 200),
            new Route("POST /domains/{zone}/mx/reachability", SERVER, 302, 200, 404, 200, 200),
            new Route("GET /domains/{zone}/mail-path", "", 302, 200, 404, 200, 200),
            new Route("GET /mail-path", "q=info@{zone}", 302, 200, 200, 200, 200),
            new Route("GET /account/tokens", "", 302, 200, 200, 200, 200),
            new Route("POST /account/tokens", "name=Skript&validity=YEAR&old=postlotse", 302, 302, 302, 302, 302),
            new Route("POST /account/tokens/revoke", "id=0", 302, 302, 302, 302, 302),
            new Route("GET /account/password", "", 302, 200, 200, 200, 200),
            new Route("POST /account/theme", "theme=dark&page=/help", 302, 302, 302, 302, 302),
            new Route("POST /account/password", "password=kurz", 302, 422, 422, 422, 422),
            new Route("GET /support/accounts", "", 302, 404, 404, 404, 200),
            new Route("GET /support/accounts/new", "", 302, 404, 404, 404, 200),
            new Route("POST /support/accounts/new", "username=neu.{zone}&role=BOSS", 302, 404, 404, 404, 422),
            new Route("GET /support/accounts/{username}", "", 302, 404, 404, 404, 200),
            new Route("POST /support/accounts/{username}", "role=SUPPORT", 302, 404, 404, 404, 302),
            new Route("GET /support/accounts/{username}/delete", "", 302, 404, 404, 404, 200),
            new Route("POST /support/accounts/{username}/delete", "sure=yes", 302, 404, 404, 404, 302),
            new Route("GET /support/audit", "check=yes", 302, 404, 404, 404, 200),
            new Route("GET /support/audit.csv", "subject={zone}", 302, 404, 404, 404, 200),
            new Route("GET /support", "", 302, 404, 404, 200, 200),
            new Route("GET /support/zones", "", 302, 404, 404, 200, 200),
            new Route("GET /support/publishing", "", 302, 404, 404, 200, 200),
            new Route("POST /support/publishing", "server=embedded", 302, 404, 404, 302, 302),
            new Route("POST /support/publishing/compare", "now=yes", 302, 404, 404, 302, 302),
            new Route("POST /support/zones/{zone}/compare", "now=yes", 302, 404, 404, 302, 302),
            new Route("POST /support/zones/{zone}/drift", "keep=OURS&" + SEEN, 302, 404, 404, 302, 302),
            new Route("GET /support/zones/{zone}/hand-back", "", 302, 404, 404, 200, 200),
            new Route("POST /support/zones/{zone}/hand-back", "version={version}", 302, 404, 404, 302, 302),
            new Route("POST /support/zones/{zone}/publish", "now=yes", 302, 404, 404, 302, 302),
            new Route("POST /support/zones/{zone}/review", "remark=gut", 302, 404, 404, 302, 302),
            new Route("GET /support/take-over", "", 302, 404, 404, 200, 200),
            new Route("POST /support/take-over", "text={zone};1", 302, 404, 404, 302, 302),
            new Route("GET /support/take-over/{id}", "", 302, 404, 404, 200, 200),
            new Route("POST /support/take-over/{id}/pause", "now=yes", 302, 404, 404, 302, 302),
            new Route("POST /support/take-over/{id}/go-on", "now=yes", 302, 404, 404, 302, 302),
            new Route("POST /support/take-over/{id}/failed-again", "now=yes", 302, 404, 404, 302, 302),
            // sweep
            new Route("GET /support/sweep", "", 302, 404, 404, 200, 200),
            new Route("POST /support/sweep/pause", "now=yes", 302, 404, 404, 302, 302),
            new Route("POST /support/sweep/go-on", "now=yes", 302, 404, 404, 302, 302),
            new Route("POST /support/sweep/now", "now=yes", 302, 404, 404, 302, 302),
            new Route("POST /api/v1/comparison", "", 401, 404, 404, 202, 202),
            new Route("GET /api/v1/sweep", "", 401, 404, 404, 200, 200),
            // review
            new Route("GET /support/review", "kind=TARGET_GONE&tld=example", 302, 404, 404, 200, 200),
            new Route("POST /support/review", "remark=gut&zone={zone}", 302, 404, 404, 302, 302),
            new Route(
                    "POST /support/incidents/reviewed",
                    "of=DRIFTED&about=x.{zone}&remark=gut",
                    302,
                    404,
                    404,
                    302,
                    302),
            new Route("GET /support/review/{zone}", "customer=10001", 302, 404, 404, 200, 200),
            new Route("GET /support/review/{zone}/way", "", 302, 404, 404, 200, 200),
            new Route("POST /support/review/{zone}", "remark=gut", 302, 404, 404, 302, 302),
            new Route("POST /support/review/{zone}/waiver", "reason=so+gewollt", 302, 404, 404, 302, 302),
            new Route("POST /support/review/{zone}/waiver/back", "now=yes", 302, 404, 404, 302, 302),
            new Route("GET /api/v1/findings", "customer=10001&age=OVER_A_WEEK", 401, 404, 404, 200, 200),
            new Route("GET /api/v1/incidents", "", 401, 404, 404, 200, 200),
            // find
            new Route("GET /support/hosts", "q=mail.{zone}", 302, 404, 404, 200, 200),
            new Route("GET /support/hosts.csv", "q=mail.{zone}", 302, 404, 404, 200, 200),
            new Route("GET /api/v1/hosts/{host}/zones", "", 401, 404, 404, 200, 200),
            // replace
            new Route("GET /support/replace", "", 302, 404, 404, 200, 200),
            new Route("POST /support/replace", "old=alt.{zone}&request=" + UUID.randomUUID(), 302, 404, 404, 422, 422),
            new Route("GET /support/replace/{id}", "", 302, 404, 404, 200, 200),
            new Route("POST /support/replace/{id}/stop", "now=yes", 302, 404, 404, 302, 302),
            new Route("POST /support/replace/{id}/go-on", "now=yes", 302, 404, 404, 302, 302),
            new Route("POST /support/replace/{id}/again", "now=yes", 302, 404, 404, 302, 302),
            new Route("GET /support/replace/{id}/undo", "", 302, 404, 404, 302, 302),
            new Route("POST /support/replace/{id}/undo", "now=yes", 302, 404, 404, 302, 302),
            new Route("POST /support/replace/{id}/approve", "now=yes", 302, 404, 404, 302, 302),
            new Route("POST /support/replace/{id}/reject", "reason=nein", 302, 404, 404, 302, 302),
            new Route(
                    "POST /api/v1/replacements",
                    "{\"old\": \"alt.{zone}\", \"dryRun\": true}",
                    401,
                    404,
                    404,
                    422,
                    422),
            new Route("GET /api/v1/replacements/{id}", "", 401, 404, 404, 200, 200),
            // approval
            new Route("GET /support/approvals", "", 302, 404, 404, 200, 200),
            new Route("GET /support/approvals/{change}", "", 302, 404, 404, 200, 200),
            new Route("POST /support/approvals/{change}/approve", "remark=gut", 302, 404, 404, 302, 302),
            new Route("POST /support/approvals/{change}/reject", "reason=nein", 302, 404, 404, 302, 302),
            new Route("POST /domains/{zone}/waiting/{change}/withdraw", "sure=yes", 302, 302, 404, 404, 404),
            new Route("GET /api/v1/approvals", "", 401, 404, 404, 200, 200),
            new Route("GET /api/v1/approvals/{change}", "", 401, 404, 404, 200, 200),
            new Route("POST /api/v1/approvals/{change}/approve", "{}", 401, 404, 404, 200, 200),
            new Route("POST /api/v1/approvals/{change}/reject", "{\"reason\": \"nein\"}", 401, 404, 404, 200, 200),
            new Route("GET /api/v1/zones/{zone}/waiting/{change}", "", 401, 200, 404, 200, 200),
            new Route("DELETE /api/v1/zones/{zone}/waiting/{change}", "", 401, 204, 404, 404, 404),
            // notice
            new Route("GET /domains/notices", "", 302, 200, 200, 200, 200),
            new Route("POST /domains/notices/read", "upTo=0", 302, 302, 302, 302, 302),
            new Route("GET /account/mail", "", 302, 200, 200, 200, 200),
            new Route("POST /account/mail", "email=falsch", 302, 422, 422, 422, 422),
            // changes
            new Route("GET /support/changes", "domain={zone}", 302, 404, 404, 200, 200),
            new Route("GET /support/changes.csv", "domain={zone}", 302, 404, 404, 200, 200),
            new Route("GET /api/v1/changes", "domain={zone}", 401, 404, 404, 200, 200),
            // report
            new Route("GET /report/{token}", "", 404, 404, 404, 404, 404),
            new Route("GET /support/zones/{zone}/report", "", 302, 404, 404, 200, 200),
            new Route("POST /support/zones/{zone}/report", "validity=DAY", 302, 404, 404, 302, 302),
            new Route("POST /support/zones/{zone}/report/revoke", "id=0", 302, 404, 404, 302, 302),
            new Route("GET /api/v1/audit", "subject={zone}", 401, 404, 404, 404, 200),
            new Route("GET /api/v1/audit/check", "", 401, 404, 404, 404, 200),
            new Route("GET /api/v1/accounts", "", 401, 404, 404, 404, 200),
            new Route("GET /api/v1/accounts/{username}", "", 401, 404, 404, 404, 200),
            new Route("PUT /api/v1/accounts/{username}", "{\"role\": \"SUPPORT\"}", 401, 404, 404, 404, 200),
            new Route("DELETE /api/v1/accounts/{username}", "", 401, 404, 404, 404, 204),
            new Route(
                    "POST /api/v1/zones/{zone}/instructions",
                    "{\"text\":\"10 mx1.example.net\"}",
                    401,
                    200,
                    404,
                    200,
                    200),
            new Route("GET /api/v1/providers", "", 401, 200, 200, 200, 200),
            new Route("GET /api/v1/providers/{id}/records", "", 401, 404, 404, 404, 404),
            new Route("GET /api/v1/zones/{zone}/planned", "", 401, 200, 404, 200, 200),
            new Route("POST /api/v1/zones/{zone}/planned", MOVE, 401, 422, 404, 422, 422),
            new Route("DELETE /api/v1/zones/{zone}/planned/{id}", "", 401, 204, 404, 204, 204),
            new Route("POST /api/v1/zones/{zone}/mx/{owner}/{target}/maintenance", "{}", 401, 422, 404, 422, 422),
            new Route("DELETE /api/v1/zones/{zone}/mx/{owner}/{target}/maintenance", "", 401, 404, 404, 404, 404),
            new Route("PUT /api/v1/zones/{zone}/mx", SWITCH, 401, 200, 404, 200, 200),
            new Route("GET /api/v1/mail-path", "domain={zone}", 401, 200, 200, 200, 200),
            new Route("POST /api/v1/mail-path", "{\"domain\": \"{zone}\", \"records\": []}", 401, 200, 200, 200, 200),
            new Route("GET /api/v1/zones", "", 401, 200, 200, 200, 200),
            new Route("POST /api/v1/zones", "{\"zone\": \"{zone}\", \"customer\": \"1\"}", 401, 404, 404, 409, 409),
            new Route("GET /api/v1/zones/{zone}", "", 401, 200, 404, 200, 200),
            new Route("DELETE /api/v1/zones/{zone}", "", 401, 404, 404, 204, 204),
            new Route("GET /api/v1/zones/{zone}/name-servers", "", 401, 200, 404, 200, 200),
            new Route("GET /api/v1/zones/{zone}/history", "", 401, 200, 404, 200, 200),
            new Route("POST /api/v1/zones/{zone}/restore", "{\"version\": 1}", 401, 200, 404, 200, 200),
            new Route("GET /api/v1/zones/{zone}/mx", "", 401, 200, 404, 200, 200),
            new Route("POST /api/v1/zones/{zone}/mx", ENTRY, 401, 201, 404, 201, 201),
            new Route("POST /api/v1/zones/{zone}/mx/check", ENTRY, 401, 200, 404, 200, 200),
            new Route("GET /api/v1/zones/{zone}/mx/{owner}", "", 401, 200, 404, 200, 200),
            new Route("PUT /api/v1/zones/{zone}/mx/{owner}", SET, 401, 200, 404, 200, 200),
            new Route("DELETE /api/v1/zones/{zone}/mx/{owner}", "", 401, 204, 404, 204, 204),
            new Route("DELETE /api/v1/zones/{zone}/mx/{owner}/{target}", "", 401, 204, 404, 204, 204),
            new Route("POST /api/v1/zones/{zone}/mx/{owner}/{target}/reachability", "", 401, 200, 404, 200, 200));

    /** Spring Boot's own: the error page, which tells nothing when it is called without an error. */
    private static final Set<String> ERROR_PAGE = Set.of("ANY /error");

    private static final Map<String, Visitor> VISITORS = new ConcurrentHashMap<>();

    private final RunningPostlotse postlotse;
    private final RequestMappingHandlerMapping mappings;
    private final String list;
    private final String replacement;
    private final Map<String, String> changes = new HashMap<>();

    AccessTests(
            RunningPostlotse postlotse, RequestMappingHandlerMapping requestMappingHandlerMapping, JdbcClient store) {
        this.postlotse = postlotse;
        this.mappings = requestMappingHandlerMapping;
        this.list = takeOverList();
        this.replacement = replacement(store);
    }

    /** The number of a list that support wants to be taken over. */
    private String takeOverList() {
        Visitor support = VISITORS.computeIfAbsent("support", postlotse::visitor);
        String page = support.post("/support/take-over", Map.of("text", "nirgends.example;10001"))
                .header("Location");
        return page.substring(page.lastIndexOf('/') + 1);
    }

    /** The number of a replacement that is done, since nobody names that host. */
    private static String replacement(JdbcClient store) {
        KeyHolder key = new GeneratedKeyHolder();
        store.sql("""
                        insert into replacement (request, kind, old_host, new_host, username, role, origin, created_at,
                            zones, leaving, state, failures)
                        values (?, 'REPLACE', 'alt.net', 'neu.net', 'support', 'SUPPORT', '127.0.0.1', current_timestamp,
                            0, 0, 'DONE', 0)""").param(UUID.randomUUID()).update(key, "id");
        return String.valueOf(key.getKey());
    }

    @Test
    void everyRouteIsInTheTable() {
        Set<String> known = ROUTES.stream().map(Route::route).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(ERROR_PAGE);

        assertThat(mappings.getHandlerMethods().keySet().stream()
                        .flatMap(AccessTests::routes)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @ParameterizedTest
    @FieldSource("ROUTES")
    void everybodyGetsOnlyWhatIsTheirs(Route route) {
        String shared = postlotse.newZone();

        assertThat(Route.ACCOUNTS.stream().map(account -> call(route, account, shared)))
                .as("anonymous, owner, other customer, support, admin")
                .containsExactlyElementsOf(route.expected());
    }

    /** Whoever may change something gets a zone of their own to change; the others try on one that must stay. */
    private int call(Route route, String account, String shared) {
        boolean mayChange = !route.isRead() && !account.isEmpty() && !account.equals("kunde2");
        String zone = mayChange ? postlotse.newZone() : shared;
        long version = postlotse.version(zone);
        if (route.route().contains("{change}")) {
            holdChange(zone);
        }
        if (route.route().contains("{username}")) {
            createAccount("konto." + zone);
        }
        Answer answer = answer(route, account, zone, version);
        if (!account.equals("support") && !account.equals("admin")) {
            assertThat(answer.body()).as("what %s sees of the desk", account).doesNotContain("\"/support", "'/support");
        }
        if (!mayChange) {
            assertThat(postlotse.version(zone)).isEqualTo(version);
        }
        return answer.status();
    }

    /** A change of the zone's customer that waits for a second pair of eyes. */
    private void holdChange(String zone) {
        postlotse.watch(zone, FourEyesProperties.Kind.NULL_MX);
        Answer waiting = postlotse
                .api("kunde1")
                .put("/api/v1/zones/" + zone + "/mx/@", "{\"records\": [{\"priority\": 0, \"target\": \".\"}]}")
                .expect(202);
        changes.put(zone, waiting.text("/id"));
    }

    private void createAccount(String username) {
        Answer created = postlotse
                .apiByPassword("admin")
                .put("/api/v1/accounts/" + username, "{\"role\": \"SUPPORT\", \"password\": \"zwölf Zeichen\"}");
        assertThat(created.status()).as(created::toString).isIn(200, 201);
    }

    private Answer answer(Route route, String account, String zone, long version) {
        String input = route.input(zone, version);
        String path = route.path(zone)
                        .replace("{id}", route.route().contains("/replace") ? replacement : list)
                        .replace("{change}", changes.getOrDefault(zone, ""))
                + (route.isRead() && !input.isEmpty() ? "?" + input : "");
        if (route.isApi()) {
            ApiCaller caller = account.isEmpty()
                    ? postlotse.anonymous()
                    : path.startsWith("/api/v1/accounts") ? postlotse.apiByPassword(account) : postlotse.api(account);
            return caller.send(route.method(), path, route.isRead() ? "" : input);
        }
        Visitor visitor = VISITORS.computeIfAbsent(
                account, name -> name.isEmpty() ? postlotse.visitor() : postlotse.visitor(name));
        return route.isRead() ? visitor.get(path) : visitor.postAgreeing(path, fields(input));
    }

    private static Map<String, String> fields(String form) {
        return Stream.of(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1].replace('+', ' ')));
    }

    @Test
    void otherPeoplesZonesAreInNoList() {
        String zone = postlotse.newZone();

        assertThat(postlotse.visitor("kunde1").get("/domains?q=" + zone).body()).contains("/domains/" + zone);
        assertThat(postlotse.visitor("kunde2").get("/domains?q=" + zone).body()).doesNotContain("/domains/" + zone);
        assertThat(postlotse.api("kunde2").get("/api/v1/zones?q=" + zone).texts("/zones", "zone"))
                .isEmpty();
        assertThat(postlotse.api("kunde2").get("/api/v1/zones?q=10001").texts("/zones", "zone"))
                .isEmpty();
        assertThat(postlotse.api("kunde2").get("/api/v1/zones").texts("/zones", "customer"))
                .containsOnly("10002");
    }

    @Test
    void someoneElsesZoneLooksLikeOneThatDoesNotExist() {
        String zone = postlotse.newZone();
        Visitor stranger = postlotse.visitor("kunde2");

        Stream.of("/domains/%s", "/domains/%s/history", "/domains/%s/mx/no-mail?owner=%1$s")
                .forEach(page -> assertThat(withoutToken(stranger, page.formatted(zone)))
                        .isEqualTo(withoutToken(stranger, page.formatted("nirgends.example"))
                                .replace("nirgends.example", zone)));
        assertThat(postlotse.api("kunde2").get("/api/v1/zones/" + zone + "/mx").bodyWithoutRequestId())
                .isEqualTo(postlotse
                        .api("kunde2")
                        .get("/api/v1/zones/nirgends.example/mx")
                        .bodyWithoutRequestId()
                        .replace("nirgends.example", zone));
    }

    private static String withoutToken(Visitor visitor, String path) {
        return visitor.get(path).expect(404).bodyWithoutRequestId().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private static Stream<String> routes(RequestMappingInfo mapping) {
        List<String> methods = mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .toList();
        return mapping.getPatternValues().stream()
                .flatMap(path ->
                        (methods.isEmpty() ? List.of("ANY") : methods).stream().map(method -> method + " " + path));
    }
}
