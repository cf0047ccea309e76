package de.postlotse.publishing.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The two sockets of a name server: UDP and TCP have the same port (RFC 7766 §5). */
record Sockets(DatagramSocket udp, ServerSocket tcp) {

    private static final int ANY_PORT = 0;
    private static final int ATTEMPTS = 20;

    /** @throws CannotStartException where the address cannot be had, naming the properties to change */
    static Sockets open(InetSocketAddress address) {
        try {
            return address.getPort() == ANY_PORT ? openAnyPort(address) : bind(address);
        } catch (IOException e) {
            String where = address.getAddress().getHostAddress() + " port " + address.getPort();
            throw new CannotStartException(
                    "The embedded name server cannot listen on " + where + " (UDP and TCP): " + e.getMessage() + ".",
                    "Stop the other program that listens there, or set " + EmbeddedNameServerProperties.PREFIX
                            + ".port to a free port (and " + EmbeddedNameServerProperties.PREFIX
                            + ".address to an address of this machine).",
                    e);
        }
    }

    InetSocketAddress address() {
        return (InetSocketAddress) tcp.getLocalSocketAddress();
    }

    void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port that is free for TCP may be taken for UDP. */
    private static Sockets openAnyPort(InetSocketAddress address) throws IOException {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return bind(address);
            } catch (BindException e) {
                // The next attempt gets another port.
            }
        }
        return bind(address);
    }

    private static Sockets bind(InetSocketAddress address) throws IOException {
        ServerSocket tcp = new ServerSocket();
        try {
            tcp.bind(address);
            return new Sockets(new DatagramSocket(tcp.getLocalSocketAddress()), tcp);
        } catch (IOException e) {
            tcp.close();
            throw e;
        }
    }
}
