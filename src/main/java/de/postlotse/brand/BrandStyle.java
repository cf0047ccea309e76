package de.postlotse.brand;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** The look of the brand as a style sheet and its logos, read once at the start. */
@Component
public class BrandStyle {

    private static final long LARGEST_LOGO = 100_000;
    private static final Map<String, MediaType> KINDS = Map.of(
            "svg",
            MediaType.valueOf("image/svg+xml"),
            "png",
            MediaType.IMAGE_PNG,
            "webp",
            MediaType.valueOf("image/webp"));

    private final @Nullable Logo logo;
    private final @Nullable Logo darkLogo;
    private final String css;

    BrandStyle(Brand brand) {
        this.logo = brand.logo() == null ? null : read("logo", brand.logo());
        this.darkLogo = brand.logoDark() == null ? null : read("logo-dark", brand.logoDark());
        this.css = css(brand);
    }

    /** A picture and what it is; its address changes with it. */
    public record Logo(byte[] bytes, MediaType type, String file) {}

    public @Nullable Logo logo() {
        return logo;
    }

    public @Nullable Logo darkLogo() {
        return darkLogo;
    }

    /** The layer that a brand fills; empty where all is as it comes. */
    public String css() {
        return css;
    }

    /** Changes with the style sheet. */
    public String version() {
        return DigestUtils.md5DigestAsHex(css.getBytes(StandardCharsets.UTF_8));
    }

    private String css(Brand brand) {
        Map<String, String> set = new LinkedHashMap<>();
        if (!brand.name().equals("Postlotse")) {
            set.put("name", '"' + brand.name().replaceAll("[\"\\\\\\p{Cntrl}]", "") + '"');
        }
        put(set, "accent", brand.accent());
        put(set, "bar", brand.bar());
        if (brand.font() != null) {
            set.put("font", families(brand.font()) + ", system-ui, sans-serif");
        }
        if (logo != null) {
            set.put("logo", url(logo));
            set.put("logo-width", String.format(Locale.ROOT, "%.3frem", brand.logoWidth()));
        }
        StringBuilder text = new StringBuilder();
        set.forEach((name, value) ->
                text.append("--brand-").append(name).append(": ").append(value).append("; "));
        if (text.isEmpty()) {
            return "";
        }
        String dark = darkLogo == null
                ? ""
                : " @media (prefers-color-scheme: dark) { :root:not([data-theme=\"light\"]) { --brand-logo: %1$s; } }"
                                .formatted(url(darkLogo))
                        + " :root[data-theme=\"dark\"] { --brand-logo: %1$s; }".formatted(url(darkLogo));
        return "@layer brand { :root { " + text + "}" + dark + " }\n";
    }

    private static void put(Map<String, String> set, String name, @Nullable String value) {
        if (value != null) {
            set.put(name, value);
        }
    }

    private static String families(String names) {
        return '"' + String.join("\", \"", names.split(" *, *")) + '"';
    }

    private static String url(Logo logo) {
        return "url(\"" + logo.file() + "\")";
    }

    private static Logo read(String setting, Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        MediaType type = KINDS.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new WrongBrandException(setting, "has to be a file that ends in .svg, .png or .webp.");
        }
        try {
            if (Files.size(file) > LARGEST_LOGO) {
                throw new WrongBrandException(setting, "has to be a file of at most 100 KB.");
            }
            byte[] bytes = Files.readAllBytes(file);
            return new Logo(bytes, type, "brand-" + setting + "?v=" + DigestUtils.md5DigestAsHex(bytes));
        } catch (IOException e) {
            throw new WrongBrandException(setting, "has to be a file that can be read: " + file + ".");
        }
    }
}
