package de.postlotse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The archive of the bare application: ours with another application in it, on the same libraries. */
final class BareArchive {

    private static final String CLASSES = "BOOT-INF/classes/";
    private static final Path RESOURCES = Path.of("src/bench/bare");
    private static final Path COMPILED = Path.of("target/test-classes");

    private BareArchive() {}

    static Path write(Path ours, Path archive) throws IOException {
        try (ZipFile from = new ZipFile(ours.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (ZipEntry entry : from.stream().toList()) {
                if (!isOurs(entry.getName())) {
                    copy(from, entry, to);
                }
            }
            try (Stream<Path> resources = Files.walk(RESOURCES);
                    Stream<Path> classes = Files.walk(COMPILED.resolve("bare"))) {
                add(resources.skip(1).toList(), RESOURCES, to);
                add(classes.toList(), COMPILED, to);
            }
        }
        return archive;
    }

    /** What is found by name in an archive stands at its top. */
    private static boolean isOurs(String entry) {
        return entry.startsWith(CLASSES) && !entry.equals(CLASSES) || entry.startsWith("META-INF/spring");
    }

    /** Libraries stay as they are stored: they are read in place. */
    private static void copy(ZipFile from, ZipEntry entry, ZipOutputStream to) throws IOException {
        ZipEntry copy = new ZipEntry(entry);
        copy.setCompressedSize(-1);
        if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
            copy = new ZipEntry(entry.getName());
        }
        to.putNextEntry(copy);
        try (InputStream in = from.getInputStream(entry)) {
            if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                writeManifest(in, to);
            } else {
                in.transferTo(to);
            }
        }
        to.closeEntry();
    }

    private static void writeManifest(InputStream ours, OutputStream to) throws IOException {
        Manifest manifest = new Manifest(ours);
        manifest.getMainAttributes().putValue("Start-Class", "bare.Bare");
        manifest.write(to);
    }

    /** With the folders themselves, by which a class path is searched. */
    private static void add(List<Path> files, Path root, ZipOutputStream to) throws IOException {
        for (Path file : files) {
            boolean isFolder = Files.isDirectory(file);
            to.putNextEntry(new ZipEntry(CLASSES + root.relativize(file) + (isFolder ? "/" : "")));
            if (!isFolder) {
                Files.copy(file, to);
            }
            to.closeEntry();
        }
    }
}
