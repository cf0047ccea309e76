package de.postlotse.reachability;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.AddressText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;

/**
 * Talks to a mail server at one address: greeting, EHLO, STARTTLS, QUIT. It never names a sender or a recipient, so no
 * server can take it for a mail.
 */
final class Probe {

    private final Duration connect;
    private final Duration whole;
    private final Certificates certificates;

    /**
     * @param connect longest wait for a connection
     * @param whole longest time for all of it; servers may let strangers wait for their greeting
     */
    Probe(Duration connect, Duration whole, Certificates certificates) {
        this.connect = connect;
        this.whole = whole;
        this.certificates = certificates;
    }

    ConnectAttempt look(InetSocketAddress door, DomainName host) {
        try (Socket socket = new Socket(Proxy.NO_PROXY)) {
            closeIn(whole, socket);
            socket.connect(door, (int) connect.toMillis());
            return talk(socket, host);
        } catch (SocketTimeoutException e) {
            return new ConnectAttempt.TimedOut();
        } catch (ConnectException e) {
            return new ConnectAttempt.Refused();
        } catch (IOException e) {
            return new ConnectAttempt.NoRoute();
        }
    }

    /** Whatever the other side does, and in whatever the thread waits for it. */
    private static void closeIn(Duration time, Socket socket) {
        CompletableFuture.delayedExecutor(time.toMillis() + 500, TimeUnit.MILLISECONDS)
                .execute(() -> close(socket));
    }

    private ConnectAttempt talk(Socket socket, DomainName host) {
        SmtpConversation.Deadline deadline = SmtpConversation.Deadline.in(whole);
        SmtpConversation smtp = new SmtpConversation(socket, deadline);
        SmtpConversation.Reply greeting;
        try {
            greeting = smtp.read();
        } catch (SocketTimeoutException e) {
            return new ConnectAttempt.NoGreeting(ConnectAttempt.Cause.SILENT);
        } catch (SmtpConversation.NotSmtpException e) {
            return new ConnectAttempt.NoGreeting(ConnectAttempt.Cause.NOT_SMTP);
        } catch (IOException e) {
            return new ConnectAttempt.NoGreeting(ConnectAttempt.Cause.CLOSED);
        }
        if (!greeting.isPositive()) {
            leave(smtp);
            return new ConnectAttempt.GreetingRefused(greeting.text());
        }
        return new ConnectAttempt.Answered(greeting.text(), encryption(smtp, socket, host, deadline));
    }

    private ConnectAttempt.Encryption encryption(
            SmtpConversation smtp, Socket socket, DomainName host, SmtpConversation.Deadline deadline) {
        try {
            if (!smtp.say("EHLO " + literal(socket.getLocalAddress())).offers("STARTTLS")) {
                leave(smtp);
                return new ConnectAttempt.Encryption.NotOffered();
            }
            if (smtp.say("STARTTLS").code() != 220) {
                leave(smtp);
                return new ConnectAttempt.Encryption.Failed();
            }
            socket.setSoTimeout(deadline.millisLeft());
            SSLSocket encrypted = certificates.encrypt(socket, host);
            ServerCertificate certificate = certificates.judge(encrypted, host);
            leave(new SmtpConversation(encrypted, deadline));
            return new ConnectAttempt.Encryption.Encrypted(certificate);
        } catch (IOException e) {
            return new ConnectAttempt.Encryption.Failed();
        }
    }

    /** Who has no name introduces themselves by their address (RFC 5321 §4.1.3). */
    private static String literal(InetAddress own) {
        return own instanceof Inet6Address ? "[IPv6:" + AddressText.of(own) + "]" : "[" + own.getHostAddress() + "]";
    }

    private static void leave(SmtpConversation smtp) {
        try {
            smtp.tell("QUIT");
        } catch (IOException e) {
            // The other side was faster.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more in any case.
        }
    }
}
