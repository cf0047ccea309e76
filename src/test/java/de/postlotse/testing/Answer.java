package de.postlotse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the application answered. */
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();

    public int status() {
        return response.statusCode();
    }

    /** The same, after a look at its status; a test that fails shows the whole answer. */
    public Answer expect(int status) {
        assertThat(status()).as(this::toString).isEqualTo(status);
        return this;
    }

    public String body() {
        return response.body();
    }

    /** The body but for the number of the request, by which two answers that say the same differ. */
    public String bodyWithoutRequestId() {
        return body().replace(header("X-Request-Id"), "");
    }

    /** The header, or "" where there is none. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    public JsonNode json() {
        return JSON.readTree(body());
    }

    /** The value at a JSON pointer, as text. */
    public String text(String pointer) {
        return json().at(pointer).asString();
    }

    /** The member of each element of the array at a JSON pointer, as text. */
    public List<String> texts(String pointer, String member) {
        return json().at(pointer)
                .valueStream()
                .map(element -> element.path(member).asString())
                .toList();
    }

    /** The codes of the findings. */
    public List<String> codes() {
        return texts("/findings", "code");
    }

    @Override
    public String toString() {
        return status() + " " + response.headers().map() + "\n" + body();
    }
}
