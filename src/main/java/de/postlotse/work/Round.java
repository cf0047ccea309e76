package de.postlotse.work;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.function.Consumer;

/** Work that is done over and over, by one node at a time, with a pause after each time. */
public final class Round extends RecurringTask<Void> {

    private final Duration pause;
    private final Consumer<ExecutionContext> work;

    public Round(String name, Duration pause, Consumer<ExecutionContext> work) {
        super(name, FixedDelay.of(pause), Void.class);
        this.pause = pause;
        this.work = work;
    }

    Duration pause() {
        return pause;
    }

    @Override
    public void executeRecurringly(TaskInstance<Void> instance, ExecutionContext context) {
        work.accept(context);
    }
}
