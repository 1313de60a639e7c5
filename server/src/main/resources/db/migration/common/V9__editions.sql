-- Editions: the default one, number 1, whose name and zone are settings, and any number of others. "readers",
-- "submitters" and "voters" say who may; "rollover" is the hour at which a day's list begins; "weekdays" are the
-- numbers of the days on which the edition appears, Monday being 1, between blanks; "categories" and "sources" are
-- words between blanks that say which announced papers are its candidates, all where both are empty.
create table edition (
    number      integer primary key,
    address     text not null unique,
    name        text not null,
    description text not null,
    readers     text not null,
    submitters  text not null,
    voters      text not null,
    zone        text not null,
    rollover    integer not null,
    weekdays    text not null,
    categories  text not null,
    sources     text not null
);
insert into edition (number, address, name, description, readers, submitters, voters, zone, rollover, weekdays,
                     categories, sources)
values (1, 'daily', '', '', 'all', 'members', 'members', '', 0, '1 2 3 4 5', '', '');

create table edition_curator (
    edition integer not null,
    person  integer not null,
    primary key (edition, person)
);
create index edition_curator_by_person on edition_curator (person);

-- A paper that somebody put on a list of an edition, and what a curator made of it: "listed", "held" or "removed". A
-- paper that came by an import and was taken off the list has a row without a person. "number" grows with time.
create table submission (
    edition integer not null,
    paper   integer not null,
    number  bigint not null unique,
    day     text not null,
    person  integer,
    at      bigint not null,
    state   text not null,
    comment text not null,
    code    text not null,
    project text not null,
    media   text not null,
    primary key (edition, paper)
);
create index submission_by_day on submission (edition, day);
create index submission_by_paper on submission (paper);
create index submission_by_person on submission (person, at);

-- What curators did to lists, and why: public.
create table curation_log (
    number  bigint primary key,
    at      bigint not null,
    edition integer not null,
    paper   integer not null,
    person  integer not null,
    action  text not null,
    day     text not null,
    reason  text not null
);
create index curation_log_by_edition on curation_log (edition, number);
create index curation_log_by_paper on curation_log (paper);
create index curation_log_by_person on curation_log (person);

-- When a paper came on a day's list, as a number that grows with time: taken when somebody who is signed in looks at
-- the list and finds the paper there for the first time; 0 on a past list at which nobody had looked.
create table list_entry (
    edition integer not null,
    day     text not null,
    paper   integer not null,
    number  bigint not null,
    primary key (edition, day, paper)
);
create index list_entry_by_paper on list_entry (paper);

-- What somebody had seen of a list: entries above "baseline" are new to the visit that began at "begun_at", entries up
-- to "seen" have been shown in it.
create table list_visit (
    person   integer not null,
    edition  integer not null,
    list     text not null,
    baseline bigint not null,
    seen     bigint not null,
    begun_at bigint not null,
    primary key (person, edition, list)
);
