package de.postlotse.publishing.embedded;

/** How a question came. */
enum Transport {
    UDP,
    TCP,
    /** TCP from a loopback address: this machine may have whole zones. */
    LOCAL_TCP;

    private static final int LARGEST_OVER_TCP = 65_535;

    /** How large an answer may be. */
    int largest(Edns edns) {
        return this == UDP ? edns.largestOverUdp() : LARGEST_OVER_TCP;
    }
}
