package de.postlotse.reachability;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The certificate that a server showed. All text in it is the server's own and harmless to print.
 *
 * @param names for which it was issued; of very many the first ones
 * @param problems what a sender that checks certificates would object to
 */
public record ServerCertificate(String subject, List<String> names, Instant validUntil, Set<Problem> problems) {

    public ServerCertificate {
        names = List.copyOf(names);
        problems = Set.copyOf(problems);
    }

    public boolean matchesHost() {
        return !problems.contains(Problem.OTHER_NAME);
    }

    /** Whether a public authority vouches for it. Of one that is not valid now that cannot be told. */
    public boolean isPubliclyTrusted() {
        return !problems.contains(Problem.NOT_TRUSTED) && !problems.contains(Problem.NOT_VALID_NOW);
    }

    /** Objections to a certificate. */
    public enum Problem {
        /** It has expired, or is not valid yet. */
        NOT_VALID_NOW,
        /** It is for other names than the server's. */
        OTHER_NAME,
        /** No public authority has signed it. */
        NOT_TRUSTED
    }
}
