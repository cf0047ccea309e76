package de.postlotse;

/** The least that a client has to do to change the MX set of a zone at its name server. */
interface BareClient {

    void replace(String zone, int ttl);
}
