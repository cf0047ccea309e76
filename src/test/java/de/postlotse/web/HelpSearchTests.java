package de.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is found in the help. */
class HelpSearchTests {

    private final HelpSearch search = new HelpSearch();

    @Test
    void findsTheSectionsThatNameAllWordsThoseAboutThemFirst() {
        assertThat(ids("TTL", Locale.GERMAN)).first().isEqualTo("ttl");
        assertThat(ids("wartung TTL", Locale.GERMAN)).containsExactly("maintenance", "provider");
        assertThat(ids("backup", Locale.UK)).contains("backup");
        assertThat(ids("Umlaut-Unsinn", Locale.GERMAN)).isEmpty();
    }

    @Test
    void anEmptySearchFindsNothing() {
        assertThat(ids(" „“ ? ", Locale.GERMAN)).isEmpty();
    }

    @Test
    void showsWholeWordsAroundWhatWasFoundAndNoMarkup() {
        HelpSearch.Found found = search.find("„Meinten Sie", Locale.GERMAN).getFirst();

        assertThat(found.id()).isEqualTo("backup");
        assertThat(found.excerpt()).startsWith("… ").contains("Meinten Sie …?").doesNotContain("<");
    }

    private List<String> ids(String typed, Locale locale) {
        return search.find(typed, locale).stream().map(HelpSearch.Found::id).toList();
    }
}
