package de.postlotse.publishing.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;

/** What runs while the server does. */
record Listeners(InetSocketAddress address, UdpListener udp, TcpListener tcp) {

    static Listeners start(Sockets sockets, Responder responder, TcpLimits limits) {
        UdpListener udp = new UdpListener(sockets.udp(), responder);
        TcpListener tcp = new TcpListener(sockets.tcp(), responder, limits);
        udp.start();
        tcp.start();
        return new Listeners(sockets.address(), udp, tcp);
    }

    void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
