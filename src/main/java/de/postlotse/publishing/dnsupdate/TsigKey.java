package de.postlotse.publishing.dnsupdate;

import de.postlotse.publishing.server.WrongSettingException;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;
import org.xbill.DNS.TextParseException;

/** The key that messages are signed with and replies are checked against (RFC 8945). Never shows its secret. */
final class TsigKey {

    private static final Map<String, Algorithm> ALGORITHMS = Map.of(
            "hmac-sha256", new Algorithm(TSIG.HMAC_SHA256, "HmacSHA256"),
            "hmac-sha384", new Algorithm(TSIG.HMAC_SHA384, "HmacSHA384"),
            "hmac-sha512", new Algorithm(TSIG.HMAC_SHA512, "HmacSHA512"));

    /** What a signature adds to a message at most: two names, the longest digest and numbers. */
    static final int MOST_OCTETS = 640;

    private static final int LEAST_OCTETS = 16;

    private final TSIG tsig;

    private TsigKey(TSIG tsig) {
        this.tsig = tsig;
    }

    /** @throws WrongSettingException where a setting is missing, weak or wrong */
    static TsigKey of(@Nullable String name, String algorithm, @Nullable String secret, Clock clock) {
        Algorithm known = ALGORITHMS.get(algorithm.strip().toLowerCase(Locale.ROOT));
        if (known == null) {
            throw new WrongSettingException(
                    "tsig-algorithm", "'" + algorithm + "' has to be hmac-sha256, hmac-sha384 or hmac-sha512");
        }
        SecretKeySpec key = new SecretKeySpec(octets(secret), known.mac());
        return new TsigKey(new TSIG(known.name(), keyName(name), key, clock));
    }

    private static Name keyName(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new WrongSettingException("tsig-name", "the name of the TSIG key is missing");
        }
        try {
            return Name.fromString(text.strip().toLowerCase(Locale.ROOT), Name.root);
        } catch (TextParseException e) {
            throw new WrongSettingException("tsig-name", "it is no domain name, as the name of a TSIG key has to be");
        }
    }

    /** Without the decoder's own message as cause: it quotes from the secret. */
    private static byte[] octets(@Nullable String secret) {
        if (secret == null || secret.isBlank()) {
            throw new WrongSettingException("tsig-secret", "the secret of the TSIG key is missing");
        }
        byte[] octets;
        try {
            octets = Base64.getDecoder().decode(secret.strip());
        } catch (IllegalArgumentException e) {
            throw new WrongSettingException("tsig-secret", "it is not in base64, as tsig-keygen writes it");
        }
        if (octets.length < LEAST_OCTETS) {
            throw new WrongSettingException(
                    "tsig-secret", "it is too short; it needs " + LEAST_OCTETS + " octets or more, in base64");
        }
        return octets;
    }

    /** Signs a message; nothing may be added to it afterwards. */
    void sign(Message message) {
        tsig.apply(message, null);
    }

    /** Whether a reply was made by somebody who has the key, for this request, and now. */
    boolean verifies(Message reply, byte[] octets, @Nullable TSIGRecord request) {
        return tsig.verify(reply, octets, request) == Rcode.NOERROR && reply.isVerified();
    }

    /** For the messages of a zone transfer, which are signed as a stream (RFC 8945 §5.3.1). */
    TSIG.StreamVerifier stream(@Nullable TSIGRecord request) {
        return new TSIG.StreamVerifier(tsig, request);
    }

    private record Algorithm(Name name, String mac) {}
}
