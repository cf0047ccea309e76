/** What is to be published: orders, workers, retries and leases. */
@NamedInterface("queue")
@NullMarked
package de.postlotse.publishing.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
