/** A name server as publishing sees it: the port, its configuration and its errors. */
@NamedInterface("server")
@NullMarked
package de.postlotse.publishing.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
