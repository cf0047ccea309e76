package de.postlotse.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every error of the API has one form, whatever stops the request; each address of the API is asked. */
@WholeApplication
class ApiErrorsTests {

    private static final String ANYBODY_S = "/api/v1/zones/anybody.example/mx";

    private final RunningPostlotse postlotse;
    private final List<Route> routes;
    private final ApiCaller admin;

    ApiErrorsTests(RunningPostlotse postlotse, RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.postlotse = postlotse;
        this.routes = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .flatMap(mapping -> mapping.getKey().getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .flatMap(pattern -> mapping.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(
                                        method.name(),
                                        pattern,
                                        List.of(mapping.getValue().getMethodParameters())))))
                .toList();
        this.admin = postlotse.api("admin").with("Accept-Language", "en");
    }

    /** A route of the API; nothing that it names exists. */
    private record Route(String method, String pattern, List<MethodParameter> parameters) {

        String path() {
            return path("0");
        }

        String path(String number) {
            String path = pattern.replace("{zone}", "anybody.example")
                    .replace("{target}", "mx.anybody.example")
                    .replace("{host}", "mx.anybody.example")
                    .replace("{owner}", "@");
            return path.replaceAll("\\{\\w+}", number);
        }

        boolean takesBody() {
            return has(RequestBody.class);
        }

        boolean needsBody() {
            return parameters.stream()
                    .map(parameter -> parameter.getParameterAnnotation(RequestBody.class))
                    .anyMatch(body -> body != null && body.required());
        }

        /** The name of what has to be a number in the address, if anything. */
        Stream<String> number() {
            return parameters.stream()
                    .filter(parameter -> parameter.hasParameterAnnotation(PathVariable.class)
                            && parameter.getParameterType() == long.class)
                    .map(parameter -> parameter.getParameter().getName());
        }

        private boolean has(Class<? extends Annotation> annotation) {
            return parameters.stream().anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
        }
    }

    /** Accounts are kept with a password only, which takes longer to check. */
    private ApiCaller as(Route route) {
        return route.pattern().startsWith("/api/v1/accounts") ? postlotse.apiByPassword("admin") : admin;
    }

    @Test
    void whoeverIsNotLoggedInIsToldSo() {
        assertThat(routes).hasSizeGreaterThan(30).allSatisfy(route -> {
            Answer answer = postlotse.anonymous().send(route.method(), route.path(), "");

            isProblem(answer, 401, "unauthorized");
            assertThat(answer.headers("WWW-Authenticate")).hasSize(2);
        });
    }

    @Test
    void methodThatAnAddressLacksIsRefusedWithThoseThatItHas() {
        assertThat(routes).allSatisfy(route -> {
            Answer answer = as(route).send("PATCH", route.path(), "{}");

            isProblem(answer, 405, "method-not-allowed");
            assertThat(answer.header("Allow")).contains(route.method());
        });
    }

    @Test
    void bodyThatIsMissingOrBrokenIsMalformed() {
        assertThat(routes).filteredOn(Route::needsBody).isNotEmpty().allSatisfy(route -> {
            isProblem(as(route).send(route.method(), route.path(), ""), 400, "malformed");
            isProblem(as(route).send(route.method(), route.path(), "null"), 400, "malformed");
        });
        assertThat(routes)
                .filteredOn(Route::takesBody)
                .allSatisfy(route -> Stream.of("{", "[]", "17", "{} {}", "{\"reason\": \"a\", \"reason\": \"b\"}")
                        .forEach(json ->
                                isProblem(as(route).send(route.method(), route.path(), json), 400, "malformed")));
    }

    @Test
    void bodyOfAnotherTypeIsRefused() {
        assertThat(routes)
                .filteredOn(Route::takesBody)
                .allSatisfy(route -> isProblem(
                        as(route).with("Content-Type", "application/xml").send(route.method(), route.path(), "{}"),
                        415,
                        "unsupported-media-type"));
    }

    @Test
    void unknownFieldIsNamed() {
        assertThat(routes).filteredOn(Route::takesBody).allSatisfy(route -> {
            Answer answer = as(route).send(route.method(), route.path(), "{\"xyzxyz\": 1}");

            isProblem(answer, 422, "unknown-field");
            assertThat(answer.text("/field")).isEqualTo("xyzxyz");
        });
    }

    @Test
    void addressThatNeedsANumberNamesWhatIsNone() {
        assertThat(routes)
                .filteredOn(route -> route.number().findAny().isPresent())
                .isNotEmpty()
                .allSatisfy(route -> {
                    Answer answer = as(route).send(route.method(), route.path("none"), route.needsBody() ? "{}" : "");

                    isProblem(answer, 400, "wrong-value");
                    assertThat(answer.text("/field"))
                            .isEqualTo(route.number().findAny().orElseThrow());
                });
    }

    @ParameterizedTest
    @CsvSource({"owners, owner", "Target, target", "TTL, ttl", "prio, priority", "exsiting, existing"})
    void misspeltFieldIsToldWhatWasProbablyMeant(String typed, String meant) {
        Answer answer = admin.post(ANYBODY_S, "{\"%s\": \"x\"}".formatted(typed));

        isProblem(answer, 422, "unknown-field");
        assertThat(answer.text("/field")).isEqualTo(typed);
        assertThat(answer.text("/meant")).isEqualTo(meant);
        assertThat(answer.text("/detail")).contains(typed, meant);
    }

    /** What was meant to narrow a list down would leave everything in. */
    @ParameterizedTest
    @CsvSource({
        "/api/v1/zones?attenton=1, attenton, attention",
        "/api/v1/changes?domian=kunde.de, domian, domain",
        "/api/v1/changes?Before=7, Before, before",
        "/api/v1/findings?q=x, q, ",
        "/api/v1/approvals?q=x, q, "
    })
    void misspeltParameterIsToldLikeAField(String path, String typed, String meant) {
        Answer answer = admin.get(path);

        isProblem(answer, 422, "unknown-field");
        assertThat(answer.text("/field")).isEqualTo(typed);
        assertThat(answer.json().at("/meant").asString(null)).isEqualTo(meant);
    }

    @Test
    void fieldOfAListIsNamedWithItsPlace() {
        Answer answer = admin.put(ANYBODY_S + "/@", "{\"records\": [{\"target\": \"a.de\"}, {\"prioritaet\": 5}]}");

        assertThat(answer.text("/field")).isEqualTo("records[1].prioritaet");
        assertThat(answer.text("/meant")).isEqualTo("priority");
    }

    /** Each of these would do something that its author does not want. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /mx | {\"name\": \"shop2\", \"priority\": 5, \"target\": \"mail2.{zone}\"} | name",
                "POST | /mx | {\"owner\": \"shop2\", \"prio\": 5, \"target\": \"mail2.{zone}\"} | prio",
                "PUT | /mx/@ | {\"TTL\": 60000, \"records\": [{\"priority\": 5, \"target\": \"mail2.{zone}\"}]} | TTL",
                "POST | /mx/@/mail.{zone}/maintenance | {\"form\": \"2999-01-01T00:00:00Z\"} | form",
            })
    void misspeltFieldChangesNothing(String method, String path, String json, String field) {
        String zone = postlotse.newZone();
        ApiCaller customer = postlotse.api("kunde1");

        Answer answer = customer.send(
                method, "/api/v1/zones/" + zone + path.replace("{zone}", zone), json.replace("{zone}", zone));

        isProblem(answer, 422, "unknown-field");
        assertThat(answer.text("/field")).isEqualTo(field);
        assertThat(postlotse.version(zone)).isEqualTo(1);
        assertThat(customer.get("/api/v1/zones/" + zone + "/planned").body()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/zones?attention=x, attention",
        "/api/v1/zones?attention=1&after=a..b, after",
        "/api/v1/findings?after=x, after",
        "/api/v1/findings?standing=x, standing",
        "/api/v1/approvals?after=x, after",
        "/api/v1/changes?before=x, before",
        "/api/v1/changes?from=x, from",
        "/api/v1/changes?period=x, period",
    })
    void parameterThatCannotBeReadIsNamed(String path, String field) {
        Answer answer = admin.get(path);

        isProblem(answer, 400, "wrong-value");
        assertThat(answer.text("/field")).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2030-13-01", "tomorrow", "2030-01-01T00:00:00"})
    void timeThatIsNoneIsNamed(String at) {
        Answer answer = admin.post(
                "/api/v1/zones/anybody.example/planned",
                "{\"owners\": [\"@\"], \"records\": [{\"target\": \"a.de\"}], \"at\": \"%s\"}".formatted(at));

        isProblem(answer, 400, "wrong-value");
        assertThat(answer.text("/field")).isEqualTo("at");
    }

    @Test
    void timeThatIsOverIsRefusedWithTheEarliestOne() {
        String zone = postlotse.newZone();
        Answer answer = postlotse
                .api("kunde1")
                .post(
                        "/api/v1/zones/" + zone + "/planned",
                        "{\"owners\": [\"@\"], \"records\": [{\"target\": \"mail2.%s\"}], \"at\": \"%s\"}"
                                .formatted(zone, Instant.now().minus(Duration.ofDays(1))));

        isProblem(answer, 422, "wrong-time");
        assertThat(answer.text("/detail")).contains(answer.text("/earliest"));
    }

    @Test
    void numberWithAFractionIsNoWholeNumber() {
        Answer answer = admin.post("/api/v1/zones/anybody.example/restore", "{\"version\": 1.9}");

        isProblem(answer, 400, "wrong-value");
        assertThat(answer.text("/field")).isEqualTo("version");
    }

    @Test
    void whatIsMissingIsNamed() {
        Answer answer = admin.post("/api/v1/zones/anybody.example/restore", "{}");

        isProblem(answer, 400, "missing-value");
        assertThat(answer.text("/field")).isEqualTo("version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/", "/api/v1", "/api/v1/nothing", "/api/v1/zones/a/b/c/d/e", "/api/v2/zones"})
    void unknownAddressIsAProblem(String path) {
        isProblem(admin.get(path), 404, "not-found");
        isProblem(admin.with("Accept", "text/html").get(path), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/sweep",
                "/api/v1/changes",
                "/api/v1/approvals",
                "/api/v1/accounts",
                "/api/v1/replacements/1"
            })
    void whatIsForOthersAnswersLikeAnUnknownAddress(String path) {
        ApiCaller customer = postlotse.api("kunde1");

        Answer answer = customer.get(path);

        isProblem(answer, 404, "not-found");
        assertThat(answer.bodyWithoutRequestId())
                .isEqualTo(customer.get("/api/v1/no").bodyWithoutRequestId());
    }

    @Test
    void answerInAnotherFormatDoesNotExist() {
        isProblem(admin.with("Accept", "application/xml").get("/api/v1/zones"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/zones/a%3bb", "/api/v1/zones//x", "/api/v1/zones/%2e%2e/x", "/api/v1/a%0ab"})
    void whatTheFirewallRefusesIsAProblem(String path) {
        isProblem(admin.get(path), 400, "bad-request");
    }

    @Test
    void methodThatNobodyKnowsIsAProblem() {
        isProblem(admin.send("FOO", "/api/v1/zones", ""), 400, "bad-request");
    }

    @ParameterizedTest
    @CsvSource({"de, Das gibt es hier nicht", "en, There is no such thing here"})
    void problemIsInTheCallersLanguage(String language, String title) {
        Answer answer =
                postlotse.api("kunde1").with("Accept-Language", language).get("/api/v1/zones/nobody-s.example");

        isProblem(answer, 404, "no-such-zone");
        assertThat(answer.text("/title")).isEqualTo(title);
    }

    private static void isProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(answer::toString).startsWith("application/problem+json");
        assertThat(answer.text("/type")).isEqualTo("urn:postlotse:problem:" + code);
        assertThat(answer.text("/status")).isEqualTo(String.valueOf(status));
        assertThat(answer.text("/code")).isEqualTo(code);
        assertThat(Arrays.asList(answer.text("/title"), answer.text("/detail"))).noneMatch(String::isBlank);
        assertThat(answer.body()).doesNotContain("Exception", "de.postlotse", "trace");
    }
}
