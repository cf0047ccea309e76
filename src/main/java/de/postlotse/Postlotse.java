package de.postlotse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application: the mail-routing desk of a hosting customer centre. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Postlotse {

    public static void main(String[] args) {
        SpringApplication.run(Postlotse.class, args);
    }
}
