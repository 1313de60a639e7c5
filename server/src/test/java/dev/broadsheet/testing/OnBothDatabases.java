package dev.broadsheet.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests of this class run on SQLite and on PostgreSQL, as those of everything that stores should:
 *
 * <pre>{@code
 * @OnBothDatabases
 * class VotesTest {
 *     @RegisterExtension
 *     final TestDatabase databases;
 *
 *     VotesTest(TestDatabase databases) {
 *         this.databases = databases;
 *     }
 *
 *     @Test
 *     void aVoteCounts() {
 *         try (Database database = databases.connect()) { … }
 *     }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "on {0}")
@MethodSource("dev.broadsheet.testing.TestDatabase#both")
public @interface OnBothDatabases {}
