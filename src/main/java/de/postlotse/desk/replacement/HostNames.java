package de.postlotse.desk.replacement;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.TypedName;
import de.postlotse.policy.Finding;
import de.postlotse.policy.Finding.Field;
import de.postlotse.policy.HostStatus;
import de.postlotse.policy.MxPolicy;
import de.postlotse.policy.ParsedField;
import de.postlotse.policy.TargetReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The old and the new host of a replacement: reads their names, and asks about them. */
@Component
record HostNames(MxPolicy policy) {

    /** What zones that were taken over may name, though no editor would take it. */
    private static final Pattern SERVED_NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.?");

    /** What became of two host names as typed. */
    sealed interface Names {

        /** @param warnings about the new host */
        record Readable(DomainName oldHost, DomainName newHost, List<Finding> warnings) implements Names {}

        record Unreadable(List<Finding> ofOld, List<Finding> ofNew) implements Names {}
    }

    /** Reads both names; the new one by the rules of every editor, the old one as some zone may have it. */
    Names read(String typedOld, String typedNew) {
        ParsedField<DomainName> oldHost = readOld(typedOld);
        ParsedField<DomainName> newHost = readNew(typedNew, oldHost.value());
        return oldHost.value().isPresent() && newHost.value().isPresent()
                ? new Names.Readable(oldHost.value().get(), newHost.value().get(), newHost.findings())
                : new Names.Unreadable(oldHost.findings(), newHost.findings());
    }

    private static ParsedField<DomainName> readOld(String typed) {
        return TypedName.read(typed) instanceof TypedName.Valid valid
                ? ParsedField.of(valid.name())
                : served(typed).orElseGet(() -> withoutRoot(TargetReader.read(typed)));
    }

    private static Optional<ParsedField<DomainName>> served(String typed) {
        String text = TypedName.trim(typed).toLowerCase(Locale.ROOT);
        if (text.length() > TypedName.MAX_TYPED || !SERVED_NAME.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ParsedField.of(DomainName.of(text)));
        } catch (IllegalArgumentException tooLong) {
            return Optional.empty();
        }
    }

    private ParsedField<DomainName> readNew(String typed, Optional<DomainName> oldHost) {
        ParsedField<DomainName> newHost = withoutRoot(policy.readHost(typed));
        return newHost.value().equals(oldHost) && oldHost.isPresent()
                ? ParsedField.refused(Finding.error(Field.TARGET, "target-replaced-by-itself", oldHost.get()))
                : newHost;
    }

    private static ParsedField<DomainName> withoutRoot(ParsedField<DomainName> host) {
        return host.value().filter(DomainName::isRoot).isPresent()
                ? ParsedField.refused(Finding.error(Field.TARGET, "target-is-no-host"))
                : host;
    }

    /** What DNS and the rules say of a host right now. */
    CompletableFuture<HostStatus> ask(DomainName host) {
        return policy.check(host);
    }

    /** The zones, if they exist, in which a host would be refused though others may name it. */
    List<DomainName> refusing(DomainName host) {
        return Stream.iterate(host, name -> !name.isRoot(), DomainName::parent)
                .filter(zone -> TargetReader.slip(host, zone).isPresent())
                .toList();
    }
}
