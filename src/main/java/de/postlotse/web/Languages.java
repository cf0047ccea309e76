package de.postlotse.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** German first, English second: chosen by the browser, switched by {@code ?lang=}, remembered in a cookie. */
@Configuration
class Languages implements WebMvcConfigurer {

    private static final List<Locale> SUPPORTED = List.of(Locale.GERMAN, Locale.ENGLISH);

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("language");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setDefaultLocaleFunction(request -> {
            String accepted = request.getHeader("Accept-Language");
            return accepted == null ? Locale.GERMAN : best(accepted);
        });
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String typed) {
                return typed.equals("en") ? Locale.ENGLISH : Locale.GERMAN;
            }
        };
        change.setParamName("lang");
        registry.addInterceptor(change);
    }

    private static Locale best(String accepted) {
        try {
            Locale match = Locale.lookup(Locale.LanguageRange.parse(accepted), SUPPORTED);
            return match == null ? Locale.GERMAN : match;
        } catch (IllegalArgumentException notAList) {
            return Locale.GERMAN;
        }
    }
}
