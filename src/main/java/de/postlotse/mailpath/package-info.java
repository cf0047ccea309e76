/** The way of the mail: a pure function from DNS answers to what a sending server does (RFC 5321 §5.1, RFC 7505). */
@ApplicationModule(
        allowedDependencies = {"api", "dns", "account", "lookup", "policy", "zone", "zone::change", "zone::page"})
@NullMarked
package de.postlotse.mailpath;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
