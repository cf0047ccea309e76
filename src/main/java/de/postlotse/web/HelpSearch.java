package de.postlotse.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Finds the sections of the help that name all words that somebody looks for. */
@Component
class HelpSearch {

    private static final Pattern SECTION = Pattern.compile("(?s)<h2 id=\"([^\"]+)\">(.*?)</h2>(.*?)(?=<h2 |</div>)");
    private static final int BEFORE = 60;
    private static final int AFTER = 140;

    private final List<Section> german = read("de");
    private final List<Section> english = read("en");

    /** Those first that have the words in their title; none where nothing was typed. */
    List<Found> find(String typed, Locale locale) {
        List<String> words = Stream.of(lower(typed).split("[\\s,;?!„“”\"]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return (locale.getLanguage().equals("de") ? german : english)
                .stream()
                        .filter(section -> words.stream().allMatch(section::has))
                        .sorted(Comparator.comparing(section -> !words.stream().allMatch(section::isAbout)))
                        .map(section -> new Found(section.id, section.title, section.excerpt(words.getFirst())))
                        .toList();
    }

    private static List<Section> read(String language) {
        try {
            String page = new ClassPathResource("templates/web/help-" + language + ".html")
                    .getContentAsString(StandardCharsets.UTF_8);
            return SECTION.matcher(page)
                    .results()
                    .map(match -> new Section(match.group(1), text(match.group(2)), text(match.group(3))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String html) {
        return HtmlUtils.htmlUnescape(html.replaceAll("<[^>]+>", ""))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** A section that was found, and what it says around the first word. */
    record Found(String id, String title, String excerpt) {}

    private record Section(String id, String title, String text) {

        boolean has(String word) {
            return isAbout(word) || lower(text).contains(word);
        }

        boolean isAbout(String word) {
            return lower(title).contains(word);
        }

        /** From word to word: the text is not cut in the middle of one. */
        String excerpt(String word) {
            int at = Math.max(0, lower(text).indexOf(word));
            int start = at <= BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1;
            int space = text.length() <= at + AFTER ? -1 : text.lastIndexOf(' ', at + AFTER);
            int end = space <= at ? text.length() : space;
            return (start == 0 ? "" : "… ") + text.substring(start, end) + (end == text.length() ? "" : " …");
        }
    }
}
