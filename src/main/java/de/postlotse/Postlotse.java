package de.postlotse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application: the mail-routing desk of a hosting customer centre. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Postlotse {

    public static void main(String[] args) {
        // dnsjava would stop asking at SIGTERM, before what is under way has ended; its thread ends with the others.
        System.setProperty("dnsjava.nio.register_shutdown_hook", "false");
        SpringApplication.run(Postlotse.class, args);
    }
}
