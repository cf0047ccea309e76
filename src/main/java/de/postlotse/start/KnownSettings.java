package de.postlotse.start;

import de.postlotse.api.SimilarName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of all {@code postlotse.*} properties, as the compiler wrote them down for editors. A name counts without
 * hyphens and indexes, and one from the system's environment without its dots, too: there both are underscores.
 */
final class KnownSettings {

    private static final String FILE = "META-INF/spring-configuration-metadata.json";
    private static final Pattern PROPERTY =
            Pattern.compile("\"name\": \"(postlotse\\.[^\"]+)\",\\s+\"type\": \"([^\"]+)\"");
    private static final Pattern HAS_PARTS = Pattern.compile("java\\.util\\.(?:Map|List|Set)<.*");
    private static final Pattern NO_LETTERS = Pattern.compile("\\[[^\\]]*\\]|[-_]");

    /** By their plain names: what the property is called, and whether names go on below it. */
    private final Map<String, Known> known = new LinkedHashMap<>();

    private record Known(String name, boolean hasParts) {}

    /** @param metadata Spring Boot's description of properties, as JSON */
    KnownSettings(String metadata) {
        PROPERTY.matcher(metadata.substring(Math.max(0, metadata.indexOf("\"properties\":"))))
                .results()
                .forEach(property -> known.put(plain(property.group(1)), known(property)));
    }

    private static Known known(MatchResult property) {
        return new Known(property.group(1), HAS_PARTS.matcher(property.group(2)).matches());
    }

    /** Those of this application; none where it was built without them. */
    static KnownSettings ofThisApplication(ClassLoader classes) {
        try {
            for (URL file : Collections.list(classes.getResources(FILE))) {
                try (InputStream in = file.openStream()) {
                    KnownSettings settings = new KnownSettings(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    if (!settings.known.isEmpty()) {
                        return settings;
                    }
                }
            }
            return new KnownSettings("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    /** @param name with dots, such as {@code postlotse.dns.resolvers[0]} */
    boolean has(String name) {
        String plain = plain(name);
        return known.entrySet().stream()
                .anyMatch(each -> plain.equals(each.getKey())
                        || (each.getValue().hasParts() && plain.startsWith(each.getKey() + ".")));
    }

    /** @param name from the system's environment, such as {@code POSTLOTSE_DNS_RESOLVERS_0} */
    boolean hasVariable(String name) {
        String letters = letters(name);
        return known.entrySet().stream()
                .anyMatch(each -> letters.equals(letters(each.getKey()))
                        || (each.getValue().hasParts() && letters.startsWith(letters(each.getKey()))));
    }

    /** The property that was probably meant. */
    Optional<String> meantBy(String name) {
        return SimilarName.of(name, known.values().stream().map(Known::name).toList());
    }

    private static String plain(String name) {
        Matcher noLetters = NO_LETTERS.matcher(name);
        return noLetters.replaceAll("").toLowerCase(Locale.ROOT);
    }

    private static String letters(String name) {
        return plain(name).replace(".", "");
    }
}
