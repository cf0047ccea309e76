package de.postlotse.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The style sheets have nothing that no page needs. */
class StyleTests {

    private static final Path STYLES = Path.of("src/main/resources/static/css");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{");
    private static final Pattern CLASS = Pattern.compile("\\.(-?[A-Za-z_][\\w-]*)");

    /** Set by htmx, and made of two parts by the layout. */
    private static final Set<String> MADE = Set.of("htmx-request", "content--narrow", "content--door");

    @Test
    void haveNoClassThatNoPageUses() {
        String pages = text(Path.of("src/main/resources/templates"), ".html")
                + text(Path.of("src/main/resources/static/js"), ".js")
                + text(Path.of("src/main/java"), ".java");
        Set<String> unused = classes().stream()
                .filter(name -> !MADE.contains(name))
                .filter(name -> !Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
                        .matcher(pages)
                        .find())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(unused).isEmpty();
    }

    private static Set<String> classes() {
        String styles =
                text(STYLES, ".css").replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\"[^\"]*\"|url\\([^)]*\\)", "");
        return RULE.matcher(styles)
                .results()
                .map(MatchResult::group)
                .flatMap(selector -> CLASS.matcher(selector).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static String text(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(StyleTests::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
