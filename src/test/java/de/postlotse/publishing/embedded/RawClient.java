package de.postlotse.publishing.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

/** A client that sends octets as they are, over sockets of its own. */
final class RawClient implements AutoCloseable {

    private static final int TIMEOUT = 25_000;

    private final Socket socket = new Socket();

    RawClient(InetSocketAddress server) throws IOException {
        this(server, "0.0.0.0");
    }

    /** @param from the client's own address */
    RawClient(InetSocketAddress server, String from) throws IOException {
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(server, TIMEOUT);
        socket.setSoTimeout(TIMEOUT);
    }

    static byte[] udp(InetSocketAddress server, byte[] octets) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(TIMEOUT);
            socket.send(new DatagramPacket(octets, octets.length, server));
            DatagramPacket answer = new DatagramPacket(new byte[65_535], 65_535);
            socket.receive(answer);
            return Arrays.copyOf(answer.getData(), answer.getLength());
        }
    }

    void send(byte... octets) throws IOException {
        socket.getOutputStream().write(octets);
    }

    void sendMessage(byte[] message) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeShort(message.length);
        out.write(message);
    }

    byte[] receiveMessage() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] message = new byte[in.readUnsignedShort()];
        in.readFully(message);
        return message;
    }

    /** The next octet, or -1 once the server has closed the connection. */
    int read() throws IOException {
        return socket.getInputStream().read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
