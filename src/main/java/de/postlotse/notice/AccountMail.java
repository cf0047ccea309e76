package de.postlotse.notice;

import de.postlotse.account.AccountNews;
import de.postlotse.account.Correspondent;
import java.time.Instant;

/**
 * What the owner of an account is to be told of.
 *
 * @param email where they were written to before it happened
 * @param failures how often the mail server did not take the mail
 */
record AccountMail(
        long id,
        String username,
        String email,
        Correspondent.Language language,
        AccountNews.Kind kind,
        Instant happenedAt,
        int failures) {}
