package de.postlotse.web;

import de.postlotse.brand.BrandStyle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The look of the hoster, for browsers. */
@Controller
record BrandPages(BrandStyle style) {

    /** Their addresses change with what they say. */
    private static final CacheControl FOR_GOOD = CacheControl.maxAge(Duration.ofDays(365));

    @GetMapping("/css/brand.css")
    ResponseEntity<byte[]> css() {
        return ResponseEntity.ok()
                .cacheControl(FOR_GOOD)
                .contentType(MediaType.valueOf("text/css;charset=UTF-8"))
                .body(style.css().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/css/brand-logo")
    ResponseEntity<byte[]> logo() {
        return picture(style.logo());
    }

    @GetMapping("/css/brand-logo-dark")
    ResponseEntity<byte[]> darkLogo() {
        return picture(style.darkLogo());
    }

    private static ResponseEntity<byte[]> picture(BrandStyle.@Nullable Logo logo) {
        return logo == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok()
                        .cacheControl(FOR_GOOD)
                        .contentType(logo.type())
                        .body(logo.bytes());
    }
}
