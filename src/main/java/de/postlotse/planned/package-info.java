/** What is to be done with a zone later by itself: servers that come back after maintenance, and moves. */
@ApplicationModule(
        allowedDependencies = {
            "api",
            "dns",
            "account",
            "policy",
            "store",
            "work",
            "zone",
            "zone::change",
            "zone::history",
            "zone::page"
        })
@NullMarked
package de.postlotse.planned;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
