package de.postlotse.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Which addresses are files. Every link of a page that may be one is looked for among them, in each jar; with the
 * default, which is all addresses, that took more than half of the time of a page with a long list.
 */
@Configuration
class StaticFiles implements WebMvcConfigurer {

    /** Besides the style sheets and what comes in jars, see {@code application.properties}. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/icon.svg")
                .addResourceLocations("classpath:/static/")
                .resourceChain(true);
    }
}
