package org.extenddb.console.client;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.extenddb.console.session.Place;
import org.extenddb.console.session.Places;

/** The names of tables as they were a moment ago: a search looks them up with each letter that is typed. */
@SessionScoped
public class RecentNames implements Serializable {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final TableNames names;
    private final Places places;
    private Place place = new Place("", "");
    private Instant read = Instant.EPOCH;
    private List<String> known = List.of();

    @SuppressWarnings({"NullAway", "unused"})
    protected RecentNames() {
        this(null, null);
    }

    @Inject
    public RecentNames(TableNames names, Places places) {
        this.names = names;
        this.places = places;
    }

    /** Those that have a text in them, whatever its case. */
    public synchronized List<String> containing(String text) {
        Place here = places.current();
        Instant now = Instant.now();
        if (!here.equals(place) || now.isAfter(read.plus(FRESH))) {
            known = names.all();
            read = now;
            place = here;
        }
        return TableNames.containing(known, text);
    }
}
