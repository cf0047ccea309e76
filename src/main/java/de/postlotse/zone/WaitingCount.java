package de.postlotse.zone;

/** How many zones of a name server are in a state. */
public record WaitingCount(String nameServer, PublicationState state, long zones) {}
