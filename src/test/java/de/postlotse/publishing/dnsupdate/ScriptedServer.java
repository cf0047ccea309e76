package de.postlotse.publishing.dnsupdate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;

/** A server over TCP that serves one zone and misbehaves as a test wants it to. */
public final class ScriptedServer implements AutoCloseable {

    static final Name ZONE = Name.fromConstantString("kunde.de.");
    static final TSIG KEY =
            new TSIG(TSIG.HMAC_SHA256, Name.fromConstantString("postlotse."), TestKey.POSTLOTSE.secret());

    private final ServerSocket listener;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<Message> updates = new CopyOnWriteArrayList<>();
    private final Script script;
    private volatile List<Record> others = List.of();

    /** What becomes of a request; null where it is not answered and the connection is closed. */
    interface Script {

        /** @return the answers, one after the other; a null closes the connection */
        List<byte[]> answer(Message request, ScriptedServer server) throws IOException;
    }

    private ScriptedServer(Script script) throws IOException {
        this.script = script;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    static ScriptedServer start(Script script) throws IOException {
        return new ScriptedServer(script);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    List<Message> updates() {
        return updates;
    }

    /** Puts records into the zone. */
    void serve(List<Record> records) {
        others = List.copyOf(records);
    }

    /** Answers as a server in order does: the SOA, a transfer, and NOERROR to an update. */
    static List<byte[]> behave(Message request, ScriptedServer server) {
        Message reply = reply(request);
        boolean transfer = request.getQuestion().getType() == Type.AXFR;
        if (request.getHeader().getOpcode() == Opcode.QUERY) {
            List<Record> answers = new ArrayList<>(List.of(soa()));
            if (transfer) {
                answers.addAll(server.others);
                answers.add(soa());
            }
            answers.forEach(record -> reply.addRecord(record, Section.ANSWER));
        }
        return List.of(signed(reply, request));
    }

    static Message reply(Message request) {
        Message reply = new Message(request.getHeader().getID());
        reply.getHeader().setOpcode(request.getHeader().getOpcode());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.AA);
        reply.addRecord(request.getQuestion(), Section.QUESTION);
        return reply;
    }

    static byte[] signed(Message reply, Message request) {
        KEY.apply(reply, request.getTSIG());
        return reply.toWire();
    }

    static SOARecord soa() {
        return new SOARecord(ZONE, DClass.IN, 300, ZONE, ZONE, 1, 7200, 3600, 1_209_600, 60);
    }

    static boolean isUpdate(Message request) {
        return request.getHeader().getOpcode() == Opcode.UPDATE;
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listener.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            DataInputStream in = new DataInputStream(connection.getInputStream());
            DataOutputStream out = new DataOutputStream(connection.getOutputStream());
            while (true) {
                Message request = new Message(in.readNBytes(in.readUnsignedShort()));
                if (isUpdate(request)) {
                    updates.add(request);
                }
                List<byte[]> answers = script.answer(request, this);
                if (answers.isEmpty()) {
                    return;
                }
                for (byte[] answer : answers) {
                    out.writeShort(answer.length);
                    out.write(answer);
                }
            }
        } catch (IOException e) {
            // The other side has gone
        }
    }

    /** Closes all connections from this side, as a server does with idle ones. */
    void hangUp() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        hangUp();
    }
}
