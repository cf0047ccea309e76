package de.postlotse.provider.web;

import de.postlotse.account.Caller;
import de.postlotse.api.ApiProblem;
import de.postlotse.dns.DomainName;
import de.postlotse.provider.paste.Instruction;
import de.postlotse.provider.paste.InstructionReader;
import de.postlotse.zone.Zones;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the instruction of a provider for a zone, for programs; nothing is saved. */
@RestController
@RequestMapping("/api/v1/zones/{zone}/instructions")
record InstructionsApi(Zones zones) {

    @PostMapping
    InstructionJson read(Caller caller, @PathVariable DomainName zone, @RequestBody TextJson body) {
        zones.require(caller, zone);
        String text = body.text();
        if (text == null) {
            throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "text-missing").at("text");
        }
        if (text.length() > InstructionReader.LONGEST) {
            throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "text-too-long", InstructionReader.LONGEST)
                    .at("text");
        }
        return InstructionJson.of(InstructionReader.read(text, zone));
    }

    record TextJson(@Nullable String text) {}

    /** What was found, by owner, and what was left out. */
    record InstructionJson(List<Instruction.PastedSet> sets, List<LeftJson> left) {

        static InstructionJson of(Instruction instruction) {
            return new InstructionJson(
                    instruction.sets(),
                    instruction.left().stream()
                            .map(left -> new LeftJson(
                                    left.line(), left.text(), left.why().code()))
                            .toList());
        }
    }

    record LeftJson(int line, String text, String why) {}
}
