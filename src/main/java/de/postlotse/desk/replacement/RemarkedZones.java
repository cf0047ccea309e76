package de.postlotse.desk.replacement;

import de.postlotse.dns.DomainName;
import java.util.List;

/**
 * The zones that a remark is about.
 *
 * @param first some of them, by name
 */
public record RemarkedZones(Remark remark, int count, List<DomainName> first) {}
