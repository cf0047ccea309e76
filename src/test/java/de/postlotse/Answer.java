package de.postlotse;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the application answered. */
record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = new JsonMapper();

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    /** The header, or "" where there is none. */
    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    JsonNode json() {
        return JSON.readTree(body());
    }

    /** The value at a JSON pointer, as text. */
    String text(String pointer) {
        return json().at(pointer).asString();
    }

    /** The member of each element of the array at a JSON pointer, as text. */
    List<String> texts(String pointer, String member) {
        return json().at(pointer)
                .valueStream()
                .map(element -> element.path(member).asString())
                .toList();
    }

    /** The codes of the findings. */
    List<String> codes() {
        return texts("/findings", "code");
    }

    @Override
    public String toString() {
        return status() + " " + response.headers().map() + "\n" + body();
    }
}
