package de.postlotse.reachability;

import de.postlotse.dns.DomainName;
import de.postlotse.reachability.ServerCertificate.Problem;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Encrypts a connection to see the certificate, whatever it is worth, and says what it is worth. */
final class Certificates {

    private static final int MOST_NAMES = 20;
    private static final int DNS_NAME = 2;

    private final X509TrustManager authorities;
    private final Clock clock;

    /** @param authorities null for the public ones that Java brings along */
    Certificates(@Nullable KeyStore authorities, Clock clock) {
        this.authorities = trusting(authorities);
        this.clock = clock;
    }

    /** The connection, encrypted; whoever is at its other end. */
    SSLSocket encrypt(Socket socket, DomainName host) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AcceptAnyCertificate()}, null);
            SSLSocket encrypted = (SSLSocket)
                    context.getSocketFactory().createSocket(socket, host.toString(), socket.getPort(), false);
            encrypted.setUseClientMode(true);
            encrypted.startHandshake();
            return encrypted;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    ServerCertificate judge(SSLSocket encrypted, DomainName host) throws IOException {
        X509Certificate[] chain = Arrays.stream(encrypted.getSession().getPeerCertificates())
                .map(X509Certificate.class::cast)
                .toArray(X509Certificate[]::new);
        List<String> names = names(chain[0]);
        return new ServerCertificate(
                SmtpConversation.Reply.harmless(
                        chain[0].getSubjectX500Principal().getName()),
                names.stream()
                        .limit(MOST_NAMES)
                        .map(SmtpConversation.Reply::harmless)
                        .toList(),
                chain[0].getNotAfter().toInstant(),
                problems(chain, names, host));
    }

    private Set<Problem> problems(X509Certificate[] chain, List<String> names, DomainName host) {
        Set<Problem> problems = EnumSet.noneOf(Problem.class);
        if (names.stream().noneMatch(name -> matches(name, host))) {
            problems.add(Problem.OTHER_NAME);
        }
        if (!isValidNow(chain[0])) {
            problems.add(Problem.NOT_VALID_NOW);
        } else if (!isTrusted(chain)) {
            problems.add(Problem.NOT_TRUSTED);
        }
        return problems;
    }

    private boolean isValidNow(X509Certificate certificate) {
        return !clock.instant().isAfter(certificate.getNotAfter().toInstant())
                && !clock.instant().isBefore(certificate.getNotBefore().toInstant());
    }

    private boolean isTrusted(X509Certificate[] chain) {
        try {
            authorities.checkServerTrusted(chain, "UNKNOWN");
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    /** The subject's common name does not count any more (RFC 9525 §2). */
    private static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return Stream.ofNullable(names)
                    .flatMap(Collection::stream)
                    .filter(name -> Objects.equals(name.getFirst(), DNS_NAME))
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /** A star stands for the whole first label and nothing else (RFC 9525 §6.3). */
    static boolean matches(String name, DomainName host) {
        String wanted = host.toString();
        String given = name.toLowerCase(Locale.ROOT);
        return given.startsWith("*.")
                ? wanted.indexOf('.') > 0
                        && wanted.substring(wanted.indexOf('.')).equals(given.substring(1))
                : given.equals(wanted);
    }

    private static X509TrustManager trusting(@Nullable KeyStore authorities) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has no public authorities", e);
        }
    }

    /** Accepts every certificate, to look at it: nothing is told to the server that anybody might not know. */
    private static final class AcceptAnyCertificate extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
