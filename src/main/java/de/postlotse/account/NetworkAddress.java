package de.postlotse.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a request came from. A proxy may pass on anything; what is no IP address is nothing. */
final class NetworkAddress {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    /** With a colon, nobody looks for a name in DNS. */
    private static final Pattern V6 = Pattern.compile("(?=[^.%]*:)[0-9A-Fa-f:.]{2,45}(%[0-9A-Za-z]{1,15})?");

    private NetworkAddress() {}

    /** The address itself, or empty. */
    static String of(@Nullable String text) {
        return text != null && (V4.matcher(text).matches() || isV6(text)) ? text : "";
    }

    private static boolean isV6(String text) {
        if (!V6.matcher(text).matches()) {
            return false;
        }
        try {
            return InetAddress.getByName(text.replaceFirst("%.*", "")).getAddress().length > 0;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
