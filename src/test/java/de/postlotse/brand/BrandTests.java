package de.postlotse.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What a hoster may set, and what it becomes. */
class BrandTests {

    @Test
    void withoutPropertiesAllIsAsItComes() {
        Brand brand = brand(Map.of());

        assertThat(brand.name()).isEqualTo("Postlotse");
        assertThat(new BrandStyle(brand).css()).isEmpty();
        assertThat(brand.signature()).containsExactly("Postlotse");
    }

    @Test
    void fillsItsLayerOfTheStyleSheet(@TempDir Path folder) throws IOException {
        Path logo = Files.writeString(folder.resolve("logo.SVG"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        BrandStyle style = new BrandStyle(brand(Map.of(
                "name", "Nordlicht \"Mail\"",
                "accent", "#b3006b",
                "font", "Avenir Next, Segoe UI",
                "logo", logo.toString(),
                "logo-dark", logo.toString())));

        assertThat(style.css())
                .startsWith("@layer brand { :root { --brand-name: \"Nordlicht Mail\"; --brand-accent: #b3006b; ")
                .contains("--brand-font: \"Avenir Next\", \"Segoe UI\", system-ui, sans-serif;")
                .contains("--brand-logo: url(\"brand-logo?v=")
                .contains(":root[data-theme=\"dark\"] { --brand-logo: url(\"brand-logo-dark?v=");
    }

    @Test
    void namesWhomToAsk() {
        assertThat(brand(Map.of("name", "Mail", "hoster", "Nordlicht GmbH", "support.phone", "+49 40 1234"))
                        .signature())
                .containsExactly("Mail · Nordlicht GmbH", "+49 40 1234");
    }

    @ParameterizedTest
    @CsvSource({
        "name, ' ', has to be 1 to 40 characters long.",
        "accent, blue, 'has to be a colour of six hexadecimal digits, such as #0b5c6b.'",
        "bar, '#fff; } body { display: none', 'has to be a colour of six hexadecimal digits, such as #0b5c6b.'",
        "font, 'Arial; color: red', 'has to be names of fonts of letters, digits, blanks and hyphens, with commas between them.'",
        "logo-width, 12, has to be more than 0 and at most 11.",
        "links.imprint, 'javascript:alert(1)', has to be an address that begins with https:// or http://.",
        "logo, /etc/passwd, 'has to be a file that ends in .svg, .png or .webp.'",
        "logo, /nirgends/logo.svg, 'has to be a file that can be read: /nirgends/logo.svg.'",
    })
    void refusesWhatPagesCouldNotShowAndSaysWhatWouldDo(String property, String value, String rule) {
        assertThatThrownBy(() -> new BrandStyle(brand(Map.of(property, value))))
                .satisfies(thrown -> assertThat(wrong(thrown)).hasMessage("postlotse.brand." + property + " " + rule));
    }

    private static Throwable wrong(Throwable thrown) {
        Throwable each = thrown;
        while (!(each instanceof WrongBrandException)) {
            assertThat(each.getCause()).as("a cause of " + each).isNotNull();
            each = each.getCause();
        }
        return each;
    }

    private static Brand brand(Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>();
        settings.forEach((name, value) -> properties.put("postlotse.brand." + name, value));
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("postlotse.brand", Brand.class);
    }
}
