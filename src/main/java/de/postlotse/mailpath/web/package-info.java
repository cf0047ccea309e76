/** The page that shows the way of the mail, its picture, and the API for it. */
@NullMarked
package de.postlotse.mailpath.web;

import org.jspecify.annotations.NullMarked;
