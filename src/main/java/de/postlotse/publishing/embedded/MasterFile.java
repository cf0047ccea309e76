package de.postlotse.publishing.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ByteArrayResource;
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
     * @throws CannotStartException where that cannot be done, naming the file and, where it is known, the line
     */
    static ZoneData read(Resource file) {
        String fileName = Objects.requireNonNullElse(file.getFilename(), "");
        String name = fileName.endsWith(SUFFIX) ? fileName.substring(0, fileName.length() - SUFFIX.length()) : fileName;
        try (InputStream in = file.getInputStream()) {
            return parse(Name.fromString(name, Name.root), in);
        } catch (IOException | BrokenZoneException | IllegalArgumentException e) {
            Matcher position = POSITION.matcher(String.valueOf(e.getMessage()));
            boolean known = e instanceof TextParseException && position.matches();
            String where = known ? ", near line " + position.group(1) : "";
            String what = known ? position.group(2) : e.getMessage();
            throw new CannotStartException(
                    "The embedded name server cannot load the zone in " + file.getDescription() + where + ": " + what,
                    "Correct the file, or remove it if the zone is not to be served any more, and start again.",
                    e);
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
        try (InputStream in = new ByteArrayResource(text.getBytes(StandardCharsets.US_ASCII)).getInputStream()) {
            if (!format(parse(zone.apex(), in)).equals(text)) {
                throw new IOException("the zone does not survive being written");
            }
        } catch (BrokenZoneException e) {
            throw new IOException("the zone does not survive being written", e);
        }
        SafeFile.replace(file, text);
    }

    /** One record a line, with absolute names and its own TTL; dnsjava escapes what the content could do harm with. */
    private static String format(ZoneData zone) {
        return zone.records().map(Record::toString).collect(Collectors.joining("\n", "", "\n"));
    }

    private static ZoneData parse(Name apex, InputStream in) throws IOException, BrokenZoneException {
        List<Record> records = new ArrayList<>();
        try (Master master = new Master(in, apex)) {
            master.disableIncludes(true);
            for (Record record = master.nextRecord(); record != null; record = master.nextRecord()) {
                records.add(record);
            }
        }
        return ZoneData.of(apex, records);
    }
}
