package de.postlotse.desk.takeover;

import de.postlotse.dns.DomainName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of reading a list: all of it or nothing. */
public sealed interface ListReading {

    record Complete(List<Entry> entries) implements ListReading {}

    /** There is no line that names a zone. */
    record Empty() implements ListReading {}

    record TooLong() implements ListReading {}

    /** @param first the first of the wrong lines */
    record Wrong(List<WrongLine> first, int count) implements ListReading {}

    /** Where a line stands. */
    record Place(boolean inFile, int number) {}

    /**
     * A line that cannot be used.
     *
     * @param code what is wrong with it
     * @param earlier where the same zone stands already, if that is what is wrong
     */
    record WrongLine(
            Place place, String text, String code, @Nullable Place earlier) {}

    /** A zone to take over and the customer that it belongs to. */
    public record Entry(DomainName zone, String customer) {}
}
