package de.postlotse.provider.paste;

import de.postlotse.provider.paste.Instruction.Why;
import java.util.List;

/** The record that the lines read just now tell field by field. */
final class OpenRecord {

    private final FoundRecords found;
    private final Block block;
    private FieldRecord fields = new FieldRecord();

    OpenRecord(FoundRecords found, Block block) {
        this.found = found;
        this.block = block;
    }

    FieldRecord fields() {
        return fields;
    }

    /** Another record begins. */
    void begin(FieldRecord begun) {
        end();
        fields = begun;
    }

    /** An owner that stood alone is whose the records are that follow. */
    void startSectionOfOwnerAlone() {
        fields.ownerAlone().ifPresent(owner -> {
            found.startSection(owner);
            fields = new FieldRecord();
        });
    }

    /** The rows of a line; a priority that stood alone above is that of its server. */
    List<Draft> completed(List<Draft> row) {
        Integer priority = fields.priorityAlone();
        boolean awaits = priority != null && row.size() == 1 && row.getFirst().priority() == null;
        return awaits ? List.of(row.getFirst().withPriority(priority)) : row;
    }

    /** What was told so far is all: a record where it is one, otherwise what is left out. */
    void end() {
        FieldRecord ended = fields;
        fields = new FieldRecord();
        List<Draft> records = ended.records();
        PastedLine line = ended.line();
        if (line == null) {
            if (!ended.isOfOtherType()) {
                found.sayTtl(ended.ttl());
            }
            ended.ownerAlone().ifPresent(found::startSection);
        } else if (ended.isOfOtherType()) {
            found.leave(line, Why.OTHER_TYPE);
        } else if (!records.isEmpty()
                && !(ended.isUncertain() && !block.isInside())
                && (block.isInside() || ended.saysMx() || ended.hasPriority())) {
            if (ended.saysMx()) {
                block.start();
            }
            records.forEach(record -> found.add(record, line));
        } else if (ended.hasHost()) {
            found.leave(line, Why.NOT_UNDERSTOOD);
        }
    }
}
