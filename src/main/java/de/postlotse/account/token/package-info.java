/** Tokens that act for an account in the API. */
@NamedInterface("token")
@NullMarked
package de.postlotse.account.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
