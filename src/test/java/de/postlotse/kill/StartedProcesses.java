package de.postlotse.kill;

import de.postlotse.testing.PostlotseProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The processes that a test has started; none is left when it is over. */
final class StartedProcesses implements AutoCloseable {

    private final List<PostlotseProcess> started = new ArrayList<>();

    /** Starts one with its data below the folder. */
    PostlotseProcess start(Path folder) {
        PostlotseProcess process = PostlotseProcess.start(folder);
        started.add(process);
        return process;
    }

    /** Starts one on a disk that has so little space left, and returns once it serves requests. */
    PostlotseProcess readyOnFullDisk(Path folder, long mostKib) {
        PostlotseProcess process = PostlotseProcess.startOnFullDisk(folder, mostKib);
        started.add(process);
        process.awaitReady();
        return process;
    }

    /** Starts one, and returns once it serves requests. */
    PostlotseProcess ready(Path folder) {
        PostlotseProcess process = start(folder);
        process.awaitReady();
        return process;
    }

    @Override
    public void close() {
        started.forEach(PostlotseProcess::kill);
    }
}
