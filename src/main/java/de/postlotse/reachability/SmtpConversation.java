package de.postlotse.reachability;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    SmtpReply say(String command) throws IOException {
        tell(command);
        return read();
    }

    /** Says something whose answer nobody waits for. */
    void tell(String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** @throws NotSmtpException where it is no reply (RFC 5321 §4.2) */
    SmtpReply read() throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.size() < MOST_LINES) {
            Matcher line = LINE.matcher(readLine());
            if (!line.matches()) {
                throw new NotSmtpException("not a reply");
            }
            lines.add(line.group(3) == null ? "" : line.group(3));
            if (!"-".equals(line.group(2))) {
                return new SmtpReply(Integer.parseInt(line.group(1)), lines);
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
}
