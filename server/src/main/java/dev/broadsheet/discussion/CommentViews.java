package dev.broadsheet.discussion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.broadsheet.account.People;
import dev.broadsheet.account.Person;
import dev.broadsheet.account.Role;
import dev.broadsheet.account.Shown;
import dev.broadsheet.authorship.Authorship;
import dev.broadsheet.discussion.Comment.State;
import dev.broadsheet.discussion.CommentRows.Outline;
import dev.broadsheet.discussion.CommentView.Answered;
import dev.broadsheet.discussion.CommentView.ReactionView;
import dev.broadsheet.discussion.CommentView.Rights;
import dev.broadsheet.discussion.CommentView.Writer;
import dev.broadsheet.discussion.Threads.Place;
import dev.broadsheet.discussion.markup.Markup;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes comments ready to be shown. Thread-safe. */
final class CommentViews {
    /** Deeper answers stand below one another: a narrow screen has no more room. */
    private static final int DEEPEST = 4;

    static final String LEFT = "Somebody who left";
    private static final int KEPT = 5_000;
    private static final int MOST_PUBLISHED = 500;

    private final Comments comments;
    private final People people;
    private final Authorship authorship;
    private final Submitters submitters;
    private final Moments moments;
    private final Cache<Version, Markup> rendered =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /** A comment's words at one time. */
    private record Version(long comment, int edits) {}

    CommentViews(Comments comments, People people, Authorship authorship, Submitters submitters, Moments moments) {
        this.comments = comments;
        this.people = people;
        this.authorship = authorship;
        this.submitters = submitters;
        this.moments = moments;
    }

    static boolean isVisible(Outline comment, @Nullable Person reader) {
        boolean own = reader != null && Objects.equals(comment.person(), reader.number());
        return switch (comment.state()) {
            case SHOWN -> true;
            case WAITING, HIDDEN -> own || (reader != null && reader.may(Role.MODERATOR));
            case DELETED -> false;
        };
    }

    /** @param open whether members may answer */
    List<CommentView> of(long paper, List<Place> places, @Nullable Person reader, boolean open) {
        List<Long> numbers =
                places.stream().map(place -> place.comment().number()).toList();
        Map<Long, Comment> found = comments.all(numbers);
        Map<Long, Map<Reaction, List<Long>>> reactions = comments.reactions(numbers);
        Map<Long, Person> writers = people.byNumbers(places.stream()
                .map(place -> place.comment().person())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Set<Long> authors =
                people.showing(authorship.authors(List.of(paper)).getOrDefault(paper, Set.of()), Shown.PAPERS);
        Set<Long> submitted = submitters.of(List.of(paper)).getOrDefault(paper, Set.of());
        Map<Long, String> names = new HashMap<>();
        Set<Long> visible = new HashSet<>();
        places.stream().filter(Place::visible).forEach(place -> {
            visible.add(place.comment().number());
            names.put(place.comment().number(), name(writers, place.comment().person()));
        });
        return places.stream()
                .filter(place -> found.containsKey(place.comment().number()))
                .map(place -> {
                    Comment comment =
                            Objects.requireNonNull(found.get(place.comment().number()));
                    if (!place.visible()) {
                        return away(comment, place);
                    }
                    Markup words = markup(comment);
                    Long parent = comment.parent();
                    return new CommentView(
                            comment.number(),
                            Math.min(place.depth(), DEEPEST),
                            writer(comment, writers, authors, submitted),
                            moments.of(comment.at()),
                            comment.editedAt() == null ? null : moments.of(comment.editedAt()),
                            parent == null
                                    ? null
                                    : new Answered(parent, names.getOrDefault(parent, "a comment that is gone")),
                            words.html(),
                            words.mathematics(),
                            note(comment.state()),
                            reactions(reactions.getOrDefault(comment.number(), Map.of()), reader),
                            rights(comment, reader, open));
                })
                .toList();
    }

    /** What everybody can see, the earliest first. */
    List<PublicComment> published(long paper) {
        List<Long> numbers = comments.outline(paper).stream()
                .filter(comment -> comment.state() == State.SHOWN)
                .map(Outline::number)
                .limit(MOST_PUBLISHED)
                .toList();
        return published(numbers);
    }

    /** These, in this order. */
    List<PublicComment> published(List<Long> numbers) {
        Map<Long, Comment> found = comments.all(numbers);
        Map<Long, Map<Reaction, List<Long>>> reactions = comments.reactions(numbers);
        Set<Long> who = new HashSet<>();
        found.values().stream().map(Comment::person).filter(Objects::nonNull).forEach(who::add);
        reactions.values().forEach(of -> of.values().forEach(who::addAll));
        Map<Long, Person> known = people.byNumbers(who);
        return numbers.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(comment -> {
                    Map<Reaction, List<Person>> reacted = new EnumMap<>(Reaction.class);
                    reactions
                            .getOrDefault(comment.number(), Map.of())
                            .forEach((reaction, some) -> reacted.put(
                                    reaction,
                                    some.stream()
                                            .map(known::get)
                                            .filter(Objects::nonNull)
                                            .toList()));
                    Person writer = comment.person() == null ? null : known.get(comment.person());
                    return new PublicComment(comment, writer, markup(comment).html(), reacted);
                })
                .toList();
    }

    Markup markup(Comment comment) {
        if (comment.state() == State.DELETED) {
            // Taking the words away is not counted among the changes: the cache would give them back.
            return Markup.of(comment.text(), comment.links());
        }
        return rendered.get(
                new Version(comment.number(), comment.edits()), any -> Markup.of(comment.text(), comment.links()));
    }

    private CommentView away(Comment comment, Place place) {
        return new CommentView(
                comment.number(),
                Math.min(place.depth(), DEEPEST),
                null,
                moments.of(comment.at()),
                null,
                null,
                "",
                false,
                comment.state() == State.DELETED ? "Deleted by who wrote it." : "Hidden by a moderator.",
                List.of(),
                Rights.NONE);
    }

    private static String note(State state) {
        return switch (state) {
            case SHOWN, DELETED -> "";
            case WAITING -> "Not shown to others yet: a moderator looks at it first.";
            case HIDDEN -> "Hidden from others by a moderator.";
        };
    }

    private static String name(Map<Long, Person> writers, @Nullable Long person) {
        Person writer = person == null ? null : writers.get(person);
        return writer == null || writer.state() == Person.State.GONE ? LEFT : writer.title();
    }

    private static Writer writer(Comment comment, Map<Long, Person> writers, Set<Long> authors, Set<Long> submitters) {
        Long number = comment.person();
        Person person = number == null ? null : writers.get(number);
        if (person == null || person.state() == Person.State.GONE) {
            return new Writer(LEFT, null, List.of());
        }
        List<String> marks = Stream.of(
                        authors.contains(person.number()) ? "author of the paper" : "",
                        submitters.contains(person.number()) ? "submitted it" : "",
                        person.role().includes(Role.MODERATOR) ? "moderator" : "")
                .filter(mark -> !mark.isEmpty())
                .toList();
        return new Writer(person.title(), "/people/" + person.name(), marks);
    }

    private static List<ReactionView> reactions(Map<Reaction, List<Long>> of, @Nullable Person reader) {
        List<ReactionView> views = new ArrayList<>();
        for (Reaction reaction : Reaction.values()) {
            List<Long> who = of.getOrDefault(reaction, List.of());
            views.add(new ReactionView(reaction, who.size(), reader != null && who.contains(reader.number())));
        }
        return views;
    }

    private static Rights rights(Comment comment, @Nullable Person reader, boolean open) {
        if (reader == null || !reader.may(Role.MEMBER)) {
            return Rights.NONE;
        }
        boolean shown = comment.isShown();
        boolean own = comment.isBy(reader.number());
        boolean moderator = reader.may(Role.MODERATOR);
        return new Rights(
                shown, shown && (open || moderator), own && comment.state() != State.HIDDEN, shown && !own, moderator);
    }
}
