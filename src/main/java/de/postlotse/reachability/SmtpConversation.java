package de.postlotse.reachability;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands and replies over a connection, with limits for servers that mean no good. */
final class SmtpConversation {

    /** RFC 5321 §4.5.3.1.5 has 512 octets for a line of a reply. */
    private static final int LONGEST_LINE = 1_000;

    private static final int MOST_LINES = 50;
    private static final Pattern LINE = Pattern.compile("([2-5]\\d\\d)(?:([ -])(.*))?", Pattern.DOTALL);

    private final Socket socket;
    private final Deadline deadline;

    SmtpConversation(Socket socket, Deadline deadline) {
        this.socket = socket;
        this.deadline = deadline;
    }

    Reply say(String command) throws IOException {
        tell(command);
        return read();
    }

    /** Says something whose answer nobody waits for. */
    void tell(String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** @throws NotSmtpException where it is no reply (RFC 5321 §4.2) */
    Reply read() throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.size() < MOST_LINES) {
            Matcher line = LINE.matcher(readLine());
            if (!line.matches()) {
                throw new NotSmtpException("not a reply");
            }
            lines.add(line.group(3) == null ? "" : line.group(3));
            if (!"-".equals(line.group(2))) {
                return new Reply(Integer.parseInt(line.group(1)), lines);
            }
        }
        throw new NotSmtpException("too many lines");
    }

    /** Octet by octet, so that nothing is taken that belongs to the encryption that follows. */
    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() < LONGEST_LINE) {
            socket.setSoTimeout(deadline.millisLeft());
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                throw new EOFException("closed");
            }
            if (octet == '\n') {
                return line.toString(StandardCharsets.UTF_8).stripTrailing();
            }
            line.write(octet);
        }
        throw new NotSmtpException("line too long");
    }

    /** The other side does not speak SMTP, or more of it than anybody needs. */
    static final class NotSmtpException extends IOException {

        NotSmtpException(String message) {
            super(message);
        }
    }

    /** The moment at which a conversation is over, however slowly the other side talks. */
    record Deadline(long end) {

        static Deadline in(Duration time) {
            return new Deadline(System.nanoTime() + time.toNanos());
        }

        /** Milliseconds until then, at least one. */
        int millisLeft() throws SocketTimeoutException {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new SocketTimeoutException("over");
            }
            return (int) Math.min(left, Integer.MAX_VALUE);
        }
    }

    /**
     * What a server said.
     *
     * @param lines without the code
     */
    record Reply(int code, List<String> lines) {

        private static final int LONGEST_TEXT = 200;

        boolean isPositive() {
            return code >= 200 && code < 300;
        }

        /** Whether one of the lines names an extension (RFC 5321 §4.1.1.1). */
        boolean offers(String extension) {
            return lines.stream()
                    .anyMatch(line -> line.toUpperCase(Locale.ROOT).strip().equals(extension));
        }

        /** All of it in one line that is harmless to print. */
        String text() {
            return harmless(code + " " + String.join(" ", lines));
        }

        /** Hostile servers write control characters, and signs that turn the direction of text. */
        static String harmless(String text) {
            String printable = text.replaceAll("\\p{C}", "?").strip();
            return printable.length() <= LONGEST_TEXT ? printable : printable.substring(0, LONGEST_TEXT) + "…";
        }
    }
}
