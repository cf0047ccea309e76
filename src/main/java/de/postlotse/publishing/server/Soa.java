package de.postlotse.publishing.server;

import org.xbill.DNS.SOARecord;

/** Variants of a zone's SOA record (RFC 1035 §3.3.13). */
public final class Soa {

    private Soa() {}

    public static SOARecord withSerial(SOARecord soa, long serial) {
        return with(soa, soa.getTTL(), serial);
    }

    public static SOARecord withTtl(SOARecord soa, long seconds) {
        return with(soa, seconds, soa.getSerial());
    }

    private static SOARecord with(SOARecord soa, long ttl, long serial) {
        return new SOARecord(
                soa.getName(),
                soa.getDClass(),
                ttl,
                soa.getHost(),
                soa.getAdmin(),
                serial,
                soa.getRefresh(),
                soa.getRetry(),
                soa.getExpire(),
                soa.getMinimum());
    }
}
