package de.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The addresses in the templates. */
class TemplateAddressesTests {

    /** The beginning of a value, or of a text in an expression, that leads to a page by its path alone. */
    private static final Pattern BARE_ADDRESS = Pattern.compile("[\"'|=>]\\s*/[a-z][^\"'|]*");

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

    @Test
    void everyAddressIsALinkExpressionSoThatItWorksBelowAContextPath() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            List<String> bare = files.filter(file -> file.toString().endsWith(".html"))
                    .flatMap(TemplateAddressesTests::bareAddresses)
                    .toList();

            assertThat(bare).isEmpty();
        }
    }

    private static Stream<String> bareAddresses(Path template) {
        try {
            String text = COMMENT.matcher(Files.readString(template)).replaceAll("");
            return BARE_ADDRESS.matcher(text).results().map(match -> template.getFileName() + ": " + match.group());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
