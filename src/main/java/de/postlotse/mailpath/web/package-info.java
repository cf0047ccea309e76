/** The page that shows the way of the mail, and the API for it. */
@NullMarked
package de.postlotse.mailpath.web;

import org.jspecify.annotations.NullMarked;
