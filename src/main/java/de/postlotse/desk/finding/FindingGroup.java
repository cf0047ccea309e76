package de.postlotse.desk.finding;

/** The same finding, on however many zones. */
record FindingGroup(FindingKind kind, String subject) {

    /** What is about a zone itself is nobody else's finding. */
    boolean canBeIncident() {
        return !subject.isEmpty();
    }
}
