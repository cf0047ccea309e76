package de.postlotse.provider.paste;

import de.postlotse.dns.DomainName;
import de.postlotse.provider.paste.Instruction.Why;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Finds mail servers in what people copy from a provider's page: tables, lists of fields, zone lines (RFC 1035 §5), answers
 * of tools, sentences. It guesses, and whoever pasted confirms; but it never puts a record at another owner, and it says of
 * each line that it did not use why.
 */
public final class InstructionReader {

    /** The longest text that is read, in characters. */
    public static final int LONGEST = 64 * 1024;

    private final DomainName zone;
    private final List<PastedLine> lines;
    private final RowReader rows;
    private final FoundRecords found;
    private final Block block;
    private final OpenRecord open;
    private final Prose prose;
    private final boolean isAnswerOfNslookup;
    private final Replacing replacing;
    private @Nullable Columns columns;

    private InstructionReader(DomainName zone, List<PastedLine> lines, Block block) {
        this.zone = zone;
        this.lines = lines;
        this.rows = new RowReader(zone);
        this.found = new FoundRecords(zone);
        this.replacing = new Replacing(lines);
        this.block = block;
        this.open = new OpenRecord(found, block);
        this.prose = new Prose(zone, found, block, open);
        this.isAnswerOfNslookup = lines.stream().anyMatch(line -> Words.beginsAnswer(line.text()));
    }

    /**
     * Reads an instruction.
     *
     * @param pasted at most {@link #LONGEST} characters
     * @param zone what is pasted for
     */
    public static Instruction read(String pasted, DomainName zone) {
        String text = Dumps.asFields(Dumps.asPairs(BrokenLines.plain(pasted)));
        List<PastedLine> lines = Sections.named(CellList.joined(PastedLine.of(text), zone), zone);
        Instruction strict = read(text, lines, zone, lines.stream().anyMatch(line -> Words.saysMx(line.text())));
        if (!strict.sets().isEmpty()) {
            return strict;
        }
        Instruction lenient = read(text, lines, zone, false);
        return lenient.haveAllPriorities()
                ? lenient
                : examples(text, lines, zone).orElse(strict);
    }

    /** Where a text has no servers but in examples, these are read, or else shown as left out. */
    private static Optional<Instruction> examples(String text, List<PastedLine> lines, DomainName zone) {
        List<PastedLine> meant = lines.stream()
                .map(line -> line.withText(Words.withExamples(line.text())))
                .toList();
        return meant.equals(lines)
                ? Optional.empty()
                : Optional.of(read(text, meant, zone, lines.stream().anyMatch(line -> Words.saysMx(line.text()))));
    }

    /** @param saysMx whether lines that do not say "MX" count only beside one that does */
    private static Instruction read(String text, List<PastedLine> lines, DomainName zone, boolean saysMx) {
        InstructionReader reader = new InstructionReader(zone, lines, new Block(saysMx));
        TreeReader.Found trees = TreeReader.read(text, zone);
        lines.forEach(line -> {
            if (trees.has(line)) {
                reader.open.end();
                trees.take(line, reader.found, reader.block);
            } else {
                reader.line(line);
            }
        });
        reader.open.end();
        reader.found.leaveWhatWasNotUsed(lines);
        reader.found.leaveWhatWasNotUsed(Comments.records(text));
        return reader.found.result();
    }

    private void line(PastedLine line) {
        if (line.isBlank()) {
            if (open.fields().hasServer() && open.fields().hasPriority()) {
                open.end();
            }
            return;
        }
        if (line.isTooLong()) {
            found.leave(line, Why.NOT_UNDERSTOOD);
            return;
        }
        if (Words.closes(line.text())) {
            open.end();
            block.close();
            return;
        }
        PastedLine apart = withoutStart(line.apart(zone));
        if (replacing.saysWhatWasThere(line)) {
            open.end();
            if (Words.saysMx(line.text())) {
                block.start();
            }
        } else if (Words.isCommand(line.text())) {
            if (Words.saysMx(line.text())) {
                block.start();
            }
        } else if (Words.saysToRemove(line.text())) {
            open.end();
        } else if (!apart.isBlank() && !found.isDirective(apart.text()) && !heading(apart)) {
            read(apart);
        }
    }

    private PastedLine withoutStart(PastedLine line) {
        Optional<Sections.Start> start = Sections.startOf(line.text(), zone);
        if (start.isPresent()) {
            open.end();
            found.startSection(start.get().owner());
            return new PastedLine(line.number(), false, start.get().rest());
        }
        return line;
    }

    private void read(PastedLine line) {
        Optional<Row> row = row(line);
        Optional<Fields> named = row.isPresent() ? Optional.empty() : Fields.of(line);
        Optional<FieldRecord> begun = row.isPresent() ? Optional.empty() : FieldRecord.begunBy(line);
        if (row.isPresent()) {
            take(row.get(), line);
        } else if (begun.isPresent()) {
            open.begin(begun.get());
        } else if (named.isPresent()
                && !(named.get().isUnknown()
                        && PairReader.NAMED_PRIORITY.matcher(line.text()).find())) {
            take(named.get(), line);
        } else if (line.isAboutOther()) {
            open.end();
            columns = null;
            leaveOther(line, Words.saysOtherType(line.text()));
        } else {
            prose.read(line);
        }
    }

    /** A row is one by its type, or by a heading that tells what its cells are. */
    private Optional<Row> row(PastedLine line) {
        return Fields.areToldOneByOne(line.text(), open.fields().awaitsMx())
                ? Optional.empty()
                : rows.read(line, block.isInside() || Words.saysMx(line.text()) ? columns : null);
    }

    private boolean heading(PastedLine line) {
        if (Sections.isType(line.text())) {
            open.end();
            return titleOfType(line);
        }
        Optional<Columns> told = Columns.of(line);
        if (told.isPresent() && Fields.of(line).isEmpty()) {
            open.end();
            columns = told.get();
            if (columns.labels().contains(Optional.of(Label.PRIORITY)) || Words.saysMx(line.text())) {
                block.start();
            }
            return true;
        }
        return section(line);
    }

    private boolean titleOfType(PastedLine line) {
        columns = null;
        if (Words.saysMx(line.text())) {
            block.start();
        } else {
            block.end();
        }
        return true;
    }

    /** Whether a line only says that MX records follow, and whose. */
    private boolean section(PastedLine line) {
        Optional<String> behind = Sections.ownerOfThoseAbove(line.text(), zone);
        if (behind.isPresent()) {
            open.end();
            found.sayOwner(behind.get());
            return true;
        }
        OptionalInt priority = prose.sharedPriority(line);
        if (priority.isPresent()) {
            open.end();
            Words.hosts(line.text()).forEach(host -> found.startSection(host.group()));
            found.sayPriority(priority.getAsInt());
            if (Words.saysMx(line.text())) {
                block.start();
            }
            return true;
        }
        Optional<String> owner = Sections.ownerIn(line.text(), zone);
        if (!Sections.announces(line.text(), owner)
                || owner.isEmpty() && row(line).isPresent()
                || Fields.of(line).filter(fields -> !fields.announce()).isPresent()) {
            return false;
        }
        open.end();
        block.start();
        owner.ifPresent(found::startSection);
        return true;
    }

    private void take(Row read, PastedLine line) {
        switch (read) {
            case Row.LeftOut out -> {
                open.fields().forgetHost();
                open.end();
                block.end();
                if (!line.indented() && Words.beginsZoneLine(line.text())) {
                    found.seeOwner(line.text().split("\\s", 2)[0]);
                }
                if (line.text().contains(".")
                        || line.text().contains(" ")
                        || line.text().contains("\t")) {
                    found.leave(line, out.why());
                }
            }
            case Row.Found row -> {
                List<Draft> records = open.completed(row.records());
                open.startSectionOfOwnerAlone();
                open.end();
                block.start();
                records.forEach(record -> found.add(record, line));
                if (columns != null && columns.tellWhatWasThere()) {
                    found.sayAllOf(line);
                }
            }
        }
    }

    private void take(Fields named, PastedLine line) {
        if (isAnswerOfNslookup
                || line.isAboutOther()
                        && !named.has(Label.TYPE)
                        && !open.fields().saysType()
                        && !named.nameOwnerOnly()) {
            open.end();
            leaveOther(line, Words.saysOtherType(line.text()));
            return;
        }
        List<Integer> only = named.prioritiesOnly();
        if (found.takePriorities(only) || open.fields().isEmpty() && found.takePriorityOfLast(only)) {
            return;
        }
        if (!named.has(Label.TTL)
                && !named.all().isEmpty()
                && !Words.hosts(line.text()).isEmpty()) {
            found.isAboutTtl(line.text());
        }
        for (Fields.Field field : named.all()) {
            if (open.fields().has(field.label())
                    || field.label() == Label.TYPE
                            && !open.fields().isEmpty()
                            && open.fields().hasServer()) {
                open.end();
            }
            open.fields().take(field, line);
        }
        if (Words.saysMx(line.text())) {
            open.fields().sayMx();
        }
    }

    private void leaveOther(PastedLine line, boolean type) {
        block.end();
        if (!Words.hosts(line.text()).isEmpty()) {
            found.leave(line, type ? Why.OTHER_TYPE : Why.OTHER_SERVICE);
        }
    }
}
