/** What providers of mail say about their servers, and how a pasted instruction is read. */
@ApplicationModule(allowedDependencies = {"dns", "account", "zone"})
@NullMarked
package de.postlotse.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
