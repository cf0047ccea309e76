package de.postlotse.desk.approval;

/**
 * What became of a person's decision about something that waits. Nobody asks a program: its decisions end in an
 * {@link ApprovalDecision}.
 */
public sealed interface AskedDecision permits ApprovalDecision, AskedDecision.Harmful {

    /** It does harm by now that whoever approves was not shown; it goes on waiting. */
    record Harmful() implements AskedDecision {}
}
