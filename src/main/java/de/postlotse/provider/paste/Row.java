package de.postlotse.provider.paste;

import java.util.List;

/** What a line is, read as a row: a table's or a zone's. */
sealed interface Row {

    record Found(List<Draft> records) implements Row {}

    record LeftOut(Instruction.Why why) implements Row {}
}
