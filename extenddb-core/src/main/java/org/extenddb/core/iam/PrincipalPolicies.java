package org.extenddb.core.iam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All policies of one principal, compiled. Made once when a principal is read from storage and shared by its requests: it remembers
 * which statements concern an action. Immutable to its users.
 */
public final class PrincipalPolicies {
    /** Nothing is allowed, save to root users. */
    public static final PrincipalPolicies NONE = new PrincipalPolicies(List.of(), null, List.of());

    private final List<NamedPolicy> identity;
    private final @Nullable NamedPolicy boundary;
    private final List<NamedPolicy> session;
    private final StatementIndex identityIndex;
    private final StatementIndex sessionIndex;

    /**
     * @param identity of the user and its groups, or of the role: managed and inline
     * @param boundary the permissions boundary of the user or the role; null when there is none
     * @param session what the session was restricted to when it began; empty when it was not
     */
    public PrincipalPolicies(List<NamedPolicy> identity, @Nullable NamedPolicy boundary, List<NamedPolicy> session) {
        this.identity = List.copyOf(identity);
        this.identityIndex = StatementIndex.of(identity);
        this.boundary = boundary;
        this.session = List.copyOf(session);
        this.sessionIndex = StatementIndex.of(session);
    }

    public List<NamedPolicy> identity() {
        return identity;
    }

    public @Nullable NamedPolicy boundary() {
        return boundary;
    }

    public List<NamedPolicy> session() {
        return session;
    }

    StatementIndex identityIndex() {
        return identityIndex;
    }

    /** Null when there is no boundary. */
    @Nullable
    StatementIndex boundaryIndex() {
        return boundary == null ? null : boundary.document().index();
    }

    /** Null when the session was not restricted. */
    @Nullable
    StatementIndex sessionIndex() {
        return session.isEmpty() ? null : sessionIndex;
    }
}
