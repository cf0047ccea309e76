package de.postlotse.lookup;

import java.util.List;

/** What is wrong with our resolvers themselves, for staff. */
public interface ResolverFaults {

    /** The resolvers that answer names which do not exist, as addresses with ports; what they say exists is not believed. */
    List<String> inventing();
}
