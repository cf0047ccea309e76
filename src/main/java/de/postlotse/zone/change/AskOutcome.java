package de.postlotse.zone.change;

/** What became of a person's edit. Nobody asks a program: its edits end in a {@link SaveOutcome}. */
public sealed interface AskOutcome permits SaveOutcome, AskOutcome.Harmful {

    /** Nothing was saved yet: the change does harm that its editor has not been shown. */
    record Harmful(ChangePreview preview) implements AskOutcome {}
}
