package de.postlotse.reachability;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** What came of the wish to test a server. */
public sealed interface TestOutcome {

    /** Each of its addresses was tried, IPv4 first. */
    record Tested(List<AddressTest> tests) implements TestOutcome {

        public Tested {
            tests = List.copyOf(tests);
        }

        public Summary summary() {
            return Summary.of(tests.stream().map(AddressTest::attempt).toList());
        }
    }

    /** There was no address to connect to. */
    record NothingToTest(Reason reason) implements TestOutcome {}

    /**
     * The caller has tested too much.
     *
     * @param pause until the next test
     */
    record TooMany(Duration pause) implements TestOutcome {}

    /** Why there is no address to connect to. */
    enum Reason {
        /** There is no such name, or an alias leads nowhere. */
        NO_SUCH_NAME,
        /** The name has no address. */
        NO_ADDRESS,
        /** It has none that the whole internet can reach; others are never connected to. */
        NOT_PUBLIC,
        /** DNS could not tell now. */
        UNKNOWN
    }

    /** All addresses in one word. */
    enum Summary {
        /** It answers and encrypts, with nothing to say against it. */
        ANSWERS,
        /** It answers, but senders that check encryption would object. */
        ANSWERS_WITH_REMARKS,
        /** It answers at some of its addresses only. */
        PARTLY,
        /** Either port 25 is blocked on the way from here, or the server does not answer: that looks the same. */
        BLOCKED_OR_SILENT,
        /** It is there, but does not answer as a mail server has to. */
        DOES_NOT_ANSWER;

        static Summary of(List<ConnectAttempt> attempts) {
            List<ConnectAttempt> telling = attempts.stream()
                    .filter(attempt -> !(attempt instanceof ConnectAttempt.NoRoute))
                    .toList();
            List<ConnectAttempt.Answered> answered = telling.stream()
                    .filter(ConnectAttempt.Answered.class::isInstance)
                    .map(ConnectAttempt.Answered.class::cast)
                    .toList();
            if (answered.isEmpty()) {
                return telling.stream().allMatch(ConnectAttempt.TimedOut.class::isInstance)
                        ? BLOCKED_OR_SILENT
                        : DOES_NOT_ANSWER;
            }
            if (answered.size() < telling.size()) {
                return PARTLY;
            }
            return answered.stream().allMatch(each -> each.encryption().isFlawless()) ? ANSWERS : ANSWERS_WITH_REMARKS;
        }
    }

    /** What became of the test of one address. */
    public record AddressTest(InetAddress address, ConnectAttempt attempt) {}
}
