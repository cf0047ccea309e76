/** The pages of lists to take over. */
@NullMarked
package de.postlotse.takeover.web;

import org.jspecify.annotations.NullMarked;
