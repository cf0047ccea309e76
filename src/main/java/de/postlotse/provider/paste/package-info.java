/** Reads what people paste: which form it has, what its columns and fields mean, its records, and what was left out. */
@NullMarked
package de.postlotse.provider.paste;

import org.jspecify.annotations.NullMarked;
