package org.extenddb.it.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the modules' main sources were compiled to. */
final class ProductClasses implements LocationProvider {
    private static final String[] MODULES = {
        "extenddb-core", "extenddb-ejb", "extenddb-web", "extenddb-admin-war", "extenddb-console-war", "extenddb-cli"
    };

    @Override
    public Set<Location> get(Class<?> testClass) {
        return Stream.of(MODULES).map(ProductClasses::classes).map(Location::of).collect(Collectors.toSet());
    }

    /** The classes of one module alone. */
    static JavaClasses of(String module) {
        return new ClassFileImporter().importPath(classes(module));
    }

    private static Path classes(String module) {
        return Path.of("../..", module, "target/classes").toAbsolutePath().normalize();
    }
}
