package org.extenddb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.cli.dev.DevHome;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.host.PrivateFiles;
import org.extenddb.cli.postgres.Database;
import org.extenddb.cli.postgres.EmbeddedPostgres;
import org.extenddb.cli.postgres.PostgresUrl;
import org.extenddb.cli.site.SiteDatabase;
import org.extenddb.cli.site.SiteHome;
import org.extenddb.cli.site.SiteNames;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sets an installation up on a PostgreSQL and takes it away again; no server is started. The PostgreSQL is the one that
 * {@value #URL_VARIABLE} names, whose user may create roles and databases, or the one that the command line brings along.
 * It takes half a minute, which a build of fifteen minutes has not: {@code -Dextenddb.installation=true} runs it.
 */
@EnabledIfSystemProperty(named = "extenddb.installation", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstallationTest {
    private static final String URL_VARIABLE = "EXTENDDB_TEST_JDBC_URL";
    private static final String HOME = System.getenv().getOrDefault("EXTENDDB_HOME", "");
    private static final String NOT_ALLOWED = "42501";

    @TempDir
    private static Path directory;

    private final String name = "site_" + UUID.randomUUID().toString().substring(0, 8);
    private final SiteNames names = new SiteNames(name, name + "_owner", name + "_user");
    private final SiteHome site = new SiteHome(DevHome.of(System.getenv()));
    private @Nullable EmbeddedPostgres embedded;
    private Database maintenance;
    private @Nullable Database ordinary;
    private Path passwordFile;

    /** How a command ended, and what it said on both ways. */
    private record Run(int exitCode, String out, String err) {}

    @BeforeAll
    void startPostgres() throws IOException {
        assumeTrue(HOME.endsWith("/target/test-home"), "EXTENDDB_HOME is not the one that Maven gives to tests");
        String given = System.getenv(URL_VARIABLE);
        if (given != null && !given.isBlank()) {
            maintenance = PostgresUrl.parse(given, Map.of());
        } else {
            Path home = directory.resolve("postgres");
            embedded = new EmbeddedPostgres(home);
            ordinary = embedded.start();
            String password =
                    Files.readString(home.resolve("superuser.password")).strip();
            maintenance = new Database(ordinary.urlOf("postgres"), "postgres", password);
            hurry(maintenance);
        }
        passwordFile = directory.resolve("password");
        PrivateFiles.write(passwordFile, maintenance.password() + "\n");
    }

    /** Nobody needs it after a crash. */
    private static void hurry(Database server) {
        for (String statement : List.of(
                "ALTER SYSTEM SET fsync = off", "ALTER SYSTEM SET full_page_writes = off", "SELECT pg_reload_conf()")) {
            assertThat(DatabaseAnswers.refusal(server, statement)).as(statement).isEmpty();
        }
    }

    @AfterAll
    void stopPostgres() throws IOException {
        if (embedded != null) {
            embedded.stop();
        }
    }

    @BeforeEach
    void emptyHome() throws IOException {
        PrivateFiles.delete(Path.of(HOME));
    }

    @AfterEach
    void takeAway() throws IOException {
        new SiteDatabase(maintenance, names).drop();
        PrivateFiles.delete(Path.of(HOME));
    }

    @Test
    void installation_fromInitToDestroy_isOfTwoRolesAndLeavesNothing() throws Exception {
        Run init = init(maintenance, passwordFile);
        assertThat(init.exitCode()).as(init.toString()).isZero();
        String shown = group(init.out(), "Password +(\\S+) ");
        assertThat(shown).hasSize(20);
        Database asUser = asUser();
        assertThat(DatabaseAnswers.query(
                        site.asOwner(), "SELECT name || must_change || password_hash FROM ddb_administrator"))
                .startsWith("admintrue$argon2id$")
                .doesNotContain(shown);
        assertThat(DatabaseAnswers.query(site.asOwner(), "SELECT sequence || action || resource FROM ddb_audit_log"))
                .isEqualTo("1init:CreateAdministratoradministrator/admin");
        assertRolesAreLeast(asUser);

        assertOneLine(init(maintenance, passwordFile), "There is something in this home already (" + site.dropIn());
        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> new SiteDatabase(maintenance, names).check())
                .withMessageContaining("There is a role or database " + name + " already");

        Run migrate = run("migrate");
        assertThat(migrate.exitCode()).as(migrate.toString()).isZero();
        assertThat(migrate.out()).containsPattern("The schema is at version \\d+\\.");
        Run verify = run("verify", "--endpoint", "https://localhost:1");
        assertThat(verify.exitCode()).isEqualTo(4);
        assertThat(verify.err()).isEqualToIgnoringNewLines("extenddb: Nobody has signed in; run extenddb login.");

        assertOneLine(destroy("postgres"), "That is not its name; nothing was destroyed.");
        assertThat(DatabaseAnswers.query(asUser, "SELECT count(*)::text FROM ddb_administrator"))
                .isEqualTo("1");
        Run destroy = destroy(name);
        assertThat(destroy.exitCode()).as(destroy.toString()).isZero();
        assertThat(left()).isEqualTo("0");
        try (var files = Files.list(Path.of(HOME))) {
            assertThat(files).noneMatch(file -> file.toString().matches(".*\\.(xml|properties|key)|.*/tls"));
        }
        assertOneLine(destroy(name), "There is no installation in " + HOME);
    }

    @Test
    void init_wrongPassword_saysSoInOneLineAndMakesNothing() throws IOException {
        Path wrong = directory.resolve("wrong");
        PrivateFiles.write(wrong, "guessed\n");
        assumeTrue(
                DatabaseAnswers.isRefused(new Database(maintenance.jdbcUrl(), maintenance.user(), "guessed")),
                "this PostgreSQL asks for no password");

        Run init = init(maintenance, wrong);

        assertOneLine(init, "Cannot use the PostgreSQL at " + maintenance.jdbcUrl());
        assertThat(init.err()).contains("password authentication failed").doesNotContain("guessed");
        assertThat(left()).isEqualTo("0");
        assertThat(site.isSetUp()).isFalse();
    }

    @Test
    void init_roleThatMayNotMakeRoles_saysSoInOneLine() throws IOException {
        assumeTrue(ordinary != null, "only the PostgreSQL that comes along is sure to have such a role");
        Database role = Objects.requireNonNull(ordinary);
        Path password = directory.resolve("ordinary");
        PrivateFiles.write(password, role.password() + "\n");

        assertOneLine(init(role, password), "The role " + role.user() + " may not create roles and databases");
        assertThat(site.isSetUp()).isFalse();
    }

    /** Rows and nothing else are the servers'; the schema is the owner's, and neither rules over PostgreSQL. */
    private void assertRolesAreLeast(Database asUser) throws Exception {
        assertThat(asUser.user()).isEqualTo(names.user());
        assertThat(DatabaseAnswers.query(
                        asUser,
                        "WITH gone AS (DELETE FROM ddb_table WHERE false RETURNING 1) SELECT count(*)::text FROM gone"))
                .isEqualTo("0");
        assertThat(DatabaseAnswers.query(
                        asUser,
                        "WITH gone AS (DELETE FROM ddb_audit_log WHERE sequence <= 0 RETURNING 1)"
                                + " SELECT count(*)::text FROM gone"))
                .isEqualTo("0");
        for (String statement : List.of(
                "DROP TABLE ddb_administrator",
                "ALTER TABLE ddb_administrator ADD mine text",
                "CREATE TABLE mine (a int)",
                "CREATE TEMPORARY TABLE mine (a int)",
                "CREATE SCHEMA mine",
                "DROP SCHEMA public CASCADE",
                "DELETE FROM ddb_schema_history",
                "UPDATE ddb_audit_log SET detail = ''",
                "TRUNCATE ddb_audit_log",
                "DROP DATABASE " + name,
                "CREATE ROLE mine",
                "SET ROLE " + names.owner())) {
            assertThat(DatabaseAnswers.refusal(asUser, statement)).as(statement).isEqualTo(NOT_ALLOWED);
        }
        assertThat(DatabaseAnswers.query(
                        maintenance,
                        "SELECT string_agg(rolname::text || rolsuper || rolcreaterole || rolcreatedb || rolreplication || rolbypassrls, ' '"
                                + " ORDER BY rolname) FROM pg_roles WHERE rolname LIKE '" + name + "%'"))
                .isEqualTo((names.owner() + " " + names.user()).replaceAll("\\S+", "$0" + "false".repeat(5)));
        assertThat(DatabaseAnswers.query(
                        maintenance, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = '" + name + "'"))
                .isEqualTo(names.owner());
        assertThat(DatabaseAnswers.refusal(site.asOwner(), "CREATE ROLE mine")).isEqualTo(NOT_ALLOWED);
        if (ordinary != null) {
            Database stranger = new Database(asUser.jdbcUrl(), ordinary.user(), ordinary.password());
            assertThat(DatabaseAnswers.refusal(stranger, "SELECT 1"))
                    .as("others")
                    .isEqualTo(NOT_ALLOWED);
        }
    }

    private Run init(Database as, Path password) {
        return run(
                "init",
                "--postgres-url",
                url(as),
                "--postgres-password-file",
                password.toString(),
                "--database",
                names.database(),
                "--owner",
                names.owner(),
                "--user",
                names.user());
    }

    private Run destroy(String confirmed) {
        return run(
                "destroy",
                "--postgres-url",
                url(maintenance),
                "--postgres-password-file",
                passwordFile.toString(),
                "--confirm",
                confirmed);
    }

    private static String url(Database database) {
        String url = database.jdbcUrl();
        return url + (url.contains("?") ? "&" : "?") + "user=" + database.user();
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = ExtendDb.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }

    private static void assertOneLine(Run run, String beginning) {
        assertThat(run.exitCode()).as(run.toString()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().startsWith("extenddb: " + beginning);
    }

    /** As the drop-in for servers has it. */
    private Database asUser() throws IOException {
        String dropIn = Files.readString(site.dropIn());
        String variable = "\"extenddb.db.%s\" value=\"([^\"]*)\"";
        return new Database(
                group(dropIn, variable.formatted("url")),
                group(dropIn, variable.formatted("user")),
                group(dropIn, variable.formatted("password")));
    }

    private static String group(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    /** How many databases and roles are called so. */
    private String left() {
        return DatabaseAnswers.query(
                maintenance,
                "SELECT ((SELECT count(*) FROM pg_database WHERE datname = '" + name
                        + "') + (SELECT count(*) FROM pg_roles WHERE rolname LIKE '" + name + "%'))::text");
    }
}
