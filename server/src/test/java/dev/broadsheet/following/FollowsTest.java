package dev.broadsheet.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.database.Database;
import dev.broadsheet.testing.OnBothDatabases;
import dev.broadsheet.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@OnBothDatabases
class FollowsTest {
    @RegisterExtension
    final TestDatabase databases;

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-22T12:00:00Z"), ZoneOffset.UTC);

    private Database database;
    private Follows follows;
    private Person ada;
    private Person ben;
    private Person cleo;

    FollowsTest(TestDatabase databases) {
        this.databases = databases;
    }

    @BeforeEach
    void open() {
        database = databases.connect();
        People people = new People(database, clock);
        follows = new Follows(database, people, clock);
        ada = people.add("ada", "", Role.MEMBER);
        ben = people.add("ben", "", Role.MEMBER);
        cleo = people.add("cleo", "", Role.MEMBER);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void somebodyFollowsAnotherUntilTheyDoNotAnyMore() {
        assertThat(follows.follow(ada, ben)).isTrue();
        assertThat(follows.follow(ada, ben)).as("once more").isFalse();
        follows.follow(ada, cleo);

        assertThat(follows.isFollowing(ada, ben)).isTrue();
        assertThat(follows.isFollowing(ben, ada)).isFalse();
        assertThat(follows.followedBy(ada.number())).containsExactlyInAnyOrder(ben.number(), cleo.number());

        assertThat(follows.unfollow(ada, ben)).isTrue();
        assertThat(follows.unfollow(ada, ben)).isFalse();
        assertThat(follows.followedBy(ada.number())).containsExactly(cleo.number());
    }

    @Test
    void nobodyFollowsThemselves() {
        assertThatThrownBy(() -> follows.follow(ada, ada)).hasMessageContaining("That is you");
    }

    @Test
    void thereIsAMostOfPeopleToFollow() {
        database.write(transaction -> {
            for (int i = 0; i < Follows.MOST; i++) {
                transaction.execute(
                        "insert into follow (person, followed_person, at) values (?, ?, 0)", ada.number(), 1_000 + i);
            }
            return 0;
        });

        assertThatThrownBy(() -> follows.follow(ada, ben)).hasMessageContaining("You follow too many people");
        assertThat(follows.follow(ben, ada)).isTrue();
    }

    @Test
    void whoDeletesTheirAccountFollowsNobodyAndIsFollowedByNobody() {
        follows.follow(ada, ben);
        follows.follow(ben, ada);
        follows.follow(ben, cleo);

        assertThat(follows.export(ada))
                .isEqualTo(Map.of("following.json", List.of(Map.of("person", "ben", "since", "2026-08-22T12:00:00Z"))));
        database.write(transaction -> {
            follows.deleted(transaction, ada, false);
            return 0;
        });

        assertThat(follows.followedBy(ada.number())).isEmpty();
        assertThat(follows.followedBy(ben.number())).containsExactly(cleo.number());
    }
}
