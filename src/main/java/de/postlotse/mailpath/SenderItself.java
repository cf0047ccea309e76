package de.postlotse.mailpath;

import java.net.InetAddress;

/** Tells addresses that mean the sending server itself, wherever it stands: what Exim takes for the local host. */
final class SenderItself {

    private SenderItself() {}

    static boolean has(ServerAnswer answer) {
        return answer instanceof ServerAnswer.Found found
                && found.addresses().stream().anyMatch(SenderItself::is);
    }

    private static boolean is(InetAddress address) {
        String text = address.getHostAddress();
        return text.equals("127.0.0.1") || text.equals("0.0.0.0") || text.equals("0:0:0:0:0:0:0:1");
    }
}
