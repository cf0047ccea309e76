package de.postlotse.provider.paste;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.TypedDuration;
import de.postlotse.provider.paste.Instruction.Why;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds mail servers in what people copy from a provider's page: tables, lists of fields, zone lines (RFC 1035 §5), answers
 * of tools, sentences. It guesses, and whoever pasted confirms; but it never puts a record at another owner, and it says of
 * each line that it did not use why.
 */
public final class InstructionReader {

    /** The longest text that is read, in characters. */
    public static final int LONGEST = 64 * 1024;

    private static final Pattern PART_OF_A_HOST = Pattern.compile("(?iu)\\.[\\p{L}\\d-]+\\.\\p{L}{2}");
    private final DomainName zone;
    private final List<PastedLine> lines;
    private final RowReader rows;
    private final PairReader pairs;
    private final FoundRecords found;
    private final Block block;
    private final boolean isAnswerOfNslookup;
    private final Replacing replacing;
    private @Nullable Columns columns;
    private FieldRecord fields = new FieldRecord();

    private InstructionReader(DomainName zone, List<PastedLine> lines) {
        this.zone = zone;
        this.lines = lines;
        this.rows = new RowReader(zone);
        this.pairs = new PairReader(zone);
        this.found = new FoundRecords(zone);
        this.replacing = new Replacing(lines);
        this.block = new Block(lines.stream().anyMatch(line -> Words.saysMx(line.text())));
        this.isAnswerOfNslookup = lines.stream().anyMatch(line -> Words.beginsAnswer(line.text()));
    }

    /**
     * Reads an instruction.
     *
     * @param pasted at most {@link #LONGEST} characters
     * @param zone what is pasted for
     */
    public static Instruction read(String pasted, DomainName zone) {
        List<PastedLine> lines = Sections.named(CellList.joined(PastedLine.of(pasted), zone), zone);
        InstructionReader reader = new InstructionReader(zone, lines);
        TreeReader.Found trees = TreeReader.read(pasted, zone);
        lines.forEach(line -> {
            if (trees.has(line)) {
                reader.endFields();
                trees.take(line, reader.found, reader.block);
            } else {
                reader.line(line);
            }
        });
        reader.endFields();
        reader.found.leaveWhatWasNotUsed(lines);
        return reader.found.result();
    }

    private void line(PastedLine line) {
        if (line.isBlank()) {
            if (fields.hasServer() && fields.hasPriority()) {
                endFields();
            }
            return;
        }
        if (line.isTooLong()) {
            found.leave(line, Why.NOT_UNDERSTOOD);
            return;
        }
        PastedLine apart = withoutStart(line.apart());
        if (replacing.saysWhatWasThere(line)) {
            endFields();
            if (Words.saysMx(line.text())) {
                block.start();
            }
        } else if (Words.isCommand(line.text())) {
            if (Words.saysMx(line.text())) {
                block.start();
            }
        } else if (Words.saysToRemove(line.text())) {
            endFields();
        } else if (!apart.isBlank() && !found.isDirective(apart.text()) && !heading(apart)) {
            read(apart);
        }
    }

    private PastedLine withoutStart(PastedLine line) {
        Optional<Sections.Start> start = Sections.startOf(line.text(), zone);
        if (start.isPresent()) {
            endFields();
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
            endFields();
            fields = begun.get();
        } else if (named.isPresent()
                && !(named.get().isUnknown()
                        && PairReader.NAMED_PRIORITY.matcher(line.text()).find())) {
            take(named.get(), line);
        } else if (line.isAboutOther()) {
            endFields();
            columns = null;
            leaveOther(line, Words.saysOtherType(line.text()));
        } else {
            prose(line);
        }
    }

    /** A row is one by its type, or by a heading that tells what its cells are. */
    private Optional<Row> row(PastedLine line) {
        return Fields.areToldOneByOne(line.text(), fields.awaitsMx())
                ? Optional.empty()
                : rows.read(line, block.isInside() || Words.saysMx(line.text()) ? columns : null);
    }

    private boolean heading(PastedLine line) {
        Optional<Columns> told = Columns.of(line);
        if (told.isPresent() && Fields.of(line).isEmpty()) {
            endFields();
            columns = told.get();
            if (columns.labels().contains(Optional.of(Label.PRIORITY)) || Words.saysMx(line.text())) {
                block.start();
            }
            return true;
        }
        return section(line);
    }

    /** Whether a line only says that MX records follow, and whose. */
    private boolean section(PastedLine line) {
        Optional<String> owner = Sections.ownerIn(line.text(), zone);
        if (!Sections.announces(line.text(), owner)
                || owner.isEmpty() && row(line).isPresent()
                || Fields.of(line).isPresent()) {
            return false;
        }
        endFields();
        block.start();
        owner.ifPresent(found::startSection);
        return true;
    }

    private void take(Row read, PastedLine line) {
        switch (read) {
            case Row.LeftOut out -> {
                fields.forgetHost();
                endFields();
                block.end();
                if (!line.indented()) {
                    found.seeOwner(line.text().split("\\s", 2)[0]);
                }
                if (line.text().contains(".")
                        || line.text().contains(" ")
                        || line.text().contains("\t")) {
                    found.leave(line, out.why());
                }
            }
            case Row.Found row -> {
                Optional<String> owner = fields.ownerAlone();
                if (owner.isPresent()) {
                    found.startSection(owner.get());
                    fields = new FieldRecord();
                }
                endFields();
                block.start();
                row.records().forEach(record -> found.add(record, line));
                if (columns != null && columns.tellWhatWasThere()) {
                    found.sayAllOf(line);
                }
            }
        }
    }

    private void take(Fields named, PastedLine line) {
        if (isAnswerOfNslookup
                || line.isAboutOther() && !named.has(Label.TYPE) && !fields.saysType() && !named.nameOwnerOnly()) {
            endFields();
            leaveOther(line, Words.saysOtherType(line.text()));
            return;
        }
        for (Fields.Field field : named.all()) {
            if (fields.has(field.label()) || field.label() == Label.TYPE && !fields.isEmpty() && fields.hasServer()) {
                endFields();
            }
            fields.take(field, line);
        }
        if (Words.saysMx(line.text())) {
            fields.sayMx();
        }
    }

    private void endFields() {
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

    private void leaveOther(PastedLine line, boolean type) {
        block.end();
        if (!Words.hosts(line.text()).isEmpty()) {
            found.leave(line, type ? Why.OTHER_TYPE : Why.OTHER_SERVICE);
        }
    }

    /** Hosts with a number beside each, in a sentence or a list. */
    private void prose(PastedLine line) {
        List<MatchResult> all = Words.hosts(line.text());
        List<MatchResult> hosts = all.stream()
                .filter(host -> !pairs.isNoServer(host.group(), line))
                .toList();
        if (hosts.isEmpty()) {
            proseWithoutServer(line, !all.isEmpty());
            return;
        }
        String first = hosts.getFirst().group();
        boolean alone = line.text().equals(first);
        if (alone && fields.awaitsServer()) {
            fields.takeServer(first, line);
            return;
        }
        endFields();
        boolean saysPriority = PairReader.NAMED_PRIORITY.matcher(line.text()).find();
        boolean saysServer = Words.saysMx(line.text()) || Words.saysMailServer(line.text()) && hosts.size() == 1;
        boolean numbered =
                saysPriority || !Words.numbers(withoutTtl(line.text())).isEmpty();
        boolean counts = Words.saysMx(line.text())
                || block.isInside() && (numbered && !isTalk(line) || alone || saysServer)
                || block.takesPriorities() && saysPriority;
        if (alone && counts) {
            fields.takeServer(first, line);
        } else if (counts) {
            block.start();
            pairs.read(line).forEach(record -> found.add(record, line));
        } else if (hosts.size() == 1) {
            fields.takePerhaps(first, line);
        } else {
            found.leave(line, Why.NOT_UNDERSTOOD);
        }
    }

    private void proseWithoutServer(PastedLine line, boolean namesZone) {
        if (found.isAboutTtl(line.text())) {
            return;
        }
        if (Words.isNumber(line.text())) {
            if (fields.hasPriority()) {
                endFields();
            }
            fields.take(new Fields.Field(Label.PRIORITY, line.text()), line);
        } else if (Words.saysMx(line.text())
                && (namesZone || PART_OF_A_HOST.matcher(line.text()).find())) {
            found.leave(line, Why.NOT_UNDERSTOOD);
        }
    }

    private boolean isTalk(PastedLine line) {
        return !block.textSaysMx() && Words.isSpoken(Words.of(line.text()));
    }

    private static String withoutTtl(String text) {
        return TypedDuration.WITH_UNIT.matcher(text).replaceAll(" ");
    }
}
