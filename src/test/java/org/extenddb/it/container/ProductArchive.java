package org.extenddb.it.container;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The built EAR, with a web module of tests in the place of its own two. */
final class ProductArchive {
    private static final String APPLICATION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
              <application-name>in-container</application-name>
              <initialize-in-order>true</initialize-in-order>
              <module><ejb>extenddb-ejb.jar</ejb></module>
              <module><web><web-uri>tests.war</web-uri><context-root>/tests</context-root></web></module>
              <library-directory>lib</library-directory>
            </application>
            """;

    private ProductArchive() {}

    /** @param libraryTypes one type of each library that the tests need beside JUnit */
    static EnterpriseArchive with(Class<?> test, Class<?>... libraryTypes) {
        WebArchive tests = ShrinkWrap.create(WebArchive.class, "tests.war")
                .addClasses(test, EndWithTests.class)
                .addAsWebInfResource(new StringAsset(""), "beans.xml");
        for (Class<?> type : libraryTypes) {
            tests.addAsLibrary(jarOf(type));
        }
        EnterpriseArchive built = ShrinkWrap.create(ZipImporter.class, "built.ear")
                .importFrom(Path.of("../../extenddb-ear/target/extenddb.ear").toFile())
                .as(EnterpriseArchive.class);
        return ShrinkWrap.create(EnterpriseArchive.class, "in-container.ear")
                .merge(built, Filters.exclude(".*[.]war|/META-INF/.*"))
                .setApplicationXML(new StringAsset(APPLICATION))
                .addAsModule(Testable.archiveToTest(tests));
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
