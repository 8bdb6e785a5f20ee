package org.extenddb.console.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.signin.BearerToken;
import org.extenddb.auth.signin.KeySignIn;
import org.extenddb.auth.signin.SignIn;
import org.extenddb.auth.signin.SignedIn;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.engine.ClientOrigin;
import org.jspecify.annotations.Nullable;

/** In whose name the console asks: rights are looked up for each request, so what was taken away is gone at once. */
@ApplicationScoped
public class Senders {
    private static final Duration RENEWAL = Duration.ofMinutes(5);

    private final ConsoleSession session;
    private final Places places;
    private final HttpServletRequest request;
    private final KeySignIn keys;
    private final SignIn signIn;

    @SuppressWarnings({"NullAway", "unused"})
    protected Senders() {
        this(null, null, null, null, null);
    }

    @Inject
    public Senders(ConsoleSession session, Places places, HttpServletRequest request, KeySignIn keys, SignIn signIn) {
        this.session = session;
        this.places = places;
        this.request = request;
        this.keys = keys;
        this.signIn = signIn;
    }

    /** @throws SignedOutException when nobody is signed in, or whoever was is gone */
    public Authenticated current() {
        Place place = places.current();
        String known = Authenticated.class.getName() + '/' + place;
        if (request.getAttribute(known) instanceof Authenticated before) {
            return before;
        }
        Authenticated now = find(place);
        request.setAttribute(known, now);
        return now;
    }

    private Authenticated find(Place place) {
        Region region = place.inRegion();
        Visitor visitor = session.getVisitor();
        if (visitor instanceof Visitor.KeyOwner owner) {
            Caller caller = keys.signedIn(owner.accessKeyId());
            if (caller != null) {
                return new Authenticated(caller, region);
            }
        } else if (visitor instanceof Visitor.Member member) {
            SignedIn who = signIn.check(renewed(member).token());
            if (who instanceof SignedIn.Administrator administrator) {
                return administrator.in(new AccountId(place.account()), region);
            }
            if (who instanceof SignedIn.User user) {
                return user.in(region);
            }
        }
        throw new SignedOutException();
    }

    private Visitor.Member renewed(Visitor.Member member) {
        if (Instant.now().isBefore(member.expiresAt().minus(RENEWAL))) {
            return member;
        }
        @Nullable BearerToken later = signIn.renew(member.token());
        if (later == null) {
            return member;
        }
        Visitor.Member renewed =
                new Visitor.Member(member.name(), member.administrator(), later.text(), later.expiresAt());
        session.renew(renewed);
        return renewed;
    }

    /** What policies can ask about the request. */
    public RequestContext context() {
        ClientOrigin origin = origin();
        return new RequestContext(
                origin.remoteAddress(),
                origin.secure(),
                origin.userAgent(),
                null,
                Instant.now(),
                places.current().inRegion());
    }

    /** Where the browser is. */
    public ClientOrigin origin() {
        String host = request.getHeader("host");
        return new ClientOrigin(
                request.getRemoteAddr(), request.isSecure(), request.getHeader("user-agent"), host == null ? "" : host);
    }
}
