/** Four eyes: changes that wait until somebody else has looked at them, and what became of them. */
@NullMarked
package de.postlotse.desk.approval;

import org.jspecify.annotations.NullMarked;
