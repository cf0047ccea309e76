package de.postlotse.lookup;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes addresses as people are used to, IPv6 ones in their short form (RFC 5952 §4). */
public final class AddressText {

    private AddressText() {}

    private static final Pattern TYPED = Pattern.compile("\\[?(?:IPv6:)?([0-9A-Fa-f:.]+)]?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 60;

    /**
     * An address as somebody typed it, in the one form in which addresses are written here; in brackets or with the tag
     * of address literals (RFC 5321 §4.1.3) if they like.
     */
    public static Optional<String> read(String typed) {
        Matcher text = TYPED.matcher(typed);
        if (typed.length() > LONGEST || !text.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(IpLiteral.parse(text.group(1))));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    public static String of(InetAddress address) {
        return address instanceof Inet6Address ? shortest(address.getAddress()) : address.getHostAddress();
    }

    private static String shortest(byte[] octets) {
        List<String> groups = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        while (buffer.hasRemaining()) {
            groups.add(Integer.toHexString(Short.toUnsignedInt(buffer.getShort())));
        }
        int start = 0;
        int length = 0;
        for (int i = 0; i < groups.size(); i++) {
            int zeros = zerosFrom(groups, i);
            if (zeros > length) {
                start = i;
                length = zeros;
            }
        }
        return length < 2
                ? String.join(":", groups)
                : String.join(":", groups.subList(0, start)) + "::"
                        + String.join(":", groups.subList(start + length, groups.size()));
    }

    private static int zerosFrom(List<String> groups, int start) {
        int end = start;
        while (end < groups.size() && groups.get(end).equals("0")) {
            end++;
        }
        return end - start;
    }
}
