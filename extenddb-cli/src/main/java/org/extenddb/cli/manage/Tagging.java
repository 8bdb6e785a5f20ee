package org.extenddb.cli.manage;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.extenddb.cli.remote.AdminClient;

/**
 * The tags of something that has some.
 *
 * @param path where the administration has them
 */
record Tagging(AdminClient client, String path) {
    /** Sets tags beside those that are there. */
    void set(Map<String, String> tags) {
        client.post(path, Map.of("tags", tags));
    }

    void remove(List<String> keys) {
        client.delete(path
                + keys.stream()
                        .map(key -> "key=" + AdminClient.encoded(key))
                        .collect(Collectors.joining("&", "?", "")));
    }
}
