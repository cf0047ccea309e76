package de.postlotse.publishing.embedded;

import java.time.Duration;

/**
 * What TCP clients may take of the server.
 *
 * @param connections how many are served at a time
 * @param timeout how long a client may take to send one question and to receive its answer, silence before it included
 */
record TcpLimits(int connections, Duration timeout) {

    static final TcpLimits DEFAULT = new TcpLimits(100, Duration.ofSeconds(10));
}
