package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The hoster's own mail servers, for "Unsere Mailserver verwenden".
 *
 * @param mailServers the hoster's own mail servers, [n].host and [n].priority, for "Unsere Mailserver verwenden";
 *     mx1 and mx2.hoster.example in the embedded default
 */
@ConfigurationProperties("postlotse.own")
@Validated
public record OwnMailServers(@DefaultValue List<@Valid Server> mailServers) {

    /** One of the hoster's mail servers. */
    public record Server(
            @NotBlank String host, @Min(0) @Max(65_535) int priority) {}

    public boolean exist() {
        return !mailServers.isEmpty();
    }

    public List<MxRecord> records() {
        return mailServers.stream()
                .map(server -> MxRecord.of(server.priority(), server.host()))
                .sorted()
                .toList();
    }

    /** Whether a server is one of them. */
    public boolean has(DomainName target) {
        return areAll(Set.of(target));
    }

    boolean areAll(Collection<DomainName> targets) {
        Set<DomainName> ours = records().stream().map(MxRecord::target).collect(Collectors.toSet());
        return exist() && ours.containsAll(targets);
    }
}
