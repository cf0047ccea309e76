package de.postlotse.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Which addresses are files. Every link of a page that may be one is looked for among them, in each jar; with the
 * default, which is all addresses, that took more than half of the time of a page with a long list. Pages name a file by
 * its content, so that browsers may keep it for good.
 */
@Configuration
class StaticFiles implements WebMvcConfigurer {

    /** Besides the style sheets and what comes in jars, see {@code application.properties}. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        add(registry, "/fonts/**", "classpath:/static/fonts/");
        add(registry, "/js/**", "classpath:/static/js/");
    }

    private static void add(ResourceHandlerRegistry registry, String addresses, String folder) {
        registry.addResourceHandler(addresses)
                .addResourceLocations(folder)
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)))
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
