package de.postlotse.publishing.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Message;
import org.xbill.DNS.Type;

@Timeout(120)
class TcpTests {

    private static final int CONNECTIONS = 3;
    private static final int OF_AN_ADDRESS = 2;
    private static final TcpListener.Limits LIMITS =
            new TcpListener.Limits(CONNECTIONS, OF_AN_ADDRESS, Duration.ofMillis(1_500), Duration.ofMillis(3_000));
    private static final String NEIGHBOUR = "127.0.0.2";
    private static final int CLOSED = -1;

    /** Longer than any machine takes for an answer. */
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    RunningServer server;

    @BeforeEach
    void start() {
        RunningServer.zone(
                folder,
                "kunde.de",
                "@ MX 10 mail",
                "mail A 192.175.48.1",
                "big TXT" + (" " + "x".repeat(250)).repeat(200));
        server = RunningServer.in(folder, new TcpListener.Limits(CONNECTIONS, OF_AN_ADDRESS, LONG, LONG));
    }

    private void restart(TcpListener.Limits limits) {
        server.close();
        server = RunningServer.in(folder, limits);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answersSeveralQuestionsOfOneConnection() throws IOException {
        try (RawClient client = connect()) {
            for (int number = 0; number < 3; number++) {
                assertAnswers(client);
            }
        }
    }

    @Test
    void answersQuestionsThatDoNotWaitForTheAnswerBefore() throws IOException {
        byte[] question = question();
        try (RawClient client = connect()) {
            ByteBuffer both = ByteBuffer.allocate(2 * (2 + question.length));
            both.putShort((short) question.length).put(question);
            both.putShort((short) question.length).put(question);
            client.send(both.array());

            assertThat(new Message(client.receiveMessage()).getRcode()).isZero();
            assertThat(new Message(client.receiveMessage()).getRcode()).isZero();
        }
    }

    @Test
    void answersAQuestionThatComesInPieces() throws IOException {
        byte[] question = question();
        try (RawClient client = connect()) {
            client.send((byte) 0);
            client.send((byte) question.length);
            for (byte octet : question) {
                client.send(octet);
            }
            assertThat(new Message(client.receiveMessage()).getRcode()).isZero();
        }
    }

    @Test
    void closesTheConnectionOfASilentClient() throws IOException {
        restart(LIMITS);
        try (RawClient client = connect()) {
            assertThat(client.read()).isEqualTo(CLOSED);
        }
    }

    @Test
    void closesTheConnectionOfAClientThatNeverEndsItsQuestion() throws IOException {
        restart(LIMITS);
        try (RawClient client = connect()) {
            client.send((byte) 0, (byte) 100, (byte) 1);
            assertThat(client.read()).isEqualTo(CLOSED);
        }
    }

    @Test
    void closesTheConnectionOfAClientThatNeverReadsItsAnswers() throws IOException {
        restart(LIMITS);
        byte[] question = RunningServer.question("big.kunde.de", Type.TXT).toWire();
        try (RawClient client = connect()) {
            assertThatIOException().isThrownBy(() -> {
                while (true) {
                    client.sendMessage(question);
                }
            });
        }
    }

    @Test
    void closesTheConnectionAfterAnEmptyMessage() throws IOException {
        try (RawClient client = connect()) {
            client.send((byte) 0, (byte) 0);
            assertThat(client.read()).isEqualTo(CLOSED);
        }
    }

    /** As somebody showed who kept the server's TCP busy for nine seconds. */
    @Test
    void nobodyWaitsForClientsThatSayNothing() throws IOException {
        restart(new TcpListener.Limits(100, 20, LONG, LONG));
        List<RawClient> silent = new ArrayList<>();
        try {
            for (int number = 0; number < 113; number++) {
                silent.add(connect());
            }
            long start = System.nanoTime();
            try (RawClient client = connect()) {
                assertAnswers(client);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        } finally {
            for (RawClient client : silent) {
                client.close();
            }
        }
    }

    @Test
    void clientsOfOneAddressThatAreSlowKeepNoOthersOut() throws IOException {
        restart(LIMITS);
        try (RawClient first = slow();
                RawClient second = slow();
                RawClient third = new RawClient(server.address(), NEIGHBOUR)) {
            assertThat(third.read()).isEqualTo(CLOSED);
            try (RawClient client = connect()) {
                assertAnswers(client);
            }
            assertThat(first.read()).as("it had its time").isEqualTo(CLOSED);
            assertThat(second.read()).isEqualTo(CLOSED);
        }
    }

    /** One that has begun a question. */
    private RawClient slow() throws IOException {
        RawClient client = new RawClient(server.address(), NEIGHBOUR);
        client.send((byte) 0);
        return client;
    }

    @Test
    void endsConnectionsWhenItStops() throws IOException {
        try (RawClient client = connect()) {
            assertAnswers(client);

            server.nameServer().stop();

            assertThat(client.read()).isEqualTo(CLOSED);
            assertThat(server.nameServer().isRunning()).isFalse();
        }
    }

    private RawClient connect() throws IOException {
        return new RawClient(server.address());
    }

    private static byte[] question() throws IOException {
        return RunningServer.question("kunde.de", Type.MX).toWire();
    }

    private static void assertAnswers(RawClient client) throws IOException {
        client.sendMessage(question());
        assertThat(RunningServer.answers(new Message(client.receiveMessage()))).hasSize(1);
    }
}
