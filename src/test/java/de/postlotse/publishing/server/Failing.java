package de.postlotse.publishing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.postlotse.publishing.server.NameServerException.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;

/** What tests expect of a request to a name server that fails. */
public final class Failing {

    private Failing() {}

    /** It fails for this reason; what it says can be asserted further. */
    public static ThrowableAssertAlternative<NameServerException> assertFails(ThrowingCallable request, Reason reason) {
        return assertThatExceptionOfType(NameServerException.class)
                .isThrownBy(request)
                .satisfies(e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
    }
}
