package de.postlotse.publishing.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(ZoneStore.class);
    private static final String DEMO_ZONES = "classpath:demo-zones/*" + MasterFile.SUFFIX;

    private final Path folder;
    private final @Nullable Path zoneDirectory;

    /** @param zoneDirectory where the first start finds master files; the demo zones where there is none */
    ZoneStore(Path dataDirectory, @Nullable Path zoneDirectory) {
        this.folder = dataDirectory.resolve("zones");
        this.zoneDirectory = zoneDirectory;
    }

    /** @param hasPublished whether zones were published here before, which the demo zones must not replace */
    HostedZones load(boolean hasPublished) {
        try {
            if (!Files.exists(folder)) {
                fill(hasPublished);
            }
            SafeFile.removeLeftovers(folder);
            List<HostedZone> zones = new ArrayList<>();
            Set<Name> names = new HashSet<>();
            for (Resource file : filesIn(folder)) {
                try {
                    ZoneData zone = MasterFile.read(file);
                    requireNew(names, zone, file);
                    zones.add(new HostedZone(file.getFile().toPath(), zone));
                } catch (MasterFile.UnreadableException e) {
                    LOG.error(
                            "The embedded name server does not serve the zone in {}. Correct the file, or remove it if the"
                                    + " zone is not to be served any more, and start again.",
                            e.getMessage());
                }
            }
            return new HostedZones(zones);
        } catch (IOException e) {
            throw new CannotStartException(
                    "The embedded name server cannot use the folder of its zones: " + e,
                    "Make " + folder.toAbsolutePath() + " readable and writable, or choose another"
                            + " postlotse.data-directory.",
                    e);
        }
    }

    /** Fills another folder and renames it, so that a first start that is killed is a first start once more. */
    private void fill(boolean hasPublished) throws IOException {
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectories(unfinished);
        Set<Name> names = new HashSet<>();
        for (Resource source : sources(hasPublished)) {
            try {
                ZoneData zone = MasterFile.read(source);
                requireNew(names, zone, source);
                MasterFile.write(unfinished.resolve(MasterFile.nameOf(zone)), zone);
            } catch (MasterFile.UnreadableException e) {
                copy(source, unfinished);
            }
        }
        SafeFile.move(unfinished, folder);
    }

    /** As it is, so that it is told and can be corrected in the folder that counts from now on. */
    private static void copy(Resource source, Path target) throws IOException {
        try (InputStream in = source.getInputStream()) {
            Files.copy(in, target.resolve(Objects.requireNonNull(source.getFilename())));
        }
    }

    private List<Resource> sources(boolean hasPublished) throws IOException {
        if (zoneDirectory == null && hasPublished) {
            LOG.error(
                    "The embedded name server has no zones: {} is gone, and the demo zones are not what was published."
                            + " Bring it back from a backup and start again.",
                    folder.toAbsolutePath());
            return List.of();
        }
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
