package org.extenddb.iam.action;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html">SimulateCustomPolicy</a> */
record SimulateCustomPolicy() implements QueryAction {
    private static final int MAX_ARN = 2048;

    /** What is not known of nobody in particular. */
    private static final Set<String> WHO = Set.of("aws:principalarn", "aws:userid", "aws:username");

    @Override
    public String name() {
        return "SimulateCustomPolicy";
    }

    @Override
    public void answer(ActionCall call) {
        SimulationInput input = SimulationInput.read(call.in());
        String callerArn = IamInput.optional(call.in(), "CallerArn", 1, MAX_ARN);
        call.authorize("*", new Conditions());
        Principal.User somebody = new Principal.User(
                call.account(),
                callerArn == null ? Identity.arn(call.account(), IdentityKind.USER, "/simulated") : callerArn,
                callerArn == null ? "simulated" : callerArn.substring(callerArn.lastIndexOf('/') + 1),
                "AIDASIMULATED",
                Map.of(),
                null);
        Simulation.write(call, input, somebody, List.of(), null, callerArn == null ? WHO : Set.of());
    }
}
