package de.postlotse.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param addressDays for how many days the audit trail keeps network addresses */
@ConfigurationProperties("postlotse.audit")
@Validated
record AuditProperties(
        @DefaultValue("90") @Min(1) @Max(3_650) int addressDays) {}
