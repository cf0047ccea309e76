package de.postlotse.publishing.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;

/** A zone as a master file {@code NAME.zone} (RFC 1035 §5). */
final class MasterFile {

    static final String SUFFIX = ".zone";

    /** How dnsjava says where an error is. */
    private static final Pattern POSITION = Pattern.compile("[^:]*:(\\d+): (.*)", Pattern.DOTALL);

    private MasterFile() {}

    static String nameOf(ZoneData zone) {
        return zone.apex().toString(true).toLowerCase(Locale.ROOT) + SUFFIX;
    }

    /**
     * Reads a zone whose name is the file's.
     *
     * @throws UnreadableException where that cannot be done, naming the file and, where it is known, the line
     */
    static ZoneData read(Resource file) throws UnreadableException {
        String fileName = Objects.requireNonNullElse(file.getFilename(), "");
        String name = fileName.endsWith(SUFFIX) ? fileName.substring(0, fileName.length() - SUFFIX.length()) : fileName;
        try (InputStream in = file.getInputStream()) {
            return parse(Name.fromString(name, Name.root), MasterText.of(in.readAllBytes()));
        } catch (IOException | ZoneRules.BrokenZoneException | IllegalArgumentException e) {
            Matcher position = POSITION.matcher(String.valueOf(e.getMessage()));
            boolean known = e instanceof TextParseException && position.matches();
            String where = known ? ", near line " + position.group(1) : "";
            String what = known ? position.group(2) : e.getMessage();
            throw new UnreadableException(file.getDescription() + where + ": " + what, e);
        }
    }

    /**
     * Replaces a zone's file in one step; on the disk there is either the old or the new one, whatever happens.
     *
     * @throws IOException where the new one could not be written; then the old one is still there
     */
    static void write(Path file, ZoneData zone) throws IOException {
        String text = format(zone);
        // What cannot be read back must not replace what can.
        try {
            if (!format(parse(zone.apex(), MasterText.of(text.getBytes(StandardCharsets.US_ASCII))))
                    .equals(text)) {
                throw new IOException("the zone does not survive being written");
            }
        } catch (ZoneRules.BrokenZoneException e) {
            throw new IOException("the zone does not survive being written", e);
        }
        SafeFile.replace(file, text);
    }

    /**
     * How many records there are, by which a file that was cut off is known; then one record a line, with absolute names
     * and its own TTL. dnsjava escapes what the content could do harm with.
     */
    private static String format(ZoneData zone) {
        List<String> lines = zone.records().map(MasterFile::line).toList();
        return MasterText.head(lines.size()) + lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    /** Some types dnsjava writes in a way in which nobody can read them; they are written as octets (RFC 3597 §5). */
    private static String line(Record record) {
        byte[] octets = record.rdataToWireCanonical();
        return isReadable(record)
                ? record.toString()
                : "%s\t%d\tIN\tTYPE%d\t\\# %d %s"
                        .formatted(
                                record.getName(),
                                record.getTTL(),
                                record.getType(),
                                octets.length,
                                HexFormat.of().formatHex(octets));
    }

    /** Twice, since some types are read into the next line. */
    private static boolean isReadable(Record record) {
        byte[] lines = (record + "\n" + record + "\n").getBytes(StandardCharsets.US_ASCII);
        try (Master master = new Master(new ByteArrayInputStream(lines))) {
            return record.equals(master.nextRecord()) && record.equals(master.nextRecord());
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static ZoneData parse(Name apex, MasterText text) throws IOException, ZoneRules.BrokenZoneException {
        text.requireBoundedGenerate();
        List<Record> records = new ArrayList<>();
        try (Master master = new Master(text.stream(), apex)) {
            master.disableIncludes(true);
            for (Record record = master.nextRecord(); record != null; record = master.nextRecord()) {
                records.add(record);
            }
        }
        text.requireWhole(records.size());
        return ZoneData.of(apex, records);
    }

    /** A file that makes no zone; the message says which one, where and why. */
    static final class UnreadableException extends Exception {

        UnreadableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
