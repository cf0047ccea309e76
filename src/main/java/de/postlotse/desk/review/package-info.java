/** What staff noted about zones: reviews, second looks and waivers. */
@NullMarked
package de.postlotse.desk.review;

import org.jspecify.annotations.NullMarked;
