package de.postlotse.publishing.embedded;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a master file, made safe to be read by dnsjava: in ASCII, and with {@code $GENERATE} in bounds. */
final class MasterText {

    private static final Pattern HEAD = Pattern.compile("; (\\d{1,9}) records\\n");
    private static final Pattern GENERATE = Pattern.compile(
            "(?im)^\\$GENERATE\\s+(?<first>\\d{1,10})-(?<last>\\d{1,10})(?:/(?<step>\\d{1,10}))?(?<rest>.*)$");
    private static final Pattern WIDTH = Pattern.compile("\\$\\{[^,}]*,\\s*(\\d+)");
    private static final int MOST_GENERATED = 65_536;
    private static final int WIDEST = 3;
    private static final int LONGEST_NAME = 255;

    private final String text;

    private MasterText(String text) {
        this.text = text;
    }

    /** The first line of a file with so many records. */
    static String head(int records) {
        return "; " + records + " records\n";
    }

    /**
     * With octets beyond ASCII written as {@code \\DDD} (RFC 1035 §5.1), so that they are kept: they are nobody's
     * characters. A byte order mark of an editor is left out.
     */
    static MasterText of(byte[] octets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length);
        boolean escaped = false;
        for (int i = hasByteOrderMark(octets) ? 3 : 0; i < octets.length; i++) {
            if (octets[i] < 0) {
                String number = Integer.toString(Byte.toUnsignedInt(octets[i]));
                out.writeBytes(((escaped ? "" : "\\") + number).getBytes(StandardCharsets.US_ASCII));
            } else {
                out.write(octets[i]);
            }
            escaped = octets[i] == '\\' && !escaped;
        }
        return new MasterText(out.toString(StandardCharsets.US_ASCII));
    }

    private static boolean hasByteOrderMark(byte[] octets) {
        return octets.length >= 3 && octets[0] == (byte) 0xEF && octets[1] == (byte) 0xBB && octets[2] == (byte) 0xBF;
    }

    InputStream stream() {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws ZoneRules.BrokenZoneException where one short line would make more than fits into memory */
    void requireBoundedGenerate() throws ZoneRules.BrokenZoneException {
        long generated = 0;
        for (Matcher line = GENERATE.matcher(text); line.find(); ) {
            long step = line.group("step") == null ? 1 : Long.parseLong(line.group("step"));
            long range = Long.parseLong(line.group("last")) - Long.parseLong(line.group("first"));
            generated += range / Math.max(1, step) + 1;
            boolean isWide = WIDTH.matcher(line.group("rest"))
                    .results()
                    .anyMatch(width ->
                            width.group(1).length() > WIDEST || Integer.parseInt(width.group(1)) > LONGEST_NAME);
            if (generated > MOST_GENERATED || isWide) {
                throw new ZoneRules.BrokenZoneException(
                        "near line " + lineOf(line.start()) + ": $GENERATE makes more than "
                                + (isWide ? LONGEST_NAME + " digits" : MOST_GENERATED + " records"));
            }
        }
    }

    private long lineOf(int position) {
        return text.substring(0, position).lines().count() + 1;
    }

    /** @throws ZoneRules.BrokenZoneException where this server wrote more records than are left */
    void requireWhole(int records) throws ZoneRules.BrokenZoneException {
        Matcher head = HEAD.matcher(text);
        if (head.lookingAt() && (records < Integer.parseInt(head.group(1)) || !text.endsWith("\n"))) {
            throw new ZoneRules.BrokenZoneException("the file was cut off, it had " + head.group(1)
                    + " records: bring it back from a backup, or remove its first line if it is right");
        }
    }
}
