/** Every change of a zone: check, preview, harm and consent, four eyes, write. */
@NamedInterface("change")
@NullMarked
package de.postlotse.zone.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
