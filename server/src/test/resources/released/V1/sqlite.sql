-- The catalogue of a data folder as commit dc962a0 left it, form V1: papers of our own invention, imported,
-- synced with a stand-in, merged, split, embedded. Written by sqlite3's .dump. Never edited.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);
INSERT INTO flyway_schema_history VALUES(1,'1','catalogue','SQL','V1__catalogue.sql',-1589762501,'','2026-11-28 10:09:47.033',180,1);
CREATE TABLE revision (
    only_row integer primary key check (only_row = 1),
    latest   bigint not null
);
INSERT INTO revision VALUES(1,28);
CREATE TABLE paper (
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
INSERT INTO paper VALUES(1,'2611.00102',22,'lanternsthatlearntowait',NULL,'2026-11-23','cs.CL','{"title":"Lanterns That Learn to Wait","abstractText":"A lantern that may stay dark saves half of its oil. We train it on\n  invented evenings and measure how often a walker stumbles.","authors":[{"name":"Tomas Rehn"},{"name":"王伟"}],"categories":["cs.CL","cs.LG"],"published":"2026-11-23","updated":"2026-11-25","versions":[{"number":1,"date":"2026-11-23"},{"number":2,"date":"2026-11-25"}],"licence":"http://arxiv.org/licenses/nonexclusive-distrib/1.0/","identifiers":["arxiv:2611.00102"]}',NULL,'2026-11-28T10:09:48.718393823Z');
INSERT INTO paper VALUES(2,'2401.00007',24,'zeppelinsoverquartzmeadows',NULL,'2024-01-02','physics.pop-ph','{"title":"Zeppelins over Quartz Meadows","abstractText":"Airships seen from below, counted by hand.","authors":[{"name":"Ada Lind"}],"categories":["physics.pop-ph"],"published":"2024-01-02","updated":"2024-01-02","versions":[{"number":1,"date":"2024-01-02"}],"identifiers":["arxiv:2401.00007","doi:10.5555/clouds.7","broadsheet:b-pxz4xafldx"]}',NULL,'2026-11-28T10:09:48.718393823Z');
INSERT INTO paper VALUES(3,'2611.00101',21,'tidesinsmallharboursaledgerofonmeasurements','tidesinsmallharbours','2026-11-23','cs.LG','{"title":"Tides in Small Harbours: A Ledger of $\\mathcal{O}(n)$ Measurements","abstractText":"We keep a ledger of tides for a year and show that $\\sum_i h_i^2$ is\n  bounded by the width of the harbour. Two buoys are enough.","authors":[{"name":"Mira Oduya"},{"name":"Émile Roux"}],"categories":["cs.LG","stat.ML"],"published":"2026-11-23","updated":"2026-11-23","versions":[{"number":1,"date":"2026-11-23"}],"comments":"12 pages, 3 figures","journalReference":"Journal of Invented Results","licence":"http://arxiv.org/licenses/nonexclusive-distrib/1.0/","links":[{"kind":"CODE","url":"https://github.com/example/tides","stars":12}],"identifiers":["arxiv:2611.00101","doi:10.5555/tides.101","broadsheet:b-jyy66eldqh"]}',NULL,'2026-11-28T10:09:57.552976376Z');
INSERT INTO paper VALUES(4,'2611.00103',25,'howmanybakersdoesavillageneed',NULL,'2026-11-24','cs.LG','{"title":"How Many Bakers Does a Village Need?","abstractText":"Bread is counted on ninety mornings. The answer is two, and three on\n  holidays.","authors":[{"name":"Ada Kowalczyk"}],"categories":["cs.LG"],"published":"2026-11-24","updated":"2026-11-24","versions":[{"number":1,"date":"2026-11-24"}],"licence":"http://arxiv.org/licenses/nonexclusive-distrib/1.0/","identifiers":["arxiv:2611.00103"]}',NULL,'2026-11-28T10:09:57.552976376Z');
INSERT INTO paper VALUES(5,'merged-5',16,'cloudsoverquartzmeadows',NULL,'2025',NULL,'{"title":"Clouds over Quartz Meadows","authors":[{"name":"Ada Lind"}],"published":"2025","identifiers":["doi:10.5555/clouds.7","broadsheet:b-pxz4xafldx"]}',2,'2026-11-28T10:09:57.552976376Z');
INSERT INTO paper VALUES(6,'b-ifez5e75ax',23,'aletteronclouds',NULL,'2025',NULL,'{"title":"A Letter on Clouds","authors":[{"name":"Ada Lind"}],"published":"2025","links":[{"kind":"PAGE","url":"https://example.org/letter","stars":null}],"identifiers":["broadsheet:b-ifez5e75ax"]}',NULL,'2026-11-28T10:09:57.552976376Z');
INSERT INTO paper VALUES(7,'2611.00104',19,'amapoffootpathsdrawnbysheep',NULL,'2026-11-25','cs.CL','{"title":"A Map of Footpaths Drawn by Sheep","abstractText":"Paths appear where many have gone. We compare the flock''s map with the\n  surveyor''s and find them alike.","authors":[{"name":"Iris van der Molen"},{"name":"Jonas Öberg"}],"categories":["cs.CL"],"published":"2026-11-25","updated":"2026-11-25","versions":[{"number":1,"date":"2026-11-25"}],"licence":"http://arxiv.org/licenses/nonexclusive-distrib/1.0/","identifiers":["arxiv:2611.00104"]}',NULL,'2026-11-28T10:10:07.999106624Z');
INSERT INTO paper VALUES(8,'2611.00105',18,'weathervanesandhonestforecasts',NULL,'2026-11-26','stat.ML','{"title":"Weather Vanes and Honest Forecasts","abstractText":"A vane cannot flatter. We ask when a forecast should copy it, and prove\n  a bound of $2\\varepsilon$.","authors":[{"name":"Mira Oduya"}],"categories":["stat.ML","cs.LG"],"published":"2026-11-26","updated":"2026-11-26","versions":[{"number":1,"date":"2026-11-26"}],"licence":"http://arxiv.org/licenses/nonexclusive-distrib/1.0/","identifiers":["arxiv:2611.00105"]}',NULL,'2026-11-28T10:10:07.999106624Z');
INSERT INTO paper VALUES(9,'b-opw4k2ofou',27,'howmanybakersdoesavillageneed',NULL,'2026',NULL,'{"title":"How Many Bakers Does a Village Need?","authors":[{"name":"Ada Kowalczyk"}],"published":"2026","journalReference":"Proceedings of the Third Village Meeting","identifiers":["broadsheet:b-opw4k2ofou"]}',NULL,'2026-11-28T10:11:02.961873281Z');
INSERT INTO paper VALUES(10,'b-w5qhsbgfas',28,'thenightferryanditsbell',NULL,'2026',NULL,'{"title":"The Night Ferry and Its Bell","authors":[{"name":"Ada Lind"}],"published":"2026","identifiers":["doi:10.5555/ferry.1","broadsheet:b-w5qhsbgfas"]}',NULL,'2026-11-28T10:11:32.472657324Z');
CREATE TABLE identifier (
    scheme text not null,
    name   text not null,
    paper  integer not null,
    primary key (scheme, name)
);
INSERT INTO identifier VALUES('arxiv','2611.00102',1);
INSERT INTO identifier VALUES('arxiv','2401.00007',2);
INSERT INTO identifier VALUES('doi','10.5555/tides.101',3);
INSERT INTO identifier VALUES('broadsheet','b-jyy66eldqh',3);
INSERT INTO identifier VALUES('arxiv','2611.00103',4);
INSERT INTO identifier VALUES('broadsheet','b-ifez5e75ax',6);
INSERT INTO identifier VALUES('arxiv','2611.00101',3);
INSERT INTO identifier VALUES('arxiv','2611.00104',7);
INSERT INTO identifier VALUES('arxiv','2611.00105',8);
INSERT INTO identifier VALUES('broadsheet','b-pxz4xafldx',2);
INSERT INTO identifier VALUES('doi','10.5555/clouds.7',2);
INSERT INTO identifier VALUES('broadsheet','b-opw4k2ofou',9);
INSERT INTO identifier VALUES('doi','10.5555/ferry.1',10);
INSERT INTO identifier VALUES('broadsheet','b-w5qhsbgfas',10);
CREATE TABLE appearance (
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
INSERT INTO appearance VALUES('huggingface','2026-11-25',3,1,57,2,'adak','Ada K');
INSERT INTO appearance VALUES('huggingface','2026-11-25',1,2,12,2,'adak','Ada K');
CREATE TABLE source_record (
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
INSERT INTO source_record VALUES('arxiv','2611.00102',1,'bNgXgOvMd4mo_31eG9h6VQ','WiMhjYM3jUvylUMEdW7Viw','lanternsthatlearntowait',NULL,'{"title":"Lanterns That Learn to Wait","abstractText":"A lantern that may stay dark saves half of its oil. We train it on\n  invented evenings and measure how often a walker stumbles.","authors":[{"name":"Tomas Rehn"},{"name":"王伟"}],"categories":["cs.CL","cs.LG"],"published":"2026-11-23","updated":"2026-11-25","versions":[{"number":1,"date":"2026-11-23"},{"number":2,"date":"2026-11-25"}],"licence":"http://arxiv.org/licenses/nonexclusive-distrib/1.0/","identifiers":["arxiv:2611.00102"]}',0);
INSERT INTO source_record VALUES('arxiv','2401.00007',2,'AkmMTbocflu75k55elICVw','5JBLRnQTp_9lWQ6rSsTw8A','zeppelinsoverquartzmeadows',NULL,'{"title":"Zeppelins over Quartz Meadows","abstractText":"Airships seen from below, counted by hand.","authors":[{"name":"Ada Lind"}],"categories":["physics.pop-ph"],"published":"2024-01-02","updated":"2024-01-02","versions":[{"number":1,"date":"2024-01-02"}],"identifiers":["arxiv:2401.00007"]}',0);
INSERT INTO source_record VALUES('bibtex','doi:10.5555/tides.101#b-h63q7qne6d',3,'jhZu7GD0lKp-9d02iv3nlg','FRR9aU7Hwxlm4bIJQAU4ZA','tidesinsmallharboursaledgerofmeasurements','tidesinsmallharbours','{"title":"Tides in Small Harbours: A Ledger of Measurements","authors":[{"name":"Mira Oduya"},{"name":"Émile Roux"}],"published":"2026","journalReference":"Journal of Invented Results","identifiers":["doi:10.5555/tides.101","broadsheet:b-jyy66eldqh"]}',0);
INSERT INTO source_record VALUES('bibtex','arxiv:2611.00103',9,'N9QpDrzi7D7ZXKiqa7i_Dw','FRR9aU7Hwxlm4bIJQAU4ZA',NULL,NULL,NULL,1);
INSERT INTO source_record VALUES('bibtex','doi:10.5555/clouds.7#b-gkaekwbsug',2,'mz7CiestP0-YYs4xEoncZA','FRR9aU7Hwxlm4bIJQAU4ZA','cloudsoverquartzmeadows',NULL,'{"title":"Clouds over Quartz Meadows","authors":[{"name":"Ada Lind"}],"published":"2025","identifiers":["doi:10.5555/clouds.7","broadsheet:b-pxz4xafldx"]}',0);
INSERT INTO source_record VALUES('bibtex','b-k2olxe2rvx',6,'OOyIlV1HedOdI4RkYFaD6g','FRR9aU7Hwxlm4bIJQAU4ZA',NULL,NULL,NULL,0);
INSERT INTO source_record VALUES('arxiv','2611.00101',3,'kbMmNICtmB74f985x521Hg','WiMhjYM3jUvylUMEdW7Viw','tidesinsmallharboursaledgerofonmeasurements','tidesinsmallharbours','{"title":"Tides in Small Harbours: A Ledger of $\\mathcal{O}(n)$ Measurements","abstractText":"We keep a ledger of tides for a year and show that $\\sum_i h_i^2$ is\n  bounded by the width of the harbour. Two buoys are enough.","authors":[{"name":"Mira Oduya"},{"name":"Émile Roux"}],"categories":["cs.LG","stat.ML"],"published":"2026-11-23","updated":"2026-11-23","versions":[{"number":1,"date":"2026-11-23"}],"comments":"12 pages, 3 figures","licence":"http://arxiv.org/licenses/nonexclusive-distrib/1.0/","identifiers":["arxiv:2611.00101","doi:10.5555/tides.101"]}',0);
INSERT INTO source_record VALUES('arxiv','2611.00103',4,'Or1U17CQLGa3OaHmQY3V4g','WiMhjYM3jUvylUMEdW7Viw',NULL,NULL,NULL,0);
INSERT INTO source_record VALUES('arxiv','2611.00104',7,'8UAQZhmCorpaAKkoJunufw','WiMhjYM3jUvylUMEdW7Viw',NULL,NULL,NULL,0);
INSERT INTO source_record VALUES('arxiv','2611.00105',8,'m5mbN5OUF3xF6TnwRPSHMg','WiMhjYM3jUvylUMEdW7Viw',NULL,NULL,NULL,0);
INSERT INTO source_record VALUES('huggingface','2611.00101',3,'vwU_GhTXlziMdiXtRXCKVg','lFHqGipQY6AFXt3NTV0ZhA','tidesinsmallharbours',NULL,'{"title":"Tides in Small Harbours","abstractText":"A short summary of our own.","authors":[{"name":"Mira Oduya"}],"published":"2026-11-23","links":[{"kind":"CODE","url":"https://github.com/example/tides","stars":12}],"identifiers":["arxiv:2611.00101"]}',0);
INSERT INTO source_record VALUES('huggingface','2611.00102',1,'UIntTsdXdv4azi43h7ELjg','lFHqGipQY6AFXt3NTV0ZhA','lanternsthatlearntowait',NULL,'{"title":"Lanterns That Learn to Wait","abstractText":"A short summary of our own.","authors":[{"name":"Mira Oduya"}],"published":"2026-11-23","identifiers":["arxiv:2611.00102"]}',0);
INSERT INTO source_record VALUES('bibtex','arxiv:2401.00007',2,'N7t4F9ipsFB0AomyiQ1IzA','xHHxxDh0-a5BlGdWqZF8tA','cloudsoverquartzmeadows',NULL,'{"title":"Clouds over Quartz Meadows","authors":[{"name":"Ada Lind"}],"published":"2025","identifiers":["arxiv:2401.00007","doi:10.5555/clouds.7"]}',0);
INSERT INTO source_record VALUES('bibtex','doi:10.5555/ferry.1#b-njdkd2sv2p',10,'rs1vRHM7it_7s4bZEDIEnQ','m0INXm7iTtcnDsHotssU6g',NULL,NULL,NULL,0);
CREATE TABLE harvest_cursor (
    harvest    text primary key,
    source     text,
    position   text not null,
    updated_at text not null
);
INSERT INTO harvest_cursor VALUES('file:3d0ffc801d9fdf4fcf1aaf2fb05399a6b78cf9d07926944d301cd0f06e4639b6',NULL,'{"cursor":"2","finished":true,"rejectsBytes":0,"counts":{"added":2,"changed":0,"unchanged":0,"rejected":0}}','2026-11-28T10:09:48.718393823Z');
INSERT INTO harvest_cursor VALUES('file:437b5f3d479e6a1a20de843e051d8a0a46640d02391de55d3af79f96167087cd',NULL,'{"cursor":"4","finished":true,"rejectsBytes":0,"counts":{"added":4,"changed":0,"unchanged":0,"rejected":0}}','2026-11-28T10:09:57.552976376Z');
INSERT INTO harvest_cursor VALUES('arxiv feed http://localhost:18232/atom/cs.LG','arxiv','{"cursor":null,"finished":true,"rejectsBytes":0,"counts":{"added":0,"changed":0,"unchanged":0,"rejected":0}}','2026-11-28T10:10:06.997035964Z');
INSERT INTO harvest_cursor VALUES('arxiv feed http://localhost:18232/atom/cs.CL','arxiv','{"cursor":null,"finished":true,"rejectsBytes":0,"counts":{"added":0,"changed":0,"unchanged":0,"rejected":0}}','2026-11-28T10:10:07.199111674Z');
INSERT INTO harvest_cursor VALUES('arxiv oai http://localhost:18232/oai arXivRaw cs 2026-11-23 2026-11-28 cs.LG,cs.CL','arxiv','{"cursor":"{\"before\":5,\"total\":-1,\"pages\":0,\"page\":0,\"started\":\"2026-11-28T10:10:07.289205002Z\",\"counted\":false,\"unplaced\":0,\"memory\":\" 20781=261100101; 20782=261100103; 20783=261100104;cs.LG=0,2,1,0,0,0,;cs.CL=0,1,0,1,0,0,;\",\"index\":0,\"item\":0,\"name\":0,\"delivered\":5,\"ended\":23}","finished":true,"rejectsBytes":0,"counts":{"added":2,"changed":3,"unchanged":0,"rejected":0}}','2026-11-28T10:10:07.999106624Z');
INSERT INTO harvest_cursor VALUES('file:53b08a5174ff11c656bc68c241c0fa61787d8a788b99347554f3c7736988948f',NULL,'{"cursor":"2","finished":true,"rejectsBytes":0,"counts":{"added":0,"changed":2,"unchanged":0,"rejected":0}}','2026-11-28T10:10:17.445161519Z');
INSERT INTO harvest_cursor VALUES('file:d025569f94bae5719c558b6c9faa4006bb5e10ab388231227c949a609231460f',NULL,'{"cursor":"1","finished":true,"rejectsBytes":0,"counts":{"added":0,"changed":1,"unchanged":0,"rejected":0}}','2026-11-28T10:10:27.312714503Z');
INSERT INTO harvest_cursor VALUES('file:5413b4d9a8754a104c51f87e2e44553d9771b48df97fbf16b144b2f504d481d7',NULL,'{"cursor":"1","finished":true,"rejectsBytes":0,"counts":{"added":1,"changed":0,"unchanged":0,"rejected":0}}','2026-11-28T10:11:32.472657324Z');
CREATE TABLE embedding (
    paper        integer not null,
    model        text not null,
    content_hash text not null,
    vector       bytea not null,
    primary key (paper, model)
);
INSERT INTO embedding VALUES(8,'bge-small-en-v1.5-q','035e4ad2e92f97fef81729de5ee6501c',X'c1a8e1a89b1cd32ad027851e60a4bb2a2819712407a56fa6ef21f0a2f0a56e2920a0882998188d27522a489b0cac00aba92a2f285ba15aa8fc1874b1261e08aaa99f3e99291da527521bec258411332a51a56b28e5a124ac051af5ab06a23c2a50a3e9a798a73d9f09abbf24bb2c3b2a3d1694274e290a27cf9d461fd9af7e28b72463153224d5abd3a6452d2a2c2028ada43029f4a0d2276caadb9abd9e0f244ea26d28492366a26619f89fc728f9a0c8244aa822a155a94926342548a91929f626192ca59ddb355aa8a12a5d224c26f41d331ebba8b9abc3a8fe9dbe9a0eaa022838ac9628059d96253d2806a825a5a7ab152a272d052c6822cf1a0d28fe2d7028b928bca9c1a419a2dba87c2bc0a4eca2f029622056268b220bac142426264aa74f2c00ab2423b51f72a92aac71275f23d3afcd29d1a82ba8602047ac62a7e523389ffaa9362b4caccba8552bef2a1a2963275929f7a34c1d0720a625161dc8ae1927262082a751aa1423459be128e720f79f36a86ca82124b724d19906ad46ab5d2509ae24a60428072c97a4e5277aaa65a9d6234dab0da8fe256da0bfaac2a06e274f2310ae28a8caac5eaa512be1238b257ea86da706a827ac6926f5b4d8acb69d6722f52cf4aac42a0b2ae71ca01a68251ca856a665aece25dd2b1aa4582446a499a71ca8013047ac57ac54275598e32f0faa992103a537296ea95ca2fa1cd61834a3f9a5d3a2dea9d1a4162d4aa32aa99da955a7f91ffca1d828f3a1fc25e824372c5c26141ccc2776a07faa13a43528cb2bcea51c9af12c539f5b1c3d2a8427cbacd42634260cabeb2804a6cd2ac626a5a5dba7f127e929bda5862d8bae152e322dad21a2a732a768a40da5da1c2322b31637a948a1192a21a601b5fba89f9edc168b216a2697a0de1d66ad2ea9aca0d129fa291619922a5d289d2839a3aa17d3a720a8b629c131c021d0288d24bd1eb2a982a29f9ee7a71aaba5298ea80ba5832924a85d2ede2c2394041cb42bbd272c28922b0f266f281aab1b209029c427aa2825950ea33324562439a6b5a2e39450aadf25f7a9f7298098a725');
INSERT INTO embedding VALUES(8,'all-minilm-l6-v2-q','035e4ad2e92f97fef81729de5ee6501c',X'21aa0127ac2f6229b122ccaabdab802714282dadc9aab7183ea42dacf7a14ca1d0ab23a4d9aa64a9571fd62627a2572a5f26a3a173267c26e8a0e92915acf42484ad64ab0ca08aa48b26a52cb5221a282f2d5ba94716002d34ab88175e2a4b2b959c42a7f3a9ce288caac8ab82a2d029bfaa522e6b296f163f308317f6adc8259a2ce326a017572857ac762c3923cd1747ac88a6b72e64a9689d99a8401ffa9775a46ba15b20d6a96fa9f8900ba1fb987a12c6a7cea1e1af8fabc79c55286a2be31c16a8cd21472c839f63ae96a46e296e20982879229eac36a67a27ee2bc0269a2deb19602640aa9eac1e30c9ad102a129fcf985b2d40274d297f1bee2e0080f0226c2a391b5925aca1fc23620c4c22fa28d9288926b12b97a715ac522cd921042cd22ae624a7ab56a471a93fa09badb4aa06b0382d451fb22355283a9a4e20402ca01f879606968bad1aa734aa3fa5bc2c4ca4c3a66928202ebea6140c04283eac21211c929924c4aec9297029c0066e27afaeedabbba733aed8242e295faf7ba5332801aa972245ab2b215328be93d4aeca22df24a9a0c82cc3258e2c8c264bad6b28bb1dbca8582599ae5ba88a2a70aca22c5ea9f427d4a8322642190000aaa9ec2ceaabb82c33a8e9a85dabe826c7ac1ea9e1ab0d24d72cae9973109ba9522d3cab30a764a90626f3ab1aa6642db0a163a440a08e2cefacff210f9877ae198812a044a6dc28a62c5dab5aad70295a231415a6a630abde1d4ba9df2e6624db2203aaf32ed3217918e02f8925342c7c21312166299d2bef239d9ce4a98028892b19afe2a4f8a4582aa0265e2d62174ca5cca64ea9ca28d62bc39f5222b227c0aedda10e2c4a2c0d2091acb22c7cad012c572fe1288924e3a9bdaa36a80080a2a67ba87423832819a5ae20882df6a984a97c19e52bed919dae1028f029f2aab6aa191cecac59abb0270221e5a969a9332d74ac8ca4f628c9269d2eadaaada41f2ed5abb4a9bda8f6a7652f4b295d1fcb24232eb4a4af289a28f1a4ac2c93a8eaa8d2aeed1b8fa0ec2c432defa2571c99a56222d7ac58a1f1ad612ce6a9bd27');
INSERT INTO embedding VALUES(7,'bge-small-en-v1.5-q','42c30f5366e0b9ee88a36c05556dd066',X'bb8d68a83ea37b297f29d91f92a66222182c1997092640aac724ea209da4ada99cae662b20218a254c9e2fa024a3a6ab51a1c02c2126f01cb5a98aaf9029c8aa392bac1e9daaf82969a00628d125e1252f29c1a6eaa0371ecba8f4a640ab00a463a9a1a01cac30acd8a217a4db2cf826352b9d2a0f2c20a19b2a7fa579ae64235127fe950da830a803a4df2a3da21f266ea47c23f2a0842625a77c26aaa6b5a2a6a917a0f429a4251b2758a42da62b19142acc23640eae1caeadaf2732a951ab35a714288025b236beaa1b2a092cca25a7a780a2f39f8e9dad8e672eb61a6caadc9c9d20939ce7a465a2bd2a219ce11e3ba8ea242f2b65ab7b25672561267b2d82281d25d888b09f7625ed241122b1255f1e112498161898162642aa022590ac9d1de02cd428c0a3fd9c72a139a29723711d09a918ac522966285a25559c0124e22124a99daa712b782b10ade7270918a7274c235ba0d124db282620e0a1f7a826b078a1ef21889fcd184c2462a9e228c0a7a92080ab1d9da9a558208e2cfd18791eeeaa41aa411d81241e2bc1a5c522cbab7fa8efa3fda34023e5a4852a45ada1236c254692a79bd6a4a3a123a82c1338286ca39b24af2ef8a77bb0dca4f0b4c0aded242ba651a465abd01f71255ea5b827822df2a7a4a15a255823c929831ed825b8a9c628939ece28b22920ac14a6159ca530052a2395841d1e229a9429a9c9a537a9772ae22a9fa887288ea9392135240228b0a0a3a1f69c2da894a4bd93fc2325a826abf6229ba8d7abaf2532a748a59faaa62a562ac99de12333a11d2efd27d9aae59e67294b2a62a7c5a053a688ac7716b59d9a9c582b21237e18ed2c9da9a5a76c17be27c721969db6221c2636a6aa2b4e19cba74face226102878b43928b12b932120ade6260d2c5b289b2d8eab3f2ce02d8c291dad7e23161d812bf7a9fba19dac0b26ca9c9a32aba49225682096a11aaaa323299bde2758acf12dc7a6d227c42b161f44a5e5a3b4a5fba82f251facfa244d285e28c619c721b2a4c3220e9d2f2541ad79a37028a326c8a150a849ac84ab21a9e6a6092c4aa7c722');
INSERT INTO embedding VALUES(7,'all-minilm-l6-v2-q','42c30f5366e0b9ee88a36c05556dd066',X'eb233824491bac25f621f2a43ea83da585a43d2c9429a9a6cd222c28cfab7f2b49ad0e99642d63a838a95129c69ab7283721c822131c0a291ca8bba3b7a5482c90284d2aa12c692dd22bd1270f29032a9ba172aa462e4ba5e292ca2a95a1dfa0f09baf2b2cae12ab0ea9f7aa2f1d8c2896a331ad68a930a6a526339beba1fb229ca66e28c8a45924422a5da781291c20882a3cac2aa204a878a985aa7b92c2b00cae13043da40329ef9d76a0cf1f5ba6562a36ac46abeca9cca72728ca282210591f13a54725d92a2d0d0aa6b4a69ba89425d4203eac0f256b2342214aaaa1ac3b23b73086217bad531f34238a9b18303c2a1f258f2afb9d8c2a1d25e2280080cc249723e32aef29703025aa44ab8d26fba5b6220e257898402bcc2dcba7d6ac7a2775a5dba963a28da8562aa52958a93c2dd3aa5090ed1c94295e277f2d4c8d7ba204a455a681298529bbadf8a82d296ca41cac792c4fa89129d02954a4372964a6be284aa9472880a0aba8b6216dac71adb328f5a9a92997268d2819a1f1a94e2530b01fa3e8a6c21a4a2c13262d276ca88f24f5abb79f9aab368caba59fad50b0f5a48baab1a8862a2fa8b229f6ac361d5dac5cacdc2b24abe9ac352700008aaf092c7626812c36acd8abbb2ebfa8b92c9e2d2bb04628472c2ca92e2729ad532a2eac7f2ea8a21fa70528cba324aaba230a2960ac99a227afb0a93e2965af8ea36cb1c09ec02b89985ca2bda827a7742394a2b32d9aaa27a84f29f5a8ab273aa4142bbf25622d3f280aaa731a47a497ac001c9e22699cdf24c1258fac9830a32746ae3dadb4a501a62528c0a32025f3ab9aa8f41f582cb1246c2b192978a94f2c2caec628602c71280e21db2a0a2d3c2c8a2a7428c9a5b8aa89a819230080c2a901240323db9eea299caa9a299d2ea8a48d2a3526db2897a78f2e1f2cdcab99a318abd0aba62858ac5c1dedac1a1747a798a3f2a8f8aca6a9bfa4e59bc52a59292c235a2c2e28ddaf022a932bce2191247a28022c1b21862e0da7c4254b1967ac00adb0ace220a3299e29702b49ae7fa742ac0d2aa12ca628f7281ea9a6a4');
INSERT INTO embedding VALUES(4,'bge-small-en-v1.5-q','8e63eed2ae069635b165fac5c6b949c2',X'5517669a15a8f6a837aa861b6e253428e126cc246daac0ab010e9320612793a5d1a502ab96a9b2a4eb2eeaa122aa10a04d21e8a152a4d0aae3a34db03ca880abbc2d49a8afa1981df8286a277b1141283120a12d8929ebab74a808248aaaa8243229df11262bb11fed2901248da8762262a599293422f5a4b29b6222a2b0352c76aad11b2c9d67aa5cadff2cbaac562a9f25b61e0ea880ab26a3a0a6aea43bace2a75b9fee23932283a5b4a28faa542a3b2d24939525d726dba5fa9e3baee9a633a3e729f0a994355ea50229cd24b01d4aa1d4a008aa23a3b09fbc1ea5225128912862a3da1c9c985a2f088ef029952ac6991ea1ba2caba21e9e6a2b3c26ea2d73a93b2c3e1dac2801280e23172312268a28dca4e82a00a7bd1f9eacc12901a9592a402cf7a6292ca521e2a8a526dd2923a049ae182a7825412753a3042434a30728cfa307a8f222c423f5a9a8275c1286a8c5aeb729ba29e4a446a86d308f1f119c6626fd297e2e7d27cf2c72a536284b1ec49cb423d2244da4c72321a51ca037a8c62ac3a5c51db8a4ee20cc2666a20ba4a1ac2d2ceaa0332da4a46a223a20832e7527baa8262492a9b6a9eca87f28c6241124102a3b9d432854adf62165b43fa6682bf6927d28d414161d21a29ea8f12a3f28e9a981acbf244a23f1a459a8a1a97e2179a4112d9ca9bf21a3a9022030aba62d9022519f47ad132bdd19091ab3aa262acea4b3acb9aefda0d1248eac832691aa0a9f83a8db99012a62a0862925a5a42879a2931faf95251bf1a43eaa79ad7daa3a2bb7a404a727a744288827192755ace2aa8ba78c22392931a48d21aaaadd9cc8a6122c8fa4d59830a731a62cafa5256599052a1a2d0017242d212134ad101fb42795290da48d1d128a29b4f52afea89529a72d832402a4132ee1ad59a76c2d0c2cba2904a94c2c1924652676a46e26d1ad4c25e7282031f1291819d41a40103ea6e6a4c727062185ab272fe9a6f61960a1a19ceaa609a235a43dab2e12c7a55428562cc9a9c322caade02889a2c9a03eab9dabce2a16a5bea8cd2415a1aaaa9d1a00ab1ca1f529291e84a4');
INSERT INTO embedding VALUES(4,'all-minilm-l6-v2-q','8e63eed2ae069635b165fac5c6b949c2',X'382ec22d8aa012a880ac2d2a9a2650a60baa5f24f8292ab1cca1f91ca69c8917daace0a6759ec2a4642473a9e5295b2cf026cd9e46288aa93219d49ebfa93b2f4625ff26aea72521c19b1b2b07948a2964183aad7d24afac5e27c528caa8e92be7158da01823822bb4ac101fd1a92eac56a771a1d3aa3a2e22add2a63c9ba4218f2bd0278cafd8aea6ac67a393a5712a192cddaddfa72facf72688a3b42becac3ea8aca3fc2c4a2820ab6aab6daab32ddf2432294421b09db32a203008a0e22087a9892ce69b1e25eaa871a0572c7a247caae22859a8fc161bab75a98c1e9c2abb2638a80ba6a7a93d2c0027ca1dc529f5a3a82df42ae8a5f8abb7a20f2f0080a4abb82723a4272d782cc7a8cca87d29c6a814ac092afda7f426e6246a16a81e6e2f86a9319903a6eb9c28a2fe23731f57a48aaa962be227b9a6cd1d263006aa64a074a833289e2a9030a22749a6e3a901b0ceaad726eda8a42749a28e2dc12c0e2ba12edf1cd224d6a5062cc720f4ad7d9d4a2b9d26af2c472a85a5872335a8f81e91989a250628168e372e102a1badfe285a9fed24ab28a42d7123c8a2502c552888a0ecab7b270ea49f1f2c2925a5af282fa36e243228412ff129fc2900007e28882828af7e23d68df8a8ce25acac37a809a869ab03a6d923b8a5f8acd6290f14a525b1a9a32aa9adbd2cb21aff2326a0802ef5a7be2999a96aaa8cac1cb0822c851e0ca7612280a335200925ae284a2caeaa50244e2896ac482b4b26b3a865a44b279d2142a127a897a5a3ac0e2c47ad54a86b2c1fa5eea55ea2182af62900a8ecacc6a946aa0e27b2a55aaefc29dea403ab30afc42f90a50da9751be2ae02aac4ae1424252961ab72a91d30722a67a195252e2cea2d4c2a2fac852900805a2c58a569a354a8a82b7ba8ea2d8003b4abe92c4aa1252c37ae4f2c81a8e2aa8ba2fb254a208aa98a948fa2cc22232977a81e2ad99b92a6d51f9c1e962ba91108ad02aa1a9939a832ac55ad1eadcaaa7a9b80a754218024cfa98bacdfa7d8a1a0a9bda8411e1d291f284c2464a921a8789f1ca5fc270228d526ea2a27aa6eb0');
INSERT INTO embedding VALUES(3,'bge-small-en-v1.5-q','b7e87b73065b3c1aa45d28f010ca1d0e',X'70a834aa80a2afaa64aa8c9430226c989924daa4e0288dac47260c2117a23f19a0ab8f29e0159426ff2c4d9f94acb3a47e1a402c64a85fa6f9a37bb1529728a6879feaa4b7a46b27d621cda12f25ec281827852aaf261b2823a446ac3caa2f1ee9a9cdaa12aa7c9c4fa5be28c0298f26309d4429642b22294728299255af2622b727d50be595e21b18a75a1fcb2bea2040a6f02b83254da58ea3ca2657a35b283898b4a2bb2b6b2290a8ebac1e222aa89394c50df4a439a87d28f3a32618d71f57a1262be625e236a99f152a0f25941a6520ba2048ab96ae4da8f3a671a2caa8ca2578ac72abffa5b018d6a158a757203aada1926a2b7725e6294226de28642c4e257d29c282d225be2635174024718dfca5a8a434a41f1bc0a8d0ac0d2c3aa85723b62c5928f2174e2899ac5ca7a98d20a2bfa91d2c5a26131db0280aae492407aa54295921ae2b40a819acf3295625be1f458a9423632750243321ca2c349f95a8e39d1e1df925e2ae8da5079e4a23851c6c288da8c2a6d51cd09aa22487acd7a1bd2ac2a632a38721c9237ba83ea24b28fbac3fa09e983d2bac9d732983248ba6e02908a0cfa1dfa618a75a20ca2ae42a4c29a9a779a59d9e3aacb7ad7ab4adae13a45b0c982967a8d920092aafa708a8852ce6aaeea96da391a73825c7202223262040a527a04b208aaeed1ba02aae9c6a317ba442295d28fa215d247f8ff42087a83c290723312aafa8dea6dc248b2996a878a224a47ba8f5a3dca2f1a891a2fba947280a2baaa6bf284023112563acd0a8601643a306a41921729ec12422a6282325aac8a108a649a8c71f3ea884ad771ea092511b41241c290e28212aacac4b26d428dca0ed2466149623a1a819a498228a2c77284424e9193b243cb5f0a0b8290e9977aa9b230c280b244aac4f211faab52cb52a7fa86821d2a51e24baa9222991a8032caf2c613254a14ca27e1fc724d127279aeb1dfba4ce24c8298aaa6913532c6ea4582c452470a3f32c328cffa0682a332e25296f2820a85f26b72863a9c1a0362ca9a07f2ccb2547ab54a77b2047a9c50c2cabb9280ca84b2d');
INSERT INTO embedding VALUES(3,'all-minilm-l6-v2-q','b7e87b73065b3c1aa45d28f010ca1d0e',X'b91d3c2f4e2b76a6c4a5e3aa609b81a610ad2bacb4a966a8672511a49aa92d2d849c1da4c029a4206222b0219aa9599e1bac2b2014a66b28af21908e37a7179cf12b92abba291729f22475a962a1bc9c5029601fb42ba52d0c95ada8762baa20209d13ab339949a429a4dc2412a75aacc9aeb41c9a267126202d5829712846ab301fb4280422032868aef92b3529e51c06a713ab1629ebafaea690a9d0269facdcafd1a7b8ac97195fab79ac5024bda81f2f59a61ba94c1edfa8c3976c23dc1b8ea90a294c263b2e6f2600283c98b59d0c2a4a2807247ba753259528192cb72dc727d12d05a30b21c7ac882546a0c6aceb2e00a348a9fca8812a202cff2900807c2400a47f2a332b7d2a3a1630a8e61ebf292a28cb155c2c6cad108fc52f0fad01276a2875291fa685a91cae3f9e03af89a9b7aa0a290faa472c862c4f2b44acdd2602a47f2b3ea9b2aa8d2a04a923aca922df26452228258daa09ad522fc222f12d572cce2b16af27b12a288e181d2534a4781acea8372e7aac25acf22da429ca28f02ed5243d29809f5ba31418a7aaa02ce02a8ca62a20572fa3a8ac1f1ca14dac27a2d82951aa86aacaa1f99db49baf1dde2791adf998b82daeaec4ad0000f5ab25256ba258adbfa91d244d24fe29ffa7092766ac1d28f728ce29d69fda2a1a2c0725a1a278a964269ea8832acb2dc3a45d29f3aaaf24b4a5342ae3aaffacc11b6eac9b9a82aa302d3a288dab2729e1a5f3ac3c2065a92cac6b2d951ffe2da9a86728f2a42ea8d29d889deda8702c5c9b312bdfa64fac67a59c9f3bad792d54a899245fa87caf98a9b42b44ac77142ba11b9590ac0e2672a896acfea39e2c43ac4c2d502940ade6ab37ac2f2cb5a9e0252d2e32216225a4ac22ad6fa4018022259cacc22c0923c5a5c1a75d194c2c52a35c9eda247620adac57a92ca744909995d3a757adf9ae4625002a8b1e3f28fba759a5d313c21db7a32c19c52eff28d121779f221877a55ea83125401dcf22a9a9c82fcf1536233130612eaba6a32c3f2a76a1572a08a6aa2b2ea2f925132ce1a83cabe7a86d28081d5829a128d026');
INSERT INTO embedding VALUES(1,'bge-small-en-v1.5-q','7c96224d86bb6f7df1f1e9ec6362b617',X'12ae371cf8264b2947a1212a1d290f1fea1e9027efa7262578aaac2a48a2bea399a58a2880aa7da05e2cf2a41ba2b8a923991a2a909fd2ab042020adb0a6b52209a4d81556a6af1e61915a28a323892c47194ea443a81ea5d3a60fa1be297aa688a754a3e3a390a69d2673a45c2495a4442a232aee2e021f6522712605add5289dadd6a807ac52ab26987b2cb41b8b2644a23a22b3a7fc240623acad7820bd24b91916ac0f97332b94a8bb26fb2574ab94a58421cb1bc7a5abaeae28cbabf3ac6ba2a72008a9503631291d2cfc295429c2a699a9e4a10aa916a95c189624072811a9bc28c12baca2552cf725c2a6642c34a16d2c7f2e4da3e527ae999f9f7c2ca299b414702408acc6241ca5e8a7412e1ca4ceaba90d979c492c122c972a4aa82299f2271c2c8b2bf724c8156ba636a8462944aacc294021762b0d29932afca5b1a7322a6b982528602475a8499b3ba9bca794ad5d282628cb2406aa662a052754ab8a2155a7b0278129ea10492b832663284f2a2da615a211245a2c5ba23da527220b9b69ac18ac6bac3bad60a86fa28bad0fac4490baa1b22dcc2c782a2daae326029c219ec0a5462957ab57a6f72af8a2baa39a9a07a8d39472ac9c99c2b46aa87c1eb6284b2a861fa121ada6dca8f51986284caef7a52baaea95b12d3aa5e1a8fb1c2a28d69ed71cb82897b0bf2b23266a30031ee827e1ad38a7ff95aba568a7df2690a859a0d5add39bbaa297a9b62e4da7472105a868aa6022c52579a503ac1e2337ac1828e3a4222446a7faa8ce2704aa259c249da4973b2555a4a32d7721a0a640ac29283f1d86a3922f5caceeacd9264a29b626fd953da4731fb8229eac3f242829e92302a0e4a9dfa69826c4a3f2213228578ce0ae33246d9706b4622c38285427f71608205aa8612d672433908da8759d15a48f2cc1226126db2d0eac4ea9dda8f6a85d28a93062a2b3aaea9db520e7992a2062289b1efd29072c3129592bba2c3aa49028a793921f2f261724832407a06e2dd8a8f69d4ca88da10da6c31214a406ab0a266ba53520909a09a887238224121f15a9532bac99fc27');
INSERT INTO embedding VALUES(1,'all-minilm-l6-v2-q','7c96224d86bb6f7df1f1e9ec6362b617',X'cc26fc292a10b8311e2ca2a0c428e3aa0d2a6ba872279ba741af692196a97aa6b926972caa9f8aac322458a65c2c0f2dbcae582941abc2ad7d293fadfa9d1c2cd6ab59a63fa756a6ad240f1e472cb8267f254bae65a71da8f7ad0529d02be1a025acde905a2bfaa43bad0a964e2d1b172da75b17811eaaa8b027542244ab2c9d95adbda806ab74aab1298eaa20a6032d0d2c3a23dcaf0ea6072d74a9eda4daa84d25b628d29c662e792c7720012a4c2dd2a8a02641a42d260fb07a2590a50924cf254882daade729baa4a3a12726572c339a82ac33abcfaa23283b25273031aa28ab7528dea322a71dae7ba3ac16102d8f28052d5a28fca5c92a1224cb2c0080b4a8b4a31ea8b9a3cc9bd6a46eaab89ae628aca24224162a7fa6112e1d23baa9769991a6a12561ae01a50fad8ba5c0a749274525ab28afa7f7258529e42de125062d402890228328722ce5aa2cac56af84aeb325c82165a8ae1a57a3f81d019f21ad8c29e3267e259026e5afd528dd9588201e24ada970ab13a958a39e9372a9a1283a275aac002790abf6a9c5153faa072c34abe9a5c128102d1b2918a4bca52c909ea5c21e24ad962980a9959c148278a454892da81121bb2bb72bfa9f0080ea298ea43da85b2a472eb7269ead2fac4aaa47a287ae6827e9ad36260b2de8aeee2bd42a2f291229949c762dc7af54a002a7462bf023d99893aea5a25ca7a5ad902bdea74da94e2e1ea8a8a680adad2c342d99ac7a2e9aab8aa90522ff9de12c18a9e51dc82aea9f04ae83a103272a255f24f3a5c3157722b61fd1a4b228fc2c8ba9d8a52faacc9faa2964265b2fd22c54a00aa76f2216a071281098daa57ea82eacfaadefa8b32935a4b5a863a96bac3fa4eba48125c92ba4a424a5bea4008030a83629642932a3512a97a6ba2f952aa7abaa9bb82c38a271302922252d221c2b1455abe2a9a61901293aabaf2ad4ab8ea9f8a3d02a9822402a1f2ed72b552ca62b1a1ddb291e2787a315a0af18b52bf0aa7aa4d4a7d3a301ade920c4a8201d27adc02cc19a58a86f23ce28dd0764aacf2c62aa70a234aa2f280aa667a4d72c');
INSERT INTO embedding VALUES(6,'bge-small-en-v1.5-q','1a17419a7ea5cc9ac6420cadd9b40da0',X'54ab3da7ae21dea31a284c2be9281c20b5a1ff2985a593239ca05ca873a850257a24591eb7aebd20212b68a2d8a804a1719da92ce7a0141821a807ae6ea9e59eea2b8325762465252c23cc1cf6a515a47e238ba890aa06259b25daa9f0a89da597a5b1a834ac7ba70ba567a04326c824d1243027691ef8a017a6d729bcb1942dc22c33a109a767adcf1d072905a381a05021192e792ac1a06badaaa80aa947ab9c2441292927f7291dac6e2654a843a808276823f4233da843207c2c17a58aa04fa57ca72fa0f735f1ac6a9dea1651a4fb2382a57e2227aed7a189275d1cf19f081c179e07a91b9fe12c252ca2a878a847a6c926df27d82b1521f7a90c28b62f19246a2aee259629122841a7e92a39236ca78fa9572a252dd328cda8bb985e2a3f278a2d8b25fba349aa3aa9182007240e11c9a0852a96249e1c942a4e8d5526802546ac0caa7d2d23ac50a8e51cf3a25028009d2795ed212a253c26382c49aaa5a61c26dc216f287f26a5a83729b427c62bf49f38a55a981e29ef1465a1f628142835a93cac74ac2aa81824712558aa45a30222aaaa5fa8f029cda0222c59a18e974ea90727ad214b275c2451a8fa2c1c2701a32dabc8a53e1bc2af58afecb4fb9fc4a6f1ac332c791d302885296f2b528c502c43ad31a2a7a42e27ba2ad4a32a9dba24b4a62b241b28daaa14ac9b275fa7a231072c12a2fd21ee2160a30d2737afa024db2703259e9936ac79a5c61e322afda9941c40a635a82720d91e92a866a81ca8801a662847272d1d8da7edaddfa5b8a4502be4256fa8bb8c32a8ca2811a48ea498ab49280e291aa43ca334ac39a5d32d7b242a2a09245e966cabf82779adba298e285c21c524e2a5219d70a41eac5ba4d029ed1c26a98129b2a2c6b4df1a27291d231a211a2dcb22cc24f5a8c8a71fa80e2268ab9917c693512a6328caa80fa8fd1e92aaed9cc6307aa368a8f49cbb1b942c56a44426de287027482a9b9af79988187814502a03284fa98b246328a225aca8352c8628dea4ca27e6285ea683a76e8dc8256e2dc8a1c32be2aae8abe1a60d1ec618bea8ed28c1a83c2c');
INSERT INTO embedding VALUES(6,'all-minilm-l6-v2-q','1a17419a7ea5cc9ac6420cadd9b40da0',X'23a59b21212cb72bb7a49f99f42e4cae472a17a3a0249520a0925aacbaac932630a375aa63acd19622a9622f42a749261a9d832eccac1eaad6a22ca8e7289621899c1c2a4d2d3127012100a8882945ac102428b1b2ac7a2613a10b294d963328c31d9628e0a3efae27a93ca23fa4db2869a418a8af8ca8ac18a917a141a7022cb22f052572a76e2503a910a2732ae72d649ba4276ba83ba923a85aafed2bf0288724781a8d255f2e0cac76224fa7e4a02d1ac6abcc22eface826772c60ae2028b91e44ac7e82092deb1e5f9fb8282c22572968a127a823b039a82ba76caca8ab5eaa52a847a66bab7da64426cda5a9ad61a52daca1956b243dab49a5b4a70080152a4a29852ca4222331bda9e925bd1f83ad55a526ad16a4522a8f2af52855aa5b249d9c52a2feaa17ab2d2b5da10114c0a97c2103289fa93c2aa026a52c582c5f2d36a51aa5c327d4ac72170ea77028532070a557a1d8a9fc26b229f42c22a87728d8a4ed2331910ba104a8692d9fa6fa2dc427c19e42a658a2e7ab002e2320b8a17aacb5b092223fa4831ca61f3f22af2a700a482c9aa91caab4a311aa4e2524ac900c10ab96ad62ab31295224a7aa99aceb9e46ad6da3e12eaaad4aad000057a689a5a3aca92fee2c762a132ae12dabad6a2c2baad72d20a3a4a6492c1d262329291fdca68c2623aac5ac85a3bf242f9d642b9e30acaa35a51d2bcaac371e56a40d2d3fa88d271c2ca5ab7eae2c9bfea135a8e929081c922408266da6742c71a539a3ed28bba44822322e1129392b15b063933a9bdca127a463ac92233b207f206daa36acd221b7a7ff29471f10a689ab72a8ec2709232d285ba97fae512854af50a036a6c62a142b1ab07f19e2ac73a9d12c52a5572a5c26b62ab3a500807798eba3542a87a9172c6726f92e94213e25a626a79ab3ac0a25841f7c2d23a33ba43fa481acd8a04e28d82e61277da4dca73e2eca2bd7a912aa0e29639d8e286d2a8dad1224a624b12739152124a927d429d62acda554276b2d952de999ab9e78ac272d8c292c285a201f29b6121fa99121d6961aa4722aa42912a10fa56d26');
INSERT INTO embedding VALUES(2,'bge-small-en-v1.5-q','e4b71555ef7a16cea8cfd2b2ba0b7f6c',X'67292b9c4a29b824f9a01d1025244ca38b9efe9d61a634a5279f0d2b77a8aa210fab152842230aa41e2d31a0d3a85b27d8114b2bc3acafaa5aa578ae982b90a764a5c11964a5052c97a48625fea29d1c9c23741fb29753248c9cb8a837a430a14d1e8caa4a2321a55ba1700d49278ba3fe289826862cc7a42820cc18fab048a27c1d3faa04a732aa22a25ba4832b82aa1c288729241c8a1c79adabad38a8f3a7102b01a6a419d924d5290fa6fe2a44266f2c0d2b4c9d88ae84a8dc2561a071a9062520241f2c683699a57328ef26172ad59be0a71fa864ab821939294b2b6e1f84290723a1a695adf619b49fd8a891a7b1a820a9072c0ba95128472cb02a322c672aad2808a5ca254298c3a865201a98312daea71225392aada861ade92651ace918152bb2a6dda4ee2b39a6ff208f2b081551a865a86029aea2362d8a2a882c1aa3272480a5972c332849aff6a5d9248cab621e26a8a824a1966318892ce72389a88ca145a85c2435a9769e4ea5d6267124d4253aa728ad3627b91169a6909b3e2cfc15e9a5aba626a36228ac242b1b42ac08090a222529332cb227b79faf24bfa2c9abc5a8d4a61b2a389c87aaf794a69cfda54d9e799bf82171b0c6aa69b433acaf2b7ba318a9c7255e29ce26d32656a9522ad3aca41e4bac9220242caba5df2781a8c7a6152c67212ba44eaba5ab7babe0300f2751a960a9cb297ca2f59cdb24d7260f23a92813a5442568a6f0addb2a95a328aa211ec8a884a5c8a279285605fda53422e8a221a56b248aa8ceaaaaa47eadd22c9caa1b1c911f0e2a482c8ea1ffaedfa4c72052a5652503a66ca411a85ba678a871246121ef21882a2327842716a6bb2c7daa6c2d2ea44722889cb2a992a8292cae9b3c994924442970b4012910a96726a91057a29c2c32305029f9a81098f929e3a315a54821dc238f2538277fa652aa62a74da12932f12b6ea861a5c5276e21ccaaf628552955aaa52deea779a13c29c1298c17942b81234ea7ab246fa267a0252e76a5bb2430a6522bd3a179a97827d3a53b228d2c981bf2a3fe8f9c2699a368a35da5df1338aaab2b');
INSERT INTO embedding VALUES(2,'all-minilm-l6-v2-q','e4b71555ef7a16cea8cfd2b2ba0b7f6c',X'b429122a2f10642a4925ed2509a3c2a73ba88daa279d42a91d2508a0ce26b52d382b3aabd7a6fea188272228e824b22c77298e278cae012b7c2d86ac3e23f72e2cac33a42728f82a2f240c11efa208a9c9999a24a22ac9848ead1226fa261021cda1f226ff25641da2a7f926e1a7b828d79874ac3d2225ac99a96ca32faa95aaedac5d211eadffa3f62ebca4ae2c1c2c182c15a621a69a1c26ab78ad20a918ab78a47c1eada0e7aa7424a8a750ac002c852051ac97a982aca2ace723f1a5cb206fa44f29d3277924b72b25a37f2b322912aa050d7e1d8a2c9429d6a9341d1babe12c2c2981adeea61128c1a686ad282b502a252ae62fc82943a2532d05ad0080d1a0c3a0c3298b2bb231b3aac6a81b24d821622bec95079a32238f1fd110efaf7e29b01385ab55ab1bae58a640ab29ade99bd82773a0bc2a84a6002bc130f08d9baa872a382ded2cdea50ca801a71aaabca9e8a512afe02437a8fe21d79c172cc61fa8a5a6a5d0244aad7020ef2ba625d525a0a684a80b254529d82e4caeb622f42651ac0d1e6621cda5302cf826f326bd277a2f07237da54f2525a7c8259a2b711c4ba20aa47524dda8f8a547203bac3aa53cb0c0afc7a7d22b9cadb2b100007fac4a2e592280a88a2c9a2c8f1389a8c4a448a5b9ab262e9aa603a75c2a45a7872c2dad9229fa1f5ea244ad8bada31a5dac1f2ba22984ae43207c26d32580a2232c8eaac22358ac8d2bf0a791a957ad1ea8ba1b1b2e1f2536a9d1a417acbe2502aba0a90daf69a902aa1123b22106aa511c7b26882d5ba697a903296eabd22b8b2866a718aa1629b9ace72c75a49096279b3722f0a954a35429bd28f8298eaced29b3a8f82495a84f29b3a56f2727a4391e4428592d021ad320839edf2600806b26232a849af2a6569949a5132f272fafa9dda930ac5faac6248823761017ac9cacb69d6ea67b276696532ebf29f99f9ea4f52a97a7b9ab132921a3d0284d2a5fa570a40a23562781aac99bb4a8a19ebaa38d2a41296020dd31c5295ea241ac52aceca1ec9eaf2a7f2d112999a215a67eab0dac78a65ea7cc2ae71af1a84729');
INSERT INTO embedding VALUES(9,'bge-small-en-v1.5-q','28d94eb86543649e86b9ad1a5a7f5344',X'0e260babfaa8e3a831a9ee259d9ef2211aa2a78e3ea9aeac10a3fa9dfc2c3a24f99d89a3e8a91fa7752bcca83ea750a11b976d15c9a870a85e9681aed02632254b2de9a8ee266ba3ff2960248729fd27cf2b932b142432acffa3a521d2aa7620522ac5a47e22a2a3b8259e994da1a724d3a68a2a7c25a1a48e2916aafeaf81247b9d3a9d112071ac33a5b42ae2ab2b2d322a99203ca856a5911f9a8d1da677a8e8aea0a93b248623a9ab6ca0240a2c28c229691f7e2a5921f1a4802904ac72a59da1b2245da8dc3472a682a4f01dc2a5d4a86821b7a3a3aabf9c8e28b1a6ec23de2536a0fd9ce222092c39a651a52d2434a24b2aad26ad1cb497e02b8c25902c4f1b2d2d05ab942d3b273828a8241b1ef22bd0a289233fac922482acc42392a8212d6a24609f762d31270aa712272a2c19a8bfaab12612226da5a5228ca907281b2b5693a5208ea4bfa0a1ad7418512264a9e5ad8d24771cbfa6a6271d3050a674aac72b97a6a42c25a9112cf6a4f72632252c24042958ac04a11ca656aae42703a87325972c6f21460c8621272c32a7e4a8dda40c1eca996d295726d227cb28702d4329e9a94e1c1e28b6a208241b2c62280e27422a54a5e62c3fa80fa7c3b423072b2b6aabd129a2ab9c2704243cac062be52dbfad00a9dc2c97a337a851a8ab0f11986028db2812a1362758a6dd2acdab5330b7a8422850ad8229ea28e0ac5daba42171a45aa898a5f3211a1946aa4d2813a909a2e6a6f894bfa9402115262ca8259c292b779a742183a9b1a857abb2adc2a4dd2c0ea9579892a7029bda2ff2253aa66ca250a641a029284a1e509f98ac88a15ba5a929e82631a70f225ca528ad4ca101226229732d1ca8062e4a21e8a97b20902dfca60a27ec1d8b9b36b40b2990aa1928e9295b28e4a16f2cf2a7ee974c2f0e2a6a2c06a43b2c1b153d01afa0aca4f6b1ee25962a9030541f0aaae8a272a0c31a3ca818219028c7a8182ea4aa312a2b2a8aac29ae34a6cea733a9c8a086aa38284c2a57a9c4ab01a5bb1e2d29bb2846abb5a781275ea7842940a003a13caa7726bfa6d7ac07273b282bae');
INSERT INTO embedding VALUES(9,'all-minilm-l6-v2-q','28d94eb86543649e86b9ad1a5a7f5344',X'9f2eb728eeacb09cedacbfa127a8c1aa4bac291e8a2d4cb029a958a9aca80c2761a56f225a2036ad5ca8bdaa2c2ab929848d4dab7aa05aa86028b8a4e1239c2dd32d511c8d292d2e2b2aba293a295a9c3b1dbfa152a2fba73f1d6829e9a4569d81123fa38f2a3a28be1c5328d5a8cdae86add80e4593492d06ace39663a637a43c2cb9a15bace5a832ac6daa18a83ba5172a02ada4a9b8ac4a20e3a9f5a49dac67ad66202b2a351832a912ab859fc62b922cd229231dfd1cc6910a2bb6a4f0099aa4b82590a6852af6aa0422122e142748a9c61caaa63b29bb21a4273124ff25fe1a0e2738a5a8ac052530a747896b25c226572c5026f3a714ad2f221b170080a7a8a72bf5a584308f2f6ca8b320109fe611f911ee291eab74a339a40b272529b496cbaa7f1cc21cb2a814a433aab72783a2f0a4e12bd92282273b1fcd2d7ca20d26ebabef9a0e2ce12c592061a5fca535ac68a8882e3623bca45da6282b4b2f16a8752eb6a54d2030a27f2dbd2b49ac061a12236429da2d3127b7251ea48a26602187a9c825d02b8323ad258f21d6a87d8118205ead5d2469252f2263a4922ccc2b511f6faf6b2a96aa94a24a296c9dcca9d7a8b8a7c7a3fd2c53a8dca800000da2802331a85a263224d3a92e2ec9aac521ee22ffaed89ec82cb02861ab152c4d1c1c28242d81ac12a62c2fcca99f2db4a43e2e6eaff5297cafacab73a3ceb09423c22345ac20267ca4b12ef1a53f2eee2a2cad18a9692de9acd6295a2800a3f7217d26f894332dd3ad09a60ea520240eaab526551bc8a7c82c0a1f46259d3058a786aa40a8d9ab7426152670ac14299d2999a918ad982b4c2a77a5e2294aadc9af73aea32b02292d205aad382e7b9ba327cf28e2025b28962cebad6a2100807225abaaf7a5fcaa6929d6a9da28c42326ac992d4928712947ab482bd02687ab812d642a41acd2a69ca7862526a16ca150a5d2a894254c1c6eac6d16b92bf62529a4faa87627bf2133b149a8e5ab00ac92ac1aa6fc262c29292813a098aa482b5128d6213320b629582b761e3b1d6eaa612058a4202f989e0026059b3fa300b0');
CREATE TABLE embedding_queue (
    paper integer primary key,
    day   text not null
);
CREATE TABLE follower (
    name     text primary key,
    revision bigint not null
);
INSERT INTO follower VALUES('embedding:bge-small-en-v1.5-q,all-minilm-l6-v2-q',27);
CREATE TABLE announcement (
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
INSERT INTO announcement VALUES('arxiv','cs.LG','2611.00101','NEW',1,'2026-11-24',0,'2026-11-28T10:10:07.999106624Z');
INSERT INTO announcement VALUES('arxiv','cs.LG','2611.00103','NEW',1,'2026-11-25',0,'2026-11-28T10:10:07.999106624Z');
INSERT INTO announcement VALUES('arxiv','cs.LG','2611.00102','CROSS',1,'2026-11-25',0,'2026-11-28T10:10:07.999106624Z');
INSERT INTO announcement VALUES('arxiv','cs.LG','2611.00102','REPLACEMENT',2,'2026-11-26',0,'2026-11-28T10:10:07.999106624Z');
INSERT INTO announcement VALUES('arxiv','cs.CL','2611.00102','NEW',1,'2026-11-25',0,'2026-11-28T10:10:07.999106624Z');
INSERT INTO announcement VALUES('arxiv','cs.CL','2611.00102','REPLACEMENT',2,'2026-11-26',0,'2026-11-28T10:10:07.999106624Z');
INSERT INTO announcement VALUES('arxiv','cs.CL','2611.00104','NEW',1,'2026-11-26',0,'2026-11-28T10:10:07.999106624Z');
CREATE TABLE tally (
    source     text not null,
    part       text not null,
    day        text not null,
    origin     text not null,
    expected   integer,
    counted_at text not null,
    primary key (source, part, day, origin)
);
INSERT INTO tally VALUES('arxiv','cs.LG','2026-11-23','OAI-PMH listing',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.LG','2026-11-23','query service',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.LG','2026-11-24','OAI-PMH listing',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.LG','2026-11-24','query service',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.LG','2026-11-25','OAI-PMH listing',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.LG','2026-11-25','query service',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.LG','2026-11-26','OAI-PMH listing',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.LG','2026-11-26','query service',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.LG','2026-11-27','OAI-PMH listing',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.LG','2026-11-28','OAI-PMH listing',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.CL','2026-11-23','OAI-PMH listing',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.CL','2026-11-23','query service',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.CL','2026-11-24','OAI-PMH listing',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.CL','2026-11-24','query service',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.CL','2026-11-25','OAI-PMH listing',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.CL','2026-11-25','query service',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.CL','2026-11-26','OAI-PMH listing',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.CL','2026-11-26','query service',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.CL','2026-11-27','OAI-PMH listing',NULL,'2026-11-28T10:10:07.289205002Z');
INSERT INTO tally VALUES('arxiv','cs.CL','2026-11-28','OAI-PMH listing',NULL,'2026-11-28T10:10:07.289205002Z');
CREATE TABLE repair (
    source      text not null,
    name        text not null,
    repaired_at text not null,
    primary key (source, name)
);
CREATE TABLE refused (
    source   text not null,
    name     text not null,
    askings  integer not null,
    asked_at text not null,
    primary key (source, name)
);
CREATE TABLE sync_run (
    source     text primary key,
    started_at text not null,
    ended_at   text,
    outcome    text,
    problem    text,
    setbacks   integer not null default 0
);
INSERT INTO sync_run VALUES('arxiv','2026-11-28T10:10:06.341267247Z','2026-11-28T10:10:08.864508587Z','FINISHED',NULL,0);
CREATE TABLE enrichment (
    source   text not null,
    paper    integer not null,
    again_at text not null,
    primary key (source, paper)
);
CREATE TABLE paper_event (
    paper  integer not null,
    seq    integer not null,
    at     text not null,
    kind   text not null,
    before text not null,
    after  text not null,
    primary key (paper, seq)
);
INSERT INTO paper_event VALUES(1,1,'2026-11-28T10:10:07.999106624Z','VERSION','1','2');
INSERT INTO paper_event VALUES(1,2,'2026-11-28T10:10:07.999106624Z','CATEGORIES','cs.CL','cs.CL cs.LG');
INSERT INTO paper_event VALUES(1,3,'2026-11-28T10:10:07.999106624Z','TITLE','Lanterns That Wait','Lanterns That Learn to Wait');
CREATE TABLE scheduled_tasks (
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
INSERT INTO scheduled_tasks VALUES('sync arxiv','recurring',NULL,1795860942070,0,NULL,1795860642070,NULL,0,NULL,3,NULL);
CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");
CREATE INDEX paper_by_title_key on paper (title_key);
CREATE INDEX paper_by_main_title_key on paper (main_title_key) where main_title_key is not null;
CREATE INDEX paper_by_day on paper (day);
CREATE INDEX paper_by_category on paper (category);
CREATE INDEX identifier_by_paper on identifier (paper);
CREATE INDEX appearance_by_paper on appearance (paper);
CREATE INDEX source_record_by_paper on source_record (paper);
CREATE INDEX source_record_by_title_key on source_record (title_key) where title_key is not null;
CREATE INDEX source_record_by_main_title_key on source_record (main_title_key) where main_title_key is not null;
CREATE INDEX embedding_queue_by_day on embedding_queue (day, paper);
CREATE INDEX announcement_by_day on announcement (source, day, part, kind, name);
CREATE INDEX tally_by_day on tally (source, day);
CREATE INDEX scheduled_tasks_by_time on scheduled_tasks (execution_time);
COMMIT;
