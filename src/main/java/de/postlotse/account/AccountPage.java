package de.postlotse.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the accounts, by user name.
 *
 * @param next the user name after which the next page begins, or null where this is the last
 */
public record AccountPage(List<AccountLine> lines, @Nullable String next) {}
