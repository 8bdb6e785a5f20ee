package org.extenddb.console.frame;

import java.util.List;

/** Entries of the menu under one title. Titles are keys of the bundle. */
public record MenuSection(String title, List<Entry> entries) {
    public MenuSection {
        entries = List.copyOf(entries);
    }

    /**
     * A page.
     *
     * @param page its file, without {@code .xhtml}
     * @param icon of PrimeIcons
     * @param current whether the page at hand belongs to it
     */
    public record Entry(String page, String title, String icon, boolean current) {
        public String getPage() {
            return page;
        }

        public String getTitle() {
            return title;
        }

        public String getIcon() {
            return icon;
        }

        public boolean isCurrent() {
            return current;
        }
    }

    public String getTitle() {
        return title;
    }

    public List<Entry> getEntries() {
        return entries;
    }
}
