package org.extenddb.admin;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.extenddb.cdi.SingleInstance;

/** What servers do in the background, of every family. For administrators. */
@SingleInstance
public final class JobService {
    private final List<JobSource> sources;

    @Inject
    public JobService(@Any Instance<JobSource> sources) {
        this(sources.stream().toList());
    }

    public JobService(Collection<JobSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** All, the latest first. */
    public List<Job> list(AdminCall call) {
        call.requireAdministrator();
        return sources.stream()
                .flatMap(source -> source.list().stream())
                .sorted(Comparator.comparing(Job::startedAt).reversed().thenComparing(Job::id))
                .toList();
    }

    /** @throws AdminException NOT_FOUND */
    public Job get(AdminCall call, String id) {
        return find(call, id).orElseThrow(() -> none(id));
    }

    private Optional<Job> find(AdminCall call, String id) {
        return list(call).stream().filter(it -> it.id().equals(id)).findAny();
    }

    /**
     * Has a job end before it is done.
     *
     * @param condition throws what the caller gets unless the job is as the caller means; looked at just before
     * @throws AdminException NOT_FOUND, CONFLICT when it cannot be cancelled
     */
    public Job cancel(AdminCall call, String id, Consumer<Job> condition) {
        Job job = get(call, id);
        condition.accept(job);
        JobSource source = sources.stream()
                .filter(it -> it.list().stream().anyMatch(each -> each.id().equals(id)))
                .findAny()
                .orElseThrow(() -> none(id));
        if (!source.cancel(id)) {
            throw AdminException.of(AdminError.CONFLICT, MessagesAdmin.notCancellable(id));
        }
        return find(call, id).orElseGet(job::cancelled);
    }

    private static AdminException none(String id) {
        return AdminException.of(AdminError.NOT_FOUND, MessagesAdmin.noJob(id));
    }
}
