/** Hands the caller to controllers; the pages and the API of accounts, the page of the tokens. */
@NullMarked
package de.postlotse.account.web;

import org.jspecify.annotations.NullMarked;
