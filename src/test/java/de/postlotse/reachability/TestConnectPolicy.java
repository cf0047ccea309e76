package de.postlotse.reachability;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Ways that lead to stand-ins on the loopback interface, so that tests of the whole application connect to nobody on
 * the internet. Which addresses may be connected to at all is the product's own rule.
 */
public final class TestConnectPolicy implements ConnectPolicy {

    /** Nothing listens here, so a connection is refused. */
    private static final InetSocketAddress NOBODY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

    private static final Map<InetAddress, InetSocketAddress> STAND_INS = new ConcurrentHashMap<>();

    private TestConnectPolicy() {}

    public static void install(ConfigurableListableBeanFactory beans) {
        beans.registerSingleton("testConnectPolicy", new TestConnectPolicy());
    }

    /** From now on this is where connections to the address end. */
    public static void lead(String address, ScriptedMailServer server) {
        try {
            STAND_INS.put(InetAddress.getByName(address), server.address());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    @Override
    public Optional<InetSocketAddress> to(InetAddress address) {
        return ConnectPolicy.PUBLIC.to(address).map(open -> STAND_INS.getOrDefault(address, NOBODY));
    }
}
