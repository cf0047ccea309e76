package de.postlotse.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that are read on a forge and in an editor. */
class DocumentLinkTests {

    private static final int LONGEST_README = 150;

    static List<MarkdownFile> documents() throws IOException {
        return MarkdownFile.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void leadOnlyToWhatIsThere(MarkdownFile document) {
        assertThat(document.relativeLinks()).allSatisfy(link -> {
            URI target = URI.create(link);
            Path file = target.getPath().isEmpty()
                    ? document.path()
                    : document.path().resolveSibling(target.getPath()).normalize();
            assertThat(file).as(link).exists();
            if (target.getFragment() != null) {
                assertThat(new MarkdownFile(file).anchors()).as(link).contains(target.getFragment());
            }
        });
    }

    @Test
    void everyDocumentIsReachedFromTheReadme() throws IOException {
        MarkdownFile readme = new MarkdownFile(Path.of("README.md"));

        assertThat(MarkdownFile.all())
                .filteredOn(document -> !document.equals(readme))
                .allSatisfy(document -> assertThat(readme.relativeLinks())
                        .contains(document.path().toString()));
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(LONGEST_README);
    }
}
