package de.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Io;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** How style sheets, fonts and the little JavaScript reach a browser. */
@WholeApplication
record StaticFilesTests(RunningPostlotse postlotse) {

    private static final Path CSS = Path.of("src/main/resources/static/css");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    private static final Pattern FILE =
            Pattern.compile("(?:href|src)=\"(/(?:css|js|webjars)/[^\"]+-[0-9a-f]{32}\\.[a-z]+)\"");

    /** Tomcat leaves alone what is as short as that. */
    private static final int SHORT = 2048;

    private static final Pattern FONT = Pattern.compile("/fonts/atkinson-next-latin-[0-9a-f]{32}\\.woff2");
    private static final Pattern INLINE = Pattern.compile("<style|\\sstyle=|<script(?![^>]*src=)|\\son[a-z]+=\"");

    @Test
    void styleSheetsStaySmall() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Path sheet : files(CSS, ".css")) {
            all.write(Files.readAllBytes(sheet));
        }
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            all.writeTo(gzip);
        }

        assertThat(all.size()).isLessThanOrEqualTo(64 * 1024);
        assertThat(compressed.size()).isLessThanOrEqualTo(14 * 1024);
    }

    @Test
    void noTemplateHasAStyleOrAScriptOfItsOwn() {
        assertThat(files(TEMPLATES, ".html"))
                .hasSizeGreaterThan(50)
                .allSatisfy(template -> assertThat(Io.get(() -> Files.readString(template)))
                        .as(template.toString())
                        .doesNotContainPattern(INLINE));
    }

    @Test
    void filesAreNamedByTheirContentKeptForGoodAndCompressed() {
        assertThat(filesOf(body(get("/login")))).hasSize(5).allSatisfy(file -> {
            HttpResponse<byte[]> answer = get(file);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=31536000");
            assertThat(answer.headers().firstValue("Content-Encoding").orElse("small"))
                    .isEqualTo(answer.body().length < SHORT ? "small" : "gzip");
        });
    }

    /** Their length would tell of the secrets that they hold, to whoever can make them hold a guess. */
    @Test
    void pagesAreNotCompressed() {
        assertThat(get("/help").headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void theFirstPageIsSmall() {
        HttpResponse<byte[]> page = get("/login");
        String tokens = postlotse.anonymous().get("/css/tokens.css").body();
        String font = FONT.matcher(tokens).results().findFirst().orElseThrow().group();
        long bytes = page.body().length
                + get(font).body().length
                + filesOf(body(page)).stream()
                        .mapToLong(file -> get(file).body().length)
                        .sum();

        assertThat(bytes).isLessThanOrEqualTo(100 * 1024);
    }

    private static String body(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static List<String> filesOf(String page) {
        return FILE.matcher(page).results().map(file -> file.group(1)).toList();
    }

    private HttpResponse<byte[]> get(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = postlotse.address(path);
            return client.send(
                    HttpRequest.newBuilder(address)
                            .header("Accept-Encoding", "gzip")
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
