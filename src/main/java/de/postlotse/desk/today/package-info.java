/** The start page of staff: what needs hands now, and figures of the last days. */
@NullMarked
package de.postlotse.desk.today;

import org.jspecify.annotations.NullMarked;
