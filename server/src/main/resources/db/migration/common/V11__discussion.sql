-- What people say about papers. Moments are milliseconds since 1970. "person" is empty where who wrote it left
-- and the words stayed; "parent" is the comment that is answered; "links" has what of the names and papers in the
-- text was known when it was written: words between blanks, names with an @. "state" is shown, waiting, hidden or
-- deleted; of a deleted one the text is gone. Nothing is removed, so that numbers are never used again.
create table comment (
    number    integer primary key,
    paper     integer not null,
    person    integer,
    parent    integer,
    at        bigint not null,
    text      text not null,
    links     text not null,
    edits     integer not null,
    edited_at bigint,
    state     text not null
);
create index comment_by_paper on comment (paper, number);
create index comment_by_person on comment (person, at);
create index comment_waiting on comment (number) where state = 'waiting';

-- What a comment said before each of its edits.
create table comment_version (
    comment integer not null,
    version integer not null,
    at      bigint not null,
    text    text not null,
    primary key (comment, version)
);

create table comment_reaction (
    comment  integer not null,
    reaction text not null,
    person   integer not null,
    at       bigint not null,
    primary key (comment, reaction, person)
);
create index comment_reaction_by_person on comment_reaction (person);

-- Discussions that are closed. A paper has two rows where two closed discussions became one.
create table discussion_lock (
    number integer primary key,
    paper  integer not null,
    person integer not null,
    at     bigint not null
);
create index discussion_lock_by_paper on discussion_lock (paper);

-- What people are told of: replies, mentions, what moderators did with a comment of theirs.
create table notice (
    number  integer primary key,
    person  integer not null,
    comment integer not null,
    kind    text not null,
    at      bigint not null,
    read_at bigint
);
create index notice_by_person on notice (person, number);
create index notice_unread on notice (person) where read_at is null;
create index notice_by_comment on notice (comment);

-- That somebody thinks a comment should not stand. Settled when a moderator has looked at it.
create table comment_report (
    comment    integer not null,
    person     integer not null,
    at         bigint not null,
    reason     text not null,
    details    text not null,
    settled_at bigint,
    primary key (comment, person)
);
create index comment_report_open on comment_report (comment) where settled_at is null;
create index comment_report_by_person on comment_report (person, at);

-- What moderators did, for everybody to read.
create table moderation_log (
    number         integer primary key,
    at             bigint not null,
    person         integer not null,
    action         text not null,
    comment        integer,
    paper          integer,
    subject_person integer,
    reason         text not null
);
create index moderation_log_by_paper on moderation_log (paper);
create index moderation_log_by_comment on moderation_log (comment);
