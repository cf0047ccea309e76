/** Shows customers what they have to know of. */
@NullMarked
package de.postlotse.notice.web;

import org.jspecify.annotations.NullMarked;
