package de.postlotse.publishing.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;
import org.xbill.DNS.Name;

/**
 * The folder of master files that the server keeps in the data directory. The first start fills it; from then on it is
 * the only place that zones come from, because it alone has the changes.
 */
final class ZoneStore {

    private static final String DEMO_ZONES = "classpath:demo-zones/*" + MasterFile.SUFFIX;

    private final Path folder;
    private final @Nullable Path zoneDirectory;

    /** @param zoneDirectory where the first start finds master files; the demo zones where there is none */
    ZoneStore(Path dataDirectory, @Nullable Path zoneDirectory) {
        this.folder = dataDirectory.resolve("zones");
        this.zoneDirectory = zoneDirectory;
    }

    Zones load() {
        try {
            if (!Files.exists(folder)) {
                fill();
            }
            SafeFile.removeLeftovers(folder);
            List<HostedZone> zones = new ArrayList<>();
            Set<Name> names = new HashSet<>();
            for (Resource file : filesIn(folder)) {
                ZoneData zone = MasterFile.read(file);
                requireNew(names, zone, file);
                zones.add(new HostedZone(file.getFile().toPath(), zone));
            }
            return new Zones(zones);
        } catch (IOException e) {
            throw new CannotStartException(
                    "The embedded name server cannot use the folder of its zones: " + e,
                    "Make " + folder.toAbsolutePath() + " readable and writable, or choose another"
                            + " postlotse.data-directory.",
                    e);
        }
    }

    /** Fills another folder and renames it, so that a first start that is killed is a first start once more. */
    private void fill() throws IOException {
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectories(unfinished);
        Set<Name> names = new HashSet<>();
        for (Resource source : sources()) {
            ZoneData zone = MasterFile.read(source);
            requireNew(names, zone, source);
            MasterFile.write(unfinished.resolve(MasterFile.nameOf(zone)), zone);
        }
        SafeFile.move(unfinished, folder);
    }

    private List<Resource> sources() throws IOException {
        if (zoneDirectory == null) {
            return List.of(new PathMatchingResourcePatternResolver().getResources(DEMO_ZONES));
        }
        if (!Files.isDirectory(zoneDirectory)) {
            throw new CannotStartException(
                    "The embedded name server finds no folder " + zoneDirectory.toAbsolutePath() + ".",
                    "Set " + EmbeddedNameServerProperties.PREFIX + ".zone-directory to a folder of master files.");
        }
        return filesIn(zoneDirectory);
    }

    private static List<Resource> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(MasterFile.SUFFIX))
                    .sorted()
                    .<Resource>map(FileSystemResource::new)
                    .toList();
        }
    }

    private static void requireNew(Set<Name> names, ZoneData zone, Resource file) {
        if (!names.add(zone.apex())) {
            throw new CannotStartException(
                    "The embedded name server finds the zone " + zone.apex() + " twice, the second time in "
                            + file.getDescription() + ".",
                    "Remove one of the two files; their names differ by case only.");
        }
    }
}
