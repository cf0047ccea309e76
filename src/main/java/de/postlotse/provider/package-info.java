/** What providers of mail say about their servers: their files, and instructions that were pasted. */
@ApplicationModule(allowedDependencies = {"api", "dns", "account", "policy", "zone"})
@NullMarked
package de.postlotse.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
