/** Hands the caller to controllers; the log-in page. */
@NullMarked
package de.postlotse.account.web;

import org.jspecify.annotations.NullMarked;
