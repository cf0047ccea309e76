/** The start page of staff. */
@NullMarked
package de.postlotse.desk.today.web;

import org.jspecify.annotations.NullMarked;
