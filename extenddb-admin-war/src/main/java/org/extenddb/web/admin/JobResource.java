package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.extenddb.admin.AuditedChanges;
import org.extenddb.admin.AuditedChanges.Attempt;
import org.extenddb.admin.Job;
import org.extenddb.admin.JobService;
import org.extenddb.admin.Precondition;
import org.jspecify.annotations.Nullable;

/** What servers do in the background. */
@Dependent
@Path("/jobs")
public class JobResource {
    private static final int LAST_NANO = 999_999_999;

    private final JobService jobs;
    private final AuditedChanges audited;
    private final CurrentCall current;

    @Inject
    public JobResource(JobService jobs, AuditedChanges audited, CurrentCall current) {
        this.jobs = jobs;
        this.audited = audited;
        this.current = current;
    }

    @GET
    public Response list(@QueryParam("limit") @Nullable String limit, @QueryParam("next") @Nullable String next) {
        return Answers.page(
                jobs.list(current.get()), JobResource::place, JobResource::json, new PageQuery(limit, next));
    }

    @GET
    @Path("/{id}")
    public Response get(@PathParam("id") String id) {
        return ok(jobs.get(current.get(), id));
    }

    /** Cancels it. */
    @DELETE
    @Path("/{id}")
    public Response cancel(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Precondition precondition = Answers.precondition(ifMatch);
        return ok(audited.run(
                current.get(),
                new Attempt("admin:CancelJob", "job/" + id, ""),
                () -> jobs.cancel(current.get(), id, it -> precondition.check(state(it)))));
    }

    /** The latest first. */
    private static String place(Job job) {
        Instant at = job.startedAt();
        return "%019d.%09d %s".formatted(Long.MAX_VALUE - at.getEpochSecond(), LAST_NANO - at.getNano(), job.id());
    }

    private static Response ok(Job job) {
        return Answers.ok(json(job), state(job));
    }

    /** How far it has come changes by itself, and is nobody's state to mean. */
    private static Object state(Job job) {
        return job.id() + " " + job.status() + " " + job.cancellable();
    }

    private static JsonObject json(Job job) {
        return Fields.of("id", job.id())
                .with("kind", job.kind())
                .with("subject", job.subject())
                .with("status", job.status())
                .with("done", job.done())
                .with("message", job.message())
                .with("startedAt", job.startedAt())
                .with("updatedAt", job.updatedAt())
                .with("cancellable", job.cancellable())
                .json();
    }
}
