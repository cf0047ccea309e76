package de.postlotse.start;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Ends the start where a {@code postlotse.*} property is set that does not exist: it would be ignored silently. */
class UnknownSettings implements EnvironmentPostProcessor, Ordered {

    private static final String PREFIX = "postlotse.";
    private static final String VARIABLE_PREFIX = "POSTLOTSE_";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        KnownSettings known = KnownSettings.ofThisApplication(application.getClassLoader());
        if (known.isEmpty()) {
            return;
        }
        environment.getPropertySources().stream()
                .flatMap(source -> unknown(source, known))
                .findFirst()
                .ifPresent(name -> {
                    throw refusal(name, known);
                });
    }

    private static Stream<String> unknown(PropertySource<?> source, KnownSettings known) {
        if (!(source instanceof EnumerablePropertySource<?> names)) {
            return Stream.of();
        }
        Stream<String> all = Stream.of(names.getPropertyNames());
        return source instanceof SystemEnvironmentPropertySource
                ? all.filter(name -> name.toUpperCase(Locale.ROOT).startsWith(VARIABLE_PREFIX))
                        .filter(name -> !known.hasVariable(name))
                : all.filter(name -> name.toLowerCase(Locale.ROOT).startsWith(PREFIX))
                        .filter(name -> !known.has(name));
    }

    private static StartRefusedException refusal(String name, KnownSettings known) {
        Optional<String> meant = known.meantBy(name.replace('_', '.'));
        return new StartRefusedException(
                "There is no property " + name + ".",
                meant.map(property -> "Write " + property + ", if that is what is meant, or leave it out.")
                        .orElse("Leave it out. operating.md lists all properties of Postlotse."));
    }

    /** After the files with properties were read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
