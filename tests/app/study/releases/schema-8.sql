BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'study','m001_log','2026-11-23 19:25:37.588803+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'study','m002_projections','2026-11-23 19:25:37.614087+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'study','m003_overruled','2026-11-23 19:25:37.614990+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'study','m004_totals','2026-11-23 19:25:37.615553+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'study','m005_candidates','2026-11-23 19:25:37.615871+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'study','m006_aid','2026-11-23 19:25:37.616225+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'study','m007_marks','2026-11-23 19:25:37.625702+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'study','m008_confidence','2026-11-23 19:25:37.626216+00:00');
CREATE TABLE answer (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    utc_offset INTEGER NOT NULL,    -- minutes, of the learner's clock: gives the local date
    session TEXT NOT NULL REFERENCES session(id),
    transition TEXT NOT NULL,
    skill TEXT NOT NULL,
    key_points TEXT NOT NULL,       -- JSON list of ids
    question TEXT NOT NULL,         -- its words at that time
    question_id TEXT NOT NULL,      -- of a guide's question or of one in table question
    origin TEXT NOT NULL,           -- authored, model
    format TEXT NOT NULL,           -- short, choice
    text TEXT NOT NULL,
    options TEXT NOT NULL,          -- JSON list of texts, in the order shown
    seconds REAL NOT NULL
);
INSERT INTO "answer" VALUES('01KJPRZB00RCEGNPPB9Y2ANDPX','2026-03-02T08:00:00.000000+00:00',60,'01KJPRZB00RCDPYYXT65AVA6JY','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01KJPRZB00RCG67S1Y3WV0DQDC','2026-03-02T08:00:00.000000+00:00',60,'01KJPRZB00RCDPYYXT65AVA6JY','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01KJPS4KR0W9HQ8BS714XBN7Y4','2026-03-02T08:02:52.800000+00:00',60,'01KJPRZB00RCDPYYXT65AVA6JY','mle','evaluation','["leak","bias","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.22696886436176555434e+01);
INSERT INTO "answer" VALUES('01KJPS4KR0W9J2B2XDSQWS2XD2','2026-02-28T08:02:52.800000+00:00',60,'01KJPRZB00RCDPYYXT65AVA6JY','mle','evaluation','["bias","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.11857870370465519761e+01);
INSERT INTO "answer" VALUES('01KJPS4KR0W9JB62FY4NHTR4BG','2026-02-28T08:05:45.600000+00:00',60,'01KJPRZB00RCDPYYXT65AVA6JY','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.58151165743015766898e+01);
INSERT INTO "answer" VALUES('01KJPSYZG008NG9BSJDJHXBSMC','2026-03-02T08:17:16.800000+00:00',60,'01KJPRZB00RCDPYYXT65AVA6JY','mle','evaluation','["bias","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.50884586087288425932e+01);
INSERT INTO "answer" VALUES('01KK7HPXR0J71B4T6A3QR8R17G','2026-03-08T20:20:09.600000+00:00',60,'01KJPRZB00RCDPYYXT65AVA6JY','mle','evaluation','["drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.45159620684389381031e+01);
INSERT INTO "answer" VALUES('01KK7J6R006RASAAQHD1887MK0','2026-03-08T20:28:48.000000+00:00',60,'01KJPRZB00RCDPYYXT65AVA6JY','mle','evaluation','["split","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.876612652505504286e+01);
INSERT INTO "answer" VALUES('01KK7J6R006RBEQPVTAQSP6JPT','2026-03-06T20:28:48.000000+00:00',60,'01KJPRZB00RCDPYYXT65AVA6JY','mle','evaluation','["bias","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.50193221897894080285e+00);
INSERT INTO "answer" VALUES('01KK7J6R006RCCTFXB17BSZGHG','2026-03-08T08:28:48.000000+00:00',60,'01KJPRZB00RCDPYYXT65AVA6JY','mle','evaluation','["bias","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',40.9802633546052);
INSERT INTO "answer" VALUES('01KK7J6R006RCMV17ADDWMBRMT','2026-03-08T08:28:48.000000+00:00',-660,'01KJPRZB00RCDPYYXT65AVA6JY','mle','evaluation','["leak","drift","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.89691151139798037678e+01);
INSERT INTO "answer" VALUES('01KMAAX0006HQNKRJ0MSBE6QG2','2026-03-22T08:34:33.600000+00:00',-660,'01KJPRZB00RCDPYYXT65AVA6JY','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.48417655824244434361e+01);
INSERT INTO "answer" VALUES('01KNBT7KR05XE9427SX395ZXK4','2026-04-04T08:37:26.400000+00:00',-660,'01KJPRZB00RCDZDXPRPQDAQBQ4','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01KND3DZ805P5S0XMCNFNKTJZW','2026-04-04T20:37:26.400000+00:00',-660,'01KNBT7KR05XFJ6P0SN9CH9ZYG','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',58.8277965218906);
INSERT INTO "answer" VALUES('01KNFP57R07QTYD37HWCSZJ7YH','2026-04-05T20:43:12.000086+00:00',-660,'01KNBT7KR05XFJ6P0SN9CH9ZYG','mle','evaluation','["split","leak","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',83.2527256451663);
INSERT INTO "answer" VALUES('01KNFPAGG036EXQMDDH0ZJ1GCF','2026-04-05T20:46:04.800086+00:00',-660,'01KNBT7KR05XFJ6P0SN9CH9ZYG','mle','evaluation','["drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.65862883580557216598e+01);
INSERT INTO "answer" VALUES('01KNFPFS80Z3T2D16ZHGJQ3QG1','2026-04-05T20:48:57.600086+00:00',-660,'01KNBT7KR05XFJ6P0SN9CH9ZYG','mle','evaluation','["leak","bias","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.02854759202570598128e+01);
INSERT INTO "answer" VALUES('01KNFPN2002XANEM7B0H93NDTY','2026-04-05T20:51:50.400086+00:00',-660,'01KNBT7KR05XFJ6P0SN9CH9ZYG','mle','evaluation','["leak","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.98706527080561699003e+01);
INSERT INTO "answer" VALUES('01KP30SQ80R4P1VEFGG8J02AWX','2026-04-13T08:54:43.200086+00:00',-660,'01KNBT7KR05XFJ6P0SN9CH9ZYG','mle','evaluation','["leak","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.82048513251075263488e+01);
INSERT INTO "answer" VALUES('01KP5MGM80AK72FVWYFK1MC8RE','2026-04-12T21:17:45.600086+00:00',345,'01KNBT7KR05XFJ6P0SN9CH9ZYG','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.83570128876181435382e+01);
INSERT INTO "answer" VALUES('01KP5MGM80AKAB9MK7MHYRYZWW','2026-04-13T09:26:24.000172+00:00',345,'01KNBT7KR05XFJ6P0SN9CH9ZYG','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.50416633550593132912e+01);
INSERT INTO "answer" VALUES('01KSF79XG01PVN9DZMP9HD2YGA','2026-05-25T09:26:24.000172+00:00',345,'01KJPRZB00RCDZDXPRPQDAQBQ4','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01KSYNP7G0V6F98D28NHBWZ1XC','2026-05-31T09:26:24.000172+00:00',345,'01KSF79XG01PWA4VGVD1S2QGNV','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.48374245116401226596e+01);
INSERT INTO "answer" VALUES('01KT53V9R0T8AVZHPNQDS693FC','2026-06-02T21:29:16.800172+00:00',345,'01KSF79XG01PWA4VGVD1S2QGNV','mle','evaluation','["drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',31.7807459653291);
INSERT INTO "answer" VALUES('01KXC3XAG083F19DYX0PQNAQAZ','2026-07-12T21:32:09.600172+00:00',345,'01KSF79XG01PWA4VGVD1S2QGNV','mle','evaluation','["bias","split","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.35413828297147915708e+01);
INSERT INTO "answer" VALUES('01KXC42K808V0X8SAHP8N3M3KY','2026-07-12T21:35:02.400172+00:00',345,'01KSF79XG01PWA4VGVD1S2QGNV','mle','evaluation','["drift","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.74342062807204314358e+01);
INSERT INTO "answer" VALUES('01KXY565R0T2YAK7NWHJ9H4J17','2026-07-19T21:40:48.000172+00:00',-660,'01KSF79XG01PWA4VGVD1S2QGNV','mle','evaluation','["split","leak","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.33589267733679548664e+01);
INSERT INTO "answer" VALUES('01KXY5BEG01A21W29CP65HXJVQ','2026-07-19T21:43:40.800172+00:00',-660,'01KSF79XG01PWA4VGVD1S2QGNV','mle','evaluation','["drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.05815782747226450055e+01);
INSERT INTO "answer" VALUES('01KYG6F100XW3QSYD8DT37D1K3','2026-07-26T21:49:26.400172+00:00',-660,'01KSF79XG01PWA4VGVD1S2QGNV','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',65.005286708925);
INSERT INTO "answer" VALUES('01KYHFTN80PV9F9KQ37TB6DA1V','2026-07-27T09:52:19.200172+00:00',-660,'01KSF79XG01PWA4VGVD1S2QGNV','mle','evaluation','["split","drift","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.52765108556148518923e+01);
INSERT INTO "answer" VALUES('01KYJS10R07NYDN0HD4X7FW4GM','2026-07-27T21:52:19.200172+00:00',-660,'01KSF79XG01PWA4VGVD1S2QGNV','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.84666551898942046241e+01);
INSERT INTO "answer" VALUES('01KYJS69G0XK4509EF38ZW1DAC','2026-07-27T21:55:12.000172+00:00',-660,'01KSF79XG01PWA4VGVD1S2QGNV','mle','evaluation','["drift","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.42557102341390518063e+01);
INSERT INTO "answer" VALUES('01KZDTVN8038JMH5XVEXPEFD1Z','2026-08-07T10:03:50.400172+00:00',-660,'01KSF79XG01PWA4VGVD1S2QGNV','mle','evaluation','["drift","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.9819289332216030175e+01);
INSERT INTO "answer" VALUES('01KZDVBFG0ECZ3HDAMJMJ3CWGE','2026-08-07T10:12:28.800172+00:00',-660,'01KJPRZB00RCDZDXPRPQDAQBQ4','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01KZGDR6G019ZCVPVA8PA3Z7BM','2026-08-08T10:12:28.800172+00:00',-660,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["bias","drift","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.08157452423742839187e+01);
INSERT INTO "answer" VALUES('01KZZW4GG038AK9S43K0Y7BCD0','2026-08-14T10:12:28.800172+00:00',-660,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.20012854306758924832e+01);
INSERT INTO "answer" VALUES('01KZZW9S80VKGEM8EKAQ8V0YPW','2026-08-14T10:15:21.600172+00:00',-660,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["leak","drift","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.78826140343747255192e+01);
INSERT INTO "answer" VALUES('01KZZW9S80VKHEHCPRAQD002E9','2026-08-14T10:15:21.600258+00:00',-660,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.73105523475184455151e+01);
INSERT INTO "answer" VALUES('01KZZWSKG09J2K1ZTXECX7KE3V','2026-08-12T10:24:00.000258+00:00',-660,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["drift","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.97135685648750325071e+01);
INSERT INTO "answer" VALUES('01KZZWSKG09J3BEYSXSPWPZWH0','2026-08-12T10:32:38.400258+00:00',-660,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["leak","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.30998299131214395157e+01);
INSERT INTO "answer" VALUES('01KZZWSKG09J4C1MTRJ6M7ZNVK','2026-08-12T10:41:16.800258+00:00',-660,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.37676080075857569799e+01);
INSERT INTO "answer" VALUES('01KZZWSKG09J4R4H17WDMNZKK8','2026-08-12T22:41:16.800258+00:00',-660,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.88862568949008107193e+01);
INSERT INTO "answer" VALUES('01KZZWSKG09J5KJ5EVZM3BG0E1','2026-08-12T22:44:09.600258+00:00',-660,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.95693282740798153458e+01);
INSERT INTO "answer" VALUES('01KZZWSKG09J654D45TXGKGCBT','2026-08-13T22:44:09.600258+00:00',-660,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["split","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.22718081729027979061e+01);
INSERT INTO "answer" VALUES('01M35MT60092RT55GEYQN4K8W9','2026-09-22T22:47:02.400258+00:00',-660,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',9.73729905144539742423e+00);
INSERT INTO "answer" VALUES('01M35MT60092S6YFATZRKKRC7V','2026-09-22T22:47:02.400344+00:00',-660,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["leak","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.43129904287980380672e+00);
INSERT INTO "answer" VALUES('01M36Y0HG064ST68WAD0C2PXXR','2026-09-23T10:47:02.400344+00:00',-660,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["drift","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.76181928825553697488e+01);
INSERT INTO "answer" VALUES('01M36Y0HG064T3Z36TMNQQSW27','2026-09-23T10:47:02.400344+00:00',345,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["split","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.95422455707418265538e+01);
INSERT INTO "answer" VALUES('01M3QNXRG0K5VY22EAVNWPWZK2','2026-09-29T22:52:48.000430+00:00',345,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.4073701352044324154e+01);
INSERT INTO "answer" VALUES('01M3RZ44002H0MX6W29HHF32PG','2026-09-30T10:52:48.000430+00:00',345,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.18505608947781482243e+01);
INSERT INTO "answer" VALUES('01MA6YXM00DGQT3TMJEZFSY4VD','2026-12-19T10:52:48.000430+00:00',345,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["leak","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.58523534386996942666e+01);
INSERT INTO "answer" VALUES('01MA9HAB00NMCAZEPY0948M7CS','2026-12-20T10:52:48.000430+00:00',345,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.50496819039705087561e+01);
INSERT INTO "answer" VALUES('01MA9HAB00NMCTGT1YCC31PT8E','2026-12-20T10:52:48.000516+00:00',345,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["split","leak","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.70826161567637484477e+01);
INSERT INTO "answer" VALUES('01MAEP3S00S3WVKXCCH89C2EQV','2026-12-22T10:52:48.000516+00:00',345,'01KZDVBFG0ED05BZB232TACQX1','mle','evaluation','["split","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.13632420033712335796e+01);
INSERT INTO "answer" VALUES('01MAEP91R0BGQCA3NDTB4FVWKE','2026-12-22T10:55:40.800516+00:00',345,'01KJPRZB00RCDZDXPRPQDAQBQ4','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
CREATE TABLE basis (                -- what the cards were computed with
    id INTEGER PRIMARY KEY CHECK (id = 1),
    rules TEXT NOT NULL,
    desired_retention REAL NOT NULL
);
INSERT INTO "basis" VALUES(1,'{"enable_fuzzing": false, "learning_steps": [60, 600], "maximum_interval": 36500, "parameters": [0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542], "relearning_steps": [600]}',0.9);
CREATE TABLE candidate (            -- a question that a model worded, shown or not
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    transition TEXT NOT NULL,
    key_point TEXT NOT NULL,
    angle TEXT NOT NULL,            -- recall, why, compare, choose, debug, estimate
    text TEXT NOT NULL,
    options TEXT NOT NULL,          -- JSON list of texts, the right one first; empty for short
    model TEXT NOT NULL,
    prompt_version TEXT NOT NULL,
    seconds REAL NOT NULL,          -- for writing and checking it
    refused_by TEXT,                -- name of a check; none when it was accepted
    reason TEXT,                    -- in that check's words
    question TEXT REFERENCES question(id)   -- what it became when it was accepted
);
INSERT INTO "candidate" VALUES('01KJPRZB00RCE8Z1W8DHQWGD10','2026-03-02T08:00:00.000000+00:00','mle','leak','why','Why do leaks matter?','[]','tiny','question-why/1',21.5,NULL,NULL,'01KJPRZB00RCE6JGCSXRDHDFCJ');
INSERT INTO "candidate" VALUES('01KJPRZB00RCEA9W64XJG5HXQE','2026-03-02T08:00:00.000000+00:00','mle','leak','why','Why do leaks matter?','[]','tiny','question-why/1',21.5,'is_new','repeats a question',NULL);
CREATE TABLE card (
    transition TEXT NOT NULL,
    key_point TEXT NOT NULL,
    skill TEXT NOT NULL,
    state INTEGER NOT NULL,         -- 1 learning, 2 review, 3 relearning
    step INTEGER,
    stability REAL NOT NULL,        -- days
    difficulty REAL NOT NULL,       -- 1 to 10
    due TEXT NOT NULL,
    last_review TEXT NOT NULL,
    introduced TEXT NOT NULL,       -- the learner's date
    reps INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    PRIMARY KEY (transition, key_point)
) WITHOUT ROWID;
INSERT INTO "card" VALUES('another','elsewhere','evaluation',2,NULL,2.79563418660258321333e+02,2.10433139084644826866e+00,'2027-09-28T10:55:40.800516+00:00','2026-12-22T10:55:40.800516+00:00','2026-05-25',3,0);
INSERT INTO "card" VALUES('mle','bias','evaluation',3,0,2.54282491064095683697e+00,9.85947118155875479317e+00,'2026-09-23T10:57:02.400344+00:00','2026-09-23T10:47:02.400344+00:00','2026-02-28',12,3);
INSERT INTO "card" VALUES('mle','drift','evaluation',2,NULL,4.23841395151421380677e+01,9.53549164431640861039e+00,'2026-11-04T10:47:02.400344+00:00','2026-09-23T10:47:02.400344+00:00','2026-03-02',14,2);
INSERT INTO "card" VALUES('mle','leak','evaluation',3,0,1.14160928785094117898e+00,9.85130461317739225535e+00,'2026-08-14T10:25:21.600172+00:00','2026-08-14T10:15:21.600172+00:00','2026-03-02',9,2);
INSERT INTO "card" VALUES('mle','split','evaluation',3,0,2.82819219700157686858e+00,9.50448294794437842369e+00,'2026-09-23T11:02:02.400344+00:00','2026-09-23T10:47:02.400344+00:00','2026-02-28',12,2);
CREATE TABLE confidence (           -- how sure the learner was, before the verdict
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL REFERENCES answer(id),
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3)    -- guessing, fairly sure, certain
) WITHOUT ROWID;
INSERT INTO "confidence" VALUES('01KJPRZB00RCF4T7M7T08SJX71','2026-03-02T08:00:00.000000+00:00','01KJPRZB00RCEGNPPB9Y2ANDPX',3);
CREATE TABLE day (                  -- whole milliseconds, because sums of floats depend on order
    transition TEXT NOT NULL,
    skill TEXT NOT NULL,            -- for reading: the document
    day TEXT NOT NULL,              -- the learner's date
    answers INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    reading_milliseconds INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    recalled INTEGER NOT NULL,      -- reviews rated better than Again
    graded INTEGER NOT NULL,        -- answers with a verdict of the engine
    overruled INTEGER NOT NULL,     -- answers of those whose verdict the learner overruled
    PRIMARY KEY (transition, skill, day)
) WITHOUT ROWID;
INSERT INTO "day" VALUES('','notes/own.md','2026-03-02',0,0,61500,0,0,0,0);
INSERT INTO "day" VALUES('another','evaluation','2026-05-25',1,12500,0,1,1,1,0);
INSERT INTO "day" VALUES('another','evaluation','2026-08-06',1,12500,0,1,1,1,0);
INSERT INTO "day" VALUES('another','evaluation','2026-12-22',1,12500,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-02-28',2,137001,0,6,4,2,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-03-02',4,122358,0,4,3,2,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-03-06',1,7502,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-03-07',1,58969,0,3,3,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-03-08',2,105496,30500,2,2,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-04-04',1,58828,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-04-05',3,130124,0,7,3,2,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-04-13',0,0,30500,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-05-31',1,24837,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-07-13',2,110975,0,7,6,2,1);
INSERT INTO "day" VALUES('mle','evaluation','2026-07-19',2,123941,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-07-26',1,25277,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-07-27',2,62723,0,3,3,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-08-06',1,79819,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-08-07',1,50816,0,4,4,1,1);
INSERT INTO "day" VALUES('mle','evaluation','2026-08-11',3,136582,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-08-12',1,78886,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-08-13',3,147195,0,4,2,2,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-09-22',3,53786,0,5,3,2,1);
INSERT INTO "day" VALUES('mle','evaluation','2026-09-30',2,85925,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-12-19',1,55852,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-12-20',1,75050,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-12-22',1,11363,0,0,0,0,0);
CREATE TABLE day_total (            -- sums of table day
    day TEXT NOT NULL PRIMARY KEY,
    answers INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    reading_milliseconds INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    recalled INTEGER NOT NULL,
    graded INTEGER NOT NULL,
    overruled INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO "day_total" VALUES('2026-02-28',2,137001,0,6,4,2,0);
INSERT INTO "day_total" VALUES('2026-03-02',4,122358,61500,4,3,2,0);
INSERT INTO "day_total" VALUES('2026-03-06',1,7502,0,1,1,1,0);
INSERT INTO "day_total" VALUES('2026-03-07',1,58969,0,3,3,1,0);
INSERT INTO "day_total" VALUES('2026-03-08',2,105496,30500,2,2,1,0);
INSERT INTO "day_total" VALUES('2026-04-04',1,58828,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-04-05',3,130124,0,7,3,2,0);
INSERT INTO "day_total" VALUES('2026-04-13',0,0,30500,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-05-25',1,12500,0,1,1,1,0);
INSERT INTO "day_total" VALUES('2026-05-31',1,24837,0,1,1,1,0);
INSERT INTO "day_total" VALUES('2026-07-13',2,110975,0,7,6,2,1);
INSERT INTO "day_total" VALUES('2026-07-19',2,123941,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-07-26',1,25277,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-07-27',2,62723,0,3,3,1,0);
INSERT INTO "day_total" VALUES('2026-08-06',2,92319,0,1,1,1,0);
INSERT INTO "day_total" VALUES('2026-08-07',1,50816,0,4,4,1,1);
INSERT INTO "day_total" VALUES('2026-08-11',3,136582,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-08-12',1,78886,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-08-13',3,147195,0,4,2,2,0);
INSERT INTO "day_total" VALUES('2026-09-22',3,53786,0,5,3,2,1);
INSERT INTO "day_total" VALUES('2026-09-30',2,85925,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-12-19',1,55852,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-12-20',1,75050,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-12-22',2,23863,0,1,1,1,0);
CREATE TABLE feedback (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL REFERENCES verdict(id),
    text TEXT NOT NULL,
    origin TEXT NOT NULL            -- authored, model
);
INSERT INTO "feedback" VALUES('01KKBDSTG0HQMREBDFF40PWW8S','2026-03-10T08:28:48.000000+00:00','01KK7J6R006RBNVF2TZ3V3BWYJ','You left out why.','model');
INSERT INTO "feedback" VALUES('01KNFPN2002XAQGD16K57YGQPA','2026-04-05T20:51:50.400086+00:00','01KNFNZZ00XX1ZHYSSFXAYFTE1','You left out why.','model');
INSERT INTO "feedback" VALUES('01KP5MGM80AKAKE6SSYB7BG6HY','2026-04-13T09:26:24.000172+00:00','01KP5MGM80AK8XMM9QJ73PQVFJ','You left out why.','model');
INSERT INTO "feedback" VALUES('01KYDM2A00NMX11NVZ10BRZ7CY','2026-07-25T21:49:26.400172+00:00','01KYDKQRG0QF73V0PGYGNK4H9T','You left out why.','model');
INSERT INTO "feedback" VALUES('01KZZW9S80VKHDE8KPBZQRJBV7','2026-08-14T10:15:21.600172+00:00','01KZZW9S80VKGGBAXB5EVHK7CE','You left out why.','model');
INSERT INTO "feedback" VALUES('01M36YB300Y4PW898R4ZXGGHS1','2026-09-23T10:52:48.000430+00:00','01M36YB300Y4N775RHMEN61NTQ','You left out why.','model');
CREATE TABLE flag (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    question_id TEXT NOT NULL,
    question TEXT NOT NULL,
    reason TEXT NOT NULL,
    answer TEXT REFERENCES answer(id)
);
INSERT INTO "flag" VALUES('01KKBDSTG0HQMAHVV49ZXPR882','2026-03-10T08:28:48.000000+00:00','q1','?','vague',NULL);
INSERT INTO "flag" VALUES('01KP5MGM80AKB1DH5AD67WSC8R','2026-04-13T21:26:24.000172+00:00','q3','?','vague',NULL);
INSERT INTO "flag" VALUES('01KYDM2A00NMX2Y85VRT2WJFZC','2026-07-25T21:49:26.400172+00:00','q1','?','vague',NULL);
CREATE TABLE follow_up (            -- an answer to a narrower question, which is no review
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL REFERENCES answer(id),
    follows TEXT NOT NULL REFERENCES answer(id)     -- the one that missed something
) WITHOUT ROWID;
INSERT INTO "follow_up" VALUES('01KJPRZB00RCGME0B6YKWFWKEK','2026-03-02T08:00:00.000000+00:00','01KJPRZB00RCG67S1Y3WV0DQDC','01KJPRZB00RCEGNPPB9Y2ANDPX');
CREATE TABLE hint (                 -- shown before the answer was given
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL REFERENCES answer(id),
    step INTEGER NOT NULL,          -- 1 to 3; each tells more than the one before
    text TEXT NOT NULL,
    origin TEXT NOT NULL            -- authored, model
);
INSERT INTO "hint" VALUES('01KJPRZB00RCEQA30WYM1C5NQF','2026-03-02T08:00:00.000000+00:00','01KJPRZB00RCEGNPPB9Y2ANDPX',1,'It has to do with what was seen before.','authored');
CREATE TABLE mark (                 -- a passage that the learner highlighted, perhaps with a note
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    transition TEXT NOT NULL,       -- empty for a document of the learner's own
    document TEXT NOT NULL,         -- a slug as in table reading; for an own document its path
    quote TEXT NOT NULL,
    prefix TEXT NOT NULL,           -- what stood right before the quote
    suffix TEXT NOT NULL,           -- and right after it
    start INTEGER NOT NULL,         -- characters before it at that time: which of equal passages
    look TEXT NOT NULL,             -- how it is highlighted
    note TEXT NOT NULL              -- empty for a mere highlight
);
INSERT INTO "mark" VALUES('01KJPRZB00RCGSF3WNE8BH4J72','2026-03-02T08:00:00.000000+00:00','mle','evaluation','keep a test set apart','Always ',' from the others.',7,'amber','');
INSERT INTO "mark" VALUES('01KJPRZB00RCH54M214BCS0A60','2026-03-02T08:00:00.000000+00:00','','notes/own.md','gone','','',0,'green','a note');
CREATE TABLE mark_change (          -- of those of one mark the last that is not undone holds
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    mark TEXT NOT NULL REFERENCES mark(id),
    look TEXT NOT NULL,
    note TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1))
);
INSERT INTO "mark_change" VALUES('01KJPRZB00RCGZ4QXVHAVVR85A','2026-03-02T08:00:00.000000+00:00','01KJPRZB00RCGSF3WNE8BH4J72','blue','Which others?',0);
INSERT INTO "mark_change" VALUES('01KJPRZB00RCJ6R5KWHV8J41HN','2026-03-02T08:00:00.000000+00:00','01KJPRZB00RCH54M214BCS0A60','green','a note',1);
CREATE TABLE milestone (            -- cards as they were; one may be missing, none may be wrong
    transition TEXT NOT NULL,
    key_point TEXT NOT NULL,
    answer TEXT NOT NULL,           -- the last one that the card takes into account
    skill TEXT NOT NULL,
    state INTEGER NOT NULL,
    step INTEGER,
    stability REAL NOT NULL,
    difficulty REAL NOT NULL,
    due TEXT NOT NULL,              -- by the desired retention of that time
    last_review TEXT NOT NULL,
    introduced TEXT NOT NULL,
    reps INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    PRIMARY KEY (transition, key_point, answer)
) WITHOUT ROWID;
INSERT INTO "milestone" VALUES('mle','bias','01KK7J6R006RCMV17ADDWMBRMT','evaluation',2,NULL,2.21395081115617884401e+01,5.32816966720019369319e+00,'2026-03-30T08:28:48.000000+00:00','2026-03-08T08:28:48.000000+00:00','2026-02-28',4,0);
INSERT INTO "milestone" VALUES('mle','bias','01KXC42K808V0X8SAHP8N3M3KY','evaluation',2,NULL,2.8295064110743247455e+01,8.93847518862371615e+00,'2026-08-09T21:35:02.400172+00:00','2026-07-12T21:35:02.400172+00:00','2026-02-28',8,1);
INSERT INTO "milestone" VALUES('mle','bias','01M36Y0HG064ST68WAD0C2PXXR','evaluation',3,0,2.54282491064095683697e+00,9.85947118155875479317e+00,'2026-09-23T10:57:02.400344+00:00','2026-09-23T10:47:02.400344+00:00','2026-02-28',12,3);
INSERT INTO "milestone" VALUES('mle','drift','01KJPSYZG008NG9BSJDJHXBSMC','evaluation',2,NULL,9.90439465015730569064e+00,6.00303522558694258037e+00,'2026-03-12T08:17:16.800000+00:00','2026-03-02T08:17:16.800000+00:00','2026-03-02',4,1);
INSERT INTO "milestone" VALUES('mle','drift','01KNFPFS80Z3T2D16ZHGJQ3QG1','evaluation',3,0,0.661393548000866,9.59418859103607779559e+00,'2026-04-05T20:58:57.600086+00:00','2026-04-05T20:48:57.600086+00:00','2026-03-02',8,2);
INSERT INTO "milestone" VALUES('mle','drift','01KZGDR6G019ZCVPVA8PA3Z7BM','evaluation',2,NULL,1.41244976709402845216e+01,9.67735377114994399505e+00,'2026-08-22T10:12:28.800172+00:00','2026-08-08T10:12:28.800172+00:00','2026-03-02',12,2);
INSERT INTO "milestone" VALUES('mle','leak','01KNFPFS80Z3T2D16ZHGJQ3QG1','evaluation',2,NULL,1.24574334074057357923e+00,8.77916217644797,'2026-04-06T20:48:57.600086+00:00','2026-04-05T20:48:57.600086+00:00','2026-03-02',4,0);
INSERT INTO "milestone" VALUES('mle','leak','01KZGDR6G019ZCVPVA8PA3Z7BM','evaluation',2,NULL,7.79377078714190218988e+00,9.59255696156949788644e+00,'2026-08-16T10:12:28.800172+00:00','2026-08-08T10:12:28.800172+00:00','2026-03-02',8,1);
INSERT INTO "milestone" VALUES('mle','split','01KK7J6R006RCMV17ADDWMBRMT','evaluation',2,NULL,4.26552886055668238878e+01,1.99446196175471102129e+00,'2026-04-20T08:28:48.000000+00:00','2026-03-08T08:28:48.000000+00:00','2026-02-28',4,0);
INSERT INTO "milestone" VALUES('mle','split','01KYJS69G0XK4509EF38ZW1DAC','evaluation',2,NULL,3.49314872515897789639e+01,8.4065398441649765715e+00,'2026-08-31T21:55:12.000172+00:00','2026-07-27T21:55:12.000172+00:00','2026-02-28',8,1);
INSERT INTO "milestone" VALUES('mle','split','01M36Y0HG064ST68WAD0C2PXXR','evaluation',3,0,2.82819219700157686858e+00,9.50448294794437842369e+00,'2026-09-23T11:02:02.400344+00:00','2026-09-23T10:47:02.400344+00:00','2026-02-28',12,2);
CREATE TABLE overrule (             -- the learner's own verdict; its ratings are reviews
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL REFERENCES verdict(id),
    answer TEXT NOT NULL REFERENCES answer(id),
    judgements TEXT NOT NULL        -- JSON object: key point to judgement
);
INSERT INTO "overrule" VALUES('01KP5KP8G0XA96VRRK2SPPV5SC','2026-04-13T09:03:21.600086+00:00','01KP5KP8G0XA75RG8T81TFCXPH','01KNFP57R07QTYD37HWCSZJ7YH','{"bias":"contradicted","split":"contradicted"}');
INSERT INTO "overrule" VALUES('01KT188780C0CAD9YMYS3NEKY4','2026-06-01T09:29:16.800172+00:00','01KP6Y6T00WDN797NCADT3AHRK','01KP5MGM80AKAB9MK7MHYRYZWW','{"leak":"covered","drift":"partly","split":"missed"}');
INSERT INTO "overrule" VALUES('01KYDKX180QNFVS4S6KNEAWKVQ','2026-07-25T21:46:33.600172+00:00','01KYDKQRG0QF73V0PGYGNK4H9T','01KXC42K808V0X8SAHP8N3M3KY','{"leak":"contradicted","split":"missed"}');
INSERT INTO "overrule" VALUES('01KYYCA2G0539M0D1277MQMSQD','2026-08-01T10:00:57.600172+00:00','01KP5MBBG0W7ZJBTP7YC3561BC','01KNFPFS80Z3T2D16ZHGJQ3QG1','{"leak":"missed","split":"covered"}');
INSERT INTO "overrule" VALUES('01KZZWSKG09J2QRFKSXTJCWKTA','2026-08-12T10:26:52.800258+00:00','01KZZWF200MTJQ22GN2PZA2MZK','01KZZW9S80VKGEM8EKAQ8V0YPW','{"split":"covered"}');
INSERT INTO "overrule" VALUES('01KZZWSKG09J4S7HRJ0C44GP5D','2026-08-12T22:41:16.800258+00:00','01KZZW9S80VKGGBAXB5EVHK7CE','01KZGDR6G019ZCVPVA8PA3Z7BM','{"drift":"missed"}');
INSERT INTO "overrule" VALUES('01M6ZZ0W00WK2PXC9VRRDRVQBH','2026-11-09T10:52:48.000430+00:00','01M36Y5T80VFMQH00GQ4JQTTQZ','01M35MT60092S6YFATZRKKRC7V','{"bias":"contradicted","split":"partly"}');
CREATE TABLE question (             -- worded by a model; authored ones stand in the guides
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    transition TEXT NOT NULL,
    key_point TEXT NOT NULL,
    text TEXT NOT NULL,
    model TEXT NOT NULL,
    prompt_version TEXT NOT NULL
);
INSERT INTO "question" VALUES('01KJPRZB00RCE32TXHEMC2Q2NJ','2026-03-02T08:00:00.000000+00:00','mle','leak','What does a leak do?','tiny','question-1');
INSERT INTO "question" VALUES('01KJPRZB00RCE6JGCSXRDHDFCJ','2026-03-02T08:00:00.000000+00:00','mle','leak','Why do leaks matter?','tiny','question-why/1');
CREATE TABLE reading (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    utc_offset INTEGER NOT NULL,
    transition TEXT NOT NULL,
    document TEXT NOT NULL,         -- a skill's slug for its guide, or the transition's own
    seconds REAL NOT NULL,
    position REAL NOT NULL          -- share of the document above the window, 0 to 1
) WITHOUT ROWID;
INSERT INTO "reading" VALUES('01KJPRZB00RCJBDYA4N3HYD4TY','2026-03-02T08:00:00.000000+00:00',60,'','notes/own.md',61.5,0.25);
INSERT INTO "reading" VALUES('01KK8VD3G03ZAGPN81W11GQEPS','2026-03-09T08:28:48.000000+00:00',-660,'mle','evaluation',30.5,0.5);
INSERT INTO "reading" VALUES('01KMV2FNG0MAX29HKSJGC08KJV','2026-03-28T20:34:33.600000+00:00',-660,'mle','evaluation',0.0001,0.5);
INSERT INTO "reading" VALUES('01KMXMWCG0QBTQ9QXJT10NYX3W','2026-03-28T08:37:26.400000+00:00',-660,'mle','evaluation',0.0,0.5);
INSERT INTO "reading" VALUES('01KP4AAM80X493G4ZW7W0DPEPE','2026-04-13T21:00:28.800086+00:00',-660,'mle','evaluation',30.5,0.5);
CREATE TABLE reading_place (        -- where reading stopped, whatever the size of window and type
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    reading TEXT NOT NULL REFERENCES reading(id),
    letters REAL NOT NULL           -- above the window, white space not counted
) WITHOUT ROWID;
INSERT INTO "reading_place" VALUES('01KJPRZB00RCJKJ87RD93085Z8','2026-03-02T08:00:00.000000+00:00','01KJPRZB00RCJBDYA4N3HYD4TY',1234.5);
CREATE TABLE rerate (               -- the learner's own rating, which is a review
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL REFERENCES answer(id)
) WITHOUT ROWID;
INSERT INTO "rerate" VALUES('01KJPS4KR0W9HV06EJ0ABED8J4','2026-02-28T08:02:52.800000+00:00','01KJPS4KR0W9HQ8BS714XBN7Y4');
INSERT INTO "rerate" VALUES('01KK7J1F80ZP0XV6RXV6VF81GA','2026-03-08T20:25:55.200000+00:00','01KJPS4KR0W9JB62FY4NHTR4BG');
INSERT INTO "rerate" VALUES('01KMXMWCG0QBT07807QF9YDNW7','2026-03-27T20:37:26.400000+00:00','01KK7J6R006RASAAQHD1887MK0');
INSERT INTO "rerate" VALUES('01KMXMWCG0QBV1Z48VD5TSXEQ7','2026-03-29T08:37:26.400000+00:00','01KK7J6R006RCCTFXB17BSZGHG');
INSERT INTO "rerate" VALUES('01KP0ED080N48KQT26K46FC9SM','2026-04-12T08:54:43.200086+00:00','01KNFPN2002XANEM7B0H93NDTY');
INSERT INTO "rerate" VALUES('01KP5M62R0BSX4KH5ZZ3M7YNT1','2026-04-14T09:12:00.000086+00:00','01KNFPFS80Z3T2D16ZHGJQ3QG1');
INSERT INTO "rerate" VALUES('01KSF79XG01PV186J99ED14GSS','2026-05-25T09:26:24.000172+00:00','01KP5MGM80AKAB9MK7MHYRYZWW');
INSERT INTO "rerate" VALUES('01KSZYWK00DW7H0T2W3M76CVKZ','2026-05-31T21:26:24.000172+00:00','01KP5MGM80AKAB9MK7MHYRYZWW');
INSERT INTO "rerate" VALUES('01KXVJSER0S2QXFN13SN01N8ZW','2026-07-18T21:40:48.000172+00:00','01KNFPFS80Z3T2D16ZHGJQ3QG1');
INSERT INTO "rerate" VALUES('01KYEX8NG04BNR3R7NW41ZHS26','2026-07-26T09:49:26.400172+00:00','01KXY5BEG01A21W29CP65HXJVQ');
INSERT INTO "rerate" VALUES('01KYM2Q6G0ZRNYTMRCEYXCF5P8','2026-07-28T10:00:57.600172+00:00','01KYJS69G0XK4509EF38ZW1DAC');
INSERT INTO "rerate" VALUES('01KZDTPCG0GFGP537PHNCX079E','2026-08-07T10:00:57.600172+00:00','01KP5MGM80AKAB9MK7MHYRYZWW');
INSERT INTO "rerate" VALUES('01KZDV0Y008HEZBTC1AMWGSCT0','2026-08-07T10:06:43.200172+00:00','01KYJS10R07NYDN0HD4X7FW4GM');
INSERT INTO "rerate" VALUES('01KZZW4GG038B2A72KF0QP78ZQ','2026-08-14T10:12:28.800172+00:00','01KZGDR6G019ZCVPVA8PA3Z7BM');
INSERT INTO "rerate" VALUES('01KZZWMAR047CQE6JQ6WY3N9D8','2026-08-14T10:21:07.200258+00:00','01KZZW4GG038AK9S43K0Y7BCD0');
CREATE TABLE review (               -- of those for one answer and key point the last counts
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    source TEXT NOT NULL,           -- id of the verdict, overrule or rerate that it belongs to
    answer TEXT NOT NULL REFERENCES answer(id),
    transition TEXT NOT NULL,
    skill TEXT NOT NULL,
    key_point TEXT NOT NULL,
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4)
) WITHOUT ROWID;
INSERT INTO "review" VALUES('01KJPRZB00RCFQ4JSBFJW751M6','2026-03-02T08:00:00.000000+00:00','01KJPRZB00RCFHYMWFE88E58F9','01KJPRZB00RCEGNPPB9Y2ANDPX','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KJPS4KR0W9HZG9TBNZJT0WW1','2026-02-28T08:02:52.800000+00:00','01KJPS4KR0W9HV06EJ0ABED8J4','01KJPS4KR0W9HQ8BS714XBN7Y4','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KJPS4KR0W9JQK8Y78BJ83F9M','2026-02-28T08:08:38.400000+00:00','01KJPS4KR0W9JGE7A5FGMJYE83','01KJPS4KR0W9J2B2XDSQWS2XD2','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KJPS4KR0W9K3D9A5J2CWD786','2026-02-28T08:08:38.400000+00:00','01KJPS4KR0W9JGE7A5FGMJYE83','01KJPS4KR0W9J2B2XDSQWS2XD2','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01KJPS4KR0W9K65G30YTMCA8K3','2026-02-28T08:08:38.400000+00:00','01KJPS4KR0W9JGE7A5FGMJYE83','01KJPS4KR0W9J2B2XDSQWS2XD2','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KJPS4KR0W9KVYQVBKJYNR364','2026-02-28T20:11:31.200000+00:00','01KJPS4KR0W9KGGVSYZQ5JE6G1','01KJPS4KR0W9J2B2XDSQWS2XD2','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KJPS4KR0W9M0BPJ0PTS45HH0','2026-02-28T20:14:24.000000+00:00','01KJPS4KR0W9KWRKQ8WXG0W0J8','01KJPS4KR0W9J2B2XDSQWS2XD2','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KJPS4KR0W9MDGYKFZXB18NTF','2026-02-28T20:14:24.000000+00:00','01KJPS4KR0W9KWRKQ8WXG0W0J8','01KJPS4KR0W9J2B2XDSQWS2XD2','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KJPS4KR0W9MRB4H6SM9PV5JX','2026-02-28T20:14:24.000000+00:00','01KJPS4KR0W9KWRKQ8WXG0W0J8','01KJPS4KR0W9J2B2XDSQWS2XD2','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KK68B9G0CRM1KB04B5EKSNWN','2026-03-08T08:17:16.800000+00:00','01KK68B9G0CRM0XQHD6N1DR5AT','01KJPSYZG008NG9BSJDJHXBSMC','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KK68GJ80D25BBJJD4WHN2DQN','2026-03-08T08:20:09.600000+00:00','01KK68GJ80D257WTVGBAZ0GW1N','01KJPS4KR0W9JB62FY4NHTR4BG','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KK7J1F80ZP0Z0T78Q9H6ER1Q','2026-03-08T20:25:55.200000+00:00','01KK7J1F80ZP0XV6RXV6VF81GA','01KJPS4KR0W9JB62FY4NHTR4BG','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KK7J6R006RC42FS24YXKGPBX','2026-03-07T08:28:48.000000+00:00','01KK7J6R006RBNVF2TZ3V3BWYJ','01KK7HPXR0J71B4T6A3QR8R17G','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KKBDZ380JKVD6N5G823FGVPT','2026-03-10T08:31:40.800000+00:00','01KKBDZ380JKV6YNDCPKZ8YDK1','01KK7J6R006RBEQPVTAQSP6JPT','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KKNQHZ80B10A0SMBSMDW6ENZ','2026-03-14T08:31:40.800000+00:00','01KKNQHZ80B1084TM9T3AG0D69','01KK7J6R006RCMV17ADDWMBRMT','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KKNQHZ80B10A7PE09DK8H4Z8','2026-03-14T08:31:40.800000+00:00','01KKNQHZ80B1084TM9T3AG0D69','01KK7J6R006RCMV17ADDWMBRMT','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KM7RG900SDHXCNC218X4DNF4','2026-03-21T08:34:33.600000+00:00','01KM7RG900SDHRTPQMM6X9NZ1G','01KK7J6R006RCMV17ADDWMBRMT','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KM7RG900SDJB6C10CYE36MDE','2026-03-21T08:34:33.600000+00:00','01KM7RG900SDHRTPQMM6X9NZ1G','01KK7J6R006RCMV17ADDWMBRMT','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KM7RG900SDJT6PVKVJCE11R5','2026-03-21T08:34:33.600000+00:00','01KM7RG900SDHRTPQMM6X9NZ1G','01KK7J6R006RCMV17ADDWMBRMT','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KMXMWCG0QBSEMGRV6S1X00V3','2026-03-29T20:34:33.600000+00:00','01KMXMWCG0QBS86DA1B86NCY8K','01KK7J6R006RBEQPVTAQSP6JPT','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01KMXMWCG0QBTCVAJWPEN4ZH02','2026-03-27T20:37:26.400000+00:00','01KMXMWCG0QBT07807QF9YDNW7','01KK7J6R006RASAAQHD1887MK0','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01KMXMWCG0QBVE4ZSTA65987ZX','2026-03-29T08:37:26.400000+00:00','01KMXMWCG0QBV1Z48VD5TSXEQ7','01KK7J6R006RCCTFXB17BSZGHG','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01KNBT7KR05XF1K2EMMZ6PV338','2026-04-04T08:37:26.400000+00:00','01KNBT7KR05XENFQHMH38SB15D','01KNBT7KR05XE9427SX395ZXK4','another','evaluation','elsewhere',3);
INSERT INTO "review" VALUES('01KNFNZZ00XX200G2F4BJMD9A7','2026-04-05T20:40:19.200000+00:00','01KNFNZZ00XX1ZHYSSFXAYFTE1','01KMAAX0006HQNKRJ0MSBE6QG2','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KNFNZZ00XX24V0Y6QSW8RFMG','2026-04-05T20:40:19.200000+00:00','01KNFNZZ00XX1ZHYSSFXAYFTE1','01KMAAX0006HQNKRJ0MSBE6QG2','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KNGZVDG0ACCXMGF4F4MRRPJH','2026-04-06T08:51:50.400086+00:00','01KNGZVDG0ACCRR818FBE4ZGC3','01KMAAX0006HQNKRJ0MSBE6QG2','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KNGZVDG0ACD36S8J9PN6D60E','2026-04-06T08:51:50.400086+00:00','01KNGZVDG0ACCRR818FBE4ZGC3','01KMAAX0006HQNKRJ0MSBE6QG2','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KNGZVDG0ACD8GKA40287TGNN','2026-04-06T08:51:50.400086+00:00','01KNGZVDG0ACCRR818FBE4ZGC3','01KMAAX0006HQNKRJ0MSBE6QG2','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KP0ED080N48ZTFW011TKHJPY','2026-04-12T08:54:43.200086+00:00','01KP0ED080N48KQT26K46FC9SM','01KNFPN2002XANEM7B0H93NDTY','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01KP30Z0004J93KSER356M0572','2026-04-13T08:57:36.000086+00:00','01KP30Z0004J8RR0DJBVJ1HGJP','01KNFPFS80Z3T2D16ZHGJQ3QG1','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KP30Z0004J9E5E3R0TD8YN92','2026-04-13T08:57:36.000086+00:00','01KP30Z0004J8RR0DJBVJ1HGJP','01KNFPFS80Z3T2D16ZHGJQ3QG1','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KP30Z0004J9SJ5Q4YQKTE2MV','2026-04-13T08:57:36.000086+00:00','01KP30Z0004J8RR0DJBVJ1HGJP','01KNFPFS80Z3T2D16ZHGJQ3QG1','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KP5KGZR03X63YG359J5CS8GC','2026-04-14T09:00:28.800086+00:00','01KP5KGZR03X5YTAC64NYR9YAJ','01KJPSYZG008NG9BSJDJHXBSMC','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KP5KGZR03X6GBEX0J0PXY83C','2026-04-14T09:00:28.800086+00:00','01KP5KGZR03X5YTAC64NYR9YAJ','01KJPSYZG008NG9BSJDJHXBSMC','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KP5KP8G0XA7C5HZ4WGAW8PYJ','2026-04-14T09:03:21.600086+00:00','01KP5KP8G0XA75RG8T81TFCXPH','01KNFP57R07QTYD37HWCSZJ7YH','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01KP5KP8G0XA7SD767M6BRR8B7','2026-04-14T09:03:21.600086+00:00','01KP5KP8G0XA75RG8T81TFCXPH','01KNFP57R07QTYD37HWCSZJ7YH','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01KP5KP8G0XA88KCF2ZQQ59VBH','2026-04-14T09:03:21.600086+00:00','01KP5KP8G0XA75RG8T81TFCXPH','01KNFP57R07QTYD37HWCSZJ7YH','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01KP5KP8G0XA8NGYE225Q6Y9M4','2026-04-12T09:03:21.600086+00:00','01KP5KP8G0XA8EPBHYCCFXWR73','01KNFPFS80Z3T2D16ZHGJQ3QG1','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KP5KP8G0XA8PY5FZ7ZZGE5BR','2026-04-12T09:03:21.600086+00:00','01KP5KP8G0XA8EPBHYCCFXWR73','01KNFPFS80Z3T2D16ZHGJQ3QG1','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01KP5KP8G0XA9NGP1V1H2QZM64','2026-04-13T09:03:21.600086+00:00','01KP5KP8G0XA96VRRK2SPPV5SC','01KNFP57R07QTYD37HWCSZJ7YH','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01KP5KP8G0XA9PKVKMY22CS94S','2026-04-13T09:03:21.600086+00:00','01KP5KP8G0XA96VRRK2SPPV5SC','01KNFP57R07QTYD37HWCSZJ7YH','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KP5KP8G0XA9S6WBEZ1G66QVE','2026-04-13T09:09:07.200086+00:00','01KP5KP8G0XA9RYFMZFRQKGXAV','01KNFPN2002XANEM7B0H93NDTY','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KP5M62R0BSXJPJXBG1C4JKR5','2026-04-14T09:12:00.000086+00:00','01KP5M62R0BSX4KH5ZZ3M7YNT1','01KNFPFS80Z3T2D16ZHGJQ3QG1','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KP5MBBG0W7ZJEVBTG034GGQH','2026-04-14T09:14:52.800086+00:00','01KP5MBBG0W7ZJBTP7YC3561BC','01KNFPFS80Z3T2D16ZHGJQ3QG1','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01KP5MBBG0W7ZWS1G7GZ91KF8E','2026-04-14T09:14:52.800086+00:00','01KP5MBBG0W7ZJBTP7YC3561BC','01KNFPFS80Z3T2D16ZHGJQ3QG1','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KP5MBBG0W801MAK27SX07TC8','2026-04-14T09:14:52.800086+00:00','01KP5MBBG0W7ZJBTP7YC3561BC','01KNFPFS80Z3T2D16ZHGJQ3QG1','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01KP5MBBG0W80KS291EAPDR0NW','2026-04-14T09:14:52.800086+00:00','01KP5MBBG0W808WPT2DKC6Q3WQ','01KNFPFS80Z3T2D16ZHGJQ3QG1','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01KP5MGM80AK6NT7N0GB2H7AGC','2026-04-12T09:17:45.600086+00:00','01KP5MGM80AK6NSPE0Y0DSVK01','01KNFPFS80Z3T2D16ZHGJQ3QG1','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01KP5MGM80AK6R12MESRCW7VG6','2026-04-12T09:17:45.600086+00:00','01KP5MGM80AK6NSPE0Y0DSVK01','01KNFPFS80Z3T2D16ZHGJQ3QG1','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KP5MGM80AK70GKT1R6PX9E49','2026-04-12T09:17:45.600086+00:00','01KP5MGM80AK6NSPE0Y0DSVK01','01KNFPFS80Z3T2D16ZHGJQ3QG1','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KP5MGM80AK7ZQ20SHE8B8VSN','2026-04-12T21:20:38.400172+00:00','01KP5MGM80AK7NBQ06NS36BQS7','01KNFPN2002XANEM7B0H93NDTY','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KP5MGM80AK8CTWWYSJS767X1','2026-04-12T21:20:38.400172+00:00','01KP5MGM80AK7NBQ06NS36BQS7','01KNFPN2002XANEM7B0H93NDTY','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01KP5MGM80AK8HVMM2SFPJPEWS','2026-04-12T21:20:38.400172+00:00','01KP5MGM80AK7NBQ06NS36BQS7','01KNFPN2002XANEM7B0H93NDTY','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KP5MGM80AK99X5JA8GCK84D5','2026-04-12T21:23:31.200172+00:00','01KP5MGM80AK8XMM9QJ73PQVFJ','01KP30SQ80R4P1VEFGG8J02AWX','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01KP5MGM80AK9PAM5A0MK8X322','2026-04-12T21:23:31.200172+00:00','01KP5MGM80AK8XMM9QJ73PQVFJ','01KP30SQ80R4P1VEFGG8J02AWX','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KP6Y6T00WDNFT9S2EG28W4CT','2026-04-14T21:26:24.000172+00:00','01KP6Y6T00WDN797NCADT3AHRK','01KP5MGM80AKAB9MK7MHYRYZWW','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01KSF79XG01PV94V926GPJ5V2K','2026-05-25T09:26:24.000172+00:00','01KSF79XG01PV186J99ED14GSS','01KP5MGM80AKAB9MK7MHYRYZWW','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KSF79XG01PW3WVCRKQYDN6T3','2026-05-25T09:26:24.000172+00:00','01KSF79XG01PVV0V9BJ95YRHXR','01KSF79XG01PVN9DZMP9HD2YGA','another','evaluation','elsewhere',3);
INSERT INTO "review" VALUES('01KSZYWK00DW7RGPGS2KR437DM','2026-05-31T21:26:24.000172+00:00','01KSZYWK00DW7H0T2W3M76CVKZ','01KP5MGM80AKAB9MK7MHYRYZWW','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KT188780C0CF491JWKAV919P','2026-06-01T09:29:16.800172+00:00','01KT188780C0CAD9YMYS3NEKY4','01KP5MGM80AKAB9MK7MHYRYZWW','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KT188780C0CVFWTRB6ZFA7SR','2026-06-01T09:29:16.800172+00:00','01KT188780C0CAD9YMYS3NEKY4','01KP5MGM80AKAB9MK7MHYRYZWW','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KT188780C0D847Q398YNJ3R3','2026-06-01T09:29:16.800172+00:00','01KT188780C0CAD9YMYS3NEKY4','01KP5MGM80AKAB9MK7MHYRYZWW','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KXC3R1R0AVVJHAXQSSH7XQ45','2026-07-12T21:29:16.800172+00:00','01KXC3R1R0AVV3CR1ECX63R8ZY','01KP30SQ80R4P1VEFGG8J02AWX','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01KXC3R1R0AVVM52E0Z0FPHKYB','2026-07-12T21:29:16.800172+00:00','01KXC3R1R0AVV3CR1ECX63R8ZY','01KP30SQ80R4P1VEFGG8J02AWX','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01KXC3R1R0AVVNGPYS1ENY3016','2026-07-12T21:29:16.800172+00:00','01KXC3R1R0AVV3CR1ECX63R8ZY','01KP30SQ80R4P1VEFGG8J02AWX','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KXC47W00ZNCTAH4CZZ6J1HDS','2026-07-12T21:37:55.200172+00:00','01KXC47W00ZNCCX1XA5XM89SEX','01KXC3XAG083F19DYX0PQNAQAZ','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01KXVJM600R81WZTPEW1VK8AKZ','2026-07-18T21:37:55.200172+00:00','01KXVJM600R81KK8J2527M0VNN','01KT53V9R0T8AVZHPNQDS693FC','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01KXVJSER0S2R3GQRR2BSJG1DM','2026-07-18T21:40:48.000172+00:00','01KXVJSER0S2QXFN13SN01N8ZW','01KNFPFS80Z3T2D16ZHGJQ3QG1','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01KYDKQRG0QF7F8EJPM1MX4BW6','2026-07-25T21:43:40.800172+00:00','01KYDKQRG0QF73V0PGYGNK4H9T','01KXC42K808V0X8SAHP8N3M3KY','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KYDKQRG0QF7J35NWFPYWYZ69','2026-07-25T21:43:40.800172+00:00','01KYDKQRG0QF73V0PGYGNK4H9T','01KXC42K808V0X8SAHP8N3M3KY','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KYDKQRG0QF7KJY1C985VXP04','2026-07-25T21:43:40.800172+00:00','01KYDKQRG0QF73V0PGYGNK4H9T','01KXC42K808V0X8SAHP8N3M3KY','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01KYDKX180QNFY9FMA82RWHXNE','2026-07-25T21:46:33.600172+00:00','01KYDKX180QNFVS4S6KNEAWKVQ','01KXC42K808V0X8SAHP8N3M3KY','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KYDKX180QNFZVC3EHSEAJW6R','2026-07-25T21:46:33.600172+00:00','01KYDKX180QNFVS4S6KNEAWKVQ','01KXC42K808V0X8SAHP8N3M3KY','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KYEX8NG04BNRN35MW73H1G82','2026-07-26T09:49:26.400172+00:00','01KYEX8NG04BNR3R7NW41ZHS26','01KXY5BEG01A21W29CP65HXJVQ','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KYJSBJ8079W9TQMTTHR8ZVAQ','2026-07-27T21:58:04.800172+00:00','01KYJSBJ8079VYPGM5DTVPDDR8','01KYG6F100XW3QSYD8DT37D1K3','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KYJSBJ8079WAKA22QX5VKMPM','2026-07-27T21:58:04.800172+00:00','01KYJSBJ8079VYPGM5DTVPDDR8','01KYG6F100XW3QSYD8DT37D1K3','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KYJSBJ8079WD04MPJK56QJDK','2026-07-27T21:58:04.800172+00:00','01KYJSBJ8079VYPGM5DTVPDDR8','01KYG6F100XW3QSYD8DT37D1K3','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01KYM2HXR0P4QVQ0SM6T3GFXYW','2026-07-28T09:58:04.800172+00:00','01KYM2HXR0P4QNR90TEDSFXJXS','01KYJS69G0XK4509EF38ZW1DAC','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KYM2HXR0P4RARZ8R8F4HPCNY','2026-07-28T09:58:04.800172+00:00','01KYM2HXR0P4QNR90TEDSFXJXS','01KYJS69G0XK4509EF38ZW1DAC','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01KYM2HXR0P4RMD2FVCP8P3EGD','2026-07-28T09:58:04.800172+00:00','01KYM2HXR0P4QNR90TEDSFXJXS','01KYJS69G0XK4509EF38ZW1DAC','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KYM2Q6G0ZRP42DXYQ1BTSXFB','2026-07-28T10:00:57.600172+00:00','01KYM2Q6G0ZRNYTMRCEYXCF5P8','01KYJS69G0XK4509EF38ZW1DAC','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01KYYCA2G0539ZDM6XH4PB3FVA','2026-08-01T10:00:57.600172+00:00','01KYYCA2G0539M0D1277MQMSQD','01KNFPFS80Z3T2D16ZHGJQ3QG1','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01KYYCA2G053AARQPCGT1TMYDK','2026-08-01T10:00:57.600172+00:00','01KYYCA2G0539M0D1277MQMSQD','01KNFPFS80Z3T2D16ZHGJQ3QG1','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KYYCA2G053AKGAWBP3ZYD027','2026-08-01T10:00:57.600172+00:00','01KYYCA2G053AG9KB4TSN7PBG7','01KXC3XAG083F19DYX0PQNAQAZ','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KYYCA2G053AVCRZ2T8VAMRSV','2026-08-01T10:00:57.600172+00:00','01KYYCA2G053AG9KB4TSN7PBG7','01KXC3XAG083F19DYX0PQNAQAZ','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KYYCA2G053AVYMASH4QAN66D','2026-08-01T10:00:57.600172+00:00','01KYYCA2G053AG9KB4TSN7PBG7','01KXC3XAG083F19DYX0PQNAQAZ','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KZDTPCG0GFGXBF8WXK2FVDVW','2026-08-07T10:00:57.600172+00:00','01KZDTPCG0GFGP537PHNCX079E','01KP5MGM80AKAB9MK7MHYRYZWW','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KZDV0Y008HFBESFJJEB4GHSC','2026-08-07T10:06:43.200172+00:00','01KZDV0Y008HEZBTC1AMWGSCT0','01KYJS10R07NYDN0HD4X7FW4GM','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KZDV66R09YNZMBXFPRPAKEQ9','2026-08-07T10:09:36.000172+00:00','01KZDV66R09YNVW516SR245P23','01KYJS69G0XK4509EF38ZW1DAC','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01KZDV66R09YPE57GAP6QEKVZ1','2026-08-07T10:09:36.000172+00:00','01KZDV66R09YNVW516SR245P23','01KYJS69G0XK4509EF38ZW1DAC','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KZDVBFG0ECZTPKFRTKAKVEHN','2026-08-07T10:12:28.800172+00:00','01KZDVBFG0ECZH1HD0JPRBNB6Q','01KZDVBFG0ECZ3HDAMJMJ3CWGE','another','evaluation','elsewhere',3);
INSERT INTO "review" VALUES('01KZZW4GG038BF9X1PM92GYAPS','2026-08-14T10:12:28.800172+00:00','01KZZW4GG038B2A72KF0QP78ZQ','01KZGDR6G019ZCVPVA8PA3Z7BM','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KZZW9S80VKGW17ZFEDD5BCVM','2026-08-14T10:15:21.600172+00:00','01KZZW9S80VKGGBAXB5EVHK7CE','01KZGDR6G019ZCVPVA8PA3Z7BM','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01KZZW9S80VKGX3FB2XWB60QAM','2026-08-14T10:15:21.600172+00:00','01KZZW9S80VKGGBAXB5EVHK7CE','01KZGDR6G019ZCVPVA8PA3Z7BM','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KZZW9S80VKHCCWQSHWPNG82S','2026-08-14T10:15:21.600172+00:00','01KZZW9S80VKGGBAXB5EVHK7CE','01KZGDR6G019ZCVPVA8PA3Z7BM','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KZZWF200MTK6TKFQSTS0TVRJ','2026-08-14T10:18:14.400258+00:00','01KZZWF200MTJQ22GN2PZA2MZK','01KZZW9S80VKGEM8EKAQ8V0YPW','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01KZZWF200MTKHE0NK307A4NY4','2026-08-14T10:18:14.400258+00:00','01KZZWF200MTJQ22GN2PZA2MZK','01KZZW9S80VKGEM8EKAQ8V0YPW','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KZZWMAR047D6Y675NSX6JAYT','2026-08-14T10:21:07.200258+00:00','01KZZWMAR047CQE6JQ6WY3N9D8','01KZZW4GG038AK9S43K0Y7BCD0','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KZZWSKG09J34HAVK836ZJBJX','2026-08-12T10:26:52.800258+00:00','01KZZWSKG09J2QRFKSXTJCWKTA','01KZZW9S80VKGEM8EKAQ8V0YPW','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KZZWSKG09J3QVDREA9SG0V1Y','2026-08-12T10:38:24.000258+00:00','01KZZWSKG09J3M1M38MN97FEWS','01KZZW9S80VKHEHCPRAQD002E9','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KZZWSKG09J43RHQ5TVS4P5Z2','2026-08-12T10:38:24.000258+00:00','01KZZWSKG09J3M1M38MN97FEWS','01KZZW9S80VKHEHCPRAQD002E9','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KZZWSKG09J4W2R90Y6RQ1CZ1','2026-08-12T22:41:16.800258+00:00','01KZZWSKG09J4S7HRJ0C44GP5D','01KZGDR6G019ZCVPVA8PA3Z7BM','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KZZWSKG09J5C3VQQPHC8V3H4','2026-08-12T22:44:09.600258+00:00','01KZZWSKG09J568FD0KHK1VZ5S','01KSYNP7G0V6F98D28NHBWZ1XC','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01M36Y5T80VFMTBDV9JK9H7NSF','2026-09-23T10:49:55.200430+00:00','01M36Y5T80VFMQH00GQ4JQTTQZ','01M35MT60092S6YFATZRKKRC7V','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01M36YB300Y4NPW7DVJRC1WSBT','2026-09-23T10:52:48.000430+00:00','01M36YB300Y4N775RHMEN61NTQ','01M36Y0HG064ST68WAD0C2PXXR','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01M36YB300Y4NXPYGASRV5WW0G','2026-09-23T10:52:48.000430+00:00','01M36YB300Y4N775RHMEN61NTQ','01M36Y0HG064ST68WAD0C2PXXR','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01M36YB300Y4PC922BMVAYC335','2026-09-23T10:52:48.000430+00:00','01M36YB300Y4N775RHMEN61NTQ','01M36Y0HG064ST68WAD0C2PXXR','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01M3PCQD004VHNMFJK0JRPZ828','2026-09-29T10:52:48.000430+00:00','01M3PCQD004VH6RZZ5Y8VNW6GD','01M36Y0HG064ST68WAD0C2PXXR','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01M3PCQD004VJ2TZY3Y95KV2D9','2026-09-29T10:52:48.000430+00:00','01M3PCQD004VH6RZZ5Y8VNW6GD','01M36Y0HG064ST68WAD0C2PXXR','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01M3PCQD004VJENCTHQAVN14FE','2026-09-29T10:52:48.000430+00:00','01M3PCQD004VH6RZZ5Y8VNW6GD','01M36Y0HG064ST68WAD0C2PXXR','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01M6ZZ0W00WK36T8WJ5A12S9CZ','2026-11-09T10:52:48.000430+00:00','01M6ZZ0W00WK2PXC9VRRDRVQBH','01M35MT60092S6YFATZRKKRC7V','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01M6ZZ0W00WK37RG3566162364','2026-11-09T10:52:48.000430+00:00','01M6ZZ0W00WK2PXC9VRRDRVQBH','01M35MT60092S6YFATZRKKRC7V','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01MAEP91R0BGR9KECD64RMFY6A','2026-12-22T10:55:40.800516+00:00','01MAEP91R0BGQSPVH1QGDRD9MG','01MAEP91R0BGQCA3NDTB4FVWKE','another','evaluation','elsewhere',3);
CREATE TABLE section_read (         -- of those of one section the last that is not undone holds
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    transition TEXT NOT NULL,
    document TEXT NOT NULL,         -- as in table mark
    section TEXT NOT NULL,          -- anchor of its heading; empty for what stands before the first
    digest TEXT NOT NULL,           -- of its words, to tell whether it was rewritten since
    is_read INTEGER NOT NULL CHECK (is_read IN (0, 1))
) WITHOUT ROWID;
INSERT INTO "section_read" VALUES('01KJPRZB00RCHCDWNG0TN80KNM','2026-03-02T08:00:00.000000+00:00','mle','evaluation','why','0123456789abcdef',1);
INSERT INTO "section_read" VALUES('01KJPRZB00RCHVR354KSJNZBS6','2026-03-02T08:00:00.000000+00:00','mle','evaluation','why','0123456789abcdef',0);
CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,             -- today, skill
    transition TEXT NOT NULL,
    skill TEXT,                     -- none when the session mixes skills
    planned INTEGER NOT NULL        -- questions
) WITHOUT ROWID;
INSERT INTO "session" VALUES('01KJPRZB00RCDPYYXT65AVA6JY','2026-03-02T08:00:00.000000+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01KJPRZB00RCDZDXPRPQDAQBQ4','2026-03-02T08:00:00.000000+00:00','today','another',NULL,10);
INSERT INTO "session" VALUES('01KNBT7KR05XFJ6P0SN9CH9ZYG','2026-04-04T08:37:26.400000+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01KSF79XG01PWA4VGVD1S2QGNV','2026-05-25T09:26:24.000172+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01KZDVBFG0ED05BZB232TACQX1','2026-08-07T10:12:28.800172+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01MAEP91R0BGRNBQAET1MPVCSR','2026-12-22T10:55:40.800516+00:00','today','mle',NULL,10);
CREATE TABLE session_end (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    session TEXT NOT NULL REFERENCES session(id)
) WITHOUT ROWID;
INSERT INTO "session_end" VALUES('01KNBT7KR05XFBGJQKDW8827W3','2026-04-04T08:37:26.400000+00:00','01KJPRZB00RCDPYYXT65AVA6JY');
INSERT INTO "session_end" VALUES('01KSF79XG01PW778M259S60GT7','2026-05-25T09:26:24.000172+00:00','01KNBT7KR05XFJ6P0SN9CH9ZYG');
INSERT INTO "session_end" VALUES('01KZDVBFG0ED02V25ER67NKJ2P','2026-08-07T10:12:28.800172+00:00','01KSF79XG01PWA4VGVD1S2QGNV');
INSERT INTO "session_end" VALUES('01MAEP91R0BGRE5TV1RF64JE7D','2026-12-22T10:55:40.800516+00:00','01KZDVBFG0ED05BZB232TACQX1');
CREATE TABLE skill_total (          -- sums of table day
    transition TEXT NOT NULL,
    skill TEXT NOT NULL,
    answers INTEGER NOT NULL,
    milliseconds INTEGER NOT NULL,
    reading_milliseconds INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    recalled INTEGER NOT NULL,
    graded INTEGER NOT NULL,
    overruled INTEGER NOT NULL,
    PRIMARY KEY (transition, skill)
) WITHOUT ROWID;
INSERT INTO "skill_total" VALUES('','notes/own.md',0,0,61500,0,0,0,0);
INSERT INTO "skill_total" VALUES('another','evaluation',3,37500,0,3,3,3,0);
INSERT INTO "skill_total" VALUES('mle','evaluation',39,1743305,61000,47,35,18,3);
CREATE TABLE skip (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    session TEXT NOT NULL REFERENCES session(id),
    key_point TEXT NOT NULL,
    question_id TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "skip" VALUES('01KP5MGM80AK6ECQGPSWN9JEVK','2026-04-14T09:17:45.600086+00:00','01KNBT7KR05XFJ6P0SN9CH9ZYG','leak','q1');
INSERT INTO "skip" VALUES('01KZDVBFG0ECYQXJKTKRNM1209','2026-08-07T10:12:28.800172+00:00','01KSF79XG01PWA4VGVD1S2QGNV','leak','q1');
INSERT INTO "skip" VALUES('01KZZWSKG09J3KZCD7MFKHXZ1K','2026-08-12T10:35:31.200258+00:00','01KZDVBFG0ED05BZB232TACQX1','leak','q1');
INSERT INTO "skip" VALUES('01MAEP91R0BGQ3V0HRV379X61H','2026-12-22T10:55:40.800516+00:00','01KZDVBFG0ED05BZB232TACQX1','leak','q1');
CREATE TABLE undo (                 -- of the rows about one target the last counts
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,             -- undo, redo
    target TEXT NOT NULL            -- id of an answer, overrule, rerate, flag or skip
) WITHOUT ROWID;
INSERT INTO "undo" VALUES('01KJPS4KR0W9K685FNYFGCJ147','2026-02-28T20:08:38.400000+00:00','undo','01KJPS4KR0W9JB62FY4NHTR4BG');
INSERT INTO "undo" VALUES('01KJPS4KR0W9N1S4FH3PFF539K','2026-03-01T20:14:24.000000+00:00','redo','01KJPS4KR0W9JB62FY4NHTR4BG');
INSERT INTO "undo" VALUES('01KK7HPXR0J71CT93F2R51S6TK','2026-03-08T20:20:09.600000+00:00','undo','01KK7HPXR0J71B4T6A3QR8R17G');
INSERT INTO "undo" VALUES('01KK7HW6G0CK4KYTF5WWQ9RCYX','2026-03-08T20:23:02.400000+00:00','redo','01KK7HPXR0J71B4T6A3QR8R17G');
INSERT INTO "undo" VALUES('01KK7J6R006RAZN08PKZRBMTNK','2026-03-08T20:28:48.000000+00:00','undo','01KK7J6R006RASAAQHD1887MK0');
INSERT INTO "undo" VALUES('01KKR9YP80RT72BYFTK4D2MTF4','2026-03-15T08:31:40.800000+00:00','undo','01KKBDSTG0HQMAHVV49ZXPR882');
INSERT INTO "undo" VALUES('01KKRA3Z000CHN1CMAGE3BXC65','2026-03-15T08:34:33.600000+00:00','redo','01KKBDSTG0HQMAHVV49ZXPR882');
INSERT INTO "undo" VALUES('01KMSS9A00QGSQDWPEFAR7SAZW','2026-03-28T08:34:33.600000+00:00','undo','01KMAAX0006HQNKRJ0MSBE6QG2');
INSERT INTO "undo" VALUES('01KMXMWCG0QBSSH8RR0J3TTD0R','2026-03-27T20:34:33.600000+00:00','undo','01KKBDSTG0HQMAHVV49ZXPR882');
INSERT INTO "undo" VALUES('01KNBT7KR05XG1A1BE4WBN7VC4','2026-04-04T08:37:26.400000+00:00','undo','01KNBT7KR05XE9427SX395ZXK4');
INSERT INTO "undo" VALUES('01KND3K800JT96SK4WC873CDCZ','2026-04-04T20:40:19.200000+00:00','undo','01KND3DZ805P5S0XMCNFNKTJZW');
INSERT INTO "undo" VALUES('01KNFP57R07QTSYK62F376ZMWS','2026-04-05T20:43:12.000000+00:00','redo','01KND3DZ805P5S0XMCNFNKTJZW');
INSERT INTO "undo" VALUES('01KNH00P80YP93N4QPCHX7TKBZ','2026-04-06T08:54:43.200086+00:00','undo','01KNFPN2002XANEM7B0H93NDTY');
INSERT INTO "undo" VALUES('01KP4A5BG035RR8NQRKDEWF7GZ','2026-04-13T20:57:36.000086+00:00','undo','01KP30SQ80R4P1VEFGG8J02AWX');
INSERT INTO "undo" VALUES('01KP5KP8G0XA9RMWRKGZX6K0DX','2026-04-13T09:06:14.400086+00:00','undo','01KP5KP8G0XA96VRRK2SPPV5SC');
INSERT INTO "undo" VALUES('01KP5KP8G0XAA07H46D9K6XTBX','2026-04-13T09:12:00.000086+00:00','undo','01KP0ED080N48KQT26K46FC9SM');
INSERT INTO "undo" VALUES('01KP5MGM80AK7GYXGHCYK9D9G4','2026-04-12T21:17:45.600172+00:00','undo','01KP5MGM80AK72FVWYFK1MC8RE');
INSERT INTO "undo" VALUES('01KP5MGM80AK9YQ1FX640KV29H','2026-04-12T21:26:24.000172+00:00','undo','01KP5MGM80AK6ECQGPSWN9JEVK');
INSERT INTO "undo" VALUES('01KSDY3J0033FG7XJJRWGS4BMC','2026-05-24T21:26:24.000172+00:00','undo','01KP5MGM80AKB1DH5AD67WSC8R');
INSERT INTO "undo" VALUES('01KSDY3J0033FT3PN3HF2PXFMB','2026-05-24T21:26:24.000172+00:00','undo','01KP5MGM80AKAB9MK7MHYRYZWW');
INSERT INTO "undo" VALUES('01KT182YG0H53PYCWYC2D0C0ME','2026-06-01T09:26:24.000172+00:00','undo','01KSZYWK00DW7H0T2W3M76CVKZ');
INSERT INTO "undo" VALUES('01KT188780C0C3N583Z9EBTQH8','2026-06-01T09:29:16.800172+00:00','redo','01KSZYWK00DW7H0T2W3M76CVKZ');
INSERT INTO "undo" VALUES('01KT53V9R0T8B43T5AG082W0EJ','2026-06-02T21:29:16.800172+00:00','undo','01KT53V9R0T8AVZHPNQDS693FC');
INSERT INTO "undo" VALUES('01KYG6F100XW463CAQAKRJWGHM','2026-07-26T21:49:26.400172+00:00','undo','01KYG6F100XW3QSYD8DT37D1K3');
INSERT INTO "undo" VALUES('01KYG6M9R0W57TB52XTQX4Q30B','2026-07-26T21:52:19.200172+00:00','undo','01KYEX8NG04BNR3R7NW41ZHS26');
INSERT INTO "undo" VALUES('01KYM2Q6G0ZRP6FBKCFMB0G37Z','2026-07-26T10:00:57.600172+00:00','undo','01KYM2Q6G0ZRNYTMRCEYXCF5P8');
INSERT INTO "undo" VALUES('01KZDV66R09YNKGXAEQD2VTZTE','2026-08-07T10:09:36.000172+00:00','undo','01KZDV0Y008HEZBTC1AMWGSCT0');
INSERT INTO "undo" VALUES('01KZZWSKG09J2C063VAW20M2FZ','2026-08-14T10:24:00.000258+00:00','undo','01KZZWMAR047CQE6JQ6WY3N9D8');
INSERT INTO "undo" VALUES('01KZZWSKG09J39CF29MJQZXX2K','2026-08-12T10:29:45.600258+00:00','undo','01KZZWSKG09J2QRFKSXTJCWKTA');
INSERT INTO "undo" VALUES('01KZZWSKG09J5NT8MNVQYMM178','2026-08-13T10:44:09.600258+00:00','undo','01KZZWSKG09J5KJ5EVZM3BG0E1');
INSERT INTO "undo" VALUES('01KZZWSKG09J6DCXSV1DZM79YD','2026-08-13T22:47:02.400258+00:00','undo','01KZZWSKG09J654D45TXGKGCBT');
INSERT INTO "undo" VALUES('01M36Y0HG064TA7WZDPA1TM65T','2026-09-23T10:47:02.400430+00:00','undo','01M36Y0HG064T3Z36TMNQQSW27');
INSERT INTO "undo" VALUES('01MAC3Q200M02XBF0PJFPHGPVD','2026-12-21T10:52:48.000516+00:00','undo','01MA9HAB00NMCTGT1YCC31PT8E');
CREATE TABLE undone (               -- what is undone now, and the undo row that says so
    target TEXT NOT NULL PRIMARY KEY,
    undo TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "undone" VALUES('01KK7J6R006RASAAQHD1887MK0','01KK7J6R006RAZN08PKZRBMTNK');
INSERT INTO "undone" VALUES('01KMAAX0006HQNKRJ0MSBE6QG2','01KMSS9A00QGSQDWPEFAR7SAZW');
INSERT INTO "undone" VALUES('01KKBDSTG0HQMAHVV49ZXPR882','01KMXMWCG0QBSSH8RR0J3TTD0R');
INSERT INTO "undone" VALUES('01KNBT7KR05XE9427SX395ZXK4','01KNBT7KR05XG1A1BE4WBN7VC4');
INSERT INTO "undone" VALUES('01KNFPN2002XANEM7B0H93NDTY','01KNH00P80YP93N4QPCHX7TKBZ');
INSERT INTO "undone" VALUES('01KP30SQ80R4P1VEFGG8J02AWX','01KP4A5BG035RR8NQRKDEWF7GZ');
INSERT INTO "undone" VALUES('01KP5KP8G0XA96VRRK2SPPV5SC','01KP5KP8G0XA9RMWRKGZX6K0DX');
INSERT INTO "undone" VALUES('01KP0ED080N48KQT26K46FC9SM','01KP5KP8G0XAA07H46D9K6XTBX');
INSERT INTO "undone" VALUES('01KP5MGM80AK72FVWYFK1MC8RE','01KP5MGM80AK7GYXGHCYK9D9G4');
INSERT INTO "undone" VALUES('01KP5MGM80AK6ECQGPSWN9JEVK','01KP5MGM80AK9YQ1FX640KV29H');
INSERT INTO "undone" VALUES('01KP5MGM80AKB1DH5AD67WSC8R','01KSDY3J0033FG7XJJRWGS4BMC');
INSERT INTO "undone" VALUES('01KP5MGM80AKAB9MK7MHYRYZWW','01KSDY3J0033FT3PN3HF2PXFMB');
INSERT INTO "undone" VALUES('01KT53V9R0T8AVZHPNQDS693FC','01KT53V9R0T8B43T5AG082W0EJ');
INSERT INTO "undone" VALUES('01KYG6F100XW3QSYD8DT37D1K3','01KYG6F100XW463CAQAKRJWGHM');
INSERT INTO "undone" VALUES('01KYEX8NG04BNR3R7NW41ZHS26','01KYG6M9R0W57TB52XTQX4Q30B');
INSERT INTO "undone" VALUES('01KYM2Q6G0ZRNYTMRCEYXCF5P8','01KYM2Q6G0ZRP6FBKCFMB0G37Z');
INSERT INTO "undone" VALUES('01KZDV0Y008HEZBTC1AMWGSCT0','01KZDV66R09YNKGXAEQD2VTZTE');
INSERT INTO "undone" VALUES('01KZZWMAR047CQE6JQ6WY3N9D8','01KZZWSKG09J2C063VAW20M2FZ');
INSERT INTO "undone" VALUES('01KZZWSKG09J2QRFKSXTJCWKTA','01KZZWSKG09J39CF29MJQZXX2K');
INSERT INTO "undone" VALUES('01KZZWSKG09J5KJ5EVZM3BG0E1','01KZZWSKG09J5NT8MNVQYMM178');
INSERT INTO "undone" VALUES('01KZZWSKG09J654D45TXGKGCBT','01KZZWSKG09J6DCXSV1DZM79YD');
INSERT INTO "undone" VALUES('01M36Y0HG064T3Z36TMNQQSW27','01M36Y0HG064TA7WZDPA1TM65T');
INSERT INTO "undone" VALUES('01MA9HAB00NMCTGT1YCC31PT8E','01MAC3Q200M02XBF0PJFPHGPVD');
CREATE TABLE verdict (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL REFERENCES answer(id),
    points TEXT NOT NULL,           -- JSON list: key_point, judgement, confidence, evidence
    score REAL NOT NULL,
    confidence REAL NOT NULL,
    grader TEXT NOT NULL,           -- engine, code, learner
    model TEXT
);
INSERT INTO "verdict" VALUES('01KJPRZB00RCFHYMWFE88E58F9','2026-03-02T08:00:00.000000+00:00','01KJPRZB00RCEGNPPB9Y2ANDPX','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KJPS4KR0W9JGE7A5FGMJYE83','2026-02-28T08:08:38.400000+00:00','01KJPS4KR0W9J2B2XDSQWS2XD2','[{"key_point":"split","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]}]',3.33333333333333314829e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KJPS4KR0W9KGGVSYZQ5JE6G1','2026-02-28T20:11:31.200000+00:00','01KJPS4KR0W9J2B2XDSQWS2XD2','[{"key_point":"split","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KJPS4KR0W9KWRKQ8WXG0W0J8','2026-02-28T20:14:24.000000+00:00','01KJPS4KR0W9J2B2XDSQWS2XD2','[{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',6.66666666666666629659e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KK68B9G0CRM0XQHD6N1DR5AT','2026-03-08T08:17:16.800000+00:00','01KJPSYZG008NG9BSJDJHXBSMC','[{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KK68GJ80D257WTVGBAZ0GW1N','2026-03-08T08:20:09.600000+00:00','01KJPS4KR0W9JB62FY4NHTR4BG','[{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KK7J6R006RBNVF2TZ3V3BWYJ','2026-03-07T08:28:48.000000+00:00','01KK7HPXR0J71B4T6A3QR8R17G','[{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KKBDZ380JKV6YNDCPKZ8YDK1','2026-03-10T08:31:40.800000+00:00','01KK7J6R006RBEQPVTAQSP6JPT','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KKNQHZ80B1084TM9T3AG0D69','2026-03-14T08:31:40.800000+00:00','01KK7J6R006RCMV17ADDWMBRMT','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KM7RG900SDHRTPQMM6X9NZ1G','2026-03-21T08:34:33.600000+00:00','01KK7J6R006RCMV17ADDWMBRMT','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',8.3333333333333337034e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KMXMWCG0QBS86DA1B86NCY8K','2026-03-29T20:34:33.600000+00:00','01KK7J6R006RBEQPVTAQSP6JPT','[{"key_point":"drift","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KNBT7KR05XENFQHMH38SB15D','2026-04-04T08:37:26.400000+00:00','01KNBT7KR05XE9427SX395ZXK4','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KNFNZZ00XX1ZHYSSFXAYFTE1','2026-04-05T20:40:19.200000+00:00','01KMAAX0006HQNKRJ0MSBE6QG2','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KNGZVDG0ACCRR818FBE4ZGC3','2026-04-06T08:51:50.400086+00:00','01KMAAX0006HQNKRJ0MSBE6QG2','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',8.3333333333333337034e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KP30Z0004J8RR0DJBVJ1HGJP','2026-04-13T08:57:36.000086+00:00','01KNFPFS80Z3T2D16ZHGJQ3QG1','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',8.3333333333333337034e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KP5KGZR03X5YTAC64NYR9YAJ','2026-04-14T09:00:28.800086+00:00','01KJPSYZG008NG9BSJDJHXBSMC','[{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',0.75,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KP5KP8G0XA75RG8T81TFCXPH','2026-04-14T09:03:21.600086+00:00','01KNFP57R07QTYD37HWCSZJ7YH','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]}]',3.33333333333333314829e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KP5KP8G0XA8EPBHYCCFXWR73','2026-04-12T09:03:21.600086+00:00','01KNFPFS80Z3T2D16ZHGJQ3QG1','[{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KP5KP8G0XA9RYFMZFRQKGXAV','2026-04-13T09:09:07.200086+00:00','01KNFPN2002XANEM7B0H93NDTY','[{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KP5MBBG0W7ZJBTP7YC3561BC','2026-04-14T09:14:52.800086+00:00','01KNFPFS80Z3T2D16ZHGJQ3QG1','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]}]',6.66666666666666629659e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KP5MBBG0W808WPT2DKC6Q3WQ','2026-04-14T09:14:52.800086+00:00','01KNFPFS80Z3T2D16ZHGJQ3QG1','[{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KP5MGM80AK6NSPE0Y0DSVK01','2026-04-12T09:17:45.600086+00:00','01KNFPFS80Z3T2D16ZHGJQ3QG1','[{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',6.66666666666666629659e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KP5MGM80AK7NBQ06NS36BQS7','2026-04-12T21:20:38.400172+00:00','01KNFPN2002XANEM7B0H93NDTY','[{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',8.3333333333333337034e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KP5MGM80AK8XMM9QJ73PQVFJ','2026-04-12T21:23:31.200172+00:00','01KP30SQ80R4P1VEFGG8J02AWX','[{"key_point":"drift","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KP6Y6T00WDN797NCADT3AHRK','2026-04-14T21:26:24.000172+00:00','01KP5MGM80AKAB9MK7MHYRYZWW','[{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KSF79XG01PVV0V9BJ95YRHXR','2026-05-25T09:26:24.000172+00:00','01KSF79XG01PVN9DZMP9HD2YGA','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KXC3R1R0AVV3CR1ECX63R8ZY','2026-07-12T21:29:16.800172+00:00','01KP30SQ80R4P1VEFGG8J02AWX','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KXC47W00ZNCCX1XA5XM89SEX','2026-07-12T21:37:55.200172+00:00','01KXC3XAG083F19DYX0PQNAQAZ','[{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KXVJM600R81KK8J2527M0VNN','2026-07-18T21:37:55.200172+00:00','01KT53V9R0T8AVZHPNQDS693FC','[{"key_point":"drift","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KYDKQRG0QF73V0PGYGNK4H9T','2026-07-25T21:43:40.800172+00:00','01KXC42K808V0X8SAHP8N3M3KY','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"partly","confidence":0.9,"evidence":[]}]',3.33333333333333314829e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KYJSBJ8079VYPGM5DTVPDDR8','2026-07-27T21:58:04.800172+00:00','01KYG6F100XW3QSYD8DT37D1K3','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]}]',3.33333333333333314829e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KYM2HXR0P4QNR90TEDSFXJXS','2026-07-28T09:58:04.800172+00:00','01KYJS69G0XK4509EF38ZW1DAC','[{"key_point":"split","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KYYCA2G053AG9KB4TSN7PBG7','2026-08-01T10:00:57.600172+00:00','01KXC3XAG083F19DYX0PQNAQAZ','[{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KZDV66R09YNVW516SR245P23','2026-08-07T10:09:36.000172+00:00','01KYJS69G0XK4509EF38ZW1DAC','[{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KZDVBFG0ECZH1HD0JPRBNB6Q','2026-08-07T10:12:28.800172+00:00','01KZDVBFG0ECZ3HDAMJMJ3CWGE','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KZZW9S80VKGGBAXB5EVHK7CE','2026-08-14T10:15:21.600172+00:00','01KZGDR6G019ZCVPVA8PA3Z7BM','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KZZWF200MTJQ22GN2PZA2MZK','2026-08-14T10:18:14.400258+00:00','01KZZW9S80VKGEM8EKAQ8V0YPW','[{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KZZWSKG09J3M1M38MN97FEWS','2026-08-12T10:38:24.000258+00:00','01KZZW9S80VKHEHCPRAQD002E9','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KZZWSKG09J568FD0KHK1VZ5S','2026-08-12T22:44:09.600258+00:00','01KSYNP7G0V6F98D28NHBWZ1XC','[{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M36Y5T80VFMQH00GQ4JQTTQZ','2026-09-23T10:49:55.200430+00:00','01M35MT60092S6YFATZRKKRC7V','[{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M36YB300Y4N775RHMEN61NTQ','2026-09-23T10:52:48.000430+00:00','01M36Y0HG064ST68WAD0C2PXXR','[{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]}]',6.66666666666666629659e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M3PCQD004VH6RZZ5Y8VNW6GD','2026-09-29T10:52:48.000430+00:00','01M36Y0HG064ST68WAD0C2PXXR','[{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MAEP91R0BGQSPVH1QGDRD9MG','2026-12-22T10:55:40.800516+00:00','01MAEP91R0BGQCA3NDTB4FVWKE','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX session_end_session ON session_end(session);
CREATE INDEX question_key_point ON question(transition, key_point);
CREATE INDEX answer_transition ON answer(transition, id);
CREATE INDEX answer_skill ON answer(skill, id);
CREATE INDEX answer_question ON answer(question_id);
CREATE INDEX verdict_answer ON verdict(answer);
CREATE INDEX overrule_answer ON overrule(answer);
CREATE INDEX review_answer ON review(answer, key_point);
CREATE INDEX review_key_point ON review(transition, key_point, answer);
CREATE INDEX feedback_verdict ON feedback(verdict);
CREATE INDEX flag_question ON flag(question_id);
CREATE INDEX reading_document ON reading(transition, document);
CREATE INDEX undo_target ON undo(target);
CREATE TRIGGER session_no_update BEFORE UPDATE ON session
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER session_no_delete BEFORE DELETE ON session
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER session_end_no_update BEFORE UPDATE ON session_end
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER session_end_no_delete BEFORE DELETE ON session_end
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER question_no_update BEFORE UPDATE ON question
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER question_no_delete BEFORE DELETE ON question
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER answer_no_update BEFORE UPDATE ON answer
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER answer_no_delete BEFORE DELETE ON answer
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER verdict_no_update BEFORE UPDATE ON verdict
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER verdict_no_delete BEFORE DELETE ON verdict
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER overrule_no_update BEFORE UPDATE ON overrule
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER overrule_no_delete BEFORE DELETE ON overrule
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER rerate_no_update BEFORE UPDATE ON rerate
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER rerate_no_delete BEFORE DELETE ON rerate
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER review_no_update BEFORE UPDATE ON review
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER review_no_delete BEFORE DELETE ON review
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER feedback_no_update BEFORE UPDATE ON feedback
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER feedback_no_delete BEFORE DELETE ON feedback
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER flag_no_update BEFORE UPDATE ON flag
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER flag_no_delete BEFORE DELETE ON flag
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER skip_no_update BEFORE UPDATE ON skip
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER skip_no_delete BEFORE DELETE ON skip
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER reading_no_update BEFORE UPDATE ON reading
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER reading_no_delete BEFORE DELETE ON reading
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER undo_no_update BEFORE UPDATE ON undo
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER undo_no_delete BEFORE DELETE ON undo
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE INDEX undone_undo ON undone(undo);
CREATE INDEX day_day ON day(day, transition);
CREATE INDEX card_due ON card(transition, due);
CREATE VIEW effective_review AS     -- the one rating that holds for an answer and key point
    SELECT id, at, source, answer, transition, skill, key_point, rating FROM review
    WHERE NOT EXISTS (SELECT 1 FROM undone WHERE target = review.answer)
        AND NOT EXISTS (SELECT 1 FROM undone WHERE target = review.source)
        AND NOT EXISTS (
            SELECT 1 FROM review AS later
            WHERE later.answer = review.answer AND later.key_point = review.key_point
                AND later.id > review.id
                AND NOT EXISTS (SELECT 1 FROM undone WHERE target = later.source)
        );
CREATE VIEW effective_overrule AS
    SELECT id, at, verdict, answer, judgements FROM overrule
    WHERE NOT EXISTS (SELECT 1 FROM undone WHERE target = overrule.id);
CREATE VIEW projected_undone AS
    SELECT target, undo
    FROM (SELECT target, max(id) AS undo, kind FROM undo GROUP BY target) WHERE kind = 'undo';
CREATE VIEW projected_day AS
    SELECT transition, skill, day, sum(answers) AS answers, sum(milliseconds) AS milliseconds,
        sum(reading_milliseconds) AS reading_milliseconds, sum(reviews) AS reviews,
        sum(recalled) AS recalled, sum(graded) AS graded, sum(overruled) AS overruled
    FROM contribution GROUP BY transition, skill, day;
CREATE VIEW contribution AS         -- what one answer or one reading adds to its day
    SELECT id, transition, skill, date(at, utc_offset || ' minutes') AS day,
        1 AS answers, CAST(round(seconds * 1000) AS INTEGER) AS milliseconds,
        0 AS reading_milliseconds,
        (SELECT count(*) FROM effective_review AS r WHERE r.answer = a.id) AS reviews,
        (SELECT count(*) FROM effective_review AS r WHERE r.answer = a.id AND rating > 1)
            AS recalled,
        coalesce((SELECT grader = 'engine' FROM verdict AS v WHERE v.answer = a.id
            ORDER BY v.id DESC LIMIT 1), 0) AS graded,
        EXISTS (                    -- a last judgement that is another than the engine's own
            SELECT 1 FROM effective_overrule AS o
            CROSS JOIN verdict AS v ON v.answer = o.answer
            CROSS JOIN json_each(o.judgements) AS own
            CROSS JOIN json_each(v.points) AS point
                ON json_extract(point.value, '$.key_point') = own.key
            WHERE o.answer = a.id AND v.grader = 'engine'
                AND json_extract(point.value, '$.judgement') <> own.value
                AND NOT EXISTS (
                    SELECT 1 FROM verdict AS r WHERE r.answer = v.answer AND r.id > v.id
                )
                AND NOT EXISTS (
                    SELECT 1 FROM effective_overrule AS r
                    CROSS JOIN json_each(r.judgements) AS again
                    WHERE r.answer = o.answer AND r.id > o.id AND again.key = own.key
                )
        ) AS overruled
    FROM answer AS a WHERE NOT EXISTS (SELECT 1 FROM undone WHERE target = a.id)
    UNION ALL
    SELECT id, transition, document, date(at, utc_offset || ' minutes'),
        0, 0, CAST(round(seconds * 1000) AS INTEGER), 0, 0, 0, 0
    FROM reading WHERE round(seconds * 1000) > 0;
CREATE INDEX verdict_engine ON verdict(id) WHERE grader = 'engine';
CREATE VIEW projected_skill_total AS
    SELECT transition, skill, sum(answers) AS answers, sum(milliseconds) AS milliseconds,
        sum(reading_milliseconds) AS reading_milliseconds, sum(reviews) AS reviews,
        sum(recalled) AS recalled, sum(graded) AS graded, sum(overruled) AS overruled
    FROM day GROUP BY transition, skill;
CREATE VIEW projected_day_total AS
    SELECT day, sum(answers) AS answers, sum(milliseconds) AS milliseconds,
        sum(reading_milliseconds) AS reading_milliseconds, sum(reviews) AS reviews,
        sum(recalled) AS recalled, sum(graded) AS graded, sum(overruled) AS overruled
    FROM day GROUP BY day;
CREATE INDEX candidate_key_point ON candidate(transition, key_point);
CREATE INDEX candidate_question ON candidate(question);
CREATE TRIGGER candidate_no_update BEFORE UPDATE ON candidate
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER candidate_no_delete BEFORE DELETE ON candidate
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE INDEX hint_answer ON hint(answer);
CREATE INDEX follow_up_answer ON follow_up(answer);
CREATE TRIGGER hint_no_update BEFORE UPDATE ON hint
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER hint_no_delete BEFORE DELETE ON hint
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER follow_up_no_update BEFORE UPDATE ON follow_up
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER follow_up_no_delete BEFORE DELETE ON follow_up
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE INDEX mark_document ON mark(transition, document);
CREATE INDEX mark_change_mark ON mark_change(mark);
CREATE INDEX section_read_document ON section_read(transition, document, section);
CREATE INDEX reading_place_reading ON reading_place(reading);
CREATE VIEW effective_mark AS       -- marks as they stand now
    SELECT mark.id AS id, mark.at AS at, transition, document, quote, prefix, suffix, start,
        coalesce(held.look, mark.look) AS look, coalesce(held.note, mark.note) AS note
    FROM mark LEFT JOIN mark_change AS held ON held.id = (
        SELECT max(id) FROM mark_change AS any
        WHERE any.mark = mark.id AND NOT EXISTS (SELECT 1 FROM undone WHERE target = any.id)
    )
    WHERE NOT EXISTS (SELECT 1 FROM undone WHERE target = mark.id)
        AND coalesce(held.removed, 0) = 0;
CREATE VIEW effective_section AS    -- sections that are ticked off now
    SELECT transition, document, section, at, digest FROM section_read
    WHERE is_read = 1 AND id = (
        SELECT max(id) FROM section_read AS any
        WHERE any.transition = section_read.transition AND any.document = section_read.document
            AND any.section = section_read.section
            AND NOT EXISTS (SELECT 1 FROM undone WHERE target = any.id)
    );
CREATE VIEW action AS               -- what can be undone
    SELECT 'answer' AS kind, id, at, id AS answer, question FROM answer
    UNION ALL
    SELECT 'overrule', overrule.id, overrule.at, answer, question
    FROM overrule CROSS JOIN answer ON answer.id = overrule.answer
    UNION ALL
    SELECT 'rerate', rerate.id, rerate.at, answer, question
    FROM rerate CROSS JOIN answer ON answer.id = rerate.answer
    UNION ALL
    SELECT 'flag', id, at, NULL, question FROM flag
    UNION ALL
    SELECT 'skip', id, at, NULL, NULL FROM skip
    UNION ALL
    SELECT 'mark', id, at, NULL, quote FROM mark
    UNION ALL
    SELECT 'mark_change', mark_change.id, mark_change.at, NULL, quote
    FROM mark_change CROSS JOIN mark ON mark.id = mark_change.mark
    UNION ALL
    SELECT 'section_read', id, at, NULL, NULL FROM section_read;
CREATE TRIGGER mark_no_update BEFORE UPDATE ON mark
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER mark_no_delete BEFORE DELETE ON mark
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER mark_change_no_update BEFORE UPDATE ON mark_change
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER mark_change_no_delete BEFORE DELETE ON mark_change
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER section_read_no_update BEFORE UPDATE ON section_read
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER section_read_no_delete BEFORE DELETE ON section_read
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER reading_place_no_update BEFORE UPDATE ON reading_place
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER reading_place_no_delete BEFORE DELETE ON reading_place
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE INDEX confidence_answer ON confidence(answer);
CREATE TRIGGER confidence_no_update BEFORE UPDATE ON confidence
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
CREATE TRIGGER confidence_no_delete BEFORE DELETE ON confidence
BEGIN SELECT RAISE(ABORT, 'rows of the study log are only ever added'); END;
COMMIT;
PRAGMA application_id = 1397049173;
PRAGMA user_version = 8;
