package de.postlotse.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Ends the start where the file of H2 is gone while zones are there that were published from it: that is no first start,
 * and with an empty store nobody would know whose they are.
 */
class LostStore implements EnvironmentPostProcessor, Ordered {

    private static final String H2_FILE = "jdbc:h2:file:";
    private static final String BEGIN_ANEW = "postlotse.begin-anew";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String url = environment.getProperty("spring.datasource.url", "");
        if (!url.startsWith(H2_FILE) || environment.getProperty(BEGIN_ANEW, Boolean.class, false)) {
            return;
        }
        Path store = Path.of(url.substring(H2_FILE.length()).replaceFirst(";.*", "") + ".mv.db");
        Path zones =
                Path.of(environment.getProperty("postlotse.data-directory", "")).resolve("zones");
        if (Files.notExists(store) && hasFiles(zones)) {
            throw new StartRefusedException(
                    "The store " + store.toAbsolutePath()
                            + " is gone, and the zones that were published from it are in " + zones.toAbsolutePath()
                            + ".",
                    "Put a backup of the store there. To begin with an empty store and these zones, start once with "
                            + BEGIN_ANEW + "=true; to begin with the demo, delete both.");
        }
    }

    private static boolean hasFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After the files with properties were read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
