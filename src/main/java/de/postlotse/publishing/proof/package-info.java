/** What name servers answer: proof of a change, comparison with the store, drift. */
@NamedInterface("proof")
@NullMarked
package de.postlotse.publishing.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
