package de.postlotse.zone.list;

import de.postlotse.zone.PublicationState;

/** How many zones of a name server are in a state. */
public record WaitingCount(String nameServer, PublicationState state, long zones) {}
