package de.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplication;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What whoever opens many connections, and says little over them, gets and takes from others. */
@WholeApplication
class ConnectionTests {

    private static final String HEAD = "GET /login HTTP/1.1\r\nHost: x\r\nX-Slow: ";
    private static final String LIST = "POST /support/take-over HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n"
            + "Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n";

    private final RunningPostlotse postlotse;
    private final List<SocketChannel> open = new ArrayList<>();

    ConnectionTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
    }

    @AfterEach
    void closeAll() throws IOException {
        for (SocketChannel connection : open) {
            connection.close();
        }
    }

    @Test
    void thoseThatWaitLongestMakeRoomForWhoHasSomethingToSay() throws IOException {
        Visitor customer = postlotse.visitor("kunde1");

        for (int i = 0; i < GuardedEndpoint.MOST + 200; i++) {
            say(HEAD);
        }

        customer.get("/domains").expect(200);
        assertThat(open.stream().filter(connection -> !isClosed(connection)))
                .hasSizeLessThanOrEqualTo(GuardedEndpoint.MOST);
    }

    @Test
    void aHeadThatDripsEndsItsConnection() throws IOException {
        assertThat(endedWhileDripping(say(HEAD), GuardedEndpoint.LONGEST_HEAD.plusSeconds(20)))
                .isTrue();
    }

    /** Before it is known who sends it, nobody waits for the rest. */
    @Test
    void aListOfSomebodyWhoIsNotLoggedInIsNotRead() throws IOException {
        assertThat(endedWhileDripping(say(LIST), Duration.ofSeconds(20))).isTrue();
    }

    private SocketChannel say(String text) throws IOException {
        URI address = postlotse.address("/");
        SocketChannel connection = SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
        open.add(connection);
        connection.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        connection.configureBlocking(false);
        return connection;
    }

    private static boolean endedWhileDripping(SocketChannel connection, Duration longest) {
        Instant end = Instant.now().plus(longest);
        while (Instant.now().isBefore(end)) {
            if (isClosed(connection)) {
                return true;
            }
            try {
                connection.write(ByteBuffer.wrap(new byte[] {'x'}));
                Thread.sleep(200);
            } catch (IOException closed) {
                return true;
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private static boolean isClosed(SocketChannel connection) {
        ByteBuffer answer = ByteBuffer.allocate(8_192);
        try {
            int count = connection.read(answer);
            while (count > 0) {
                count = connection.read(answer.clear());
            }
            return count < 0;
        } catch (IOException reset) {
            return true;
        }
    }
}
