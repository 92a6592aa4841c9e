BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'study','m001_log','2026-11-23 16:13:28.801278+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'study','m002_projections','2026-11-23 16:13:28.802027+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'study','m003_overruled','2026-11-23 16:13:28.802670+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'study','m004_totals','2026-11-23 16:13:28.803090+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'study','m005_candidates','2026-11-23 16:13:28.803338+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'study','m006_aid','2026-11-23 16:13:28.803643+00:00');
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
INSERT INTO "answer" VALUES('01KJPRZB00S893ZCYZ3C0K8ZVC','2026-03-02T08:00:00.000000+00:00',60,'01KJPRZB00S87RKFKJYJX2Q0PS','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01KJPRZB00S8AESBC5KPCT3HG0','2026-03-02T08:00:00.000000+00:00',60,'01KJPRZB00S87RKFKJYJX2Q0PS','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01KJPRZB00S8AXT97HDCJJNFE0','2026-03-01T08:02:52.800000+00:00',840,'01KJPRZB00S87RKFKJYJX2Q0PS','mle','evaluation','["leak","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.07076271610361644075e+01);
INSERT INTO "answer" VALUES('01KJR2AZ808XYF4PPS128BN0W8','2026-03-02T20:02:52.800000+00:00',840,'01KJPRZB00S87RKFKJYJX2Q0PS','mle','evaluation','["drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.77958354073442315268e+00);
INSERT INTO "answer" VALUES('01KKTV6G00HXTDG9DPR99B0VJH','2026-03-16T08:11:31.200000+00:00',840,'01KJPRZB00S87RKFKJYJX2Q0PS','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.02474748384337317492e+01);
INSERT INTO "answer" VALUES('01KKXDRFR0NNPH0PJCC35PT8SE','2026-03-17T08:14:24.000000+00:00',840,'01KJPRZB00S87RKFKJYJX2Q0PS','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.26023796427801215713e+01);
INSERT INTO "answer" VALUES('01KM559680667C7KJQERMGJZKV','2026-03-20T08:20:09.600086+00:00',840,'01KJPRZB00S87RKFKJYJX2Q0PS','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.81013146266997679853e+01);
INSERT INTO "answer" VALUES('01KMRG2YG0D7XFBA9006RGGTBJ','2026-03-27T20:34:33.600086+00:00',345,'01KJPRZB00S87RKFKJYJX2Q0PS','mle','evaluation','["leak","split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.17645932500948404699e+01);
INSERT INTO "answer" VALUES('01KMRG8780TS03N605TZGBVX7P','2026-03-27T20:37:26.400086+00:00',345,'01KJPRZB00S87RKFKJYJX2Q0PS','mle','evaluation','["leak","bias","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.65336046021695786127e+01);
INSERT INTO "answer" VALUES('01KND3DZ80HDC2RSPBREFC4VDH','2026-04-04T20:37:26.400086+00:00',345,'01KJPRZB00S87RKFKJYJX2Q0PS','mle','evaluation','["split","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.1512693169927594285e+01);
INSERT INTO "answer" VALUES('01KNFNTP803X3P1G60HFHBMWTF','2026-04-05T20:37:26.400086+00:00',345,'01KJPRZB00S87RKFKJYJX2Q0PS','mle','evaluation','["bias","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.96849118237994389355e+01);
INSERT INTO "answer" VALUES('01KNFNZZ00KE83N4RH4Y989S02','2026-04-05T20:40:19.200086+00:00',345,'01KJPRZB00S87SPPS4BZX8QX1A','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01KNFNZZ00KEA7YWQ0KFJZ1JEM','2026-04-04T20:40:19.200086+00:00',345,'01KNFNZZ00KE92A5R7RK70P5RR','mle','evaluation','["split","bias","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',68.7279666280567);
INSERT INTO "answer" VALUES('01KNFNZZ00KEA8ZNDT7HTB0CG3','2026-04-05T08:40:19.200086+00:00',345,'01KNFNZZ00KE92A5R7RK70P5RR','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.51750842514411772295e+01);
INSERT INTO "answer" VALUES('01KNFNZZ00KEABQJMNBRXS3JS1','2026-04-05T20:40:19.200086+00:00',345,'01KNFNZZ00KE92A5R7RK70P5RR','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.15563535152530221222e+01);
INSERT INTO "answer" VALUES('01KNJ8HYR0DYNSHAXVHGQT2162','2026-04-06T20:43:12.000086+00:00',345,'01KNFNZZ00KE92A5R7RK70P5RR','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.84541796576079342173e-01);
INSERT INTO "answer" VALUES('01KNJ8HYR0DYP3T32FZMAJGH55','2026-04-06T20:43:12.000086+00:00',0,'01KNFNZZ00KE92A5R7RK70P5RR','mle','evaluation','["drift","leak","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.13340312073341582528e+01);
INSERT INTO "answer" VALUES('01KNMVEG000DTR8ZR6NMD7QTJQ','2026-04-07T20:51:50.400086+00:00',0,'01KNFNZZ00KE92A5R7RK70P5RR','mle','evaluation','["drift","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.82047127207007042315e-01);
INSERT INTO "answer" VALUES('01KRVVV28099TR7ZXQENMP87SG','2026-05-17T21:00:28.800172+00:00',0,'01KNFNZZ00KE92A5R7RK70P5RR','mle','evaluation','["split","bias","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.60107456888711396914e+01);
INSERT INTO "answer" VALUES('01KZSBB280HAXS6A94NRNCPT8J','2026-08-11T21:23:31.200258+00:00',0,'01KNFNZZ00KE92A5R7RK70P5RR','mle','evaluation','["drift","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.69673049400474162951e+00);
INSERT INTO "answer" VALUES('01KZX73DG0P5E9GCBYEW5EVTKZ','2026-08-13T09:26:24.000258+00:00',-660,'01KNFNZZ00KE92A5R7RK70P5RR','mle','evaluation','["leak","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.3718163977814363363e+01);
INSERT INTO "answer" VALUES('01KZX73DG0P5EJD3K5YC2K30MM','2026-08-13T09:26:24.000258+00:00',-660,'01KJPRZB00S87SPPS4BZX8QX1A','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01KZX73DG0P5FYAQFWXVWBA3D5','2026-08-11T09:26:24.000258+00:00',-660,'01KZX73DG0P5FWXANZ5HVEDWT3','mle','evaluation','["bias","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.27724733612456642362e+00);
INSERT INTO "answer" VALUES('01KZX73DG0P5G9CH05HSM3PHGK','2026-08-11T09:29:16.800258+00:00',-660,'01KZX73DG0P5FWXANZ5HVEDWT3','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.13858712433237627701e+01);
INSERT INTO "answer" VALUES('01M32YSEG0AGSXGE4PFVG85NRW','2026-09-21T21:43:40.800258+00:00',0,'01KZX73DG0P5FWXANZ5HVEDWT3','mle','evaluation','["split","drift","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.46586575587613481257e+01);
INSERT INTO "answer" VALUES('01M3KPHCR0R8KR6X5SH3Y7RATC','2026-09-28T09:46:33.600258+00:00',0,'01KZX73DG0P5FWXANZ5HVEDWT3','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.97331871392051283464e+01);
INSERT INTO "answer" VALUES('01M3P8Y3R0PHKHV5FC4TKDEGVT','2026-09-29T09:46:33.600258+00:00',0,'01KZX73DG0P5FWXANZ5HVEDWT3','mle','evaluation','["bias","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.41494677131207851044e+01);
INSERT INTO "answer" VALUES('01M3P9DY00RN26ZV7AMZGXH3J9','2026-09-27T21:55:12.000258+00:00',0,'01KZX73DG0P5FWXANZ5HVEDWT3','mle','evaluation','["leak","drift","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.06956180242298941611e+01);
INSERT INTO "answer" VALUES('01M3P9DY00RN41WB5F2HN489M8','2026-09-28T09:58:04.800258+00:00',0,'01KZX73DG0P5FWXANZ5HVEDWT3','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',26.3029681105887);
INSERT INTO "answer" VALUES('01M3QKKY00N478DYHHN79G33KH','2026-09-29T22:12:28.800258+00:00',0,'01KZX73DG0P5FWXANZ5HVEDWT3','mle','evaluation','["leak","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.43146932981070875703e+01);
INSERT INTO "answer" VALUES('01M73RMNG087WGW7EZPE1D5KM4','2026-11-10T22:18:14.400258+00:00',0,'01KZX73DG0P5FWXANZ5HVEDWT3','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.17152346806541558538e+01);
INSERT INTO "answer" VALUES('01M751V100GXJH6JM87Z15G9CZ','2026-11-11T10:18:14.400258+00:00',0,'01KZX73DG0P5FWXANZ5HVEDWT3','mle','evaluation','["leak","split","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.01696616894638793828e+01);
INSERT INTO "answer" VALUES('01M7MGHWG0R38WN5HY5SSK4PZ2','2026-11-17T10:24:00.000258+00:00',0,'01KZX73DG0P5FWXANZ5HVEDWT3','mle','evaluation','["bias","split","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',9.04601323268002133204e+00);
INSERT INTO "answer" VALUES('01M7MGHWG0R39B0HJ1ARTDXRV8','2026-11-17T10:24:00.000258+00:00',0,'01KZX73DG0P5FWXANZ5HVEDWT3','mle','evaluation','["split","drift","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',32.2087260145738);
INSERT INTO "answer" VALUES('01M7MGHWG0R39QKMGY1ZDWCY69','2026-11-17T10:24:00.000258+00:00',0,'01KJPRZB00S87SPPS4BZX8QX1A','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01M7MGQ5800NF45NDHDFJE48KV','2026-11-17T10:26:52.800258+00:00',60,'01M7MGHWG0R3A5S81W3TVH6BCE','mle','evaluation','["leak","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.32693691131555624451e+01);
INSERT INTO "answer" VALUES('01M7MGWE00XJSDW8B81EVV0HW4','2026-11-17T10:29:45.600258+00:00',60,'01M7MGHWG0R3A5S81W3TVH6BCE','mle','evaluation','["split","leak","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.17770695444320239175e+01);
INSERT INTO "answer" VALUES('01M7NT8280EKWSZSN05DAJ5A6Y','2026-11-17T22:32:38.400258+00:00',60,'01M7MGHWG0R3A5S81W3TVH6BCE','mle','evaluation','["drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.58208651876433514793e+00);
INSERT INTO "answer" VALUES('01M7NTDB003VMP4HEDKVFEK0MX','2026-11-17T22:35:31.200258+00:00',60,'01M7MGHWG0R3A5S81W3TVH6BCE','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',62.1680498682716);
INSERT INTO "answer" VALUES('01M7NTJKR0JJK7P29HRWS7NSN6','2026-11-17T22:38:24.000344+00:00',60,'01M7MGHWG0R3A5S81W3TVH6BCE','mle','evaluation','["leak","drift","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.20781054362751874e+01);
INSERT INTO "answer" VALUES('01M7SP5P80WV1HBTXBBWSSC352','2026-11-19T10:38:24.000344+00:00',60,'01M7MGHWG0R3A5S81W3TVH6BCE','mle','evaluation','["bias","leak","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.26444409984567229798e+01);
INSERT INTO "answer" VALUES('01M7TZVW00317WYPG0E7NNCEM5','2026-11-19T22:47:02.400344+00:00',0,'01M7MGHWG0R3A5S81W3TVH6BCE','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.40171774290802488849e+01);
INSERT INTO "answer" VALUES('01M7V014R0SFAZY3W6X82YE878','2026-11-19T22:49:55.200344+00:00',0,'01M7MGHWG0R3A5S81W3TVH6BCE','mle','evaluation','["leak","split","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.70994245272619309599e+01);
INSERT INTO "answer" VALUES('01M7W97G80RBXM440XKH3A4SN8','2026-11-20T10:49:55.200344+00:00',0,'01M7MGHWG0R3A5S81W3TVH6BCE','mle','evaluation','["leak","split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.93939614908691382311e+01);
INSERT INTO "answer" VALUES('01M8BQS30088DWBV8T461GWAFK','2026-11-26T10:52:48.000344+00:00',-660,'01M7MGHWG0R3A5S81W3TVH6BCE','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',47.0815881156768);
INSERT INTO "answer" VALUES('01M8J5Y580DPXMK6C7CSCX0CVV','2026-11-28T22:55:40.800344+00:00',-660,'01M7MGHWG0R3A5S81W3TVH6BCE','mle','evaluation','["split","drift","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.63562626317070538553e+01);
INSERT INTO "answer" VALUES('01M91MFR00GBWWAWNMAH6AA3E8','2026-12-04T22:58:33.600344+00:00',-660,'01M7MGHWG0R3A5S81W3TVH6BCE','mle','evaluation','["bias","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.94886188730685674377e+01);
INSERT INTO "answer" VALUES('01M91MN0R07QKMWXV0NTBBRMRN','2026-12-04T23:01:26.400344+00:00',-660,'01M7MGHWG0R3A5S81W3TVH6BCE','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.51221029244382805262e+01);
INSERT INTO "answer" VALUES('01M91MT9G0D8T8TGQ3F8C5D9B0','2026-12-04T23:04:19.200344+00:00',-660,'01KJPRZB00S87SPPS4BZX8QX1A','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
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
INSERT INTO "candidate" VALUES('01KJPRZB00S88JC20Z3V7Z9EQ5','2026-03-02T08:00:00.000000+00:00','mle','leak','why','Why do leaks matter?','[]','tiny','question-why/1',21.5,NULL,NULL,'01KJPRZB00S886ZNHYHSEJC0Z2');
INSERT INTO "candidate" VALUES('01KJPRZB00S88RB389NR2WYDS6','2026-03-02T08:00:00.000000+00:00','mle','leak','why','Why do leaks matter?','[]','tiny','question-why/1',21.5,'is_new','repeats a question',NULL);
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
INSERT INTO "card" VALUES('another','elsewhere','evaluation',2,NULL,2.94520378544996276545e+02,2.09745542875244028735e+00,'2027-09-25T23:04:19.200344+00:00','2026-12-04T23:04:19.200344+00:00','2026-04-06',4,0);
INSERT INTO "card" VALUES('mle','bias','evaluation',2,NULL,7.77560309484245149036e+00,9.90852606244944311697e+00,'2026-12-04T10:52:48.000344+00:00','2026-11-26T10:52:48.000344+00:00','2026-03-01',12,1);
INSERT INTO "card" VALUES('mle','drift','evaluation',2,NULL,2.32237872367773803719e+02,8.75602543320736259602e+00,'2027-07-24T22:58:33.600344+00:00','2026-12-04T22:58:33.600344+00:00','2026-03-01',11,1);
INSERT INTO "card" VALUES('mle','leak','evaluation',2,NULL,7.39688271193085711274e+00,9.90923692892007146326e+00,'2026-12-11T22:58:33.600344+00:00','2026-12-04T22:58:33.600344+00:00','2026-03-02',14,2);
INSERT INTO "card" VALUES('mle','split','evaluation',3,0,9.19750118751586742682e-01,9.93496623891892838287e+00,'2026-12-04T23:08:33.600344+00:00','2026-12-04T22:58:33.600344+00:00','2026-03-01',12,3);
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
INSERT INTO "day" VALUES('another','evaluation','2026-04-06',1,12500,0,1,1,1,0);
INSERT INTO "day" VALUES('another','evaluation','2026-08-12',1,12500,0,1,1,1,0);
INSERT INTO "day" VALUES('another','evaluation','2026-11-17',1,12500,0,1,1,1,0);
INSERT INTO "day" VALUES('another','evaluation','2026-12-04',1,12500,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-03-01',1,50708,0,4,3,1,1);
INSERT INTO "day" VALUES('mle','evaluation','2026-03-02',2,25000,0,1,0,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-03-03',1,8780,0,1,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-03-16',1,40247,0,4,4,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-03-17',1,22602,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-03-20',1,58101,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-03-28',1,41765,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-04-05',3,135416,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-04-06',2,101241,0,3,2,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-04-07',2,1367,0,7,5,2,1);
INSERT INTO "day" VALUES('mle','evaluation','2026-05-17',1,56011,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-05-19',0,0,30500,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-08-10',1,6277,0,4,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-08-12',1,23718,0,1,1,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-09-27',1,10696,0,2,2,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-09-28',2,96036,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-09-29',2,108464,0,5,3,1,1);
INSERT INTO "day" VALUES('mle','evaluation','2026-11-10',1,51715,0,4,4,1,1);
INSERT INTO "day" VALUES('mle','evaluation','2026-11-11',1,40170,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-11-17',5,127883,0,3,2,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-11-19',2,81116,0,2,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-11-20',1,49394,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-11-25',1,47082,30500,3,3,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-11-28',1,76356,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-12-04',2,124611,0,3,2,1,0);
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
INSERT INTO "day_total" VALUES('2026-03-01',1,50708,0,4,3,1,1);
INSERT INTO "day_total" VALUES('2026-03-02',2,25000,0,1,0,1,0);
INSERT INTO "day_total" VALUES('2026-03-03',1,8780,0,1,0,0,0);
INSERT INTO "day_total" VALUES('2026-03-16',1,40247,0,4,4,1,0);
INSERT INTO "day_total" VALUES('2026-03-17',1,22602,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-03-20',1,58101,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-03-28',1,41765,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-04-05',3,135416,0,1,1,1,0);
INSERT INTO "day_total" VALUES('2026-04-06',3,113741,0,4,3,2,0);
INSERT INTO "day_total" VALUES('2026-04-07',2,1367,0,7,5,2,1);
INSERT INTO "day_total" VALUES('2026-05-17',1,56011,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-05-19',0,0,30500,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-08-10',1,6277,0,4,1,1,0);
INSERT INTO "day_total" VALUES('2026-08-12',2,36218,0,2,2,1,0);
INSERT INTO "day_total" VALUES('2026-09-27',1,10696,0,2,2,1,0);
INSERT INTO "day_total" VALUES('2026-09-28',2,96036,0,1,1,1,0);
INSERT INTO "day_total" VALUES('2026-09-29',2,108464,0,5,3,1,1);
INSERT INTO "day_total" VALUES('2026-11-10',1,51715,0,4,4,1,1);
INSERT INTO "day_total" VALUES('2026-11-11',1,40170,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-11-17',6,140383,0,4,3,2,0);
INSERT INTO "day_total" VALUES('2026-11-19',2,81116,0,2,1,1,0);
INSERT INTO "day_total" VALUES('2026-11-20',1,49394,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-11-25',1,47082,30500,3,3,1,0);
INSERT INTO "day_total" VALUES('2026-11-28',1,76356,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-12-04',3,137111,0,4,3,2,0);
CREATE TABLE feedback (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL REFERENCES verdict(id),
    text TEXT NOT NULL,
    origin TEXT NOT NULL            -- authored, model
);
INSERT INTO "feedback" VALUES('01KM559680667FM059KTV9MXZQ','2026-03-20T08:20:09.600086+00:00','01KM559680666TS7QSNREDMGB6','You left out why.','model');
INSERT INTO "feedback" VALUES('01KNJ8HYR0DYPHB5DPC59R0EJX','2026-04-06T20:43:12.000086+00:00','01KNJ8CP00EQN6JSZ0A7D9GTYT','You left out why.','model');
INSERT INTO "feedback" VALUES('01KWJB91G0T6A2MCRQ6ZFGD16R','2026-07-02T21:20:38.400258+00:00','01KWH1XD80KWF1TD73EH98X0EF','You left out why.','model');
INSERT INTO "feedback" VALUES('01M3P9DY00RN2H7EXTASZ37KNK','2026-09-27T21:55:12.000258+00:00','01M3P9DY00RN0T0N8W4SEXSKF3','You left out why.','model');
INSERT INTO "feedback" VALUES('01M7NT8280EKWMFQ8EQQPKCVAC','2026-11-17T22:32:38.400258+00:00','01M7NT8280EKVVC8VACRZ6KGZZ','You left out why.','model');
INSERT INTO "feedback" VALUES('01M8J5Y580DPXYBZKJF5ME6QCM','2026-11-28T22:55:40.800344+00:00','01M8BQKT80C7HQR2JZ6NZXVVEK','You left out why.','model');
CREATE TABLE flag (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    question_id TEXT NOT NULL,
    question TEXT NOT NULL,
    reason TEXT NOT NULL,
    answer TEXT REFERENCES answer(id)
);
INSERT INTO "flag" VALUES('01KMXN1N80650M7G5MCBDSN3N2','2026-03-29T20:37:26.400086+00:00','q3','?','vague',NULL);
INSERT INTO "flag" VALUES('01M7TZC1R043CZJP5XVE2S808M','2026-11-19T22:38:24.000344+00:00','q1','?','vague',NULL);
INSERT INTO "flag" VALUES('01M91MFR00GBXT1C9SQHNZA8Z5','2026-12-03T22:58:33.600344+00:00','q3','?','vague',NULL);
INSERT INTO "flag" VALUES('01M91MFR00GBYVZG6GJDA345KE','2026-12-03T23:01:26.400344+00:00','q3','?','vague',NULL);
CREATE TABLE follow_up (            -- an answer to a narrower question, which is no review
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL REFERENCES answer(id),
    follows TEXT NOT NULL REFERENCES answer(id)     -- the one that missed something
) WITHOUT ROWID;
INSERT INTO "follow_up" VALUES('01KJPRZB00S8AWA2251VNJ03YN','2026-03-02T08:00:00.000000+00:00','01KJPRZB00S8AESBC5KPCT3HG0','01KJPRZB00S893ZCYZ3C0K8ZVC');
CREATE TABLE hint (                 -- shown before the answer was given
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL REFERENCES answer(id),
    step INTEGER NOT NULL,          -- 1 to 3; each tells more than the one before
    text TEXT NOT NULL,
    origin TEXT NOT NULL            -- authored, model
);
INSERT INTO "hint" VALUES('01KJPRZB00S89EM86QWDF95TC1','2026-03-02T08:00:00.000000+00:00','01KJPRZB00S893ZCYZ3C0K8ZVC',1,'It has to do with what was seen before.','authored');
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
INSERT INTO "milestone" VALUES('another','elsewhere','01M91MT9G0D8T8TGQ3F8C5D9B0','evaluation',2,NULL,2.94520378544996276545e+02,2.09745542875244028735e+00,'2027-09-25T23:04:19.200344+00:00','2026-12-04T23:04:19.200344+00:00','2026-04-06',4,0);
INSERT INTO "milestone" VALUES('mle','bias','01KNMVEG000DTR8ZR6NMD7QTJQ','evaluation',2,NULL,6.21424281973653833697e+01,6.49560851742367351135e+00,'2026-06-08T20:51:50.400086+00:00','2026-04-07T20:51:50.400086+00:00','2026-03-01',4,0);
INSERT INTO "milestone" VALUES('mle','bias','01M3P9DY00RN41WB5F2HN489M8','evaluation',2,NULL,1.13062490133882032061e+00,9.71131724374782479003e+00,'2026-09-29T09:58:04.800258+00:00','2026-09-28T09:58:04.800258+00:00','2026-03-01',8,1);
INSERT INTO "milestone" VALUES('mle','bias','01M8BQS30088DWBV8T461GWAFK','evaluation',2,NULL,7.77560309484245149036e+00,9.90852606244944311697e+00,'2026-12-04T10:52:48.000344+00:00','2026-11-26T10:52:48.000344+00:00','2026-03-01',12,1);
INSERT INTO "milestone" VALUES('mle','drift','01KNFNZZ00KEA7YWQ0KFJZ1JEM','evaluation',2,NULL,3.21030812626122923352e+01,7.00340412737219430994e+00,'2026-05-06T20:40:19.200086+00:00','2026-04-04T20:40:19.200086+00:00','2026-03-01',4,1);
INSERT INTO "milestone" VALUES('mle','drift','01KZX73DG0P5FYAQFWXVWBA3D5','evaluation',2,NULL,1.64390623774895175304e+02,8.18917956848768646693e+00,'2027-01-22T09:26:24.000258+00:00','2026-08-11T09:26:24.000258+00:00','2026-03-01',8,1);
INSERT INTO "milestone" VALUES('mle','leak','01KNFNZZ00KEABQJMNBRXS3JS1','evaluation',3,0,7.10250241162713735754e-01,9.45690513508971797307e+00,'2026-04-05T20:50:19.200086+00:00','2026-04-05T20:40:19.200086+00:00','2026-03-02',4,1);
INSERT INTO "milestone" VALUES('mle','leak','01M3P8Y3R0PHKHV5FC4TKDEGVT','evaluation',3,0,6.56859713724653904165e-01,9.87220748870918285433e+00,'2026-09-29T09:56:33.600258+00:00','2026-09-29T09:46:33.600258+00:00','2026-03-02',8,2);
INSERT INTO "milestone" VALUES('mle','leak','01M7V014R0SFAZY3W6X82YE878','evaluation',3,0,1.05976461302846569623e+00,9.95777085362912117716e+00,'2026-11-19T23:04:55.200344+00:00','2026-11-19T22:49:55.200344+00:00','2026-03-02',12,2);
INSERT INTO "milestone" VALUES('mle','split','01KNJ8HYR0DYNSHAXVHGQT2162','evaluation',3,0,3.99491464627037728973e+00,7.02698956929683848926e+00,'2026-04-06T20:53:12.000086+00:00','2026-04-06T20:43:12.000086+00:00','2026-03-01',4,1);
INSERT INTO "milestone" VALUES('mle','split','01M73RMNG087WGW7EZPE1D5KM4','evaluation',2,NULL,6.90973185511131671177e+00,9.74443979953473338184e+00,'2026-11-17T22:18:14.400258+00:00','2026-11-10T22:18:14.400258+00:00','2026-03-01',8,1);
INSERT INTO "milestone" VALUES('mle','split','01M91MFR00GBWWAWNMAH6AA3E8','evaluation',3,0,9.19750118751586742682e-01,9.93496623891892838287e+00,'2026-12-04T23:08:33.600344+00:00','2026-12-04T22:58:33.600344+00:00','2026-03-01',12,3);
CREATE TABLE overrule (             -- the learner's own verdict; its ratings are reviews
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL REFERENCES verdict(id),
    answer TEXT NOT NULL REFERENCES answer(id),
    judgements TEXT NOT NULL        -- JSON object: key point to judgement
);
INSERT INTO "overrule" VALUES('01KKXDK700P336S3HM8Z7XZT02','2026-03-17T08:11:31.200000+00:00','01KKR8F7G0QYKJ2Z7EV22HFTJ8','01KJPRZB00S8AXT97HDCJJNFE0','{"split":"contradicted"}');
INSERT INTO "overrule" VALUES('01KM0056R00Z9F8MRHVPDEM9SW','2026-03-18T08:14:24.000000+00:00','01KKR8F7G0QYKJ2Z7EV22HFTJ8','01KJPRZB00S8AXT97HDCJJNFE0','{"bias":"contradicted","drift":"contradicted"}');
INSERT INTO "overrule" VALUES('01KM19P3R0M328FS8J7RMHG6T5','2026-03-18T20:20:09.600000+00:00','01KM00AFG0294N2W6NVPAM6W11','01KKTV6G00HXTDG9DPR99B0VJH','{"bias":"partly","drift":"missed"}');
INSERT INTO "overrule" VALUES('01KNFNZZ00KE7H0VEF6JZPSSNB','2026-04-05T20:40:19.200086+00:00','01KMQ6QA808QZJ8K6C6M2GJAEK','01KJPRZB00S8AXT97HDCJJNFE0','{"drift":"partly"}');
INSERT INTO "overrule" VALUES('01KNMVS1G0MEFPV8GS1SV2CM3K','2026-04-07T20:57:36.000086+00:00','01KMQ6QA808QZJ8K6C6M2GJAEK','01KJPRZB00S8AXT97HDCJJNFE0','{"drift":"covered","bias":"missed"}');
INSERT INTO "overrule" VALUES('01KWH18A806F40CWGQ30NRBEVQ','2026-07-02T09:06:14.400258+00:00','01KRZQKDG0T5H70Y9G2R89ZD39','01KNMVEG000DTR8ZR6NMD7QTJQ','{"bias":"partly"}');
INSERT INTO "overrule" VALUES('01KWH1DK00KTA2WPXZGN8WKGNW','2026-07-02T09:09:07.200258+00:00','01KSF65080ZM3DV12B8GDXCXWC','01KNJ8HYR0DYNSHAXVHGQT2162','{"drift":"missed","split":"partly","leak":"covered"}');
INSERT INTO "overrule" VALUES('01KWH1JVR05E4CB21ZTHCSJB29','2026-07-02T09:12:00.000258+00:00','01KRZQKDG0T5H70Y9G2R89ZD39','01KNMVEG000DTR8ZR6NMD7QTJQ','{"drift":"missed"}');
INSERT INTO "overrule" VALUES('01KWJB91G0T697ZHEQ4Q8RV7S4','2026-07-02T21:20:38.400258+00:00','01KWH1XD80KWF1TD73EH98X0EF','01KNJ8HYR0DYP3T32FZMAJGH55','{"drift":"contradicted","split":"partly"}');
INSERT INTO "overrule" VALUES('01KZSB5SG0716G62KZAP3HE6E6','2026-08-11T21:20:38.400258+00:00','01KWH1XD80KWF1TD73EH98X0EF','01KNJ8HYR0DYP3T32FZMAJGH55','{"leak":"covered"}');
INSERT INTO "overrule" VALUES('01M3P9DY00RN2S89W8EXFKAQTM','2026-09-28T09:55:12.000258+00:00','01M3P9DY00RN0T0N8W4SEXSKF3','01M3P8Y3R0PHKHV5FC4TKDEGVT','{"split":"partly","bias":"missed"}');
INSERT INTO "overrule" VALUES('01M7NT2SG05YJJ7JTE0AF9XQ2Q','2026-11-17T22:29:45.600258+00:00','01M75209R0QMSZ99FQ1MQ02CTS','01M73RMNG087WGW7EZPE1D5KM4','{"leak":"missed","drift":"missed","split":"contradicted"}');
INSERT INTO "overrule" VALUES('01M7TZPK809GWV82ZE5MAC4K3F','2026-11-19T22:44:09.600344+00:00','01M75209R0QMSZ99FQ1MQ02CTS','01M73RMNG087WGW7EZPE1D5KM4','{"leak":"contradicted"}');
INSERT INTO "overrule" VALUES('01M7TZPK809GX709JG490R5G0Q','2026-11-19T22:44:09.600344+00:00','01M30C2600F7X4AHC505KEZ6WF','01KZX73DG0P5FYAQFWXVWBA3D5','{"split":"missed","drift":"partly"}');
INSERT INTO "overrule" VALUES('01M8EAB2R0TDAN3NKZHRBDK31Y','2026-11-27T10:55:40.800344+00:00','01M8BQKT80C7HQR2JZ6NZXVVEK','01M7V014R0SFAZY3W6X82YE878','{"leak":"missed","bias":"partly"}');
CREATE TABLE question (             -- worded by a model; authored ones stand in the guides
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    transition TEXT NOT NULL,
    key_point TEXT NOT NULL,
    text TEXT NOT NULL,
    model TEXT NOT NULL,
    prompt_version TEXT NOT NULL
);
INSERT INTO "question" VALUES('01KJPRZB00S87YGE6CAG3B1F1B','2026-03-02T08:00:00.000000+00:00','mle','leak','What does a leak do?','tiny','question-1');
INSERT INTO "question" VALUES('01KJPRZB00S886ZNHYHSEJC0Z2','2026-03-02T08:00:00.000000+00:00','mle','leak','Why do leaks matter?','tiny','question-why/1');
CREATE TABLE reading (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    utc_offset INTEGER NOT NULL,
    transition TEXT NOT NULL,
    document TEXT NOT NULL,         -- a skill's slug for its guide, or the transition's own
    seconds REAL NOT NULL,
    position REAL NOT NULL          -- share of the document above the window, 0 to 1
) WITHOUT ROWID;
INSERT INTO "reading" VALUES('01KMQ6CRR0M92GFGFJZNC5XSFC','2026-03-27T08:25:55.200086+00:00',840,'mle','evaluation',0.0001,0.5);
INSERT INTO "reading" VALUES('01KMQ6WK00S49A8855BVFWSCDJ','2026-03-27T08:34:33.600086+00:00',345,'mle','evaluation',0.0,0.5);
INSERT INTO "reading" VALUES('01KNFNZZ00KEAEF4JPEMG7MVA3','2026-04-05T20:40:19.200086+00:00',345,'mle','evaluation',0.0001,0.5);
INSERT INTO "reading" VALUES('01KRYE7S80MDBRS2A4Q45VBETH','2026-05-18T21:00:28.800172+00:00',0,'mle','evaluation',0.0,0.5);
INSERT INTO "reading" VALUES('01KRZQE4R0M52MSV1AS55G6DJA','2026-05-19T09:00:28.800172+00:00',0,'mle','evaluation',30.5,0.5);
INSERT INTO "reading" VALUES('01KWH22P009KC04MKDY8AY6SJD','2026-07-02T09:20:38.400258+00:00',0,'mle','evaluation',0.0001,0.5);
INSERT INTO "reading" VALUES('01M3P93CG0MP8KY4JKDTJPQS4D','2026-09-29T09:49:26.400258+00:00',0,'mle','evaluation',0.0,0.5);
INSERT INTO "reading" VALUES('01M7NT8280EKWW8T3QQCJ1QCWQ','2026-11-17T22:32:38.400258+00:00',60,'mle','evaluation',0.0001,0.5);
INSERT INTO "reading" VALUES('01M8BQYBR0F50HGXT0ABKMPNY5','2026-11-26T10:55:40.800344+00:00',-660,'mle','evaluation',30.5,0.5);
CREATE TABLE rerate (               -- the learner's own rating, which is a review
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL REFERENCES answer(id)
) WITHOUT ROWID;
INSERT INTO "rerate" VALUES('01KJPRZB00S8B9CDPN3J3PRCCQ','2026-03-01T20:02:52.800000+00:00','01KJPRZB00S8AXT97HDCJJNFE0');
INSERT INTO "rerate" VALUES('01KKSHTVR0GQC8CRYXY10AN2B4','2026-03-15T20:08:38.400000+00:00','01KJPRZB00S8AXT97HDCJJNFE0');
INSERT INTO "rerate" VALUES('01KKTV1780ZWBNX0DHSTPZB7QY','2026-03-16T08:08:38.400000+00:00','01KJR2AZ808XYF4PPS128BN0W8');
INSERT INTO "rerate" VALUES('01KM19GV00ZC3RB888TDMNJP0Z','2026-03-18T20:17:16.800000+00:00','01KJR2AZ808XYF4PPS128BN0W8');
INSERT INTO "rerate" VALUES('01KM55EF00GQ9FD0XXQ9QGNF8X','2026-03-20T08:23:02.400086+00:00','01KJR2AZ808XYF4PPS128BN0W8');
INSERT INTO "rerate" VALUES('01KNFNZZ00KE9F11Y3KTX3RADR','2026-04-03T20:40:19.200086+00:00','01KMRG8780TS03N605TZGBVX7P');
INSERT INTO "rerate" VALUES('01KNKHRA80NM36NMF5RJ7ZMFZ1','2026-04-07T08:43:12.000086+00:00','01KMRG8780TS03N605TZGBVX7P');
INSERT INTO "rerate" VALUES('01KNMV97803TY83R3AANZWQDM1','2026-04-07T20:48:57.600086+00:00','01KNJ8HYR0DYP3T32FZMAJGH55');
INSERT INTO "rerate" VALUES('01KNMVKRR0KW0N4HK0FP7ZJGT7','2026-04-07T20:54:43.200086+00:00','01KNMVEG000DTR8ZR6NMD7QTJQ');
INSERT INTO "rerate" VALUES('01KNMVS1G0MEG9CDGR8RJVRPVZ','2026-04-07T20:57:36.000172+00:00','01KKTV6G00HXTDG9DPR99B0VJH');
INSERT INTO "rerate" VALUES('01KWH1R4G00Q4KV61RT2QT15WW','2026-07-02T09:14:52.800258+00:00','01KNMVEG000DTR8ZR6NMD7QTJQ');
INSERT INTO "rerate" VALUES('01M31N8HG0TWQ89VGJ6R2TRT1N','2026-09-21T09:37:55.200258+00:00','01KZX73DG0P5FYAQFWXVWBA3D5');
INSERT INTO "rerate" VALUES('01M32YM5R0NZDHPKSFBGVEX3QF','2026-09-21T21:40:48.000258+00:00','01KZSBB280HAXS6A94NRNCPT8J');
INSERT INTO "rerate" VALUES('01M3P9DY00RN42GDGDKDQTNNBD','2026-09-28T10:00:57.600258+00:00','01KZX73DG0P5E9GCBYEW5EVTKZ');
INSERT INTO "rerate" VALUES('01M3QK9CG0WTW7RH7FKJ1178KW','2026-09-29T22:06:43.200258+00:00','01M3P8Y3R0PHKHV5FC4TKDEGVT');
INSERT INTO "rerate" VALUES('01M3QKEN80NYCJ5JAZJPJGSCCY','2026-09-29T22:09:36.000258+00:00','01KZX73DG0P5E9GCBYEW5EVTKZ');
INSERT INTO "rerate" VALUES('01M3T60N00PJKFB1T15JP32G13','2026-09-30T22:12:28.800258+00:00','01M3QKKY00N478DYHHN79G33KH');
INSERT INTO "rerate" VALUES('01M73RFCR07BK3ZSSGS8XB2C0J','2026-11-10T22:15:21.600258+00:00','01M3P9DY00RN26ZV7AMZGXH3J9');
INSERT INTO "rerate" VALUES('01M7MGQ5800NF4YW8V2MK6KVDC','2026-11-17T10:26:52.800258+00:00','01KNFNZZ00KEABQJMNBRXS3JS1');
INSERT INTO "rerate" VALUES('01M7NTDB003VMPHAXNA0BVDB2B','2026-11-17T22:35:31.200258+00:00','01M7MGWE00XJSDW8B81EVV0HW4');
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
INSERT INTO "review" VALUES('01KJPRZB00S8A1CAN999CKKEK7','2026-03-02T08:00:00.000000+00:00','01KJPRZB00S89PBXHW87CAGP63','01KJPRZB00S893ZCYZ3C0K8ZVC','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KJPRZB00S8BJF4HCGG7R2GVZ','2026-03-01T20:02:52.800000+00:00','01KJPRZB00S8B9CDPN3J3PRCCQ','01KJPRZB00S8AXT97HDCJJNFE0','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KKR8F7G0QYM0AXGEGKFAZW31','2026-03-15T08:05:45.600000+00:00','01KKR8F7G0QYKJ2Z7EV22HFTJ8','01KJPRZB00S8AXT97HDCJJNFE0','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KKSHTVR0GQCCKWDDS0FKRVG2','2026-03-15T20:08:38.400000+00:00','01KKSHTVR0GQC8CRYXY10AN2B4','01KJPRZB00S8AXT97HDCJJNFE0','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KKTV1780ZWC4Z8RSNZJBERSX','2026-03-16T08:08:38.400000+00:00','01KKTV1780ZWBNX0DHSTPZB7QY','01KJR2AZ808XYF4PPS128BN0W8','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KKXDK700P339TDX1WY0SMEHC','2026-03-17T08:11:31.200000+00:00','01KKXDK700P336S3HM8Z7XZT02','01KJPRZB00S8AXT97HDCJJNFE0','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KM0056R00Z9SSDN0PKK5ETMC','2026-03-18T08:14:24.000000+00:00','01KM0056R00Z9F8MRHVPDEM9SW','01KJPRZB00S8AXT97HDCJJNFE0','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01KM0056R00ZA93KPNPYMGX1S0','2026-03-18T08:14:24.000000+00:00','01KM0056R00Z9F8MRHVPDEM9SW','01KJPRZB00S8AXT97HDCJJNFE0','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KM00AFG02953BADE5S8HB7YP','2026-03-18T08:17:16.800000+00:00','01KM00AFG0294N2W6NVPAM6W11','01KKTV6G00HXTDG9DPR99B0VJH','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01KM00AFG0295E11PG1SXDWCXD','2026-03-18T08:17:16.800000+00:00','01KM00AFG0294N2W6NVPAM6W11','01KKTV6G00HXTDG9DPR99B0VJH','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01KM19GV00ZC3XKM7C1ZQK4PGK','2026-03-18T20:17:16.800000+00:00','01KM19GV00ZC3RB888TDMNJP0Z','01KJR2AZ808XYF4PPS128BN0W8','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01KM19P3R0M32J0PHKR9A58SXF','2026-03-18T20:20:09.600000+00:00','01KM19P3R0M328FS8J7RMHG6T5','01KKTV6G00HXTDG9DPR99B0VJH','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01KM19P3R0M32W0AEM47JW29XD','2026-03-18T20:20:09.600000+00:00','01KM19P3R0M328FS8J7RMHG6T5','01KKTV6G00HXTDG9DPR99B0VJH','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01KM559680667ABY6E0YQA2ZRD','2026-03-20T08:20:09.600000+00:00','01KM559680666TS7QSNREDMGB6','01KKTV6G00HXTDG9DPR99B0VJH','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KM55EF00GQ9J9V20N5SK60VF','2026-03-20T08:23:02.400086+00:00','01KM55EF00GQ9FD0XXQ9QGNF8X','01KJR2AZ808XYF4PPS128BN0W8','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KMQ6QA808QZK8P31NQ22ZH1T','2026-03-27T08:31:40.800086+00:00','01KMQ6QA808QZJ8K6C6M2GJAEK','01KJPRZB00S8AXT97HDCJJNFE0','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KMQ6QA808QZW96GQ02QKSCTW','2026-03-27T08:31:40.800086+00:00','01KMQ6QA808QZJ8K6C6M2GJAEK','01KJPRZB00S8AXT97HDCJJNFE0','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KMQ6QA808R05Y707EE7TFYK7','2026-03-27T08:31:40.800086+00:00','01KMQ6QA808QZJ8K6C6M2GJAEK','01KJPRZB00S8AXT97HDCJJNFE0','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KNFNZZ00KE7VDAREAQBEKZ6P','2026-04-05T20:40:19.200086+00:00','01KNFNZZ00KE7H0VEF6JZPSSNB','01KJPRZB00S8AXT97HDCJJNFE0','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KNFNZZ00KE8MQQNNEXZYAC1F','2026-04-05T20:40:19.200086+00:00','01KNFNZZ00KE8BFH9S2SPWYCKN','01KNFNZZ00KE83N4RH4Y989S02','another','evaluation','elsewhere',3);
INSERT INTO "review" VALUES('01KNFNZZ00KE9QXX4Y5SFW9RSR','2026-04-03T20:40:19.200086+00:00','01KNFNZZ00KE9F11Y3KTX3RADR','01KMRG8780TS03N605TZGBVX7P','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KNGZ6AG0WDDA42RW0DC1D0GE','2026-04-06T08:40:19.200086+00:00','01KNGZ6AG0WDD5GXN7ABNZJDWZ','01KNFNZZ00KEABQJMNBRXS3JS1','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KNGZ6AG0WDDGT861D1ZMB0XG','2026-04-06T08:40:19.200086+00:00','01KNGZ6AG0WDD5GXN7ABNZJDWZ','01KNFNZZ00KEABQJMNBRXS3JS1','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KNGZ6AG0WDDXVXWWVPZGJ3P2','2026-04-06T08:40:19.200086+00:00','01KNGZ6AG0WDD5GXN7ABNZJDWZ','01KNFNZZ00KEABQJMNBRXS3JS1','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KNJ8CP00EQNNS0J6B0J5F80K','2026-04-06T20:40:19.200086+00:00','01KNJ8CP00EQN6JSZ0A7D9GTYT','01KNFNZZ00KEA7YWQ0KFJZ1JEM','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KNKHRA80NM37P7FBA56NYJ38','2026-04-07T08:43:12.000086+00:00','01KNKHRA80NM36NMF5RJ7ZMFZ1','01KMRG8780TS03N605TZGBVX7P','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01KNMV97803TYHPKJP1DH2ND0S','2026-04-07T20:48:57.600086+00:00','01KNMV97803TY83R3AANZWQDM1','01KNJ8HYR0DYP3T32FZMAJGH55','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KNMVKRR0KW0T2AP3VPHF1H80','2026-04-07T20:54:43.200086+00:00','01KNMVKRR0KW0N4HK0FP7ZJGT7','01KNMVEG000DTR8ZR6NMD7QTJQ','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KNMVS1G0MEFXJB9Z6SFA8JVH','2026-04-07T20:57:36.000086+00:00','01KNMVS1G0MEFPV8GS1SV2CM3K','01KJPRZB00S8AXT97HDCJJNFE0','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KNMVS1G0MEG788C7C1N9R245','2026-04-07T20:57:36.000086+00:00','01KNMVS1G0MEFPV8GS1SV2CM3K','01KJPRZB00S8AXT97HDCJJNFE0','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KNMVS1G0MEGCTKMT7RZDB1DY','2026-04-07T20:57:36.000172+00:00','01KNMVS1G0MEG9CDGR8RJVRPVZ','01KKTV6G00HXTDG9DPR99B0VJH','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KRZQKDG0T5H87E4J9FWDSN44','2026-05-19T09:03:21.600172+00:00','01KRZQKDG0T5H70Y9G2R89ZD39','01KNMVEG000DTR8ZR6NMD7QTJQ','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01KSF65080ZM3RP0YP4319NHN7','2026-05-25T09:06:14.400258+00:00','01KSF65080ZM3DV12B8GDXCXWC','01KNJ8HYR0DYNSHAXVHGQT2162','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KWH18A806F43140A78CSHA0P','2026-07-02T09:06:14.400258+00:00','01KWH18A806F40CWGQ30NRBEVQ','01KNMVEG000DTR8ZR6NMD7QTJQ','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KWH1DK00KTA5BW509YYZ1QR9','2026-07-02T09:09:07.200258+00:00','01KWH1DK00KTA2WPXZGN8WKGNW','01KNJ8HYR0DYNSHAXVHGQT2162','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01KWH1DK00KTAGTR4P9JCXBGRH','2026-07-02T09:09:07.200258+00:00','01KWH1DK00KTA2WPXZGN8WKGNW','01KNJ8HYR0DYNSHAXVHGQT2162','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KWH1DK00KTAK5BQ7JM18820S','2026-07-02T09:09:07.200258+00:00','01KWH1DK00KTA2WPXZGN8WKGNW','01KNJ8HYR0DYNSHAXVHGQT2162','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KWH1JVR05E4GYE1RDMYF3CSK','2026-07-02T09:12:00.000258+00:00','01KWH1JVR05E4CB21ZTHCSJB29','01KNMVEG000DTR8ZR6NMD7QTJQ','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KWH1R4G00Q4N510JWT4161H5','2026-07-02T09:14:52.800258+00:00','01KWH1R4G00Q4KV61RT2QT15WW','01KNMVEG000DTR8ZR6NMD7QTJQ','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KWH1XD80KWF4H5X64FPVS256','2026-07-02T09:17:45.600258+00:00','01KWH1XD80KWF1TD73EH98X0EF','01KNJ8HYR0DYP3T32FZMAJGH55','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01KWH1XD80KWFKYSAW8SQ12FTJ','2026-07-02T09:17:45.600258+00:00','01KWH1XD80KWF1TD73EH98X0EF','01KNJ8HYR0DYP3T32FZMAJGH55','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KWJB91G0T69MGWGSEGCR6ZFX','2026-07-02T21:20:38.400258+00:00','01KWJB91G0T697ZHEQ4Q8RV7S4','01KNJ8HYR0DYP3T32FZMAJGH55','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KWJB91G0T69WRFJ4F9BT9MA6','2026-07-02T21:20:38.400258+00:00','01KWJB91G0T697ZHEQ4Q8RV7S4','01KNJ8HYR0DYP3T32FZMAJGH55','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KZSB5SG0716NY0KREYXP4NN4','2026-08-11T21:20:38.400258+00:00','01KZSB5SG0716G62KZAP3HE6E6','01KNJ8HYR0DYP3T32FZMAJGH55','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KZVXQS802XCXKXK9VDR7BBAS','2026-08-12T21:23:31.200258+00:00','01KZVXQS802XCFD0R56EGMQ51N','01KKTV6G00HXTDG9DPR99B0VJH','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KZVXQS802XD2YTFW7JB0SG2C','2026-08-12T21:23:31.200258+00:00','01KZVXQS802XCFD0R56EGMQ51N','01KKTV6G00HXTDG9DPR99B0VJH','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KZVXQS802XDJF5P1CQXJMV3T','2026-08-12T21:23:31.200258+00:00','01KZVXQS802XCFD0R56EGMQ51N','01KKTV6G00HXTDG9DPR99B0VJH','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KZX73DG0P5F6DQ49YYDJFD6Z','2026-08-13T09:26:24.000258+00:00','01KZX73DG0P5ESYTNCDA20SGHG','01KZX73DG0P5EJD3K5YC2K30MM','another','evaluation','elsewhere',3);
INSERT INTO "review" VALUES('01KZX73DG0P5GT5KHVQME464D3','2026-08-11T21:32:09.600258+00:00','01KZX73DG0P5GG1JMCM749S47A','01KNMVEG000DTR8ZR6NMD7QTJQ','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KZX73DG0P5HEQTTQNXXS8EZT','2026-08-11T21:35:02.400258+00:00','01KZX73DG0P5GZDHDH7G7FD8Z5','01KZX73DG0P5FYAQFWXVWBA3D5','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01KZX73DG0P5HGV16C3YC8XJGF','2026-08-11T21:35:02.400258+00:00','01KZX73DG0P5GZDHDH7G7FD8Z5','01KZX73DG0P5FYAQFWXVWBA3D5','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01KZX73DG0P5HYK6VJH6HHWVRP','2026-08-11T21:35:02.400258+00:00','01KZX73DG0P5GZDHDH7G7FD8Z5','01KZX73DG0P5FYAQFWXVWBA3D5','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01M30C2600F7X84S08VYD6XH6W','2026-09-20T21:37:55.200258+00:00','01M30C2600F7X4AHC505KEZ6WF','01KZX73DG0P5FYAQFWXVWBA3D5','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01M30C2600F7XBV0TKZ65DEPNY','2026-09-20T21:37:55.200258+00:00','01M30C2600F7X4AHC505KEZ6WF','01KZX73DG0P5FYAQFWXVWBA3D5','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01M31N8HG0TWQCSGKDASTPYN05','2026-09-21T09:37:55.200258+00:00','01M31N8HG0TWQ89VGJ6R2TRT1N','01KZX73DG0P5FYAQFWXVWBA3D5','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01M32YEX00KPR74D85Q5EBDCET','2026-09-21T21:37:55.200258+00:00','01M32YEX00KPQQ66T0FG47FNM8','01KZX73DG0P5FYAQFWXVWBA3D5','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01M32YEX00KPRB2W90PYB98DQS','2026-09-21T21:37:55.200258+00:00','01M32YEX00KPQQ66T0FG47FNM8','01KZX73DG0P5FYAQFWXVWBA3D5','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01M32YM5R0NZDYHZZABA3PAY9V','2026-09-21T21:40:48.000258+00:00','01M32YM5R0NZDHPKSFBGVEX3QF','01KZSBB280HAXS6A94NRNCPT8J','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01M34852R0NQSET7TTJ08NF12M','2026-09-22T09:46:33.600258+00:00','01M34852R0NQS2DG0DFPX5W2BK','01KZX73DG0P5G9CH05HSM3PHGK','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01M34852R0NQSKDK6BFWZ1PR51','2026-09-22T09:46:33.600258+00:00','01M34852R0NQS2DG0DFPX5W2BK','01KZX73DG0P5G9CH05HSM3PHGK','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01M3P9DY00RN13KTX4S238MPWH','2026-09-29T09:55:12.000258+00:00','01M3P9DY00RN0T0N8W4SEXSKF3','01M3P8Y3R0PHKHV5FC4TKDEGVT','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01M3P9DY00RN1CXS4W4KQBZ51K','2026-09-29T09:55:12.000258+00:00','01M3P9DY00RN0T0N8W4SEXSKF3','01M3P8Y3R0PHKHV5FC4TKDEGVT','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M3P9DY00RN1JBSG443QNEY3X','2026-09-29T09:55:12.000258+00:00','01M3P9DY00RN0T0N8W4SEXSKF3','01M3P8Y3R0PHKHV5FC4TKDEGVT','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01M3P9DY00RN36GMM3Q6JQS1C4','2026-09-28T09:55:12.000258+00:00','01M3P9DY00RN2S89W8EXFKAQTM','01M3P8Y3R0PHKHV5FC4TKDEGVT','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01M3P9DY00RN3MWJ0EM56ES8FZ','2026-09-28T09:55:12.000258+00:00','01M3P9DY00RN2S89W8EXFKAQTM','01M3P8Y3R0PHKHV5FC4TKDEGVT','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01M3P9DY00RN4JADGYMY1W211C','2026-09-28T10:00:57.600258+00:00','01M3P9DY00RN42GDGDKDQTNNBD','01KZX73DG0P5E9GCBYEW5EVTKZ','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01M3P9DY00RN4R7Z9HR5E34GFF','2026-09-28T22:00:57.600258+00:00','01M3P9DY00RN4JM212FCFZ25X6','01M3P9DY00RN41WB5F2HN489M8','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01M3P9DY00RN5JTGZZF5J6NK70','2026-09-28T22:03:50.400258+00:00','01M3P9DY00RN5871H6ZC4QTJZB','01M32YSEG0AGSXGE4PFVG85NRW','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01M3P9DY00RN5XKNYS9NGM2ZGJ','2026-09-28T22:03:50.400258+00:00','01M3P9DY00RN5871H6ZC4QTJZB','01M32YSEG0AGSXGE4PFVG85NRW','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01M3QK9CG0WTWMGCD9GDMEGFCB','2026-09-29T22:06:43.200258+00:00','01M3QK9CG0WTW7RH7FKJ1178KW','01M3P8Y3R0PHKHV5FC4TKDEGVT','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01M3QKEN80NYCTJGVWXMC80NJX','2026-09-29T22:09:36.000258+00:00','01M3QKEN80NYCJ5JAZJPJGSCCY','01KZX73DG0P5E9GCBYEW5EVTKZ','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01M3T60N00PJKMR4E99VYB4CG1','2026-09-30T22:12:28.800258+00:00','01M3T60N00PJKFB1T15JP32G13','01M3QKKY00N478DYHHN79G33KH','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01M72F91808KVAGN3VVTVAFCNM','2026-11-10T10:15:21.600258+00:00','01M72F91808KTZ63NVARE4ZQCD','01M3P9DY00RN26ZV7AMZGXH3J9','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M73RFCR07BKD1JP415BAYT5F','2026-11-10T22:15:21.600258+00:00','01M73RFCR07BK3ZSSGS8XB2C0J','01M3P9DY00RN26ZV7AMZGXH3J9','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01M75209R0QMT1FNY16ESYWQGD','2026-11-11T10:21:07.200258+00:00','01M75209R0QMSZ99FQ1MQ02CTS','01M73RMNG087WGW7EZPE1D5KM4','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01M75209R0QMTG2S6PQ8655EHJ','2026-11-11T10:21:07.200258+00:00','01M75209R0QMSZ99FQ1MQ02CTS','01M73RMNG087WGW7EZPE1D5KM4','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01M7MGHWG0R39Y5XXV417J6CYA','2026-11-17T10:24:00.000258+00:00','01M7MGHWG0R39V9NAVSNWEXBHF','01M7MGHWG0R39QKMGY1ZDWCY69','another','evaluation','elsewhere',3);
INSERT INTO "review" VALUES('01M7MGQ5800NFH0JNBS4JJWPEX','2026-11-17T10:26:52.800258+00:00','01M7MGQ5800NF4YW8V2MK6KVDC','01KNFNZZ00KEABQJMNBRXS3JS1','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01M7NT2SG05YJZFV7A781HPP6E','2026-11-17T22:29:45.600258+00:00','01M7NT2SG05YJJ7JTE0AF9XQ2Q','01M73RMNG087WGW7EZPE1D5KM4','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M7NT2SG05YJZS5WFCN8AVJNK','2026-11-17T22:29:45.600258+00:00','01M7NT2SG05YJJ7JTE0AF9XQ2Q','01M73RMNG087WGW7EZPE1D5KM4','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01M7NT2SG05YKDT0S7H1XDHH92','2026-11-17T22:29:45.600258+00:00','01M7NT2SG05YJJ7JTE0AF9XQ2Q','01M73RMNG087WGW7EZPE1D5KM4','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01M7NT8280EKVW63XKZWG14MSM','2026-11-17T22:32:38.400258+00:00','01M7NT8280EKVVC8VACRZ6KGZZ','01M7MGHWG0R39B0HJ1ARTDXRV8','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01M7NT8280EKW1G43QE9J8JPVA','2026-11-17T22:32:38.400258+00:00','01M7NT8280EKVVC8VACRZ6KGZZ','01M7MGHWG0R39B0HJ1ARTDXRV8','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01M7NT8280EKWFTPPK0RCQJCAK','2026-11-17T22:32:38.400258+00:00','01M7NT8280EKVVC8VACRZ6KGZZ','01M7MGHWG0R39B0HJ1ARTDXRV8','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01M7NTDB003VN21VD97KPMNWER','2026-11-17T22:35:31.200258+00:00','01M7NTDB003VMPHAXNA0BVDB2B','01M7MGWE00XJSDW8B81EVV0HW4','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01M7NTJKR0JJK0FQ9WJE85E4PZ','2026-11-17T22:38:24.000258+00:00','01M7NTJKR0JJJN3MJJCT0C4TSZ','01M7NTDB003VMP4HEDKVFEK0MX','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01M7NTJKR0JJK55XTHKFE6PTEX','2026-11-17T22:38:24.000258+00:00','01M7NTJKR0JJJN3MJJCT0C4TSZ','01M7NTDB003VMP4HEDKVFEK0MX','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01M7TZPK809GWZTJA6D2Q3TRZB','2026-11-19T22:44:09.600344+00:00','01M7TZPK809GWV82ZE5MAC4K3F','01M73RMNG087WGW7EZPE1D5KM4','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M7TZPK809GXMC0TAKB0R5WR1','2026-11-19T22:44:09.600344+00:00','01M7TZPK809GX709JG490R5G0Q','01KZX73DG0P5FYAQFWXVWBA3D5','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01M7TZPK809GXYMDZPXJGE17M2','2026-11-19T22:44:09.600344+00:00','01M7TZPK809GX709JG490R5G0Q','01KZX73DG0P5FYAQFWXVWBA3D5','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01M7TZPK809GYJV1N2BRKDQ1ZF','2026-11-19T22:44:09.600344+00:00','01M7TZPK809GY71TYX7W2739H5','01M7NTJKR0JJK7P29HRWS7NSN6','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01M7TZPK809GYQ7DGT3SK6J514','2026-11-19T22:44:09.600344+00:00','01M7TZPK809GY71TYX7W2739H5','01M7NTJKR0JJK7P29HRWS7NSN6','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01M7TZPK809GZ5P21TY9V9F4PW','2026-11-19T22:44:09.600344+00:00','01M7TZPK809GY71TYX7W2739H5','01M7NTJKR0JJK7P29HRWS7NSN6','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01M8BQKT80C7HT0K2R170X9BR4','2026-11-26T10:49:55.200344+00:00','01M8BQKT80C7HQR2JZ6NZXVVEK','01M7V014R0SFAZY3W6X82YE878','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M8BQKT80C7HTQVFFNQEG3QNK','2026-11-26T10:49:55.200344+00:00','01M8BQKT80C7HQR2JZ6NZXVVEK','01M7V014R0SFAZY3W6X82YE878','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01M8EAB2R0TDANV3E0R0F71175','2026-11-27T10:55:40.800344+00:00','01M8EAB2R0TDAN3NKZHRBDK31Y','01M7V014R0SFAZY3W6X82YE878','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01M8EAB2R0TDANYM0DC0FNM2FC','2026-11-27T10:55:40.800344+00:00','01M8EAB2R0TDAN3NKZHRBDK31Y','01M7V014R0SFAZY3W6X82YE878','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01M91MFR00GBW6G5QJVG0S8P97','2026-12-04T22:58:33.600344+00:00','01M91MFR00GBVXASNR3JTQNG7A','01M8BQS30088DWBV8T461GWAFK','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01M91MFR00GBW6HA9VZJKMZHDQ','2026-12-04T22:58:33.600344+00:00','01M91MFR00GBVXASNR3JTQNG7A','01M8BQS30088DWBV8T461GWAFK','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01M91MFR00GBWGGWFJDHMZX508','2026-12-04T22:58:33.600344+00:00','01M91MFR00GBVXASNR3JTQNG7A','01M8BQS30088DWBV8T461GWAFK','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01M91MFR00GBXATWX76KEQ7AGM','2026-12-02T22:58:33.600344+00:00','01M91MFR00GBX4VPF593M72ABG','01M91MFR00GBWWAWNMAH6AA3E8','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01M91MFR00GBY69DMR49WT6F1M','2026-12-03T23:01:26.400344+00:00','01M91MFR00GBXXHR6ZVHASXWQA','01M91MFR00GBWWAWNMAH6AA3E8','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01M91MFR00GBYDKHJ6EV6M1EVF','2026-12-03T23:01:26.400344+00:00','01M91MFR00GBXXHR6ZVHASXWQA','01M91MFR00GBWWAWNMAH6AA3E8','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01M91MT9G0D8SSHJTVGWCV1ERR','2026-12-04T23:04:19.200344+00:00','01M91MT9G0D8SEXXZHGD7ZM91Z','01M91MFR00GBWWAWNMAH6AA3E8','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01M91MT9G0D8TXDT4MYQC4QXY1','2026-12-04T23:04:19.200344+00:00','01M91MT9G0D8TJRDK43KKD1JJZ','01M91MT9G0D8T8TGQ3F8C5D9B0','another','evaluation','elsewhere',3);
CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,             -- today, skill
    transition TEXT NOT NULL,
    skill TEXT,                     -- none when the session mixes skills
    planned INTEGER NOT NULL        -- questions
) WITHOUT ROWID;
INSERT INTO "session" VALUES('01KJPRZB00S87RKFKJYJX2Q0PS','2026-03-02T08:00:00.000000+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01KJPRZB00S87SPPS4BZX8QX1A','2026-03-02T08:00:00.000000+00:00','today','another',NULL,10);
INSERT INTO "session" VALUES('01KNFNZZ00KE92A5R7RK70P5RR','2026-04-05T20:40:19.200086+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01KZX73DG0P5FWXANZ5HVEDWT3','2026-08-13T09:26:24.000258+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01M7MGHWG0R3A5S81W3TVH6BCE','2026-11-17T10:24:00.000258+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01M91MT9G0D8VCGFGT0ASCKQHC','2026-12-04T23:04:19.200344+00:00','today','mle',NULL,10);
CREATE TABLE session_end (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    session TEXT NOT NULL REFERENCES session(id)
) WITHOUT ROWID;
INSERT INTO "session_end" VALUES('01KNFNZZ00KE91MZ6SCFQER8P2','2026-04-05T20:40:19.200086+00:00','01KJPRZB00S87RKFKJYJX2Q0PS');
INSERT INTO "session_end" VALUES('01KZX73DG0P5FKJE93DBCR1XM8','2026-08-13T09:26:24.000258+00:00','01KNFNZZ00KE92A5R7RK70P5RR');
INSERT INTO "session_end" VALUES('01M7MGHWG0R3A15DA1VZ1NYJYS','2026-11-17T10:24:00.000258+00:00','01KZX73DG0P5FWXANZ5HVEDWT3');
INSERT INTO "session_end" VALUES('01M91MT9G0D8TXFTZ9MBQVX6SQ','2026-12-04T23:04:19.200344+00:00','01M7MGHWG0R3A5S81W3TVH6BCE');
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
INSERT INTO "skill_total" VALUES('another','evaluation',4,50000,0,4,4,4,0);
INSERT INTO "skill_total" VALUES('mle','evaluation',37,1384756,61000,49,35,16,4);
CREATE TABLE skip (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    session TEXT NOT NULL REFERENCES session(id),
    key_point TEXT NOT NULL,
    question_id TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "skip" VALUES('01KKSHNK00DY5PKF8PDQ4A15S9','2026-03-15T20:05:45.600000+00:00','01KJPRZB00S87RKFKJYJX2Q0PS','leak','q1');
INSERT INTO "skip" VALUES('01KMQ6CRR0M92A38BFS28EH9M1','2026-03-27T08:25:55.200086+00:00','01KJPRZB00S87RKFKJYJX2Q0PS','leak','q1');
INSERT INTO "skip" VALUES('01KNFNZZ00KE9Y15NVE3N63VEH','2026-04-04T20:40:19.200086+00:00','01KNFNZZ00KE92A5R7RK70P5RR','leak','q1');
INSERT INTO "skip" VALUES('01KNMVYA8052PFTCPSMDXJTYRC','2026-04-07T21:00:28.800172+00:00','01KNFNZZ00KE92A5R7RK70P5RR','leak','q1');
CREATE TABLE undo (                 -- of the rows about one target the last counts
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,             -- undo, redo
    target TEXT NOT NULL            -- id of an answer, overrule, rerate, flag or skip
) WITHOUT ROWID;
INSERT INTO "undo" VALUES('01KJR2AZ808XYP4BT538P20VN2','2026-03-02T20:02:52.800000+00:00','undo','01KJR2AZ808XYF4PPS128BN0W8');
INSERT INTO "undo" VALUES('01KK7GQ980YBDVMQCA2XR22ZR6','2026-03-08T20:02:52.800000+00:00','undo','01KJPRZB00S8B9CDPN3J3PRCCQ');
INSERT INTO "undo" VALUES('01KK7GWJ00N9349NGP9XX2PVRB','2026-03-08T20:05:45.600000+00:00','redo','01KJPRZB00S8B9CDPN3J3PRCCQ');
INSERT INTO "undo" VALUES('01KKPZ8W00S4E22JEW9FERVY60','2026-03-14T20:05:45.600000+00:00','redo','01KJR2AZ808XYF4PPS128BN0W8');
INSERT INTO "undo" VALUES('01KKTV1780ZWC6F1VGS8RJMFNQ','2026-03-16T08:08:38.400000+00:00','undo','01KKTV1780ZWBNX0DHSTPZB7QY');
INSERT INTO "undo" VALUES('01KM2JWF80H67XSE3B8PV635Y4','2026-03-19T08:20:09.600000+00:00','undo','01KM19P3R0M328FS8J7RMHG6T5');
INSERT INTO "undo" VALUES('01KMQ67G00DP9E4YTNRF5J49GR','2026-03-27T08:23:02.400086+00:00','undo','01KM55EF00GQ9FD0XXQ9QGNF8X');
INSERT INTO "undo" VALUES('01KMQ6J1G0TBDDNN9F8P7V371G','2026-03-27T08:28:48.000086+00:00','undo','01KMQ6CRR0M92A38BFS28EH9M1');
INSERT INTO "undo" VALUES('01KMV2MY80XXPE8Y3MA1XBMVEP','2026-03-28T20:37:26.400086+00:00','undo','01KMRG8780TS03N605TZGBVX7P');
INSERT INTO "undo" VALUES('01KNKHXK00DZWGKXF82VX0B3E6','2026-04-07T08:46:04.800086+00:00','undo','01KNKHRA80NM36NMF5RJ7ZMFZ1');
INSERT INTO "undo" VALUES('01KNMV3YG0R6Z8W88ZJ3X48D41','2026-04-07T20:46:04.800086+00:00','undo','01KNJ8HYR0DYP3T32FZMAJGH55');
INSERT INTO "undo" VALUES('01KRZQKDG0T5GSZG6ABNQG71KG','2026-05-19T09:03:21.600172+00:00','undo','01KRVVV28099TR7ZXQENMP87SG');
INSERT INTO "undo" VALUES('01KSF5ZQG0Z9F8FW8NY215WFGS','2026-05-25T09:03:21.600172+00:00','redo','01KRVVV28099TR7ZXQENMP87SG');
INSERT INTO "undo" VALUES('01KSF65080ZM2YNGVPZBX633G5','2026-05-25T09:06:14.400172+00:00','undo','01KRVVV28099TR7ZXQENMP87SG');
INSERT INTO "undo" VALUES('01KSF65080ZM3VXDT9RSD68KJB','2026-05-23T09:06:14.400258+00:00','redo','01KRVVV28099TR7ZXQENMP87SG');
INSERT INTO "undo" VALUES('01KZVXX20026TPHP6J3DCG0NXF','2026-08-12T21:26:24.000258+00:00','undo','01KZSBB280HAXS6A94NRNCPT8J');
INSERT INTO "undo" VALUES('01KZX73DG0P5JCE3JAT50XNMFP','2026-08-11T21:37:55.200258+00:00','undo','01KZX73DG0P5G9CH05HSM3PHGK');
INSERT INTO "undo" VALUES('01M347ZT00PVKANB5E8YS7MMK2','2026-09-22T09:43:40.800258+00:00','undo','01M32YSEG0AGSXGE4PFVG85NRW');
INSERT INTO "undo" VALUES('01M3P98N80RE4CKDX0CW2RC02K','2026-09-29T09:52:19.200258+00:00','undo','01M3P8Y3R0PHKHV5FC4TKDEGVT');
INSERT INTO "undo" VALUES('01M3P9DY00RN1Y904B8013PJRE','2026-09-27T09:55:12.000258+00:00','redo','01M3P8Y3R0PHKHV5FC4TKDEGVT');
INSERT INTO "undo" VALUES('01M3P9DY00RN64MG354ZJH69Q8','2026-09-28T22:06:43.200258+00:00','undo','01M3P9DY00RN42GDGDKDQTNNBD');
INSERT INTO "undo" VALUES('01M7RCZAR0218MBESWKCF4GGCQ','2026-11-18T22:38:24.000344+00:00','undo','01M7NTJKR0JJK7P29HRWS7NSN6');
INSERT INTO "undo" VALUES('01M7SP5P80WV11SKPG48F7GAS1','2026-11-19T10:38:24.000344+00:00','undo','01M7NTDB003VMPHAXNA0BVDB2B');
INSERT INTO "undo" VALUES('01M7TZC1R043D1BP9RW2XBDKSX','2026-11-19T22:38:24.000344+00:00','undo','01M7TZC1R043CZJP5XVE2S808M');
INSERT INTO "undo" VALUES('01M7TZHAG0QNC11V9P5B5D5CBE','2026-11-19T22:41:16.800344+00:00','undo','01M7SP5P80WV1HBTXBBWSSC352');
INSERT INTO "undo" VALUES('01M7TZHAG0QNC2AX6725SQ3RQJ','2026-11-19T22:41:16.800344+00:00','undo','01M7NTDB003VMP4HEDKVFEK0MX');
INSERT INTO "undo" VALUES('01M8FKHE809BRSG9JEFPS0BB92','2026-11-27T22:55:40.800344+00:00','undo','01M8EAB2R0TDAN3NKZHRBDK31Y');
CREATE TABLE undone (               -- what is undone now, and the undo row that says so
    target TEXT NOT NULL PRIMARY KEY,
    undo TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "undone" VALUES('01KKTV1780ZWBNX0DHSTPZB7QY','01KKTV1780ZWC6F1VGS8RJMFNQ');
INSERT INTO "undone" VALUES('01KM19P3R0M328FS8J7RMHG6T5','01KM2JWF80H67XSE3B8PV635Y4');
INSERT INTO "undone" VALUES('01KM55EF00GQ9FD0XXQ9QGNF8X','01KMQ67G00DP9E4YTNRF5J49GR');
INSERT INTO "undone" VALUES('01KMQ6CRR0M92A38BFS28EH9M1','01KMQ6J1G0TBDDNN9F8P7V371G');
INSERT INTO "undone" VALUES('01KMRG8780TS03N605TZGBVX7P','01KMV2MY80XXPE8Y3MA1XBMVEP');
INSERT INTO "undone" VALUES('01KNKHRA80NM36NMF5RJ7ZMFZ1','01KNKHXK00DZWGKXF82VX0B3E6');
INSERT INTO "undone" VALUES('01KNJ8HYR0DYP3T32FZMAJGH55','01KNMV3YG0R6Z8W88ZJ3X48D41');
INSERT INTO "undone" VALUES('01KZSBB280HAXS6A94NRNCPT8J','01KZVXX20026TPHP6J3DCG0NXF');
INSERT INTO "undone" VALUES('01KZX73DG0P5G9CH05HSM3PHGK','01KZX73DG0P5JCE3JAT50XNMFP');
INSERT INTO "undone" VALUES('01M32YSEG0AGSXGE4PFVG85NRW','01M347ZT00PVKANB5E8YS7MMK2');
INSERT INTO "undone" VALUES('01M3P9DY00RN42GDGDKDQTNNBD','01M3P9DY00RN64MG354ZJH69Q8');
INSERT INTO "undone" VALUES('01M7NTJKR0JJK7P29HRWS7NSN6','01M7RCZAR0218MBESWKCF4GGCQ');
INSERT INTO "undone" VALUES('01M7NTDB003VMPHAXNA0BVDB2B','01M7SP5P80WV11SKPG48F7GAS1');
INSERT INTO "undone" VALUES('01M7TZC1R043CZJP5XVE2S808M','01M7TZC1R043D1BP9RW2XBDKSX');
INSERT INTO "undone" VALUES('01M7SP5P80WV1HBTXBBWSSC352','01M7TZHAG0QNC11V9P5B5D5CBE');
INSERT INTO "undone" VALUES('01M7NTDB003VMP4HEDKVFEK0MX','01M7TZHAG0QNC2AX6725SQ3RQJ');
INSERT INTO "undone" VALUES('01M8EAB2R0TDAN3NKZHRBDK31Y','01M8FKHE809BRSG9JEFPS0BB92');
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
INSERT INTO "verdict" VALUES('01KJPRZB00S89PBXHW87CAGP63','2026-03-02T08:00:00.000000+00:00','01KJPRZB00S893ZCYZ3C0K8ZVC','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KKR8F7G0QYKJ2Z7EV22HFTJ8','2026-03-15T08:05:45.600000+00:00','01KJPRZB00S8AXT97HDCJJNFE0','[{"key_point":"split","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KM00AFG0294N2W6NVPAM6W11','2026-03-18T08:17:16.800000+00:00','01KKTV6G00HXTDG9DPR99B0VJH','[{"key_point":"drift","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]}]',0.75,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KM559680666TS7QSNREDMGB6','2026-03-20T08:20:09.600000+00:00','01KKTV6G00HXTDG9DPR99B0VJH','[{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KMQ6QA808QZJ8K6C6M2GJAEK','2026-03-27T08:31:40.800086+00:00','01KJPRZB00S8AXT97HDCJJNFE0','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KNFNZZ00KE8BFH9S2SPWYCKN','2026-04-05T20:40:19.200086+00:00','01KNFNZZ00KE83N4RH4Y989S02','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KNGZ6AG0WDD5GXN7ABNZJDWZ','2026-04-06T08:40:19.200086+00:00','01KNFNZZ00KEABQJMNBRXS3JS1','[{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',6.66666666666666629659e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KNJ8CP00EQN6JSZ0A7D9GTYT','2026-04-06T20:40:19.200086+00:00','01KNFNZZ00KEA7YWQ0KFJZ1JEM','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KRZQKDG0T5H70Y9G2R89ZD39','2026-05-19T09:03:21.600172+00:00','01KNMVEG000DTR8ZR6NMD7QTJQ','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KSF65080ZM3DV12B8GDXCXWC','2026-05-25T09:06:14.400258+00:00','01KNJ8HYR0DYNSHAXVHGQT2162','[{"key_point":"split","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KWH1XD80KWF1TD73EH98X0EF','2026-07-02T09:17:45.600258+00:00','01KNJ8HYR0DYP3T32FZMAJGH55','[{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',0.75,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KZVXQS802XCFD0R56EGMQ51N','2026-08-12T21:23:31.200258+00:00','01KKTV6G00HXTDG9DPR99B0VJH','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KZX73DG0P5ESYTNCDA20SGHG','2026-08-13T09:26:24.000258+00:00','01KZX73DG0P5EJD3K5YC2K30MM','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KZX73DG0P5GG1JMCM749S47A','2026-08-11T21:32:09.600258+00:00','01KNMVEG000DTR8ZR6NMD7QTJQ','[{"key_point":"split","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KZX73DG0P5GZDHDH7G7FD8Z5','2026-08-11T21:35:02.400258+00:00','01KZX73DG0P5FYAQFWXVWBA3D5','[{"key_point":"drift","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M30C2600F7X4AHC505KEZ6WF','2026-09-20T21:37:55.200258+00:00','01KZX73DG0P5FYAQFWXVWBA3D5','[{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M32YEX00KPQQ66T0FG47FNM8','2026-09-21T21:37:55.200258+00:00','01KZX73DG0P5FYAQFWXVWBA3D5','[{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M34852R0NQS2DG0DFPX5W2BK','2026-09-22T09:46:33.600258+00:00','01KZX73DG0P5G9CH05HSM3PHGK','[{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',0.75,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M3P9DY00RN0T0N8W4SEXSKF3','2026-09-29T09:55:12.000258+00:00','01M3P8Y3R0PHKHV5FC4TKDEGVT','[{"key_point":"drift","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]}]',6.66666666666666629659e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M3P9DY00RN4JM212FCFZ25X6','2026-09-28T22:00:57.600258+00:00','01M3P9DY00RN41WB5F2HN489M8','[{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M3P9DY00RN5871H6ZC4QTJZB','2026-09-28T22:03:50.400258+00:00','01M32YSEG0AGSXGE4PFVG85NRW','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M72F91808KTZ63NVARE4ZQCD','2026-11-10T10:15:21.600258+00:00','01M3P9DY00RN26ZV7AMZGXH3J9','[{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M75209R0QMSZ99FQ1MQ02CTS','2026-11-11T10:21:07.200258+00:00','01M73RMNG087WGW7EZPE1D5KM4','[{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"missed","confidence":0.9,"evidence":[]}]',0.25,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M7MGHWG0R39V9NAVSNWEXBHF','2026-11-17T10:24:00.000258+00:00','01M7MGHWG0R39QKMGY1ZDWCY69','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M7NT8280EKVVC8VACRZ6KGZZ','2026-11-17T22:32:38.400258+00:00','01M7MGHWG0R39B0HJ1ARTDXRV8','[{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M7NTJKR0JJJN3MJJCT0C4TSZ','2026-11-17T22:38:24.000258+00:00','01M7NTDB003VMP4HEDKVFEK0MX','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M7TZPK809GY71TYX7W2739H5','2026-11-19T22:44:09.600344+00:00','01M7NTJKR0JJK7P29HRWS7NSN6','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M8BQKT80C7HQR2JZ6NZXVVEK','2026-11-26T10:49:55.200344+00:00','01M7V014R0SFAZY3W6X82YE878','[{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"missed","confidence":0.9,"evidence":[]}]',0.25,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M91MFR00GBVXASNR3JTQNG7A','2026-12-04T22:58:33.600344+00:00','01M8BQS30088DWBV8T461GWAFK','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]}]',8.3333333333333337034e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M91MFR00GBX4VPF593M72ABG','2026-12-02T22:58:33.600344+00:00','01M91MFR00GBWWAWNMAH6AA3E8','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M91MFR00GBXXHR6ZVHASXWQA','2026-12-03T23:01:26.400344+00:00','01M91MFR00GBWWAWNMAH6AA3E8','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M91MT9G0D8SEXXZHGD7ZM91Z','2026-12-04T23:04:19.200344+00:00','01M91MFR00GBWWAWNMAH6AA3E8','[{"key_point":"split","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M91MT9G0D8TJRDK43KKD1JJZ','2026-12-04T23:04:19.200344+00:00','01M91MT9G0D8T8TGQ3F8C5D9B0','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
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
    SELECT 'skip', id, at, NULL, NULL FROM skip;
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
COMMIT;
PRAGMA application_id = 1397049173;
PRAGMA user_version = 6;
