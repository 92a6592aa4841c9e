BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'study','m001_log','2026-11-23 15:52:40.061387+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'study','m002_projections','2026-11-23 15:52:40.062200+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'study','m003_overruled','2026-11-23 15:52:40.062941+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'study','m004_totals','2026-11-23 15:52:40.063472+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'study','m005_candidates','2026-11-23 15:52:40.063820+00:00');
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
INSERT INTO "answer" VALUES('01KP0B8T00ZJT033RHNZB4963Q','2026-04-12T08:00:00.000000+00:00',60,'01KJPRZB0044KZPM5D0P9PB344','mle','evaluation','["split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.89384773312337415527e+01);
INSERT INTO "answer" VALUES('01KP2XNH002PZ9XDPR7EPJNC7H','2026-04-13T08:00:00.000000+00:00',-210,'01KJPRZB0044KZPM5D0P9PB344','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.96234332724906863649e+01);
INSERT INTO "answer" VALUES('01KP2XNH002PZBXV317GC6RRG8','2026-04-11T08:00:00.000000+00:00',-210,'01KJPRZB0044KZPM5D0P9PB344','mle','evaluation','["split","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.8850703991984886442e+01);
INSERT INTO "answer" VALUES('01KP2YN5G04A7G1HD8QGAXDRT9','2026-04-13T08:17:16.800000+00:00',-210,'01KJPRZB0044KZPM5D0P9PB344','mle','evaluation','["leak","split","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.54586353051318923243e+01);
INSERT INTO "answer" VALUES('01KP47VH00PGEMA0Y0AD9CN0HD','2026-04-13T20:17:16.800086+00:00',-210,'01KJPRZB0044KZPM5D0P9PB344','mle','evaluation','["drift","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.28935563583709633661e+00);
INSERT INTO "answer" VALUES('01KSF3V5R0EQW1X7GESW4GEHTB','2026-05-25T08:25:55.200086+00:00',-210,'01KJPRZB0044KZPM5D0P9PB344','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.9229180288572095491e+01);
INSERT INTO "answer" VALUES('01KWQDE3G03Z49JQKPFWAKH4RY','2026-07-04T20:34:33.600086+00:00',-210,'01KJPRZB0044KZPM5D0P9PB344','mle','evaluation','["split","drift","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.87821553829513163656e+01);
INSERT INTO "answer" VALUES('01KWQDE3G03Z538XR7Q8G8X8H4','2026-07-02T20:37:26.400086+00:00',-210,'01KJPRZB0044KZPM5D0P9PB344','mle','evaluation','["drift","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.79761116978280170979e+01);
INSERT INTO "answer" VALUES('01KWQDRN005FAG7XNG048ME7ED','2026-07-04T20:40:19.200086+00:00',-210,'01KJPRZB0044KZPM5D0P9PB344','mle','evaluation','["drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.09230812078926717853e+01);
INSERT INTO "answer" VALUES('01KWQDRN005FATTC1MQF6T7NBN','2026-07-04T20:40:19.200086+00:00',-210,'01KJPRZB0044M2X4TXKJAKX4WP','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01KX9EW7G0K7HQVVXSFSN03XV7','2026-07-11T20:46:04.800086+00:00',-210,'01KWQDRN005FBQYAVACMYQFD3T','mle','evaluation','["drift","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',67.0515465970145);
INSERT INTO "answer" VALUES('01KXT6SEG05XC747KF0V5209YB','2026-07-18T08:51:50.400086+00:00',60,'01KWQDRN005FBQYAVACMYQFD3T','mle','evaluation','["split","bias","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.12575455431832551758e+01);
INSERT INTO "answer" VALUES('01KY0MS8001D4FTJP78ZT4105P','2026-07-20T20:51:50.400086+00:00',840,'01KWQDRN005FBQYAVACMYQFD3T','mle','evaluation','["leak","drift","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.70973461604144745269e+01);
INSERT INTO "answer" VALUES('01KY0MYGR01PBPHKPYQ9F75C2C','2026-07-20T20:54:43.200086+00:00',840,'01KWQDRN005FBQYAVACMYQFD3T','mle','evaluation','["split","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.88503452258512353978e+01);
INSERT INTO "answer" VALUES('01KYKZ3600SZD0YGJ4EMSRT1JN','2026-07-28T08:57:36.000172+00:00',840,'01KWQDRN005FBQYAVACMYQFD3T','mle','evaluation','["bias","leak","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.31340608465058465963e+01);
INSERT INTO "answer" VALUES('01KYN8M300QM55HQ7ZJZ7D4RDB','2026-07-28T21:03:21.600172+00:00',840,'01KWQDRN005FBQYAVACMYQFD3T','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.55078037159608861372e+00);
INSERT INTO "answer" VALUES('01KZ9VSV00KD46P21T62DZBSD9','2026-08-05T21:03:21.600172+00:00',840,'01KWQDRN005FBQYAVACMYQFD3T','mle','evaluation','["drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.32067851549375347985e+01);
INSERT INTO "answer" VALUES('01KZ9W4CG08TJ56W5YM6F4APBD','2026-08-05T21:09:07.200172+00:00',840,'01KWQDRN005FBQYAVACMYQFD3T','mle','evaluation','["drift","split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.0701887097920547375e+01);
INSERT INTO "answer" VALUES('01KZCEH3G0X6QA1ED3QQZW1MCN','2026-08-06T21:09:07.200172+00:00',840,'01KWQDRN005FBQYAVACMYQFD3T','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.90822323936097220081e+01);
INSERT INTO "answer" VALUES('01M2QA66R0BYYBJPH9HZ2SCMJH','2026-09-17T09:12:00.000172+00:00',840,'01KWQDRN005FBQYAVACMYQFD3T','mle','evaluation','["leak","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.19117256103613442528e+01);
INSERT INTO "answer" VALUES('01M2QA66R0BYYDEF37H44SDWFA','2026-09-17T09:12:00.000172+00:00',840,'01KWQDRN005FBQYAVACMYQFD3T','mle','evaluation','["bias","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.75353999260397159782e+01);
INSERT INTO "answer" VALUES('01M2QA66R0BYYK34XY6JYWMPC5','2026-09-17T09:12:00.000172+00:00',-210,'01KWQDRN005FBQYAVACMYQFD3T','mle','evaluation','["bias","leak","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.59237746465267093753e+00);
INSERT INTO "answer" VALUES('01M2QA66R0BYYRQ1JKMVDNQRP0','2026-09-17T09:12:00.000172+00:00',-210,'01KJPRZB0044M2X4TXKJAKX4WP','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01M3QGN0G0VRHCMDRM0HW2A9Y2','2026-09-29T21:20:38.400258+00:00',-210,'01M2QA66R0BZ00F9RV45A7HQEH','mle','evaluation','["split","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.54870772210086915521e+00);
INSERT INTO "answer" VALUES('01M3QGZJ00VGZB9AK12C87CXEZ','2026-09-29T21:26:24.000344+00:00',60,'01M2QA66R0BZ00F9RV45A7HQEH','mle','evaluation','["drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.22419098848114344941e+01);
INSERT INTO "answer" VALUES('01M3QGZJ00VGZGG6YYEVP00JH1','2026-09-29T21:26:24.000430+00:00',60,'01M2QA66R0BZ00F9RV45A7HQEH','mle','evaluation','["drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.7728106040754525452e+01);
INSERT INTO "answer" VALUES('01M3QHA3G0GZR9WEFTF212396W','2026-09-27T21:32:09.600516+00:00',345,'01M2QA66R0BZ00F9RV45A7HQEH','mle','evaluation','["drift","split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.94057810166434450138e+01);
INSERT INTO "answer" VALUES('01M3QHFC80JD62HNFHXG2YS072','2026-09-29T21:35:02.400602+00:00',840,'01M2QA66R0BZ00F9RV45A7HQEH','mle','evaluation','["bias","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.2849228822506589152e+01);
INSERT INTO "answer" VALUES('01M6ZTQRG0ENFMRAJDJPSWJVDA','2026-11-07T21:40:48.000602+00:00',0,'01M2QA66R0BZ00F9RV45A7HQEH','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.64471369795663768798e+01);
INSERT INTO "answer" VALUES('01M6ZTQRG0ENFTCPDF34F3YJXN','2026-11-08T21:40:48.000602+00:00',0,'01M2QA66R0BZ00F9RV45A7HQEH','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.69526739952959886164e+01);
INSERT INTO "answer" VALUES('01M7143CR0QSRQXZB8WNC38ESV','2026-11-09T21:40:48.000602+00:00',0,'01M2QA66R0BZ00F9RV45A7HQEH','mle','evaluation','["bias","split","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.82853448651072127964e+01);
INSERT INTO "answer" VALUES('01MA9DBS003ZB87P932DK2MQR8','2026-12-20T09:43:40.800602+00:00',0,'01M2QA66R0BZ00F9RV45A7HQEH','mle','evaluation','["bias","leak","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.74174691774842571589e+01);
INSERT INTO "answer" VALUES('01MA9DBS003ZBBY5NPKA8552X7','2026-12-20T09:43:40.800688+00:00',0,'01M2QA66R0BZ00F9RV45A7HQEH','mle','evaluation','["leak","drift","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.62594604421268655852e+01);
INSERT INTO "answer" VALUES('01MDJZN800S2TEVYFMW5EJSMQS','2027-01-28T09:46:33.600688+00:00',0,'01M2QA66R0BZ00F9RV45A7HQEH','mle','evaluation','["bias","split","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.05793840306407886946e+01);
INSERT INTO "answer" VALUES('01MDJZN800S2TPCGV0JTVC87AK','2027-01-28T09:46:33.600688+00:00',0,'01KJPRZB0044M2X4TXKJAKX4WP','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01MDJZN800S2W6SV8XYTPF1X54','2027-01-28T21:55:12.000688+00:00',0,'01MDJZN800S2VRZGRM796RETC9','mle','evaluation','["leak","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',9.89011285183781829744e+00);
INSERT INTO "answer" VALUES('01MDJZN800S2WPWXKF9P8BH6QR','2027-01-28T21:58:04.800688+00:00',0,'01MDJZN800S2VRZGRM796RETC9','mle','evaluation','["leak","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.78683810586948155219e+01);
INSERT INTO "answer" VALUES('01MDJZN800S2WSKY8H9DDQQM59','2027-01-28T22:00:57.600688+00:00',0,'01MDJZN800S2VRZGRM796RETC9','mle','evaluation','["leak","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.29801379808797605602e+01);
INSERT INTO "answer" VALUES('01MH5KG4R0V7VGSDRWXK6S8XK0','2027-03-15T22:03:50.400688+00:00',0,'01MDJZN800S2VRZGRM796RETC9','mle','evaluation','["bias","leak","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.96794673313349903747e+01);
INSERT INTO "answer" VALUES('01MH6WVS00RSB8TS50PP5GDVP4','2027-03-16T10:06:43.200688+00:00',60,'01MDJZN800S2VRZGRM796RETC9','mle','evaluation','["leak","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.6632266663871060786e+01);
INSERT INTO "answer" VALUES('01MH6X6AG0M2R1FB6QKJHQ9VFV','2027-03-16T10:12:28.800688+00:00',60,'01MDJZN800S2VRZGRM796RETC9','mle','evaluation','["leak","split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',9.52577924665625275224e+00);
INSERT INTO "answer" VALUES('01MH86HYR0NWTA99FNKBJFY0SJ','2027-03-14T22:15:21.600688+00:00',60,'01MDJZN800S2VRZGRM796RETC9','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.20238610459642671914e+01);
INSERT INTO "answer" VALUES('01MH86HYR0NWTJPJWNJNPRZ3Y8','2027-03-14T22:18:14.400688+00:00',60,'01MDJZN800S2VRZGRM796RETC9','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.0918044189920081521e+01);
INSERT INTO "answer" VALUES('01MJ744YG0EQKRSFGP5HE8D2S7','2027-03-28T22:29:45.600774+00:00',0,'01MDJZN800S2VRZGRM796RETC9','mle','evaluation','["leak","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.41645884140604749745e+01);
INSERT INTO "answer" VALUES('01MJ74A780E0Y49WS85HC0Y6Y1','2027-03-28T22:32:38.400774+00:00',0,'01MDJZN800S2VRZGRM796RETC9','mle','evaluation','["bias","leak","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.49008747772208209863e+01);
INSERT INTO "answer" VALUES('01MJ8DGJR0NJNFDGN57MG75KY8','2027-03-29T10:32:38.400774+00:00',0,'01MDJZN800S2VRZGRM796RETC9','mle','evaluation','["leak","drift","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.47284121927943658638e+01);
INSERT INTO "answer" VALUES('01MJ9PW700FEC79ANV43XHAVNX','2027-03-29T22:35:31.200774+00:00',840,'01MDJZN800S2VRZGRM796RETC9','mle','evaluation','["bias","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.42763373552852286248e+01);
INSERT INTO "answer" VALUES('01MJ9PW700FECA9MDH0BBWDRYA','2027-03-29T22:35:31.200774+00:00',840,'01KJPRZB0044M2X4TXKJAKX4WP','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
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
INSERT INTO "candidate" VALUES('01KJPRZB0044N5BTHP39BYEGZA','2026-03-02T08:00:00.000000+00:00','mle','leak','why','Why do leaks matter?','[]','tiny','question-why/1',21.5,NULL,NULL,'01KJPRZB0044MS4CZWNWXQFJ56');
INSERT INTO "candidate" VALUES('01KJPRZB0044NMNWKQ2068GDW6','2026-03-02T08:00:00.000000+00:00','mle','leak','why','Why do leaks matter?','[]','tiny','question-why/1',21.5,'is_new','repeats a question',NULL);
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
INSERT INTO "card" VALUES('another','elsewhere','evaluation',2,NULL,4.23870074719340834707e+02,2.09745542875244028735e+00,'2028-05-26T22:35:31.200774+00:00','2027-03-29T22:35:31.200774+00:00','2026-07-04',4,0);
INSERT INTO "card" VALUES('mle','bias','evaluation',3,0,4.34469927705131375716e-01,9.96520044608914368211e+00,'2027-01-28T22:08:04.800688+00:00','2027-01-28T21:58:04.800688+00:00','2026-04-12',12,2);
INSERT INTO "card" VALUES('mle','drift','evaluation',2,NULL,7.77602243541382875946e+00,9.91370958880867725326e+00,'2027-04-06T10:32:38.400774+00:00','2027-03-29T10:32:38.400774+00:00','2026-04-12',16,2);
INSERT INTO "card" VALUES('mle','leak','evaluation',3,0,1.63382707874869037567e+00,9.94490752269296507392e+00,'2027-03-29T10:42:38.400774+00:00','2027-03-29T10:32:38.400774+00:00','2026-04-12',17,3);
INSERT INTO "card" VALUES('mle','split','evaluation',2,NULL,7.32581454568366918778e+00,9.89065637415373899443e+00,'2027-04-05T10:32:38.400774+00:00','2027-03-29T10:32:38.400774+00:00','2026-04-12',13,2);
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
INSERT INTO "day" VALUES('another','evaluation','2026-07-04',1,12500,0,1,1,1,0);
INSERT INTO "day" VALUES('another','evaluation','2026-09-17',1,12500,0,1,1,1,0);
INSERT INTO "day" VALUES('another','evaluation','2027-01-28',1,12500,0,1,1,1,0);
INSERT INTO "day" VALUES('another','evaluation','2027-03-30',1,12500,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-04-11',1,78851,0,4,4,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-04-12',1,48938,0,4,4,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-04-13',3,150371,0,7,7,2,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-07-02',1,77976,0,3,3,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-07-04',2,139705,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-07-11',1,67052,0,3,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-07-18',1,71258,0,3,0,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-07-21',2,105947,0,8,5,2,2);
INSERT INTO "day" VALUES('mle','evaluation','2026-07-28',1,63134,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-08-06',2,143909,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-08-07',1,59082,0,2,2,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-09-17',3,57039,30500,3,2,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-09-28',1,19406,0,4,2,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-09-29',3,82519,0,5,3,2,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-09-30',1,42849,30500,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-11-07',1,26447,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-11-08',1,56953,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-12-20',2,83676,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2027-01-28',3,58337,30500,5,2,2,0);
INSERT INTO "day" VALUES('mle','evaluation','2027-03-14',1,12024,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2027-03-15',1,79679,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2027-03-28',2,139066,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2027-03-29',1,64728,0,3,2,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2027-03-30',1,34276,0,0,0,0,0);
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
INSERT INTO "day_total" VALUES('2026-04-11',1,78851,0,4,4,1,0);
INSERT INTO "day_total" VALUES('2026-04-12',1,48938,0,4,4,1,0);
INSERT INTO "day_total" VALUES('2026-04-13',3,150371,0,7,7,2,0);
INSERT INTO "day_total" VALUES('2026-07-02',1,77976,0,3,3,1,0);
INSERT INTO "day_total" VALUES('2026-07-04',3,152205,0,2,2,2,0);
INSERT INTO "day_total" VALUES('2026-07-11',1,67052,0,3,1,1,0);
INSERT INTO "day_total" VALUES('2026-07-18',1,71258,0,3,0,1,0);
INSERT INTO "day_total" VALUES('2026-07-21',2,105947,0,8,5,2,2);
INSERT INTO "day_total" VALUES('2026-07-28',1,63134,0,1,1,1,0);
INSERT INTO "day_total" VALUES('2026-08-06',2,143909,0,1,1,1,0);
INSERT INTO "day_total" VALUES('2026-08-07',1,59082,0,2,2,1,0);
INSERT INTO "day_total" VALUES('2026-09-17',4,69539,30500,4,3,2,0);
INSERT INTO "day_total" VALUES('2026-09-28',1,19406,0,4,2,1,0);
INSERT INTO "day_total" VALUES('2026-09-29',3,82519,0,5,3,2,0);
INSERT INTO "day_total" VALUES('2026-09-30',1,42849,30500,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-11-07',1,26447,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-11-08',1,56953,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-12-20',2,83676,0,1,1,1,0);
INSERT INTO "day_total" VALUES('2027-01-28',4,70837,30500,6,3,3,0);
INSERT INTO "day_total" VALUES('2027-03-14',1,12024,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2027-03-15',1,79679,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2027-03-28',2,139066,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2027-03-29',1,64728,0,3,2,1,0);
INSERT INTO "day_total" VALUES('2027-03-30',2,46776,0,1,1,1,0);
CREATE TABLE feedback (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL REFERENCES verdict(id),
    text TEXT NOT NULL,
    origin TEXT NOT NULL            -- authored, model
);
INSERT INTO "feedback" VALUES('01KP6TJSG0FND5A6HKWHVJ9ZDV','2026-04-14T20:23:02.400086+00:00','01KP6TJSG0FNC0E0VW6ZXNXB37','You left out why.','model');
INSERT INTO "feedback" VALUES('01KXT6M5R09Y94X73HBM8H9F7R','2026-07-18T08:48:57.600086+00:00','01KX85NW00G6486ZSV11M3ZX2A','You left out why.','model');
INSERT INTO "feedback" VALUES('01M2P0TJG0YSX8NSVX31RNZHF2','2026-09-16T21:09:07.200172+00:00','01M2P0TJG0YSWHM7WSXHFER6P3','You left out why.','model');
INSERT INTO "feedback" VALUES('01M3QHA3G0GZV4MVRWJY5MWZ2G','2026-09-28T21:35:02.400602+00:00','01M3QHA3G0GZTAM9H8GA54E5N3','You left out why.','model');
INSERT INTO "feedback" VALUES('01MDJZN800S2WHSXY9EAWJV4NT','2027-01-28T21:55:12.000688+00:00','01M7148NG0MRFB2QN2JN9AEHST','You left out why.','model');
INSERT INTO "feedback" VALUES('01MH86WG80RAXW8W5Q2CMXP983','2027-03-16T22:21:07.200688+00:00','01MH86Q7G0P7FJ4C0034EV2NM9','You left out why.','model');
CREATE TABLE flag (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    question_id TEXT NOT NULL,
    question TEXT NOT NULL,
    reason TEXT NOT NULL,
    answer TEXT REFERENCES answer(id)
);
INSERT INTO "flag" VALUES('01KZ9VZ3R0M3N6T73SHCVQ6YPP','2026-08-05T21:06:14.400172+00:00','q3','?','vague',NULL);
INSERT INTO "flag" VALUES('01M3QHA3G0GZQY4NAWYWRK1QC4','2026-09-29T21:32:09.600516+00:00','q1','?','vague',NULL);
INSERT INTO "flag" VALUES('01M6ZTQRG0ENFA0QVY25NTK2PF','2026-11-07T09:40:48.000602+00:00','q3','?','vague',NULL);
INSERT INTO "flag" VALUES('01MDJZN800S2VS32KW5W8KC6NN','2027-01-28T21:46:33.600688+00:00','q2','?','vague',NULL);
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
INSERT INTO "milestone" VALUES('another','elsewhere','01MJ9PW700FECA9MDH0BBWDRYA','evaluation',2,NULL,4.23870074719340834707e+02,2.09745542875244028735e+00,'2028-05-26T22:35:31.200774+00:00','2027-03-29T22:35:31.200774+00:00','2026-07-04',4,0);
INSERT INTO "milestone" VALUES('mle','bias','01KWQDE3G03Z538XR7Q8G8X8H4','evaluation',2,NULL,4.56310793657289295302e+01,6.49065775516996357197e+00,'2026-08-17T20:37:26.400086+00:00','2026-07-02T20:37:26.400086+00:00','2026-04-12',4,0);
INSERT INTO "milestone" VALUES('mle','bias','01KZ9VSV00KD46P21T62DZBSD9','evaluation',2,NULL,1.23820985276949357967e+01,9.4463430966698762603e+00,'2026-08-17T21:03:21.600172+00:00','2026-08-05T21:03:21.600172+00:00','2026-04-12',8,1);
INSERT INTO "milestone" VALUES('mle','bias','01MDJZN800S2WPWXKF9P8BH6QR','evaluation',3,0,4.34469927705131375716e-01,9.96520044608914368211e+00,'2027-01-28T22:08:04.800688+00:00','2027-01-28T21:58:04.800688+00:00','2026-04-12',12,2);
INSERT INTO "milestone" VALUES('mle','drift','01KP2YN5G04A7G1HD8QGAXDRT9','evaluation',2,NULL,2.91696882637197525411e+01,1.0,'2026-05-12T08:17:16.800000+00:00','2026-04-13T08:17:16.800000+00:00','2026-04-12',4,0);
INSERT INTO "milestone" VALUES('mle','drift','01KY0MS8001D4FTJP78ZT4105P','evaluation',3,0,3.14465429460668133287e-01,9.65917130756065489549e+00,'2026-07-20T21:01:50.400086+00:00','2026-07-20T20:51:50.400086+00:00','2026-04-12',8,1);
INSERT INTO "milestone" VALUES('mle','drift','01M3QGZJ00VGZB9AK12C87CXEZ','evaluation',2,NULL,3.33538283127991430632e+00,9.88161869612318177757e+00,'2026-10-02T21:26:24.000344+00:00','2026-09-29T21:26:24.000344+00:00','2026-04-12',12,1);
INSERT INTO "milestone" VALUES('mle','drift','01MJ8DGJR0NJNFDGN57MG75KY8','evaluation',2,NULL,7.77602243541382875946e+00,9.91370958880867725326e+00,'2027-04-06T10:32:38.400774+00:00','2027-03-29T10:32:38.400774+00:00','2026-04-12',16,2);
INSERT INTO "milestone" VALUES('mle','leak','01KP2YN5G04A7G1HD8QGAXDRT9','evaluation',2,NULL,2.11874113183102608104e+01,1.0,'2026-05-04T08:17:16.800000+00:00','2026-04-13T08:17:16.800000+00:00','2026-04-12',4,0);
INSERT INTO "milestone" VALUES('mle','leak','01KY0MS8001D4FTJP78ZT4105P','evaluation',2,NULL,7.09386191198316495842e+00,8.00376807839519,'2026-07-27T20:51:50.400086+00:00','2026-07-20T20:51:50.400086+00:00','2026-04-12',8,1);
INSERT INTO "milestone" VALUES('mle','leak','01M3QGN0G0VRHCMDRM0HW2A9Y2','evaluation',3,0,6.89866807286717342861e-01,9.78670335141797309574e+00,'2026-09-29T21:30:38.400258+00:00','2026-09-29T21:20:38.400258+00:00','2026-04-12',12,2);
INSERT INTO "milestone" VALUES('mle','leak','01MDJZN800S2WPWXKF9P8BH6QR','evaluation',2,NULL,8.58275094183322373453e+00,9.87732984252831514027e+00,'2027-02-06T21:58:04.800688+00:00','2027-01-28T21:58:04.800688+00:00','2026-04-12',16,2);
INSERT INTO "milestone" VALUES('mle','split','01KP2YN5G04A7G1HD8QGAXDRT9','evaluation',2,NULL,1.08132536548724988989e+01,5.62609321118622496271e+00,'2026-04-24T08:17:16.800000+00:00','2026-04-13T08:17:16.800000+00:00','2026-04-12',4,0);
INSERT INTO "milestone" VALUES('mle','split','01KY0MYGR01PBPHKPYQ9F75C2C','evaluation',2,NULL,6.34229673308948860288e-01,9.65063739570134337952e+00,'2026-07-21T20:54:43.200086+00:00','2026-07-20T20:54:43.200086+00:00','2026-04-12',8,1);
INSERT INTO "milestone" VALUES('mle','split','01MDJZN800S2W6SV8XYTPF1X54','evaluation',3,0,2.19393879654366719123e+00,9.90533333819509742568e+00,'2027-01-28T22:05:12.000688+00:00','2027-01-28T21:55:12.000688+00:00','2026-04-12',12,2);
CREATE TABLE overrule (             -- the learner's own verdict; its ratings are reviews
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL REFERENCES verdict(id),
    answer TEXT NOT NULL REFERENCES answer(id),
    judgements TEXT NOT NULL        -- JSON object: key point to judgement
);
INSERT INTO "overrule" VALUES('01KP2XNH002Q2CT34WWCCF83S3','2026-04-12T08:14:24.000000+00:00','01KP2XNH002Q05T0PFZCA7WEDR','01KP2XNH002PZ9XDPR7EPJNC7H','{"split":"contradicted","leak":"partly"}');
INSERT INTO "overrule" VALUES('01KP5H7580AK2PG58D4Q3NA5NP','2026-04-14T08:20:09.600086+00:00','01KP2XNH002Q05T0PFZCA7WEDR','01KP2XNH002PZ9XDPR7EPJNC7H','{"drift":"partly","split":"covered"}');
INSERT INTO "overrule" VALUES('01KXAR2K00N5TAAWEXKHATYA6Z','2026-07-12T08:46:04.800086+00:00','01KWRQ4980ZY9M8X21CQ18XWB0','01KP2XNH002PZBXV317GC6RRG8','{"split":"contradicted","leak":"contradicted","bias":"partly"}');
INSERT INTO "overrule" VALUES('01KXT6M5R09Y8QG84FDA7CBPNN','2026-07-18T08:48:57.600086+00:00','01KWRQ9J00TE0WMSW4FTTGK9GD','01KP0B8T00ZJT033RHNZB4963Q','{"split":"missed","leak":"partly"}');
INSERT INTO "overrule" VALUES('01KY0N3SG0P3FA43M9721R3834','2026-07-20T20:57:36.000172+00:00','01KWQDE3G03Z4DMMTFZAA15J4W','01KSF3V5R0EQW1X7GESW4GEHTB','{"leak":"missed","drift":"partly"}');
INSERT INTO "overrule" VALUES('01M2QABFG0S67KFSJXYA6HGTYT','2026-09-17T09:14:52.800172+00:00','01KYKZ8ER053KJ819ZZESKFBFK','01KY0MS8001D4FTJP78ZT4105P','{"split":"contradicted"}');
INSERT INTO "overrule" VALUES('01M2QAGR80QA2F8C0B2SDTNEKN','2026-09-17T09:17:45.600172+00:00','01M2P0TJG0YSWHM7WSXHFER6P3','01KP0B8T00ZJT033RHNZB4963Q','{"leak":"contradicted"}');
INSERT INTO "overrule" VALUES('01M36RX2808EJN54HV10EX98EV','2026-09-23T09:17:45.600172+00:00','01KZF0XTG06P5NJBEFJ3RCDM62','01KZCEH3G0X6QA1ED3QQZW1MCN','{"drift":"missed"}');
INSERT INTO "overrule" VALUES('01M3QHA3G0GZRHRYFBH2RWXY5V','2026-09-27T21:35:02.400516+00:00','01M3QGN0G0VRJ7V11ZJ2S11GCD','01KY0MYGR01PBPHKPYQ9F75C2C','{"drift":"contradicted","leak":"missed"}');
CREATE TABLE question (             -- worded by a model; authored ones stand in the guides
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    transition TEXT NOT NULL,
    key_point TEXT NOT NULL,
    text TEXT NOT NULL,
    model TEXT NOT NULL,
    prompt_version TEXT NOT NULL
);
INSERT INTO "question" VALUES('01KJPRZB0044MHCWWP1XBZJQP4','2026-03-02T08:00:00.000000+00:00','mle','leak','What does a leak do?','tiny','question-1');
INSERT INTO "question" VALUES('01KJPRZB0044MS4CZWNWXQFJ56','2026-03-02T08:00:00.000000+00:00','mle','leak','Why do leaks matter?','tiny','question-why/1');
CREATE TABLE reading (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    utc_offset INTEGER NOT NULL,
    transition TEXT NOT NULL,
    document TEXT NOT NULL,         -- a skill's slug for its guide, or the transition's own
    seconds REAL NOT NULL,
    position REAL NOT NULL          -- share of the document above the window, 0 to 1
) WITHOUT ROWID;
INSERT INTO "reading" VALUES('01M2P0TJG0YSXQEZ21DW9RWT1B','2026-09-16T21:09:07.200172+00:00',840,'mle','evaluation',30.5,0.5);
INSERT INTO "reading" VALUES('01M3RTNQR0V4YZG1VDMQ8D1HXA','2026-09-30T09:35:02.400602+00:00',840,'mle','evaluation',30.5,0.5);
INSERT INTO "reading" VALUES('01MDJZN800S2VY96D20R44SV4H','2027-01-28T21:52:19.200688+00:00',0,'mle','evaluation',30.5,0.5);
INSERT INTO "reading" VALUES('01MDW11D00TM45B6JFSNY8WK8J','2027-02-02T22:00:57.600688+00:00',0,'mle','evaluation',0.0,0.5);
CREATE TABLE rerate (               -- the learner's own rating, which is a review
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL REFERENCES answer(id)
) WITHOUT ROWID;
INSERT INTO "rerate" VALUES('01KP2XNH002PZQ1WAJ7W694DC1','2026-04-11T20:02:52.800000+00:00','01KP2XNH002PZBXV317GC6RRG8');
INSERT INTO "rerate" VALUES('01KP2XNH002Q1TMYCD8XEJG5RV','2026-04-12T08:08:38.400000+00:00','01KP2XNH002PZ9XDPR7EPJNC7H');
INSERT INTO "rerate" VALUES('01KP2YFWR00M6QZWEC49TJ88Q3','2026-04-13T08:14:24.000000+00:00','01KP0B8T00ZJT033RHNZB4963Q');
INSERT INTO "rerate" VALUES('01KWP47R001SC6T62KJ1KDDY08','2026-07-04T08:34:33.600086+00:00','01KSF3V5R0EQW1X7GESW4GEHTB');
INSERT INTO "rerate" VALUES('01KWRPZ0G0QMTBYJ1TEP8PQY3V','2026-07-05T08:40:19.200086+00:00','01KWQDE3G03Z49JQKPFWAKH4RY');
INSERT INTO "rerate" VALUES('01M3QHA3G0GZQ1S5V5W8SJJSAN','2026-09-29T21:32:09.600430+00:00','01M3QGN0G0VRHCMDRM0HW2A9Y2');
INSERT INTO "rerate" VALUES('01M6ZTJFR0AJK5DHKR55G9QXJ0','2026-11-09T09:35:02.400602+00:00','01M3QHA3G0GZR9WEFTF212396W');
INSERT INTO "rerate" VALUES('01M6ZTQRG0ENE4YRJ9K37N6WP0','2026-11-09T09:37:55.200602+00:00','01M3QGZJ00VGZB9AK12C87CXEZ');
INSERT INTO "rerate" VALUES('01M6ZTQRG0ENEBFXFH9T1T9GDG','2026-11-09T09:37:55.200602+00:00','01KY0MS8001D4FTJP78ZT4105P');
INSERT INTO "rerate" VALUES('01M7148NG0MRGB1JQF5TW786VT','2026-11-09T21:43:40.800602+00:00','01M6ZTQRG0ENFMRAJDJPSWJVDA');
INSERT INTO "rerate" VALUES('01MDJZN800S2T7KGQ44RX5BBT7','2027-01-30T09:43:40.800688+00:00','01KP2YN5G04A7G1HD8QGAXDRT9');
INSERT INTO "rerate" VALUES('01MH0EHE00STNGK0MMVWB9MM4Z','2027-03-13T22:00:57.600688+00:00','01MDJZN800S2W6SV8XYTPF1X54');
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
INSERT INTO "review" VALUES('01KP1MF5G0NEQ9WSNCR90SQRR3','2026-04-12T20:00:00.000000+00:00','01KP1MF5G0NEQ37AJK6HC7WZB8','01KP0B8T00ZJT033RHNZB4963Q','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01KP2XNH002PZM146PM4ZB4ZGD','2026-04-11T20:02:52.800000+00:00','01KP2XNH002PZGGQ9HWX5H7WQY','01KP2XNH002PZ9XDPR7EPJNC7H','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KP2XNH002PZT1HDEFH6QZRX9','2026-04-11T20:02:52.800000+00:00','01KP2XNH002PZQ1WAJ7W694DC1','01KP2XNH002PZBXV317GC6RRG8','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KP2XNH002Q0CFJG0C2S7X2ET','2026-04-12T08:02:52.800000+00:00','01KP2XNH002Q05T0PFZCA7WEDR','01KP2XNH002PZ9XDPR7EPJNC7H','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KP2XNH002Q0JYMN94KJCJTBR','2026-04-12T08:02:52.800000+00:00','01KP2XNH002Q0JV4F4W73W4TYR','01KP0B8T00ZJT033RHNZB4963Q','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01KP2XNH002Q0P1WZ4ZR8QP8EZ','2026-04-12T08:02:52.800000+00:00','01KP2XNH002Q0JV4F4W73W4TYR','01KP0B8T00ZJT033RHNZB4963Q','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01KP2XNH002Q20JRDQGTHTSWRP','2026-04-12T08:08:38.400000+00:00','01KP2XNH002Q1TMYCD8XEJG5RV','01KP2XNH002PZ9XDPR7EPJNC7H','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KP2XNH002Q2QHGNZQ1XR5ST7','2026-04-12T08:14:24.000000+00:00','01KP2XNH002Q2CT34WWCCF83S3','01KP2XNH002PZ9XDPR7EPJNC7H','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KP2XNH002Q37F78STNAFSZMC','2026-04-12T08:14:24.000000+00:00','01KP2XNH002Q2CT34WWCCF83S3','01KP2XNH002PZ9XDPR7EPJNC7H','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01KP2YFWR00M708AXB7HXQ3E48','2026-04-13T08:14:24.000000+00:00','01KP2YFWR00M6QZWEC49TJ88Q3','01KP0B8T00ZJT033RHNZB4963Q','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KP5H7580AK35072H55DVPDRD','2026-04-14T08:20:09.600086+00:00','01KP5H7580AK2PG58D4Q3NA5NP','01KP2XNH002PZ9XDPR7EPJNC7H','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KP5H7580AK3CEWRM2PK39XGP','2026-04-14T08:20:09.600086+00:00','01KP5H7580AK2PG58D4Q3NA5NP','01KP2XNH002PZ9XDPR7EPJNC7H','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KP6TJSG0FNCDD5F01ZFSFFHH','2026-04-14T20:23:02.400086+00:00','01KP6TJSG0FNC0E0VW6ZXNXB37','01KP2YN5G04A7G1HD8QGAXDRT9','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01KP6TJSG0FNCFG1E1SFYQY7JJ','2026-04-14T20:23:02.400086+00:00','01KP6TJSG0FNC0E0VW6ZXNXB37','01KP2YN5G04A7G1HD8QGAXDRT9','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01KP6TJSG0FNCSN9N697851W93','2026-04-14T20:23:02.400086+00:00','01KP6TJSG0FNC0E0VW6ZXNXB37','01KP2YN5G04A7G1HD8QGAXDRT9','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KSF40EG0FYQK2D5H8JHDA90H','2026-05-25T08:28:48.000086+00:00','01KSF40EG0FYQ834SAJ0NYJY8J','01KSF3V5R0EQW1X7GESW4GEHTB','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KSF40EG0FYQYNCGP1XFM375B','2026-05-25T08:28:48.000086+00:00','01KSF40EG0FYQ834SAJ0NYJY8J','01KSF3V5R0EQW1X7GESW4GEHTB','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KSF40EG0FYRC2VGEYE5VNHX5','2026-05-25T08:28:48.000086+00:00','01KSF40EG0FYQ834SAJ0NYJY8J','01KSF3V5R0EQW1X7GESW4GEHTB','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KWP42F80550BXR4E8W9DK3TE','2026-07-04T08:31:40.800086+00:00','01KWP42F8054ZZ8JV6CSGAABJP','01KP2YN5G04A7G1HD8QGAXDRT9','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KWP47R001SCBSBVFB1T67XQQ','2026-07-04T08:34:33.600086+00:00','01KWP47R001SC6T62KJ1KDDY08','01KSF3V5R0EQW1X7GESW4GEHTB','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01KWQDE3G03Z4KKE6RZMN8H3BG','2026-07-02T20:34:33.600086+00:00','01KWQDE3G03Z4DMMTFZAA15J4W','01KSF3V5R0EQW1X7GESW4GEHTB','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01KWQDE3G03Z4XZ8ASZA2HR3N2','2026-07-02T20:34:33.600086+00:00','01KWQDE3G03Z4DMMTFZAA15J4W','01KSF3V5R0EQW1X7GESW4GEHTB','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KWQDE3G03Z5M2NWR7J0XNY6V','2026-07-03T20:37:26.400086+00:00','01KWQDE3G03Z5CY8PJG4AEA8CR','01KWQDE3G03Z538XR7Q8G8X8H4','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KWQDE3G03Z5TYCH4J0MM712C','2026-07-03T20:37:26.400086+00:00','01KWQDE3G03Z5CY8PJG4AEA8CR','01KWQDE3G03Z538XR7Q8G8X8H4','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KWQDKC80353CZWBE343VGMBR','2026-07-04T20:37:26.400086+00:00','01KWQDKC803532Y0FA3Z5FYJ8D','01KWQDE3G03Z538XR7Q8G8X8H4','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KWQDKC80353GNKMZ4MSQKHVH','2026-07-04T20:37:26.400086+00:00','01KWQDKC803532Y0FA3Z5FYJ8D','01KWQDE3G03Z538XR7Q8G8X8H4','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KWQDRN005FBEFJC9JSG1S81R','2026-07-04T20:40:19.200086+00:00','01KWQDRN005FB886SHF9NS775Q','01KWQDRN005FATTC1MQF6T7NBN','another','evaluation','elsewhere',3);
INSERT INTO "review" VALUES('01KWRPZ0G0QMTFXXAQSJ0ZGPA6','2026-07-05T08:40:19.200086+00:00','01KWRPZ0G0QMTBYJ1TEP8PQY3V','01KWQDE3G03Z49JQKPFWAKH4RY','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01KWRQ4980ZY8RZA2J4501P398','2026-07-05T08:43:12.000086+00:00','01KWRQ4980ZY8KDGDM9GK1K31Y','01KP2XNH002PZBXV317GC6RRG8','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KWRQ4980ZY8Z4PBZBSH15B9N','2026-07-05T08:43:12.000086+00:00','01KWRQ4980ZY8KDGDM9GK1K31Y','01KP2XNH002PZBXV317GC6RRG8','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KWRQ4980ZY99ZMGBPSADPTEP','2026-07-05T08:43:12.000086+00:00','01KWRQ4980ZY8KDGDM9GK1K31Y','01KP2XNH002PZBXV317GC6RRG8','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KWRQ4980ZYA3BF7D2YNKZ4X0','2026-07-05T08:43:12.000086+00:00','01KWRQ4980ZY9M8X21CQ18XWB0','01KP2XNH002PZBXV317GC6RRG8','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KWRQ4980ZYA5JA5SE15DQZXM','2026-07-05T08:43:12.000086+00:00','01KWRQ4980ZY9M8X21CQ18XWB0','01KP2XNH002PZBXV317GC6RRG8','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KWRQ9J00TE1CAWKNA73YYFXD','2026-07-05T08:46:04.800086+00:00','01KWRQ9J00TE0WMSW4FTTGK9GD','01KP0B8T00ZJT033RHNZB4963Q','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KX85NW00G64E2M4FV7M3GHZZ','2026-07-11T08:46:04.800086+00:00','01KX85NW00G6486ZSV11M3ZX2A','01KWQDE3G03Z538XR7Q8G8X8H4','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01KX85NW00G64VC1KHYPDSZ8XX','2026-07-11T08:46:04.800086+00:00','01KX85NW00G6486ZSV11M3ZX2A','01KWQDE3G03Z538XR7Q8G8X8H4','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KX85NW00G6519ZXGQYDZ1ATS','2026-07-11T08:46:04.800086+00:00','01KX85NW00G6486ZSV11M3ZX2A','01KWQDE3G03Z538XR7Q8G8X8H4','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KXAR2K00N5TMYV8RJ59SR8JR','2026-07-12T08:46:04.800086+00:00','01KXAR2K00N5TAAWEXKHATYA6Z','01KP2XNH002PZBXV317GC6RRG8','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KXAR2K00N5TT62AWM30EY10R','2026-07-12T08:46:04.800086+00:00','01KXAR2K00N5TAAWEXKHATYA6Z','01KP2XNH002PZBXV317GC6RRG8','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KXAR2K00N5V56PTFXF97AJ3H','2026-07-12T08:46:04.800086+00:00','01KXAR2K00N5TAAWEXKHATYA6Z','01KP2XNH002PZBXV317GC6RRG8','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01KXT6M5R09Y8W7JDTXBBDB1NT','2026-07-18T08:48:57.600086+00:00','01KXT6M5R09Y8QG84FDA7CBPNN','01KP0B8T00ZJT033RHNZB4963Q','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KXT6M5R09Y91ZA0E0H7RZ3S7','2026-07-18T08:48:57.600086+00:00','01KXT6M5R09Y8QG84FDA7CBPNN','01KP0B8T00ZJT033RHNZB4963Q','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KXVFZT00QKCCMHFMCMCM2A7J','2026-07-18T20:51:50.400086+00:00','01KXVFZT00QKCATY3PNQJ30M2A','01KX9EW7G0K7HQVVXSFSN03XV7','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01KXVFZT00QKCTWBQ39GMQ0D98','2026-07-18T20:51:50.400086+00:00','01KXVFZT00QKCATY3PNQJ30M2A','01KX9EW7G0K7HQVVXSFSN03XV7','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01KXVFZT00QKCYH0PHS4GVD6TQ','2026-07-18T20:51:50.400086+00:00','01KXVFZT00QKCATY3PNQJ30M2A','01KX9EW7G0K7HQVVXSFSN03XV7','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01KXY2CH005BZQPPB3HS0R46Y1','2026-07-19T20:51:50.400086+00:00','01KXY2CH005BZC8K5J5CNNC23F','01KP2XNH002PZBXV317GC6RRG8','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KY0N3SG0P3F4VN633HH7GRDD','2026-07-20T20:57:36.000086+00:00','01KY0N3SG0P3F2DY261V8TTDCR','01KSF3V5R0EQW1X7GESW4GEHTB','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KY0N3SG0P3FBHPN1NFATBA91','2026-07-20T20:57:36.000172+00:00','01KY0N3SG0P3FA43M9721R3834','01KSF3V5R0EQW1X7GESW4GEHTB','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01KY0N3SG0P3FSPF1F053KX2ZB','2026-07-20T20:57:36.000172+00:00','01KY0N3SG0P3FA43M9721R3834','01KSF3V5R0EQW1X7GESW4GEHTB','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KY37GGG0WA5E9YSDBEQ6GP1D','2026-07-21T20:57:36.000172+00:00','01KY37GGG0WA5D56KYJVTT856Y','01KXT6SEG05XC747KF0V5209YB','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KY37GGG0WA5TA1EJ22EAY0BY','2026-07-21T20:57:36.000172+00:00','01KY37GGG0WA5D56KYJVTT856Y','01KXT6SEG05XC747KF0V5209YB','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01KY37GGG0WA65Y9X6HHZWKW5V','2026-07-21T20:57:36.000172+00:00','01KY37GGG0WA5D56KYJVTT856Y','01KXT6SEG05XC747KF0V5209YB','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KYJNWTG0C3Y3RF7A19PFZGGF','2026-07-27T20:57:36.000172+00:00','01KYJNWTG0C3XR7WB7KNR8BSRP','01KY0MS8001D4FTJP78ZT4105P','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01KYJNWTG0C3Y91AZGVBC0H514','2026-07-27T20:57:36.000172+00:00','01KYJNWTG0C3XR7WB7KNR8BSRP','01KY0MS8001D4FTJP78ZT4105P','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KYKZ8ER053KN6W409XC9ZFQT','2026-07-28T09:00:28.800172+00:00','01KYKZ8ER053KJ819ZZESKFBFK','01KY0MS8001D4FTJP78ZT4105P','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KYKZ8ER053KXNPG5GA0G3D3F','2026-07-28T09:00:28.800172+00:00','01KYKZ8ER053KJ819ZZESKFBFK','01KY0MS8001D4FTJP78ZT4105P','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KYN8ET80V46YEZBKNTF58239','2026-07-28T21:00:28.800172+00:00','01KYN8ET80V46Y5WEB6BQVNE28','01KWQDRN005FAG7XNG048ME7ED','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KZ606RG0961N1SKAZXNVQR96','2026-08-04T09:03:21.600172+00:00','01KZ606RG0961GZXHJWKWFFD5Q','01KY0MYGR01PBPHKPYQ9F75C2C','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KZ606RG0961V5W8BN64EMW65','2026-08-04T09:03:21.600172+00:00','01KZ606RG0961GZXHJWKWFFD5Q','01KY0MYGR01PBPHKPYQ9F75C2C','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KZ606RG0961V9KYW5BEVEDPC','2026-08-04T09:03:21.600172+00:00','01KZ606RG0961GZXHJWKWFFD5Q','01KY0MYGR01PBPHKPYQ9F75C2C','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KZF0XTG06P62R2N28ZV1H3X1','2026-08-07T21:09:07.200172+00:00','01KZF0XTG06P5NJBEFJ3RCDM62','01KZCEH3G0X6QA1ED3QQZW1MCN','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KZF0XTG06P6BQAGKEHCSWJK2','2026-08-07T21:09:07.200172+00:00','01KZF0XTG06P5NJBEFJ3RCDM62','01KZCEH3G0X6QA1ED3QQZW1MCN','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M2P0TJG0YSWTAAENE303PH88','2026-09-16T21:09:07.200172+00:00','01M2P0TJG0YSWHM7WSXHFER6P3','01KP0B8T00ZJT033RHNZB4963Q','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01M2P0TJG0YSX4H8H4W4JZFR2K','2026-09-16T21:09:07.200172+00:00','01M2P0TJG0YSWHM7WSXHFER6P3','01KP0B8T00ZJT033RHNZB4963Q','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01M2QA66R0BYZG8T85CTADBRJM','2026-09-17T09:12:00.000172+00:00','01M2QA66R0BYZ6MB7VRJX7SCKE','01M2QA66R0BYYRQ1JKMVDNQRP0','another','evaluation','elsewhere',3);
INSERT INTO "review" VALUES('01M2QABFG0S680RKFXQJWJHC19','2026-09-17T09:14:52.800172+00:00','01M2QABFG0S67KFSJXYA6HGTYT','01KY0MS8001D4FTJP78ZT4105P','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01M2QAGR80QA2GX937R1YQGBZ3','2026-09-17T09:17:45.600172+00:00','01M2QAGR80QA2F8C0B2SDTNEKN','01KP0B8T00ZJT033RHNZB4963Q','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01M36RX2808EJPVTJ4YBGC2RC4','2026-09-23T09:17:45.600172+00:00','01M36RX2808EJN54HV10EX98EV','01KZCEH3G0X6QA1ED3QQZW1MCN','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01M36RX2808EKBSVX3GH3VV8H8','2026-09-23T09:17:45.600258+00:00','01M36RX2808EK184618JNJ3Y5A','01M2QA66R0BYYDEF37H44SDWFA','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01M36RX2808EKBVBX046N15MDR','2026-09-23T09:17:45.600258+00:00','01M36RX2808EK184618JNJ3Y5A','01M2QA66R0BYYDEF37H44SDWFA','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01M36RX2808EKDY9QEG036MG2Q','2026-09-23T09:17:45.600258+00:00','01M36RX2808EK184618JNJ3Y5A','01M2QA66R0BYYDEF37H44SDWFA','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01M3QGN0G0VRJK5FQBBV7WD917','2026-09-29T21:20:38.400344+00:00','01M3QGN0G0VRJ7V11ZJ2S11GCD','01KY0MYGR01PBPHKPYQ9F75C2C','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01M3QGN0G0VRJKJY2GYVA2PAS1','2026-09-29T21:20:38.400344+00:00','01M3QGN0G0VRJ7V11ZJ2S11GCD','01KY0MYGR01PBPHKPYQ9F75C2C','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01M3QGN0G0VRK3144TCP2TTVDP','2026-09-29T21:20:38.400344+00:00','01M3QGN0G0VRJ7V11ZJ2S11GCD','01KY0MYGR01PBPHKPYQ9F75C2C','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M3QGT980MRXKV9H61YZ6QBSC','2026-09-29T21:23:31.200344+00:00','01M3QGT980MRX9B7R360T9WAZH','01M3QGN0G0VRHCMDRM0HW2A9Y2','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01M3QGT980MRXPDFY5RHKJ78CX','2026-09-29T21:23:31.200344+00:00','01M3QGT980MRX9B7R360T9WAZH','01M3QGN0G0VRHCMDRM0HW2A9Y2','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01M3QGT980MRXZXQK1KA9R8BFT','2026-09-29T21:23:31.200344+00:00','01M3QGT980MRX9B7R360T9WAZH','01M3QGN0G0VRHCMDRM0HW2A9Y2','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01M3QH4TR0CF0XZQKAPZR3RQ4Z','2026-09-29T21:29:16.800430+00:00','01M3QH4TR0CF0NHKKCW7KT9FH4','01KYKZ3600SZD0YGJ4EMSRT1JN','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01M3QHA3G0GZQGMFTK391YF224','2026-09-29T21:32:09.600430+00:00','01M3QHA3G0GZQ1S5V5W8SJJSAN','01M3QGN0G0VRHCMDRM0HW2A9Y2','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01M3QHA3G0GZRRV1VSBCQS1RYA','2026-09-27T21:35:02.400516+00:00','01M3QHA3G0GZRHRYFBH2RWXY5V','01KY0MYGR01PBPHKPYQ9F75C2C','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01M3QHA3G0GZS4ZR9882TFD415','2026-09-27T21:35:02.400516+00:00','01M3QHA3G0GZRHRYFBH2RWXY5V','01KY0MYGR01PBPHKPYQ9F75C2C','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01M3QHA3G0GZSPDRN726MFDT5Z','2026-09-27T21:35:02.400602+00:00','01M3QHA3G0GZS706C9HWS6Z9WS','01M3QGZJ00VGZB9AK12C87CXEZ','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01M3QHA3G0GZT49ZDMBDKQECS5','2026-09-27T21:35:02.400602+00:00','01M3QHA3G0GZS706C9HWS6Z9WS','01M3QGZJ00VGZB9AK12C87CXEZ','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01M3QHA3G0GZTBE8CX35JRK71T','2026-09-28T21:35:02.400602+00:00','01M3QHA3G0GZTAM9H8GA54E5N3','01M3QHA3G0GZR9WEFTF212396W','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01M3QHA3G0GZTE86RBWMZPHBYM','2026-09-28T21:35:02.400602+00:00','01M3QHA3G0GZTAM9H8GA54E5N3','01M3QHA3G0GZR9WEFTF212396W','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01M3QHA3G0GZTN4BN4RM4HBGAW','2026-09-28T21:35:02.400602+00:00','01M3QHA3G0GZTAM9H8GA54E5N3','01M3QHA3G0GZR9WEFTF212396W','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01M6ZTJFR0AJK85M3NC9Z22FP3','2026-11-09T09:35:02.400602+00:00','01M6ZTJFR0AJK5DHKR55G9QXJ0','01M3QHA3G0GZR9WEFTF212396W','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01M6ZTQRG0ENE9FYRSCR8C8H37','2026-11-09T09:37:55.200602+00:00','01M6ZTQRG0ENE4YRJ9K37N6WP0','01M3QGZJ00VGZB9AK12C87CXEZ','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M6ZTQRG0ENEBZBDKT2S7T4A6','2026-11-09T09:37:55.200602+00:00','01M6ZTQRG0ENEBFXFH9T1T9GDG','01KY0MS8001D4FTJP78ZT4105P','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01M6ZTQRG0ENEVREPBB63CQRFG','2026-11-07T09:37:55.200602+00:00','01M6ZTQRG0ENEE8GNS0BRWTD18','01M3QHA3G0GZR9WEFTF212396W','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01M6ZTQRG0ENF1R0RMW4AF5WBY','2026-11-07T09:37:55.200602+00:00','01M6ZTQRG0ENEE8GNS0BRWTD18','01M3QHA3G0GZR9WEFTF212396W','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01M7148NG0MRFNVS2T0QNM4VK4','2026-11-09T21:43:40.800602+00:00','01M7148NG0MRFB2QN2JN9AEHST','01M7143CR0QSRQXZB8WNC38ESV','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01M7148NG0MRFX4P5XGFNE5TG8','2026-11-09T21:43:40.800602+00:00','01M7148NG0MRFB2QN2JN9AEHST','01M7143CR0QSRQXZB8WNC38ESV','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01M7148NG0MRGDNDV3S2A7VSWZ','2026-11-09T21:43:40.800602+00:00','01M7148NG0MRGB1JQF5TW786VT','01M6ZTQRG0ENFMRAJDJPSWJVDA','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01MDJZN800S2TAK4MEE1SK7M7H','2027-01-30T09:43:40.800688+00:00','01MDJZN800S2T7KGQ44RX5BBT7','01KP2YN5G04A7G1HD8QGAXDRT9','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01MDJZN800S2VF1E953YHR311N','2027-01-28T09:46:33.600688+00:00','01MDJZN800S2V4Q5XP374G16B2','01MDJZN800S2TPCGV0JTVC87AK','another','evaluation','elsewhere',3);
INSERT INTO "review" VALUES('01MDJZN800S2X5N88XAVHN415H','2027-01-26T22:00:57.600688+00:00','01MDJZN800S2X0S6TCJY6CT81X','01KSF3V5R0EQW1X7GESW4GEHTB','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01MDJZN800S2XFWF8DZ3EM5EEM','2027-01-26T22:00:57.600688+00:00','01MDJZN800S2X0S6TCJY6CT81X','01KSF3V5R0EQW1X7GESW4GEHTB','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01MDW11D00TM4CXJWN2XGTXVHR','2027-01-31T22:00:57.600688+00:00','01MDW11D00TM46M2VRDJ6SHZQW','01MDJZN800S2WPWXKF9P8BH6QR','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01MDW11D00TM4RYG2RF1S6DMA3','2027-01-31T22:00:57.600688+00:00','01MDW11D00TM46M2VRDJ6SHZQW','01MDJZN800S2WPWXKF9P8BH6QR','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01MDW11D00TM4WGK144SC0090T','2027-01-31T22:00:57.600688+00:00','01MDW11D00TM46M2VRDJ6SHZQW','01MDJZN800S2WPWXKF9P8BH6QR','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01MH0EHE00STNTHGWY33DNQG9N','2027-03-13T22:00:57.600688+00:00','01MH0EHE00STNGK0MMVWB9MM4Z','01MDJZN800S2W6SV8XYTPF1X54','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01MH30Y500T6XD1T2DR0CSJ3MZ','2027-03-14T22:00:57.600688+00:00','01MH30Y500T6X5NW61S893E2ZW','01KP0B8T00ZJT033RHNZB4963Q','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01MH313DR08M2DZA0NQ5HVJVD8','2027-03-14T22:03:50.400688+00:00','01MH313DR08M28HNNENFQ9REEQ','01MDJZN800S2W6SV8XYTPF1X54','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01MH313DR08M2WT5ZD3EJ8CRMP','2027-03-14T22:03:50.400688+00:00','01MH313DR08M28HNNENFQ9REEQ','01MDJZN800S2W6SV8XYTPF1X54','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01MH86HYR0NWVF5PRJANB63PAM','2027-03-15T22:18:14.400688+00:00','01MH86HYR0NWV0HJXBQDZDGW19','01KZ9VSV00KD46P21T62DZBSD9','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01MH86Q7G0P7FJVJJ1BA7GTD1R','2027-03-16T22:18:14.400688+00:00','01MH86Q7G0P7FJ4C0034EV2NM9','01MH6X6AG0M2R1FB6QKJHQ9VFV','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01MH86Q7G0P7FVVHEV24947ACV','2027-03-16T22:18:14.400688+00:00','01MH86Q7G0P7FJ4C0034EV2NM9','01MH6X6AG0M2R1FB6QKJHQ9VFV','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01MH8771R04ZWHGE2NBDEMPMTY','2027-03-16T22:26:52.800774+00:00','01MH8771R04ZW8QFM484KCCCKS','01MH6X6AG0M2R1FB6QKJHQ9VFV','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01MH8771R04ZWJRWAH1JQP1RX8','2027-03-16T22:26:52.800774+00:00','01MH8771R04ZW8QFM484KCCCKS','01MH6X6AG0M2R1FB6QKJHQ9VFV','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01MH8771R04ZWV7MT903D4R43X','2027-03-16T22:26:52.800774+00:00','01MH8771R04ZW8QFM484KCCCKS','01MH6X6AG0M2R1FB6QKJHQ9VFV','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01MHQNKBR0GG47NRFGXR6HZXK0','2027-03-22T22:26:52.800774+00:00','01MHQNKBR0GG3TMC6K04T14NTA','01MA9DBS003ZBBY5NPKA8552X7','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01MHQNRMG0FM2AJAHK2EF0B537','2027-03-22T22:29:45.600774+00:00','01MHQNRMG0FM231SGJ447P39N7','01MH6X6AG0M2R1FB6QKJHQ9VFV','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01MHQNRMG0FM2DM22HK4EZ1EB7','2027-03-22T22:29:45.600774+00:00','01MHQNRMG0FM231SGJ447P39N7','01MH6X6AG0M2R1FB6QKJHQ9VFV','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01MHQNRMG0FM2VKXEZVPYF1ME4','2027-03-22T22:29:45.600774+00:00','01MHQNRMG0FM231SGJ447P39N7','01MH6X6AG0M2R1FB6QKJHQ9VFV','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01MJ9PPY80XKASPVW9J4C00N31','2027-03-29T22:32:38.400774+00:00','01MJ9PPY80XKAM7WBFD931F0E0','01MJ8DGJR0NJNFDGN57MG75KY8','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01MJ9PPY80XKB9NQMJYZWPYPGV','2027-03-29T22:32:38.400774+00:00','01MJ9PPY80XKAM7WBFD931F0E0','01MJ8DGJR0NJNFDGN57MG75KY8','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01MJ9PPY80XKBQRDKEE3867X9P','2027-03-29T22:32:38.400774+00:00','01MJ9PPY80XKAM7WBFD931F0E0','01MJ8DGJR0NJNFDGN57MG75KY8','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01MJ9PW700FED94JBT1YF890D2','2027-03-29T22:35:31.200774+00:00','01MJ9PW700FECT638C57AYHWVT','01MJ9PW700FECA9MDH0BBWDRYA','another','evaluation','elsewhere',3);
CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,             -- today, skill
    transition TEXT NOT NULL,
    skill TEXT,                     -- none when the session mixes skills
    planned INTEGER NOT NULL        -- questions
) WITHOUT ROWID;
INSERT INTO "session" VALUES('01KJPRZB0044KZPM5D0P9PB344','2026-03-02T08:00:00.000000+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01KJPRZB0044M2X4TXKJAKX4WP','2026-03-02T08:00:00.000000+00:00','today','another',NULL,10);
INSERT INTO "session" VALUES('01KWQDRN005FBQYAVACMYQFD3T','2026-07-04T20:40:19.200086+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01M2QA66R0BZ00F9RV45A7HQEH','2026-09-17T09:12:00.000172+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01MDJZN800S2VRZGRM796RETC9','2027-01-28T09:46:33.600688+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01MJ9PW700FEE5H5FWVPTFASEV','2027-03-29T22:35:31.200774+00:00','today','mle',NULL,10);
CREATE TABLE session_end (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    session TEXT NOT NULL REFERENCES session(id)
) WITHOUT ROWID;
INSERT INTO "session_end" VALUES('01KWQDRN005FBFB9SVWS3K5V9C','2026-07-04T20:40:19.200086+00:00','01KJPRZB0044KZPM5D0P9PB344');
INSERT INTO "session_end" VALUES('01M2QA66R0BYZZC1SH8BW34TN0','2026-09-17T09:12:00.000172+00:00','01KWQDRN005FBQYAVACMYQFD3T');
INSERT INTO "session_end" VALUES('01MDJZN800S2VFWQDTP02CG6W7','2027-01-28T09:46:33.600688+00:00','01M2QA66R0BZ00F9RV45A7HQEH');
INSERT INTO "session_end" VALUES('01MJ9PW700FEDR5Y1A7C3TM4S7','2027-03-29T22:35:31.200774+00:00','01MDJZN800S2VRZGRM796RETC9');
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
INSERT INTO "skill_total" VALUES('mle','evaluation',37,1763222,91500,58,41,21,2);
CREATE TABLE skip (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    session TEXT NOT NULL REFERENCES session(id),
    key_point TEXT NOT NULL,
    question_id TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "skip" VALUES('01KP83YDR0R2DP0YFYD57JNW02','2026-04-15T08:25:55.200086+00:00','01KJPRZB0044KZPM5D0P9PB344','leak','q1');
INSERT INTO "skip" VALUES('01KZDQQF00AZRYE37NE4SNE5HP','2026-08-07T09:09:07.200172+00:00','01KWQDRN005FBQYAVACMYQFD3T','leak','q1');
INSERT INTO "skip" VALUES('01M2QA0Y00TRJC6YNP0H0HTVQX','2026-09-17T09:09:07.200172+00:00','01KWQDRN005FBQYAVACMYQFD3T','leak','q1');
INSERT INTO "skip" VALUES('01MABZRG009YP7BC528ZR5J7CV','2026-12-21T09:43:40.800688+00:00','01M2QA66R0BZ00F9RV45A7HQEH','leak','q1');
INSERT INTO "skip" VALUES('01MDJZN800S2VWAB8F5Y2DT7RY','2027-01-28T21:52:19.200688+00:00','01MDJZN800S2VRZGRM796RETC9','leak','q1');
CREATE TABLE undo (                 -- of the rows about one target the last counts
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,             -- undo, redo
    target TEXT NOT NULL            -- id of an answer, overrule, rerate, flag or skip
) WITHOUT ROWID;
INSERT INTO "undo" VALUES('01KP2XNH002Q1613Y920ENR05B','2026-04-12T08:02:52.800000+00:00','undo','01KP2XNH002PZQ1WAJ7W694DC1');
INSERT INTO "undo" VALUES('01KP2XNH002Q1E6D36JB01NPBK','2026-04-12T08:05:45.600000+00:00','redo','01KP2XNH002PZQ1WAJ7W694DC1');
INSERT INTO "undo" VALUES('01KP83S500EY7G3TVX4D3Q560H','2026-04-15T08:23:02.400086+00:00','undo','01KP5H7580AK2PG58D4Q3NA5NP');
INSERT INTO "undo" VALUES('01KWP3X6G0EF79R27C9T0G2V8N','2026-07-04T08:28:48.000086+00:00','undo','01KSF3V5R0EQW1X7GESW4GEHTB');
INSERT INTO "undo" VALUES('01KWRQ9J00TE0HVWQEEVRG6CYD','2026-07-05T08:46:04.800086+00:00','undo','01KWRPZ0G0QMTBYJ1TEP8PQY3V');
INSERT INTO "undo" VALUES('01KXT6EX00X6ZY4DJBSW45MWEQ','2026-07-18T08:46:04.800086+00:00','undo','01KXAR2K00N5TAAWEXKHATYA6Z');
INSERT INTO "undo" VALUES('01KZ4Q0D00FRJ3FXKJJ89E4ZNQ','2026-08-03T21:03:21.600172+00:00','undo','01KYN8M300QM55HQ7ZJZ7D4RDB');
INSERT INTO "undo" VALUES('01KZ4Q0D00FRJ6YXKQA0ESXJHC','2026-08-03T21:03:21.600172+00:00','redo','01KYN8M300QM55HQ7ZJZ7D4RDB');
INSERT INTO "undo" VALUES('01KZ79D40087D44HCFQA752DNW','2026-08-04T21:03:21.600172+00:00','undo','01KYN8M300QM55HQ7ZJZ7D4RDB');
INSERT INTO "undo" VALUES('01M3QGFQR04MY9MC1BW4Z8GQ2Z','2026-09-29T21:17:45.600258+00:00','undo','01M36RX2808EJN54HV10EX98EV');
INSERT INTO "undo" VALUES('01M3QGN0G0VRHTD03ZTGPZE3SF','2026-09-29T21:20:38.400344+00:00','undo','01M3QGN0G0VRHCMDRM0HW2A9Y2');
INSERT INTO "undo" VALUES('01M3QGZJ00VGZ23MR1BNV0HF32','2026-09-29T21:26:24.000344+00:00','redo','01M3QGN0G0VRHCMDRM0HW2A9Y2');
INSERT INTO "undo" VALUES('01M7148NG0MRGQMH9MKJHGRE53','2026-11-09T21:43:40.800602+00:00','undo','01M7148NG0MRGB1JQF5TW786VT');
INSERT INTO "undo" VALUES('01MA845DG0ZE3DDRN1036FHB5K','2026-12-19T21:43:40.800602+00:00','undo','01M7143CR0QSRQXZB8WNC38ESV');
INSERT INTO "undo" VALUES('01MDJZN800S2VTNFE39JZNY3WR','2027-01-28T21:49:26.400688+00:00','undo','01MDJZN800S2VS32KW5W8KC6NN');
INSERT INTO "undo" VALUES('01MDJZN800S2XHC3QA36ZWT0MS','2027-01-27T22:00:57.600688+00:00','undo','01MDJZN800S2WSKY8H9DDQQM59');
INSERT INTO "undo" VALUES('01MDJZN800S2XNQB5EN4KWJRY2','2027-01-27T22:00:57.600688+00:00','redo','01MDJZN800S2WSKY8H9DDQQM59');
INSERT INTO "undo" VALUES('01MDW11D00TM512595FD7DT2HW','2027-02-01T22:00:57.600688+00:00','undo','01MDJZN800S2WSKY8H9DDQQM59');
INSERT INTO "undo" VALUES('01MH313DR08M1SMTBC1SC6PKDE','2027-03-14T22:03:50.400688+00:00','undo','01MH0EHE00STNGK0MMVWB9MM4Z');
INSERT INTO "undo" VALUES('01MH6X11R0DSN1PS0SC24RJ035','2027-03-16T10:09:36.000688+00:00','undo','01MH6WVS00RSB8TS50PP5GDVP4');
INSERT INTO "undo" VALUES('01MH86HYR0NWSX3NGSJYXZAD26','2027-03-16T22:15:21.600688+00:00','undo','01MH6X6AG0M2R1FB6QKJHQ9VFV');
INSERT INTO "undo" VALUES('01MH86WG80RAXQX72XT2YTJ567','2027-03-16T22:21:07.200688+00:00','undo','01MH86HYR0NWTJPJWNJNPRZ3Y8');
INSERT INTO "undo" VALUES('01MH871S00KBBWSE93G28N8YRK','2027-03-16T22:24:00.000688+00:00','redo','01MH86HYR0NWTJPJWNJNPRZ3Y8');
INSERT INTO "undo" VALUES('01MH8771R04ZVZBZ37X58DKVQD','2027-03-16T22:26:52.800688+00:00','undo','01MH86HYR0NWTJPJWNJNPRZ3Y8');
CREATE TABLE undone (               -- what is undone now, and the undo row that says so
    target TEXT NOT NULL PRIMARY KEY,
    undo TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "undone" VALUES('01KP5H7580AK2PG58D4Q3NA5NP','01KP83S500EY7G3TVX4D3Q560H');
INSERT INTO "undone" VALUES('01KSF3V5R0EQW1X7GESW4GEHTB','01KWP3X6G0EF79R27C9T0G2V8N');
INSERT INTO "undone" VALUES('01KWRPZ0G0QMTBYJ1TEP8PQY3V','01KWRQ9J00TE0HVWQEEVRG6CYD');
INSERT INTO "undone" VALUES('01KXAR2K00N5TAAWEXKHATYA6Z','01KXT6EX00X6ZY4DJBSW45MWEQ');
INSERT INTO "undone" VALUES('01KYN8M300QM55HQ7ZJZ7D4RDB','01KZ79D40087D44HCFQA752DNW');
INSERT INTO "undone" VALUES('01M36RX2808EJN54HV10EX98EV','01M3QGFQR04MY9MC1BW4Z8GQ2Z');
INSERT INTO "undone" VALUES('01M7148NG0MRGB1JQF5TW786VT','01M7148NG0MRGQMH9MKJHGRE53');
INSERT INTO "undone" VALUES('01M7143CR0QSRQXZB8WNC38ESV','01MA845DG0ZE3DDRN1036FHB5K');
INSERT INTO "undone" VALUES('01MDJZN800S2VS32KW5W8KC6NN','01MDJZN800S2VTNFE39JZNY3WR');
INSERT INTO "undone" VALUES('01MDJZN800S2WSKY8H9DDQQM59','01MDW11D00TM512595FD7DT2HW');
INSERT INTO "undone" VALUES('01MH0EHE00STNGK0MMVWB9MM4Z','01MH313DR08M1SMTBC1SC6PKDE');
INSERT INTO "undone" VALUES('01MH6WVS00RSB8TS50PP5GDVP4','01MH6X11R0DSN1PS0SC24RJ035');
INSERT INTO "undone" VALUES('01MH6X6AG0M2R1FB6QKJHQ9VFV','01MH86HYR0NWSX3NGSJYXZAD26');
INSERT INTO "undone" VALUES('01MH86HYR0NWTJPJWNJNPRZ3Y8','01MH8771R04ZVZBZ37X58DKVQD');
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
INSERT INTO "verdict" VALUES('01KP1MF5G0NEQ37AJK6HC7WZB8','2026-04-12T20:00:00.000000+00:00','01KP0B8T00ZJT033RHNZB4963Q','[{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KP2XNH002PZGGQ9HWX5H7WQY','2026-04-11T20:02:52.800000+00:00','01KP2XNH002PZ9XDPR7EPJNC7H','[{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KP2XNH002Q05T0PFZCA7WEDR','2026-04-12T08:02:52.800000+00:00','01KP2XNH002PZ9XDPR7EPJNC7H','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KP2XNH002Q0JV4F4W73W4TYR','2026-04-12T08:02:52.800000+00:00','01KP0B8T00ZJT033RHNZB4963Q','[{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KP6TJSG0FNC0E0VW6ZXNXB37','2026-04-14T20:23:02.400086+00:00','01KP2YN5G04A7G1HD8QGAXDRT9','[{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',6.66666666666666629659e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KSF40EG0FYQ834SAJ0NYJY8J','2026-05-25T08:28:48.000086+00:00','01KSF3V5R0EQW1X7GESW4GEHTB','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KWP42F8054ZZ8JV6CSGAABJP','2026-07-04T08:31:40.800086+00:00','01KP2YN5G04A7G1HD8QGAXDRT9','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KWQDE3G03Z4DMMTFZAA15J4W','2026-07-02T20:34:33.600086+00:00','01KSF3V5R0EQW1X7GESW4GEHTB','[{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]}]',0.25,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KWQDE3G03Z5CY8PJG4AEA8CR','2026-07-03T20:37:26.400086+00:00','01KWQDE3G03Z538XR7Q8G8X8H4','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KWQDKC803532Y0FA3Z5FYJ8D','2026-07-04T20:37:26.400086+00:00','01KWQDE3G03Z538XR7Q8G8X8H4','[{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',0.25,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KWQDRN005FB886SHF9NS775Q','2026-07-04T20:40:19.200086+00:00','01KWQDRN005FATTC1MQF6T7NBN','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KWRQ4980ZY8KDGDM9GK1K31Y','2026-07-05T08:43:12.000086+00:00','01KP2XNH002PZBXV317GC6RRG8','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KWRQ4980ZY9M8X21CQ18XWB0','2026-07-05T08:43:12.000086+00:00','01KP2XNH002PZBXV317GC6RRG8','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]}]',0.75,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KWRQ9J00TE0WMSW4FTTGK9GD','2026-07-05T08:46:04.800086+00:00','01KP0B8T00ZJT033RHNZB4963Q','[{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KX85NW00G6486ZSV11M3ZX2A','2026-07-11T08:46:04.800086+00:00','01KWQDE3G03Z538XR7Q8G8X8H4','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KXVFZT00QKCATY3PNQJ30M2A','2026-07-18T20:51:50.400086+00:00','01KX9EW7G0K7HQVVXSFSN03XV7','[{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]}]',1.66666666666666657414e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KXY2CH005BZC8K5J5CNNC23F','2026-07-19T20:51:50.400086+00:00','01KP2XNH002PZBXV317GC6RRG8','[{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KY0N3SG0P3F2DY261V8TTDCR','2026-07-20T20:57:36.000086+00:00','01KSF3V5R0EQW1X7GESW4GEHTB','[{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KY37GGG0WA5D56KYJVTT856Y','2026-07-21T20:57:36.000172+00:00','01KXT6SEG05XC747KF0V5209YB','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KYJNWTG0C3XR7WB7KNR8BSRP','2026-07-27T20:57:36.000172+00:00','01KY0MS8001D4FTJP78ZT4105P','[{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KYKZ8ER053KJ819ZZESKFBFK','2026-07-28T09:00:28.800172+00:00','01KY0MS8001D4FTJP78ZT4105P','[{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',0.75,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KYN8ET80V46Y5WEB6BQVNE28','2026-07-28T21:00:28.800172+00:00','01KWQDRN005FAG7XNG048ME7ED','[{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KZ606RG0961GZXHJWKWFFD5Q','2026-08-04T09:03:21.600172+00:00','01KY0MYGR01PBPHKPYQ9F75C2C','[{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]}]',8.3333333333333337034e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KZF0XTG06P5NJBEFJ3RCDM62','2026-08-07T21:09:07.200172+00:00','01KZCEH3G0X6QA1ED3QQZW1MCN','[{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M2P0TJG0YSWHM7WSXHFER6P3','2026-09-16T21:09:07.200172+00:00','01KP0B8T00ZJT033RHNZB4963Q','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]}]',0.75,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M2QA66R0BYZ6MB7VRJX7SCKE','2026-09-17T09:12:00.000172+00:00','01M2QA66R0BYYRQ1JKMVDNQRP0','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M36RX2808EK184618JNJ3Y5A','2026-09-23T09:17:45.600258+00:00','01M2QA66R0BYYDEF37H44SDWFA','[{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M3QGN0G0VRJ7V11ZJ2S11GCD','2026-09-29T21:20:38.400344+00:00','01KY0MYGR01PBPHKPYQ9F75C2C','[{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]}]',6.66666666666666629659e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M3QGT980MRX9B7R360T9WAZH','2026-09-29T21:23:31.200344+00:00','01M3QGN0G0VRHCMDRM0HW2A9Y2','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M3QH4TR0CF0NHKKCW7KT9FH4','2026-09-29T21:29:16.800430+00:00','01KYKZ3600SZD0YGJ4EMSRT1JN','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M3QHA3G0GZS706C9HWS6Z9WS','2026-09-27T21:35:02.400602+00:00','01M3QGZJ00VGZB9AK12C87CXEZ','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"partly","confidence":0.9,"evidence":[]}]',0.75,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M3QHA3G0GZTAM9H8GA54E5N3','2026-09-28T21:35:02.400602+00:00','01M3QHA3G0GZR9WEFTF212396W','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]}]',1.66666666666666657414e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M6ZTQRG0ENEE8GNS0BRWTD18','2026-11-07T09:37:55.200602+00:00','01M3QHA3G0GZR9WEFTF212396W','[{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',0.75,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M7148NG0MRFB2QN2JN9AEHST','2026-11-09T21:43:40.800602+00:00','01M7143CR0QSRQXZB8WNC38ESV','[{"key_point":"split","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]}]',0.25,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MDJZN800S2V4Q5XP374G16B2','2027-01-28T09:46:33.600688+00:00','01MDJZN800S2TPCGV0JTVC87AK','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MDJZN800S2X0S6TCJY6CT81X','2027-01-26T22:00:57.600688+00:00','01KSF3V5R0EQW1X7GESW4GEHTB','[{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MDW11D00TM46M2VRDJ6SHZQW','2027-01-31T22:00:57.600688+00:00','01MDJZN800S2WPWXKF9P8BH6QR','[{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MH30Y500T6X5NW61S893E2ZW','2027-03-14T22:00:57.600688+00:00','01KP0B8T00ZJT033RHNZB4963Q','[{"key_point":"drift","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MH313DR08M28HNNENFQ9REEQ','2027-03-14T22:03:50.400688+00:00','01MDJZN800S2W6SV8XYTPF1X54','[{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MH86HYR0NWV0HJXBQDZDGW19','2027-03-15T22:18:14.400688+00:00','01KZ9VSV00KD46P21T62DZBSD9','[{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MH86Q7G0P7FJ4C0034EV2NM9','2027-03-16T22:18:14.400688+00:00','01MH6X6AG0M2R1FB6QKJHQ9VFV','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MH8771R04ZW8QFM484KCCCKS','2027-03-16T22:26:52.800774+00:00','01MH6X6AG0M2R1FB6QKJHQ9VFV','[{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',3.33333333333333314829e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MHQNKBR0GG3TMC6K04T14NTA','2027-03-22T22:26:52.800774+00:00','01MA9DBS003ZBBY5NPKA8552X7','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MHQNRMG0FM231SGJ447P39N7','2027-03-22T22:29:45.600774+00:00','01MH6X6AG0M2R1FB6QKJHQ9VFV','[{"key_point":"drift","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"missed","confidence":0.9,"evidence":[]}]',3.33333333333333314829e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MJ9PPY80XKAM7WBFD931F0E0','2027-03-29T22:32:38.400774+00:00','01MJ8DGJR0NJNFDGN57MG75KY8','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',6.66666666666666629659e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MJ9PW700FECT638C57AYHWVT','2027-03-29T22:35:31.200774+00:00','01MJ9PW700FECA9MDH0BBWDRYA','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
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
COMMIT;
PRAGMA application_id = 1397049173;
PRAGMA user_version = 5;
