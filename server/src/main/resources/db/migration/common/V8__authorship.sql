-- Who says that they wrote a paper. "author" is the name as it stood on the paper; "state" is claimed,
-- confirmed or refused; "proof" says by what it was confirmed: email, orcid or curator. A person has one
-- row for a paper, but that a merge can bring together what was decided differently about two papers:
-- then confirmed goes before claimed, and claimed before refused.
create table authorship (
    paper             integer not null,
    person            integer not null,
    state             text not null,
    author            text not null,
    at                bigint not null,
    proof             text,
    decided_at        bigint,
    decided_by_person integer,
    reason            text not null,
    primary key (paper, person, state)
);
create index authorship_by_person on authorship (person, state);
create index authorship_by_state on authorship (state, at);

-- Who follows whom.
create table follow (
    person          integer not null,
    followed_person integer not null,
    at              bigint not null,
    primary key (person, followed_person)
);
create index follow_by_followed_person on follow (followed_person);
