package de.postlotse.reachability;

import java.net.InetAddress;

/** What became of the test of one address. */
public record AddressTest(InetAddress address, Attempt attempt) {}
