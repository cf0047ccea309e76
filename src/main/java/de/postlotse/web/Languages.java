package de.postlotse.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * German first, English second: chosen by the browser, whose region decides how dates are written, switched by {@code
 * ?lang=}, remembered in a cookie.
 */
@Configuration
class Languages implements WebMvcConfigurer {

    private static final Set<String> SPOKEN = Set.of("de", "en");

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
                return typed.equals("en") ? Locale.UK : Locale.GERMAN;
            }
        };
        change.setParamName("lang");
        registry.addInterceptor(change);
    }

    private static Locale best(String accepted) {
        try {
            return Locale.LanguageRange.parse(accepted).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .filter(locale -> SPOKEN.contains(locale.getLanguage()))
                    .map(Languages::withoutExtensions)
                    .findFirst()
                    .orElse(Locale.GERMAN);
        } catch (IllegalArgumentException notAList) {
            return Locale.GERMAN;
        }
    }

    /** The region stays: it says how dates are written. */
    private static Locale withoutExtensions(Locale locale) {
        return Locale.of(locale.getLanguage(), locale.getCountry());
    }
}
