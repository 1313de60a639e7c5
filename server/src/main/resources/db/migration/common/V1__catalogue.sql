-- The catalogue. Portable between SQLite and PostgreSQL; "integer primary key" makes the number
-- SQLite's own row id.

create table revision (
    only_row integer primary key check (only_row = 1),
    latest   bigint not null
);
insert into revision (only_row, latest) values (1, 0);

-- One row a paper. "metadata" is the merged description as JSON; the other columns are drawn from
-- it for looking up and sorting. A paper that turned out to be another one keeps its row with
-- "merged_into", so that followers learn that it is gone.
create table paper (
    number      integer primary key,
    id          text not null unique,
    revision    bigint not null unique,
    title_key   text not null,
    -- of the title before its subtitle; empty where there is none
    main_title_key text,
    day         text,
    category    text,
    metadata    text not null,
    merged_into integer,
    added_at    text not null
);
create index paper_by_title_key on paper (title_key);
create index paper_by_main_title_key on paper (main_title_key) where main_title_key is not null;
create index paper_by_day on paper (day);
create index paper_by_category on paper (category);

-- Every name a paper is known by, in its normal form.
create table identifier (
    scheme text not null,
    name   text not null,
    paper  integer not null,
    primary key (scheme, name)
);
create index identifier_by_paper on identifier (paper);

-- That a paper stood on a list of a day, as the list's keeper published it.
create table appearance (
    list           text not null,
    day            text not null,
    paper          integer not null,
    position       integer not null,
    votes          integer not null,
    comments       integer not null,
    submitter      text,
    submitter_name text,
    primary key (list, day, paper)
);
create index appearance_by_paper on appearance (paper);

-- What each source said of a paper. "body" and "title_key" are empty while the paper has this one
-- record only, because the paper's own columns then say the same. "apart" is set where a person
-- split the record off: it is never matched by likeness again. "harvest" is a hash of the name of
-- the harvest that last wrote the record.
create table source_record (
    source      text not null,
    name        text not null,
    paper       integer not null,
    fingerprint text not null,
    harvest     text not null,
    title_key   text,
    main_title_key text,
    body        text,
    apart       integer not null default 0,
    primary key (source, name)
);
create index source_record_by_paper on source_record (paper);
create index source_record_by_title_key on source_record (title_key) where title_key is not null;
create index source_record_by_main_title_key on source_record (main_title_key) where main_title_key is not null;

-- How far a harvest has come, committed together with the papers it covers. "source" names the live
-- source it belongs to; a file has none. Old harvests of live sources are forgotten.
create table harvest_cursor (
    harvest    text primary key,
    source     text,
    position   text not null,
    updated_at text not null
);

-- Vectors, so that rebuilding an index never embeds again: 16-bit floats, little endian.
create table embedding (
    paper        integer not null,
    model        text not null,
    content_hash text not null,
    vector       bytea not null,
    primary key (paper, model)
);

create table embedding_queue (
    paper integer primary key,
    day   text not null
);
create index embedding_queue_by_day on embedding_queue (day, paper);

-- How far those have read who follow the revisions but keep their state here.
create table follower (
    name     text primary key,
    revision bigint not null
);

-- What sources announced, one row a paper and part: what must be here for a day to be complete.
-- "listed" is set where the source's own list of the day says so.
create table announcement (
    source  text not null,
    part    text not null,
    name    text not null,
    kind    text not null,
    version integer not null,
    day     text not null,
    listed  integer not null,
    seen_at text not null,
    primary key (source, part, name, kind, version)
);
create index announcement_by_day on announcement (source, day, part, kind, name);

-- What a source's services counted for a day. A day without a row was never counted.
create table tally (
    source     text not null,
    part       text not null,
    day        text not null,
    origin     text not null,
    expected   integer,
    counted_at text not null,
    primary key (source, part, day, origin)
);
create index tally_by_day on tally (source, day);

-- Papers that were announced, were not here, and were fetched one by one.
create table repair (
    source      text not null,
    name        text not null,
    repaired_at text not null,
    primary key (source, name)
);

-- Names that a source was asked for singly and does not give, and how often it was asked in vain.
create table refused (
    source   text not null,
    name     text not null,
    askings  integer not null,
    asked_at text not null,
    primary key (source, name)
);

-- How each source's last run went, and how many in a row ended with the same trouble.
create table sync_run (
    source     text primary key,
    started_at text not null,
    ended_at   text,
    outcome    text,
    problem    text,
    setbacks   integer not null default 0
);

-- Which papers sources were asked about, and when they may be asked about them again.
create table enrichment (
    source   text not null,
    paper    integer not null,
    again_at text not null,
    primary key (source, paper)
);

-- What changed about a paper since it was first here: versions, withdrawals, categories.
create table paper_event (
    paper  integer not null,
    seq    integer not null,
    at     text not null,
    kind   text not null,
    before text not null,
    after  text not null,
    primary key (paper, seq)
);

-- Jobs that run again and again, on one server of several: the table of db-scheduler.
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp with time zone,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
