package de.postlotse.documents;

import de.postlotse.testing.Io;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document of the project, as a forge shows it. Code is set off by four spaces or in backticks.
 *
 * @param path seen from the top of the project
 */
record MarkdownFile(Path path) {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern HEADING = Pattern.compile("#{1,6} (.+)");

    /** The README and everything in the folders of documents. */
    static List<MarkdownFile> all() throws IOException {
        try (Stream<Path> files =
                Stream.of("src/docs", "src/bench").map(Path::of).flatMap(MarkdownFile::below)) {
            return Stream.concat(Stream.of(Path.of("README.md")), files.sorted())
                    .map(MarkdownFile::new)
                    .toList();
        }
    }

    private static Stream<Path> below(Path folder) {
        return Io.get(() -> Files.walk(folder).filter(file -> file.toString().endsWith(".md")));
    }

    /** The lines without blocks of code. */
    List<String> lines() {
        return allLines().stream().filter(line -> !line.startsWith("    ")).toList();
    }

    /** The lines below a heading, up to the next one. */
    List<String> below(String heading) {
        return allLines().stream()
                .dropWhile(line -> !line.matches("#{1,6} " + Pattern.quote(heading)))
                .skip(1)
                .takeWhile(line -> !HEADING.matcher(line).matches())
                .toList();
    }

    private List<String> allLines() {
        return Io.get(() -> Files.readAllLines(path));
    }

    /** Where its links lead, those to other sites left out. */
    List<String> relativeLinks() {
        return lines().stream()
                .flatMap(line -> LINK.matcher(CODE.matcher(line).replaceAll("")).results())
                .map(link -> link.group(1))
                .filter(target -> !target.contains("://"))
                .toList();
    }

    /** The names that a forge gives its headings. */
    Set<String> anchors() {
        return lines().stream()
                .map(HEADING::matcher)
                .filter(Matcher::matches)
                .map(heading -> anchor(heading.group(1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String anchor(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
