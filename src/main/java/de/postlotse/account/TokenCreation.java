package de.postlotse.account;

/** What became of the wish for a token. */
public sealed interface TokenCreation {

    /** The token exists. Its secret is known only here and now. */
    record Created(String secret) implements TokenCreation {

        /** Never the secret. */
        @Override
        public String toString() {
            return "created";
        }
    }

    /** The name is missing or too long. */
    record BadName() implements TokenCreation {}

    /** The account has as many tokens as it may have. */
    record TooMany() implements TokenCreation {}
}
