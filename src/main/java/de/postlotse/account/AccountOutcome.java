package de.postlotse.account;

import java.util.Set;

/** What became of a change of an account. */
public sealed interface AccountOutcome {

    record Created(AccountLine account) implements AccountOutcome {}

    /** It is as wanted now, and perhaps was before. */
    record Changed(AccountLine account) implements AccountOutcome {}

    record Deleted() implements AccountOutcome {}

    record Missing() implements AccountOutcome {}

    /** Nothing was changed. */
    record Refused(Set<AccountProblem> problems) implements AccountOutcome {}
}
