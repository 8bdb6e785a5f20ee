package org.extenddb.engine;

import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.iam.AccessRequest;

/** An operation that notes which of its steps ran, and fails at one of them if told to. */
final class StepOperation implements Operation<String, String, String> {
    final List<String> steps = new ArrayList<>();
    private final String name;
    private final String iamAction;
    private String failAt = "";
    private int failuresLeft;
    private RuntimeException failure = new IllegalStateException("unset");

    StepOperation(String name, String iamAction) {
        this.name = name;
        this.iamAction = iamAction;
    }

    void failAt(String step, RuntimeException exception) {
        failAt(step, exception, Integer.MAX_VALUE);
    }

    /** Fails so many times, and then no more. */
    void failAt(String step, RuntimeException exception, int times) {
        failAt = step;
        failure = exception;
        failuresLeft = times;
    }

    @Override
    public OperationSpec<String, String> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                name,
                iamAction,
                in -> {
                    step("decode");
                    in.object((member, value) -> value.skip());
                    return "decoded";
                },
                (response, out) -> {
                    step("encode");
                    out.beginObject().member("Result").string(response).endObject();
                });
    }

    @Override
    public String validate(String request) {
        step("validate");
        return request + " validated";
    }

    @Override
    public List<AccessRequest> resources(String request, RequestContext context) {
        step("resources");
        return List.of(new AccessRequest(iamAction, "*"));
    }

    @Override
    public String execute(String request, RequestContext context) {
        step("execute");
        return request + " executed for " + context.caller().accessKeyId();
    }

    void step(String step) {
        steps.add(step);
        if (step.equals(failAt) && failuresLeft > 0) {
            failuresLeft--;
            throw failure;
        }
    }
}
