package dev.broadsheet.admin;

import dev.broadsheet.jobs.JobState;
import java.util.List;

record JobsPage(List<JobState> jobs, Moments moments) {}
