package org.extenddb.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every persistent type has its entity; that entity and table agree is what Hibernate validates when other tests start. */
class EntityCoverageTest {
    @Test
    void migrations_everyTable_hasAnEntity() throws Exception {
        Set<String> mapped = new TreeSet<>();
        for (String name : matches(read("/META-INF/persistence.xml"), "<class>([^<]+)</class>")) {
            Class<?> entity = Class.forName(name);
            if (entity.isAnnotationPresent(Table.class)) {
                mapped.add(entity.getAnnotation(Table.class).name());
            }
            for (Field field : entity.getDeclaredFields()) {
                if (field.isAnnotationPresent(CollectionTable.class)) {
                    mapped.add(field.getAnnotation(CollectionTable.class).name());
                }
            }
        }
        assertThat(mapped).isEqualTo(created()).hasSizeGreaterThan(5);
    }

    private static Set<String> created() {
        return Stream.of(
                        "V1__items.sql",
                        "V2__catalogue.sql",
                        "V3__access_keys.sql",
                        "V7__index_jobs.sql",
                        "V8__transaction_tokens.sql",
                        "V10__identities.sql",
                        "V11__streams.sql",
                        "V12__time_to_live.sql",
                        "V16__administration.sql",
                        "V14__sign_in.sql",
                        "V15__audit_log.sql",
                        "V17__item_history.sql",
                        "V18__backups.sql",
                        "V19__jobs.sql")
                .flatMap(script -> matches(read("/db/migration/" + script), "CREATE TABLE (\\w+)").stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static String read(String resource) {
        try (InputStream in = EntityCoverageTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
