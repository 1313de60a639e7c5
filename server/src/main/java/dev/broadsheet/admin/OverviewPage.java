package dev.broadsheet.admin;

import dev.broadsheet.jobs.JobState;
import java.util.List;

/** What an admin sees first. */
record OverviewPage(List<JobState> jobs, Moments moments) {
    /** Those that ended with an error the last time they ran. */
    List<JobState> failing() {
        return jobs.stream().filter(job -> job.failures() > 0).toList();
    }
}
