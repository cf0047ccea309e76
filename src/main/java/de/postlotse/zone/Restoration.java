package de.postlotse.zone;

import java.util.List;

/**
 * What it would mean to go back to an earlier state of a zone.
 *
 * @param version the version to go back to
 * @param since the changes that would be taken back, newest first
 */
public record Restoration(long version, ChangePreview preview, List<HistoryEntry> since) {}
