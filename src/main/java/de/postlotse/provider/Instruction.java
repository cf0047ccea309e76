package de.postlotse.provider;

import java.util.List;

/**
 * What was found in a provider's instruction; nothing of it is checked yet.
 *
 * @param ttl for all servers, as written; blank where nothing is said of it
 * @param notRead lines about other records, or about MX records that could not be made out
 */
public record Instruction(List<Server> servers, String ttl, List<String> notRead) {

    /** @param priority as written; blank where nothing is said of it */
    public record Server(String priority, String host) {}
}
