package de.postlotse.desk.takeover.web;

import de.postlotse.account.Caller;
import de.postlotse.desk.takeover.ListReader;
import de.postlotse.desk.takeover.ListReading;
import de.postlotse.desk.takeover.ServedZones;
import de.postlotse.desk.takeover.TakeOverItemStatus;
import de.postlotse.desk.takeover.TakeOverList;
import de.postlotse.desk.takeover.TakeOverLists;
import de.postlotse.desk.takeover.TakeOverLists.FailedZone;
import de.postlotse.work.Job;
import de.postlotse.work.JobProgress;
import de.postlotse.work.JobState;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Where staff have a zone or a list of them taken over, and see how far that is. */
@Controller
@RequestMapping("/support/take-over")
record TakeOverPages(TakeOverLists lists, ServedZones served) {

    /** In bytes. */
    private static final long LARGEST_FILE = 10L * 1024 * 1024;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int SECONDS_UNTIL_NEXT_LOOK = 2;

    /** What pages show of a list. */
    record ListLine(
            long id,
            String createdBy,
            Instant createdAt,
            @Nullable String nameServer,
            int zones,
            JobState state,
            @Nullable String waitsFor,
            @Nullable Instant nextAttemptAt) {

        static ListLine of(TakeOverList list) {
            Job job = list.job();
            return new ListLine(
                    list.id(),
                    list.createdBy(),
                    list.createdAt(),
                    list.nameServer(),
                    job.items(),
                    job.state(),
                    job.waitsFor(),
                    job.nextAttemptAt());
        }
    }

    @GetMapping
    String form(Caller caller, Model model) {
        return form(caller, "", "", model);
    }

    /** Keeps a list of which each line is right; any other is shown again as it was typed. */
    @PostMapping
    String add(
            Caller caller,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String nameServer,
            HttpServletResponse response,
            Model model)
            throws IOException {
        if (file != null && file.getSize() > LARGEST_FILE) {
            model.addAttribute("listAtFault", "file-too-large");
            return refused(caller, text, nameServer, response, model);
        }
        boolean isServerKnown = nameServer.isEmpty() || served.nameServers().contains(nameServer);
        ListReading reading = ListReader.read(text, file == null ? "" : text(file.getBytes()));
        if (isServerKnown && reading instanceof ListReading.Complete list) {
            long id = lists.add(caller, nameServer.isEmpty() ? null : nameServer, list.entries());
            return "redirect:/support/take-over/" + id;
        }
        model.addAttribute("serverAtFault", !isServerKnown);
        model.addAttribute("fileAgain", file != null && !file.isEmpty());
        describe(reading, model);
        return refused(caller, text, nameServer, response, model);
    }

    /**
     * How far a list is.
     *
     * @param part present where a page asks that shows the list already; it gets the part that changes
     */
    @GetMapping("/{id}")
    String progress(
            Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int after,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        TakeOverList list = require(caller, id);
        JobProgress<TakeOverItemStatus> progress = lists.progress(caller, list);
        List<FailedZone> failed = lists.failed(caller, id, after);
        boolean running = list.job().isRunning();
        model.addAttribute(
                "progress",
                Map.of(
                        "tried", progress.tried(),
                        "taken", progress.count(TakeOverItemStatus.TAKEN),
                        "already", progress.count(TakeOverItemStatus.ALREADY),
                        "failed", progress.count(TakeOverItemStatus.FAILED),
                        "waiting", progress.count(TakeOverItemStatus.WAITING)));
        model.addAttribute("list", ListLine.of(list));
        model.addAttribute("running", running);
        model.addAttribute("refreshEvery", running ? SECONDS_UNTIL_NEXT_LOOK : null);
        model.addAttribute("failed", failed);
        model.addAttribute("after", after);
        model.addAttribute(
                "next",
                failed.size() < TakeOverLists.PAGE ? null : failed.getLast().place());
        return part == null ? "desk/takeover/list" : "desk/takeover/list :: progress";
    }

    @PostMapping("/{id}/pause")
    String stop(Caller caller, @PathVariable long id) {
        require(caller, id);
        lists.stop(caller, id);
        return "redirect:/support/take-over/" + id;
    }

    @PostMapping("/{id}/go-on")
    String goOn(Caller caller, @PathVariable long id) {
        require(caller, id);
        lists.goOn(caller, id);
        return "redirect:/support/take-over/" + id;
    }

    @PostMapping("/{id}/failed-again")
    String tryAgain(Caller caller, @PathVariable long id) {
        require(caller, id);
        lists.tryAgain(caller, id);
        return "redirect:/support/take-over/" + id;
    }

    private TakeOverList require(Caller caller, long id) {
        return lists.find(caller, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static void describe(ListReading reading, Model model) {
        switch (reading) {
            case ListReading.Complete complete -> {}
            case ListReading.Empty empty -> model.addAttribute("listAtFault", "empty");
            case ListReading.TooLong tooLong -> model.addAttribute("listAtFault", "too-long");
            case ListReading.Wrong wrong -> {
                model.addAttribute("listAtFault", "wrong");
                model.addAttribute("wrongLines", wrong.first());
                model.addAttribute("wrongCount", wrong.count());
            }
        }
    }

    private String refused(Caller caller, String text, String nameServer, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(caller, text, nameServer, model);
    }

    private String form(Caller caller, String text, String nameServer, Model model) {
        model.addAttribute("text", text);
        model.addAttribute("nameServer", nameServer);
        model.addAttribute("nameServers", served.nameServers());
        model.addAttribute("most", ListReader.MOST_ZONES);
        model.addAttribute(
                "lists", lists.newest(caller).stream().map(ListLine::of).toList());
        return "desk/takeover/form";
    }

    /** The text of an uploaded file: UTF-8, or else what spreadsheets of Western Europe write. */
    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(file, WINDOWS);
        }
    }
}
