/** The page that shows whether a mail server answers, and the API for it. */
@NullMarked
package de.postlotse.reachability.web;

import org.jspecify.annotations.NullMarked;
