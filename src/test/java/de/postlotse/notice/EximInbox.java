package de.postlotse.notice;

import static org.awaitility.Awaitility.await;

import de.postlotse.testing.EximDaemon;
import de.postlotse.testing.FreePorts;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Debian's Exim, which takes mail for anybody but {@code unbekannt} and puts it into a file. */
final class EximInbox implements BeforeAllCallback, AfterAllCallback {

    private static final String CONFIGURATION = """
            tls_advertise_hosts =
            deliver_drop_privilege = true
            acl_smtp_rcpt = recipients
            begin acl
            recipients:
              deny local_parts = unbekannt
                   message = We do not know that one
              accept
            begin routers
            everybody:
              driver = accept
              transport = inbox
            begin transports
            inbox:
              driver = appendfile
              file = FOLDER/inbox
              mode = 0644
              user = Debian-exim
            """;

    private @Nullable EximDaemon exim;

    @Override
    public void beforeAll(ExtensionContext context) {
        exim = EximDaemon.start(CONFIGURATION);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (exim != null) {
            exim.close();
        }
    }

    private EximDaemon exim() {
        return Objects.requireNonNull(exim);
    }

    JavaMailSenderImpl sender() {
        return sender(exim().address().getPort());
    }

    /** One that finds nobody listening. */
    static JavaMailSenderImpl senderToNobody() {
        return sender(FreePorts.next());
    }

    /** The mails to an address, once there are as many. */
    List<MimeMessage> awaitMails(String to, int count) {
        return await().until(() -> mails(to), mails -> mails.size() == count);
    }

    /** The mails to an address that are there already. */
    List<MimeMessage> mails(String to) {
        return Stream.of(exim().read("inbox").split("(?m)^From .*\\R"))
                .filter(text -> text.contains("\nTo: " + to))
                .map(EximInbox::mail)
                .toList();
    }

    private static MimeMessage mail(String text) {
        try {
            return new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JavaMailSenderImpl sender(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return sender;
    }
}
