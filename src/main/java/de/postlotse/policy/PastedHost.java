package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the one host name in what people paste: a URL, an e-mail address, a line of a zone file, a host with a port. */
public final class PastedHost {

    private static final Pattern URL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://(?:[^/@\\s]*@)?([^/:?#\\s@]+)\\S*");
    private static final Pattern MAIL_ADDRESS = Pattern.compile("(?:mailto:)?<?[^@\\s<>]+@([^@\\s<>]+?)>?");
    private static final Pattern WITH_PORT = Pattern.compile("([^\\s:/@]+):\\d{1,5}");
    private static final Pattern WRAPPED = Pattern.compile("[<\"'(\\[„“]([^\\s<>\"']+?)[>\"')\\]“”]");
    private static final Pattern WITH_PATH = Pattern.compile("([^\\s:/@]+)/\\S*");
    private static final Pattern WITH_PUNCTUATION = Pattern.compile("([^\\s:/@;,!]+)[;,!]");

    private static final Pattern NUMERIC = Pattern.compile("\\d+|0x[0-9a-f]*");

    private PastedHost() {}

    /** The host, where the text has exactly one of the known shapes and the host is well-formed. */
    public static Optional<DomainName> in(String text) {
        if (text.length() > TypedName.MAX_TYPED) {
            return Optional.empty();
        }
        return Stream.of(URL, MAIL_ADDRESS, WITH_PORT, WRAPPED, WITH_PATH, WITH_PUNCTUATION)
                .map(shape -> shape.matcher(text))
                .filter(Matcher::matches)
                .map(match -> host(match.group(1)))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> RecordInTarget.in(text).map(RecordInTarget::host).filter(host -> !host.isRoot()));
    }

    static Optional<DomainName> host(String text) {
        return TypedName.read(text) instanceof TypedName.Valid valid
                ? Optional.of(valid.name()).filter(PastedHost::canBeHost)
                : Optional.empty();
    }

    private static boolean canBeHost(DomainName name) {
        List<String> labels = name.labels();
        return labels.size() > 1 && !NUMERIC.matcher(labels.getLast()).matches();
    }
}
