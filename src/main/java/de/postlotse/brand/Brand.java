package de.postlotse.brand;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hoster as pages, mails and reports show it.
 *
 * @param name what the product is called on pages, in mails and in reports
 * @param hoster who runs it, for the foot of the pages and of mails
 * @param logo the logo, a file that ends in .svg, .png or .webp, two rem high on the bar
 * @param logoDark the logo where the screen is dark, if it is another one
 * @param logoWidth how wide the logo is, in rem
 * @param accent the colour of buttons and links, #rrggbb; darkened or lightened as far as reading needs
 * @param bar the colour of the bar, #rrggbb; the writing on it turns black or white by itself
 * @param font the font, names of families with commas between them, of those that visitors have
 * @param footer a sentence at the foot of the pages instead of ours
 */
@ConfigurationProperties("postlotse.brand")
public record Brand(
        @DefaultValue("Postlotse") String name,
        @Nullable String hoster,
        @Nullable Path logo,
        @Nullable Path logoDark,
        @DefaultValue("2") double logoWidth,
        @Nullable String accent,
        @Nullable String bar,
        @Nullable String font,
        @Nullable String footer,
        @DefaultValue Support support,
        @DefaultValue Links links) {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern FAMILIES = Pattern.compile("[\\p{L}\\d][\\p{L}\\d -]*(, *[\\p{L}\\d][\\p{L}\\d -]*)*");
    private static final double WIDEST_LOGO = 11;

    /** Refuses what pages could not show. */
    public Brand {
        if (name.isBlank() || name.length() > 40) {
            throw new WrongBrandException("name", "has to be 1 to 40 characters long.");
        }
        requireColour("accent", accent);
        requireColour("bar", bar);
        if (font != null && !FAMILIES.matcher(font).matches()) {
            throw new WrongBrandException(
                    "font",
                    "has to be names of fonts of letters, digits, blanks and hyphens, with commas between them.");
        }
        if (!(logoWidth > 0 && logoWidth <= WIDEST_LOGO)) {
            throw new WrongBrandException("logo-width", "has to be more than 0 and at most 11.");
        }
    }

    private static void requireColour(String setting, @Nullable String colour) {
        if (colour != null && !COLOUR.matcher(colour).matches()) {
            throw new WrongBrandException(setting, "has to be a colour of six hexadecimal digits, such as #0b5c6b.");
        }
    }

    /** Who writes, and how to ask back: the last lines of a mail. */
    public List<String> signature() {
        return Stream.of(
                        hoster == null || hoster.equals(name) ? name : name + " · " + hoster,
                        support.phone,
                        support.mail,
                        support.hours)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Whom customers ask.
     *
     * @param phone the support's phone number
     * @param mail the support's mail address
     * @param hours when the support is there
     */
    public record Support(
            @Nullable String phone,
            @Nullable String mail,
            @Nullable String hours) {}

    /**
     * Pages of the hoster.
     *
     * @param imprint the page that says who is responsible
     * @param privacy the page about privacy
     * @param status the page that says what does not work at present
     * @param customerCentre the customer centre, which customers come from
     */
    public record Links(
            @Nullable URI imprint,
            @Nullable URI privacy,
            @Nullable URI status,
            @Nullable URI customerCentre) {

        /** Refuses what is no address of a page. */
        public Links {
            requirePage("links.imprint", imprint);
            requirePage("links.privacy", privacy);
            requirePage("links.status", status);
            requirePage("links.customer-centre", customerCentre);
        }

        private static void requirePage(String setting, @Nullable URI page) {
            if (page != null && !"https".equals(page.getScheme()) && !"http".equals(page.getScheme())) {
                throw new WrongBrandException(setting, "has to be an address that begins with https:// or http://.");
            }
        }
    }
}
