BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'study','m001_log','2026-11-23 15:24:15.400207+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'study','m002_projections','2026-11-23 15:24:15.400922+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'study','m003_overruled','2026-11-23 15:24:15.405783+00:00');
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
INSERT INTO "answer" VALUES('01KJR2AZ802YSCJE1FC21Z8FTP','2026-03-02T20:02:52.800000+00:00',60,'01KJPRZB00KCK620PX692CHMXA','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.3341861289520686284e+01);
INSERT INTO "answer" VALUES('01KJTMWZ0054X9E11SPXQB3G47','2026-03-03T20:05:45.600000+00:00',60,'01KJPRZB00KCK620PX692CHMXA','mle','evaluation','["leak","split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',74.1213460109938);
INSERT INTO "answer" VALUES('01KJTN7GG0PHRDH3HAN0MVWCHC','2026-03-03T20:11:31.200000+00:00',60,'01KJPRZB00KCK620PX692CHMXA','mle','evaluation','["bias","drift","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.79033661309768845617e+01);
INSERT INTO "answer" VALUES('01KKK45KR0EX48GWMH5PRVY7XP','2026-03-13T08:14:24.000000+00:00',-660,'01KJPRZB00KCK620PX692CHMXA','mle','evaluation','["leak","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.7423705095300221048e+01);
INSERT INTO "answer" VALUES('01KM54YMR0BDGCRPR5PN599WE9','2026-03-20T08:14:24.000000+00:00',-660,'01KJPRZB00KCK620PX692CHMXA','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',47.6664865477554);
INSERT INTO "answer" VALUES('01KM553XG07Z1X7KMG4NY7JMSZ','2026-03-20T08:17:16.800000+00:00',-660,'01KJPRZB00KCKP21A413J66DEF','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01KM7QNX809WHHFEA4GA8N2Z2A','2026-03-21T08:20:09.600000+00:00',60,'01KM553XG07Z2ZN5QM02B5W6JA','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',84.8941052327198);
INSERT INTO "answer" VALUES('01KN96V880DFWRKVMRT2JWGK7D','2026-04-03T08:20:09.600000+00:00',840,'01KM553XG07Z2ZN5QM02B5W6JA','mle','evaluation','["drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.74791351523237210602e+01);
INSERT INTO "answer" VALUES('01KN970H00Y9XS48MKFVDE2WYG','2026-04-03T08:23:02.400000+00:00',840,'01KM553XG07Z2ZN5QM02B5W6JA','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.09998924144903789114e+01);
INSERT INTO "answer" VALUES('01KNRNCV00F5H39C0ZCCXBNJ3X','2026-04-09T08:23:02.400000+00:00',840,'01KM553XG07Z2ZN5QM02B5W6JA','mle','evaluation','["split","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.3875120852698742623e+01);
INSERT INTO "answer" VALUES('01KSM9EZG0XBTSQXWTJF57JM8H','2026-05-27T08:40:19.200086+00:00',-210,'01KM553XG07Z2ZN5QM02B5W6JA','mle','evaluation','["split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.92096138207589319825e+01);
INSERT INTO "answer" VALUES('01KT3R0J805N5BA9HKRFJWGPKB','2026-05-31T08:43:12.000086+00:00',-210,'01KM553XG07Z2ZN5QM02B5W6JA','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',86.2843225863834);
INSERT INTO "answer" VALUES('01KTE1KE8029YWWVJ0XQYKYXDE','2026-06-06T08:43:12.000086+00:00',-210,'01KM553XG07Z2ZN5QM02B5W6JA','mle','evaluation','["split","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.59717286633408690494e+01);
INSERT INTO "answer" VALUES('01KTFASSR038N1VQHMEWS32T7Z','2026-06-06T20:43:12.000086+00:00',0,'01KM553XG07Z2ZN5QM02B5W6JA','mle','evaluation','["drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.6494037420277120276e+01);
INSERT INTO "answer" VALUES('01KTFASSR038N6YADMTRSB954V','2026-06-06T20:43:12.000086+00:00',0,'01KM553XG07Z2ZN5QM02B5W6JA','mle','evaluation','["drift","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.20994976215967824377e+01);
INSERT INTO "answer" VALUES('01KTGM0580NGGHW67FQTP94NG7','2026-06-07T08:43:12.000086+00:00',0,'01KM553XG07Z2ZN5QM02B5W6JA','mle','evaluation','["drift","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.41708107570636769882e+01);
INSERT INTO "answer" VALUES('01KTMFRGG0BCFMRKSH38W2MSEN','2026-06-08T20:46:04.800086+00:00',0,'01KJPRZB00KCKP21A413J66DEF','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01KTMFXS80YG7DAM26S3NS2JR3','2026-06-08T20:48:57.600172+00:00',0,'01KTMFRGG0BCGSFCYNKGWFN7R6','mle','evaluation','["drift","split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.03408852870377145896e+01);
INSERT INTO "answer" VALUES('01KV6GW300NZ05VE8PP6D4XCTB','2026-06-13T20:51:50.400172+00:00',0,'01KTMFRGG0BCGSFCYNKGWFN7R6','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.79016330645179557734e+01);
INSERT INTO "answer" VALUES('01KYAYC400HQJFNZAKKTNPD1HJ','2026-07-24T20:51:50.400172+00:00',0,'01KTMFRGG0BCGSFCYNKGWFN7R6','mle','evaluation','["split","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.20516225048438343483e+01);
INSERT INTO "answer" VALUES('01KYAYC400HQJH0RY6ECFGHY7S','2026-07-24T20:51:50.400172+00:00',0,'01KTMFRGG0BCGSFCYNKGWFN7R6','mle','evaluation','["split","drift","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.4873839307570470682e+01);
INSERT INTO "answer" VALUES('01KYDGY3R0J8YQSCY089ED3XBR','2026-07-25T20:54:43.200172+00:00',0,'01KTMFRGG0BCGSFCYNKGWFN7R6','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.35252151226550552118e+01);
INSERT INTO "answer" VALUES('01KYDH3CG0WME31NZ9A012JN0P','2026-07-25T20:57:36.000172+00:00',0,'01KTMFRGG0BCGSFCYNKGWFN7R6','mle','evaluation','["split","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.4011690671879733828e+01);
INSERT INTO "answer" VALUES('01KYDHDY002CM3XW0V4X31H1ZW','2026-07-25T21:03:21.600258+00:00',0,'01KTMFRGG0BCGSFCYNKGWFN7R6','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.53687522754637910797e+01);
INSERT INTO "answer" VALUES('01KYDHK6R03Z9XQTZQQVDTY3XB','2026-07-25T21:06:14.400258+00:00',0,'01KTMFRGG0BCGSFCYNKGWFN7R6','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.98466513613221309233e+01);
INSERT INTO "answer" VALUES('01KYDHRFG035DJ5JBDDM7K65M1','2026-07-25T21:09:07.200258+00:00',0,'01KTMFRGG0BCGSFCYNKGWFN7R6','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.2712739684864935441e+01);
INSERT INTO "answer" VALUES('01KYG4AF80QTGBRSQY0MW257HQ','2026-07-26T21:12:00.000344+00:00',-660,'01KTMFRGG0BCGSFCYNKGWFN7R6','mle','evaluation','["drift","leak","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.05984793776495891384e+01);
INSERT INTO "answer" VALUES('01KYG4T9G08QJXT08K8GAK6RQX','2026-07-26T21:20:38.400344+00:00',-660,'01KTMFRGG0BCGSFCYNKGWFN7R6','mle','evaluation','["bias","split","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.38837923502689761798e+01);
INSERT INTO "answer" VALUES('01KYHE5XR0SHAPQ2SM6GYNJ4A5','2026-07-27T09:23:31.200344+00:00',-660,'01KTMFRGG0BCGSFCYNKGWFN7R6','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.40516619535052882366e+01);
INSERT INTO "answer" VALUES('01M1NVV7G0932PMW94A5HTTP8Q','2026-09-04T09:26:24.000344+00:00',-210,'01KTMFRGG0BCGSFCYNKGWFN7R6','mle','evaluation','["bias","drift","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.09777072031788094355e+01);
INSERT INTO "answer" VALUES('01M1NW0G80707CHJABSGB9T850','2026-09-04T09:29:16.800344+00:00',-210,'01KTMFRGG0BCGSFCYNKGWFN7R6','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.42962058824781195181e+01);
INSERT INTO "answer" VALUES('01M1NW0G80707GP6V3VWSTNCZ7','2026-09-04T09:29:16.800344+00:00',-660,'01KTMFRGG0BCGSFCYNKGWFN7R6','mle','evaluation','["leak","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.18711229854935069755e+01);
INSERT INTO "answer" VALUES('01M1NW5S005D44JEWR5V4WM5EB','2026-09-04T09:32:09.600344+00:00',-660,'01KJPRZB00KCKP21A413J66DEF','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01M1SQRVG0BVZX8WE7PYMD9BJW','2026-09-05T21:32:09.600344+00:00',-660,'01M1NW5S005D50GTRAV8HDDYB7','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.87249152272541579105e+01);
INSERT INTO "answer" VALUES('01M2P2FA00JJTQDMB2EBMC982Q','2026-09-16T21:37:55.200344+00:00',60,'01M1NW5S005D50GTRAV8HDDYB7','mle','evaluation','["bias","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.98018691319737349942e+00);
INSERT INTO "answer" VALUES('01M5QXJM00V8N3YXC2GRFV8H3G','2026-10-24T21:37:55.200430+00:00',60,'01M1NW5S005D50GTRAV8HDDYB7','mle','evaluation','["drift","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.72759961473516483482e+01);
INSERT INTO "answer" VALUES('01M8YXFC00RXW13ZKQQZ01H26V','2026-12-03T21:37:55.200430+00:00',60,'01M1NW5S005D50GTRAV8HDDYB7','mle','evaluation','["split","drift","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.49156462811675822872e+01);
INSERT INTO "answer" VALUES('01M8YXMMR0BTA152AN3ZZHBWXC','2026-12-01T21:40:48.000430+00:00',-210,'01M1NW5S005D50GTRAV8HDDYB7','mle','evaluation','["bias","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.51979432598772632454e+01);
INSERT INTO "answer" VALUES('01M9D2ZW00FHNR9H1Z0MHMR9KJ','2026-12-09T09:43:40.800430+00:00',-210,'01M1NW5S005D50GTRAV8HDDYB7','mle','evaluation','["split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.381932916265182598e+01);
INSERT INTO "answer" VALUES('01M9EC67G05G55FEQ5ZMPW2GE4','2026-12-07T21:46:33.600430+00:00',345,'01M1NW5S005D50GTRAV8HDDYB7','mle','evaluation','["split","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.44972902144289790267e+01);
INSERT INTO "answer" VALUES('01M9ECVAG0V0JHB9MJ33ZGRE9P','2026-12-09T21:55:12.000516+00:00',345,'01M1NW5S005D50GTRAV8HDDYB7','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.71637882774241248276e+01);
INSERT INTO "answer" VALUES('01M9ED0K80520NB1R4PHT92NSS','2026-12-09T21:58:04.800602+00:00',345,'01M1NW5S005D50GTRAV8HDDYB7','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.03585176398810610012e+01);
INSERT INTO "answer" VALUES('01M9FPC7G0TPHNSGJC37RJXX5P','2026-12-10T10:00:57.600602+00:00',345,'01M1NW5S005D50GTRAV8HDDYB7','mle','evaluation','["split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.2135241074758123859e+01);
INSERT INTO "answer" VALUES('01M9GZX4G0660GDHD2GCHZWJ1D','2026-12-10T22:06:43.200602+00:00',345,'01M1NW5S005D50GTRAV8HDDYB7','mle','evaluation','["leak","split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.03111829728339969851e+01);
INSERT INTO "answer" VALUES('01M9GZX4G066108VDXDHNGW9W5','2026-12-10T22:06:43.200602+00:00',345,'01KJPRZB00KCKP21A413J66DEF','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01M9GZX4G0665A3PJS4DDG8H9Y','2026-12-08T22:12:28.800602+00:00',345,'01M9GZX4G06625XQFQ4F63VQTF','mle','evaluation','["split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.91239116864197669079e+01);
INSERT INTO "answer" VALUES('01M9GZX4G0667JEFE8XVBEC1W1','2026-12-09T10:15:21.600602+00:00',345,'01M9GZX4G06625XQFQ4F63VQTF','mle','evaluation','["bias","drift","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.06898789893383971971e+00);
INSERT INTO "answer" VALUES('01M9GZX4G0668ZAYR2G9S7RHHW','2026-12-09T10:18:14.400602+00:00',-660,'01M9GZX4G06625XQFQ4F63VQTF','mle','evaluation','["drift","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.65414306935697208444e+00);
INSERT INTO "answer" VALUES('01M9Z62QG0S8EYSFKJ5AZYCCY8','2026-12-16T10:24:00.000688+00:00',-660,'01M9GZX4G06625XQFQ4F63VQTF','mle','evaluation','["leak","drift","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.16512948618258107549e+01);
INSERT INTO "answer" VALUES('01M9Z6D9007ZBZRK1XJKQ7WMQE','2026-12-16T10:29:45.600774+00:00',-660,'01M9GZX4G06625XQFQ4F63VQTF','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.07757471765338301854e+01);
INSERT INTO "answer" VALUES('01MAEMSK00P9Q9T3A0PQ8SV1DA','2026-12-22T10:29:45.600774+00:00',-660,'01M9GZX4G06625XQFQ4F63VQTF','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.94279262787710109705e+01);
CREATE TABLE basis (                -- what the cards were computed with
    id INTEGER PRIMARY KEY CHECK (id = 1),
    rules TEXT NOT NULL,
    desired_retention REAL NOT NULL
);
INSERT INTO "basis" VALUES(1,'{"enable_fuzzing": false, "learning_steps": [60, 600], "maximum_interval": 36500, "parameters": [0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542], "relearning_steps": [600]}',0.9);
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
INSERT INTO "card" VALUES('another','elsewhere','evaluation',2,NULL,2.42098877433874719138e+02,2.10433139084644826866e+00,'2027-08-09T22:06:43.200602+00:00','2026-12-10T22:06:43.200602+00:00','2026-06-08',3,0);
INSERT INTO "card" VALUES('mle','bias','evaluation',2,NULL,2.98024484898932655596e+01,9.74439852053745347859e+00,'2026-12-31T21:40:48.000430+00:00','2026-12-01T21:40:48.000430+00:00','2026-03-02',13,3);
INSERT INTO "card" VALUES('mle','drift','evaluation',2,NULL,6.49571641714468626114e+01,9.61964077628264,'2027-02-12T10:18:14.400602+00:00','2026-12-09T10:18:14.400602+00:00','2026-03-02',11,0);
INSERT INTO "card" VALUES('mle','leak','evaluation',3,0,2.03614196151807735901e+00,9.9447672132454059124e+00,'2026-12-16T10:39:00.000688+00:00','2026-12-16T10:24:00.000688+00:00','2026-03-02',13,2);
INSERT INTO "card" VALUES('mle','split','evaluation',3,0,1.36078957467664523055e+01,9.62500116159341345678e+00,'2026-12-09T09:58:40.800430+00:00','2026-12-09T09:43:40.800430+00:00','2026-03-02',14,2);
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
INSERT INTO "day" VALUES('another','evaluation','2026-06-08',1,12500,0,1,1,1,0);
INSERT INTO "day" VALUES('another','evaluation','2026-09-03',1,12500,0,1,1,1,0);
INSERT INTO "day" VALUES('another','evaluation','2026-12-11',1,12500,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-03-02',1,23342,0,4,3,1,1);
INSERT INTO "day" VALUES('mle','evaluation','2026-03-03',2,112024,0,8,7,2,1);
INSERT INTO "day" VALUES('mle','evaluation','2026-03-12',1,87424,0,4,3,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-03-21',1,84894,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-04-03',2,98479,0,8,4,2,2);
INSERT INTO "day" VALUES('mle','evaluation','2026-04-10',0,0,30500,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-05-27',1,89210,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-05-31',1,86284,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-06-06',3,104565,0,6,4,2,1);
INSERT INTO "day" VALUES('mle','evaluation','2026-06-08',1,40341,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-07-24',2,86926,0,1,0,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-07-25',5,205466,0,7,6,2,1);
INSERT INTO "day" VALUES('mle','evaluation','2026-07-26',3,178534,0,2,1,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-09-03',1,41871,0,1,1,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-09-04',2,145274,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-09-16',1,6980,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-12-01',1,75198,0,4,3,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-12-08',1,2654,0,1,1,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-12-09',3,124012,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-12-10',2,32494,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-12-15',2,62427,0,1,1,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-12-21',1,29428,0,0,0,0,0);
CREATE TABLE feedback (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL REFERENCES verdict(id),
    text TEXT NOT NULL,
    origin TEXT NOT NULL            -- authored, model
);
INSERT INTO "feedback" VALUES('01KKBCZER073FXWRDAFXAJYTY0','2026-03-10T08:14:24.000000+00:00','01KKBCT600DGEYT5G1AGN7B8N9','You left out why.','model');
INSERT INTO "feedback" VALUES('01KNV843G0VR5R8BX671HMR7TR','2026-04-10T08:28:48.000000+00:00','01KNV843G0VR58ZNG5ATJGR1CE','You left out why.','model');
INSERT INTO "feedback" VALUES('01KTMFRGG0BCH8KCJDTSQ7D8QX','2026-06-08T20:46:04.800086+00:00','01KTHXBSG0V1SY1YFNRK7HBMVX','You left out why.','model');
INSERT INTO "feedback" VALUES('01KYETYV00WZACXVNCN4KYDEGW','2026-07-26T09:09:07.200344+00:00','01KYDHRFG035DYZVRTZB4YRBZ0','You left out why.','model');
INSERT INTO "feedback" VALUES('01M2P2FA00JJV69Y5SQ6WAMQ2K','2026-09-16T21:37:55.200430+00:00','01M2KFXA80ANN96G6HK151DPW5','You left out why.','model');
INSERT INTO "feedback" VALUES('01M9ED5W006Y5MX6TJNPK5YYDG','2026-12-09T22:00:57.600602+00:00','01M9ECP1R076DCEQ4A82G5JNWC','You left out why.','model');
CREATE TABLE flag (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    question_id TEXT NOT NULL,
    question TEXT NOT NULL,
    reason TEXT NOT NULL,
    answer TEXT REFERENCES answer(id)
);
INSERT INTO "flag" VALUES('01KPC01AG0JA4AYTXHRJ8BCBGW','2026-04-16T20:34:33.600000+00:00','q2','?','vague',NULL);
INSERT INTO "flag" VALUES('01KYDH3CG0WMEE80WTVKPDV2B9','2026-07-25T20:57:36.000172+00:00','q2','?','vague',NULL);
INSERT INTO "flag" VALUES('01KYG456G0XDHCA5TZC4BCTCWQ','2026-07-26T21:09:07.200344+00:00','q1','?','vague',NULL);
INSERT INTO "flag" VALUES('01KYHE5XR0SHBVZH7XFNRMYX6N','2026-07-26T09:23:31.200344+00:00','q1','?','vague',NULL);
INSERT INTO "flag" VALUES('01M2P2FA00JJV0A7Y5HWCPFQGX','2026-09-16T21:37:55.200430+00:00','q2','?','vague',NULL);
CREATE TABLE overrule (             -- the learner's own verdict; its ratings are reviews
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL REFERENCES verdict(id),
    answer TEXT NOT NULL REFERENCES answer(id),
    judgements TEXT NOT NULL        -- JSON object: key point to judgement
);
INSERT INTO "overrule" VALUES('01KKA3KTG04EK07W7YKPZVK7VQ','2026-03-09T20:11:31.200000+00:00','01KJR2G800X7HEW1BKJCHA8WPA','01KJR2AZ802YSCJE1FC21Z8FTP','{"leak":"covered","split":"partly"}');
INSERT INTO "overrule" VALUES('01KKDZC5R07XWRC02VWR151W2V','2026-03-11T08:14:24.000000+00:00','01KKCP5T80CMVHKX9F2Z9K9CDN','01KJR2AZ802YSCJE1FC21Z8FTP','{"split":"covered","bias":"contradicted","drift":"missed"}');
INSERT INTO "overrule" VALUES('01KKMDBZ8019032ZND5CK87WP9','2026-03-13T20:14:24.000000+00:00','01KKBCT600DGEYT5G1AGN7B8N9','01KJTN7GG0PHRDH3HAN0MVWCHC','{"drift":"contradicted"}');
INSERT INTO "overrule" VALUES('01KN6MEH80T22Y4CWVTPJF2WNJ','2026-04-02T08:20:09.600000+00:00','01KM6EFHR0JS3W53DE0B6GY677','01KKK45KR0EX48GWMH5PRVY7XP','{"leak":"covered"}');
INSERT INTO "overrule" VALUES('01KN96V880DFVMP2JAFP41FSMC','2026-04-03T08:20:09.600000+00:00','01KM6EFHR0JS3W53DE0B6GY677','01KKK45KR0EX48GWMH5PRVY7XP','{"leak":"partly","bias":"covered","split":"contradicted"}');
INSERT INTO "overrule" VALUES('01KNSYRF80QFT5QE1K5WRMV0Y6','2026-04-09T20:25:55.200000+00:00','01KM6EFHR0JS3W53DE0B6GY677','01KKK45KR0EX48GWMH5PRVY7XP','{"leak":"covered"}');
INSERT INTO "overrule" VALUES('01KNXTP380DJMBV8J6NB01GC0M','2026-04-11T08:31:40.800000+00:00','01KNSYRF80QFTM6D8XSEDP49GY','01KN970H00Y9XS48MKFVDE2WYG','{"split":"missed","bias":"missed"}');
INSERT INTO "overrule" VALUES('01KNXTP380DJNRCDTKT00Z69W4','2026-04-10T08:31:40.800000+00:00','01KNSYRF80QFTM6D8XSEDP49GY','01KN970H00Y9XS48MKFVDE2WYG','{"drift":"partly","bias":"contradicted","leak":"covered"}');
INSERT INTO "overrule" VALUES('01KPAPTZ0060XJSJNT4AX55766','2026-04-16T08:34:33.600000+00:00','01KJR2G800X7HEW1BKJCHA8WPA','01KJR2AZ802YSCJE1FC21Z8FTP','{"split":"covered","leak":"partly","drift":"partly"}');
INSERT INTO "overrule" VALUES('01KSM99PR0FM7Q7S2KR1BYWYWB','2026-05-27T08:37:26.400086+00:00','01KPD9CYR08PQ6YWCQF9CFBDKN','01KN970H00Y9XS48MKFVDE2WYG','{"bias":"missed","drift":"contradicted","split":"contradicted"}');
INSERT INTO "overrule" VALUES('01KTMFXS80YG5PNBXCV37HF59C','2026-06-08T20:48:57.600172+00:00','01KPD9CYR08PQ6YWCQF9CFBDKN','01KN970H00Y9XS48MKFVDE2WYG','{"bias":"missed","drift":"partly","split":"covered"}');
INSERT INTO "overrule" VALUES('01KTMFXS80YG6JCXW3B1EA7DQQ','2026-06-08T20:48:57.600172+00:00','01KTGM5E0015WKNH42P7E527N6','01KJTMWZ0054X9E11SPXQB3G47','{"leak":"covered","split":"partly"}');
INSERT INTO "overrule" VALUES('01KYDHDY002CKEN8TA5C26G36M','2026-07-25T21:03:21.600172+00:00','01KV6GW300NYZQZCH9Y38VSP75','01KTMFXS80YG7DAM26S3NS2JR3','{"split":"missed"}');
INSERT INTO "overrule" VALUES('01KYG4N0R0KV57SXH2SJ552YM1','2026-07-26T21:17:45.600344+00:00','01KSM9M8808AX9E0DS42J0SAFQ','01KNRNCV00F5H39C0ZCCXBNJ3X','{"bias":"partly"}');
INSERT INTO "overrule" VALUES('01M1REJG008R2HVJ9N8VP5QE7G','2026-09-05T09:32:09.600344+00:00','01KYHE5XR0SHB42PR7HR2710R0','01KKK45KR0EX48GWMH5PRVY7XP','{"leak":"missed","split":"contradicted","drift":"covered"}');
INSERT INTO "overrule" VALUES('01M8YXMMR0BTB7FPNVN984N4DP','2026-12-02T09:43:40.800430+00:00','01M2KFXA80ANN96G6HK151DPW5','01M1SQRVG0BVZX8WE7PYMD9BJW','{"leak":"covered"}');
INSERT INTO "overrule" VALUES('01M9BSSGG0V6Y7WWR5BBCJGWG9','2026-12-08T21:43:40.800430+00:00','01M8YXMMR0BTA3PV3D4GAV7A77','01M8YXMMR0BTA152AN3ZZHBWXC','{"bias":"missed","split":"partly"}');
INSERT INTO "overrule" VALUES('01M9EC67G05G7CVPRQBZ0WHKFF','2026-12-09T09:52:19.200516+00:00','01M9AGK500GNQGDS3XE5GEAPHY','01M8YXMMR0BTA152AN3ZZHBWXC','{"split":"partly"}');
INSERT INTO "overrule" VALUES('01M9GZQVR0EHQEVT6VDJT4HRFH','2026-12-10T22:03:50.400602+00:00','01M9FPHG80DBNGNSJJNCYJ1Y1M','01KYDH3CG0WME31NZ9A012JN0P','{"bias":"missed","leak":"partly"}');
INSERT INTO "overrule" VALUES('01M9GZX4G0662J55H6BHX5RPAR','2026-12-08T22:06:43.200602+00:00','01KM6EFHR0JS3W53DE0B6GY677','01KKK45KR0EX48GWMH5PRVY7XP','{"bias":"missed","split":"contradicted"}');
INSERT INTO "overrule" VALUES('01M9GZX4G06692AK689302BS1N','2026-12-09T10:21:07.200602+00:00','01KTGM5E0015WKNH42P7E527N6','01KJTMWZ0054X9E11SPXQB3G47','{"drift":"partly","bias":"contradicted"}');
INSERT INTO "overrule" VALUES('01M9GZX4G0669XE2G9YGB53ZAX','2026-12-09T10:21:07.200688+00:00','01M9GZX4G0665HP6AS12Z3GJ8H','01KTE1KE8029YWWVJ0XQYKYXDE','{"leak":"contradicted","split":"partly","bias":"contradicted"}');
INSERT INTO "overrule" VALUES('01M9GZX4G066B4QN99EMJYBTKY','2026-12-09T10:24:00.000688+00:00','01M9GZX4G0667NPXH3G5ZDK656','01KN96V880DFWRKVMRT2JWGK7D','{"drift":"contradicted","split":"missed","bias":"covered"}');
CREATE TABLE question (             -- worded by a model; authored ones stand in the guides
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    transition TEXT NOT NULL,
    key_point TEXT NOT NULL,
    text TEXT NOT NULL,
    model TEXT NOT NULL,
    prompt_version TEXT NOT NULL
);
INSERT INTO "question" VALUES('01KJPRZB00KCKKFVHAEWNBT6FW','2026-03-02T08:00:00.000000+00:00','mle','leak','What does a leak do?','tiny','question-1');
CREATE TABLE reading (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    utc_offset INTEGER NOT NULL,
    transition TEXT NOT NULL,
    document TEXT NOT NULL,         -- a skill's slug for its guide, or the transition's own
    seconds REAL NOT NULL,
    position REAL NOT NULL          -- share of the document above the window, 0 to 1
) WITHOUT ROWID;
INSERT INTO "reading" VALUES('01KNSYRF80QFTESD0VZZCCTS8S','2026-04-09T20:25:55.200000+00:00',840,'mle','evaluation',30.5,0.5);
INSERT INTO "reading" VALUES('01M1NVNYR09H52HAZ4E3B80XK6','2026-09-04T09:23:31.200344+00:00',-210,'mle','evaluation',0.0,0.5);
INSERT INTO "reading" VALUES('01M9EC67G05G6573RPN7TJ57VQ','2026-12-08T21:46:33.600516+00:00',345,'mle','evaluation',0.0,0.5);
CREATE TABLE rerate (               -- the learner's own rating, which is a review
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL REFERENCES answer(id)
) WITHOUT ROWID;
INSERT INTO "rerate" VALUES('01KKBCZER073FAN7AHQ96DJNGR','2026-03-10T08:14:24.000000+00:00','01KJR2AZ802YSCJE1FC21Z8FTP');
INSERT INTO "rerate" VALUES('01KKDZC5R07XXHHK39A8D5XY4G','2026-03-11T08:14:24.000000+00:00','01KJTN7GG0PHRDH3HAN0MVWCHC');
INSERT INTO "rerate" VALUES('01KKGHRWR0PEZWW7CN975VCW0B','2026-03-12T08:14:24.000000+00:00','01KJTN7GG0PHRDH3HAN0MVWCHC');
INSERT INTO "rerate" VALUES('01KKNPJAR0M59P4R8FJPERVDZQ','2026-03-14T08:14:24.000000+00:00','01KJTMWZ0054X9E11SPXQB3G47');
INSERT INTO "rerate" VALUES('01KNXTP380DJPQV7WAAYQ992TP','2026-04-10T08:34:33.600000+00:00','01KN96V880DFWRKVMRT2JWGK7D');
INSERT INTO "rerate" VALUES('01KYETYV00WZA4HNA1C7VQMMX8','2026-07-26T09:09:07.200344+00:00','01KYDHDY002CM3XW0V4X31H1ZW');
INSERT INTO "rerate" VALUES('01KYG4FR00YCJFBC5D61ZG128H','2026-07-26T21:14:52.800344+00:00','01KYG4AF80QTGBRSQY0MW257HQ');
INSERT INTO "rerate" VALUES('01KYHE5XR0SHAS3R16CDAAAKKW','2026-07-27T09:23:31.200344+00:00','01KYHE5XR0SHAPQ2SM6GYNJ4A5');
INSERT INTO "rerate" VALUES('01M1NW5S005D3YKQ4R5GQX4K4V','2026-09-04T09:32:09.600344+00:00','01M1NW0G80707GP6V3VWSTNCZ7');
INSERT INTO "rerate" VALUES('01M8YXMMR0BTADYEJACXTQMC92','2026-12-02T09:40:48.000430+00:00','01M8YXMMR0BTA152AN3ZZHBWXC');
INSERT INTO "rerate" VALUES('01M9EC67G05G4SNEM2RAZYD8QE','2026-12-09T21:43:40.800430+00:00','01M8YXFC00RXW13ZKQQZ01H26V');
INSERT INTO "rerate" VALUES('01M9EC67G05G6XNG1PSD1P3F6E','2026-12-09T09:49:26.400516+00:00','01M8YXMMR0BTA152AN3ZZHBWXC');
INSERT INTO "rerate" VALUES('01M9XWWC00N9Z727CTYGKGKYJT','2026-12-15T22:24:00.000688+00:00','01M9GZX4G0668ZAYR2G9S7RHHW');
INSERT INTO "rerate" VALUES('01M9Z68080DYSQCFPS5RCD1MSV','2026-12-16T10:26:52.800774+00:00','01M9Z62QG0S8EYSFKJ5AZYCCY8');
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
INSERT INTO "review" VALUES('01KJR2G800X7HHZCJF5C1D35KY','2026-03-02T20:05:45.600000+00:00','01KJR2G800X7HEW1BKJCHA8WPA','01KJR2AZ802YSCJE1FC21Z8FTP','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KJR2G800X7HRKWQJDBNPR5X5','2026-03-02T20:05:45.600000+00:00','01KJR2G800X7HEW1BKJCHA8WPA','01KJR2AZ802YSCJE1FC21Z8FTP','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KJTN7GG0PHR17T48QE5Y2MPF','2026-03-03T20:11:31.200000+00:00','01KJTN7GG0PHQHS2RC57YEBF4T','01KJTMWZ0054X9E11SPXQB3G47','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01KKA3KTG04EK559J74MQYC2W2','2026-03-09T20:11:31.200000+00:00','01KKA3KTG04EK07W7YKPZVK7VQ','01KJR2AZ802YSCJE1FC21Z8FTP','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01KKA3KTG04EKKFW6PAAGWYTXF','2026-03-09T20:11:31.200000+00:00','01KKA3KTG04EK07W7YKPZVK7VQ','01KJR2AZ802YSCJE1FC21Z8FTP','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KKBCT600DGEQBSJ5JB8WVX83','2026-03-10T08:11:31.200000+00:00','01KKBCT600DGE8136HW7K1G94P','01KJTMWZ0054X9E11SPXQB3G47','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01KKBCT600DGEQXX2RHDY3NX6B','2026-03-10T08:11:31.200000+00:00','01KKBCT600DGE8136HW7K1G94P','01KJTMWZ0054X9E11SPXQB3G47','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KKBCT600DGEX5HS1CJ5GWY5X','2026-03-10T08:11:31.200000+00:00','01KKBCT600DGE8136HW7K1G94P','01KJTMWZ0054X9E11SPXQB3G47','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KKBCT600DGF362D1EAYV6BNA','2026-03-10T08:11:31.200000+00:00','01KKBCT600DGEYT5G1AGN7B8N9','01KJTN7GG0PHRDH3HAN0MVWCHC','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01KKBCT600DGF415RVECK5DMSQ','2026-03-10T08:11:31.200000+00:00','01KKBCT600DGEYT5G1AGN7B8N9','01KJTN7GG0PHRDH3HAN0MVWCHC','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KKBCT600DGF9PVYQQN51WDCT','2026-03-10T08:11:31.200000+00:00','01KKBCT600DGEYT5G1AGN7B8N9','01KJTN7GG0PHRDH3HAN0MVWCHC','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01KKBCZER073FRSN2J5XPQWMQ4','2026-03-10T08:14:24.000000+00:00','01KKBCZER073FAN7AHQ96DJNGR','01KJR2AZ802YSCJE1FC21Z8FTP','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KKCP5T80CMVXGH1S06XWM1RF','2026-03-10T20:14:24.000000+00:00','01KKCP5T80CMVHKX9F2Z9K9CDN','01KJR2AZ802YSCJE1FC21Z8FTP','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01KKCP5T80CMW4KT9TDYDBGP4A','2026-03-10T20:14:24.000000+00:00','01KKCP5T80CMVHKX9F2Z9K9CDN','01KJR2AZ802YSCJE1FC21Z8FTP','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KKDZC5R07XX72A7Z25YRGQ3A','2026-03-11T08:14:24.000000+00:00','01KKDZC5R07XWRC02VWR151W2V','01KJR2AZ802YSCJE1FC21Z8FTP','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KKDZC5R07XXBTET9Y6NTC92C','2026-03-11T08:14:24.000000+00:00','01KKDZC5R07XWRC02VWR151W2V','01KJR2AZ802YSCJE1FC21Z8FTP','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KKDZC5R07XXGSEAG2RRXYV1X','2026-03-11T08:14:24.000000+00:00','01KKDZC5R07XWRC02VWR151W2V','01KJR2AZ802YSCJE1FC21Z8FTP','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KKDZC5R07XXYB0RJ0JHVR12H','2026-03-11T08:14:24.000000+00:00','01KKDZC5R07XXHHK39A8D5XY4G','01KJTN7GG0PHRDH3HAN0MVWCHC','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KKGHRWR0PF04XZERPFFYJH0V','2026-03-12T08:14:24.000000+00:00','01KKGHRWR0PEZWW7CN975VCW0B','01KJTN7GG0PHRDH3HAN0MVWCHC','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KKMDBZ80190D7DCY3PEFK9YK','2026-03-13T20:14:24.000000+00:00','01KKMDBZ8019032ZND5CK87WP9','01KJTN7GG0PHRDH3HAN0MVWCHC','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01KKNPJAR0M59XP0KGTXN4C6RT','2026-03-14T08:14:24.000000+00:00','01KKNPJAR0M59P4R8FJPERVDZQ','01KJTMWZ0054X9E11SPXQB3G47','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01KM553XG07Z2E066GKPRJDE4Q','2026-03-20T08:17:16.800000+00:00','01KM553XG07Z246X7E971HHZY6','01KM553XG07Z1X7KMG4NY7JMSZ','another','evaluation','elsewhere',3);
INSERT INTO "review" VALUES('01KM6EFHR0JS47AMGF8MA5Y9P4','2026-03-20T20:20:09.600000+00:00','01KM6EFHR0JS3W53DE0B6GY677','01KKK45KR0EX48GWMH5PRVY7XP','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KM6EFHR0JS4NRS25MYXGWB0W','2026-03-20T20:20:09.600000+00:00','01KM6EFHR0JS3W53DE0B6GY677','01KKK45KR0EX48GWMH5PRVY7XP','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KM6EFHR0JS4RH20EEHVA2TTF','2026-03-20T20:20:09.600000+00:00','01KM6EFHR0JS3W53DE0B6GY677','01KKK45KR0EX48GWMH5PRVY7XP','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01KMQ62780QSNNEE49E2H2567H','2026-03-27T08:20:09.600000+00:00','01KMQ62780QSNJA0Y87K6ZGEZH','01KM7QNX809WHHFEA4GA8N2Z2A','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KN6MEH80T236V0DPEHAGF0JG','2026-04-02T08:20:09.600000+00:00','01KN6MEH80T22Y4CWVTPJF2WNJ','01KKK45KR0EX48GWMH5PRVY7XP','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01KN96V880DFVR11JPJKD7W927','2026-04-03T08:20:09.600000+00:00','01KN96V880DFVMP2JAFP41FSMC','01KKK45KR0EX48GWMH5PRVY7XP','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KN96V880DFW7H3VHG6TP0QZW','2026-04-03T08:20:09.600000+00:00','01KN96V880DFVMP2JAFP41FSMC','01KKK45KR0EX48GWMH5PRVY7XP','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KN96V880DFWKRGW9BKQ8W158','2026-04-03T08:20:09.600000+00:00','01KN96V880DFVMP2JAFP41FSMC','01KKK45KR0EX48GWMH5PRVY7XP','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KNSYRF80QFT737Z1H8YZTZ5F','2026-04-09T20:25:55.200000+00:00','01KNSYRF80QFT5QE1K5WRMV0Y6','01KKK45KR0EX48GWMH5PRVY7XP','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01KNSYRF80QFTXFKDKB5FA5B4J','2026-04-09T20:25:55.200000+00:00','01KNSYRF80QFTM6D8XSEDP49GY','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KNSYRF80QFV5BAFTKREN4SRK','2026-04-09T20:25:55.200000+00:00','01KNSYRF80QFTM6D8XSEDP49GY','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KNSYXR007J9A5H1JXQ926AX9','2026-04-09T20:28:48.000000+00:00','01KNSYXR007J907GY3FA1MEW97','01KN96V880DFWRKVMRT2JWGK7D','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01KNSYXR007J9JPJA8F0E96A5F','2026-04-09T20:28:48.000000+00:00','01KNSYXR007J907GY3FA1MEW97','01KN96V880DFWRKVMRT2JWGK7D','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01KNSYXR007J9NB2T29S9TZVE4','2026-04-09T20:28:48.000000+00:00','01KNSYXR007J907GY3FA1MEW97','01KN96V880DFWRKVMRT2JWGK7D','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KNV843G0VR59JN9Y79FKTV4Q','2026-04-10T08:28:48.000000+00:00','01KNV843G0VR58ZNG5ATJGR1CE','01KN96V880DFWRKVMRT2JWGK7D','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KNXTP380DJMM5GCWR0FVMW9A','2026-04-11T08:31:40.800000+00:00','01KNXTP380DJMBV8J6NB01GC0M','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KNXTP380DJMRM1H8CA5RV1G1','2026-04-11T08:31:40.800000+00:00','01KNXTP380DJMBV8J6NB01GC0M','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01KNXTP380DJP2FW9PGR460118','2026-04-10T08:31:40.800000+00:00','01KNXTP380DJNRCDTKT00Z69W4','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01KNXTP380DJPCCXENAGJ27CVG','2026-04-10T08:31:40.800000+00:00','01KNXTP380DJNRCDTKT00Z69W4','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01KNXTP380DJPDBQNVWSH0N8H8','2026-04-10T08:31:40.800000+00:00','01KNXTP380DJNRCDTKT00Z69W4','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01KNXTP380DJPTB3BT0MNRP2VT','2026-04-10T08:34:33.600000+00:00','01KNXTP380DJPQV7WAAYQ992TP','01KN96V880DFWRKVMRT2JWGK7D','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01KPAPTZ0060Y0H7ZTFRF8C4WX','2026-04-16T08:34:33.600000+00:00','01KPAPTZ0060XJSJNT4AX55766','01KJR2AZ802YSCJE1FC21Z8FTP','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KPAPTZ0060Y9WWN370MEASS1','2026-04-16T08:34:33.600000+00:00','01KPAPTZ0060XJSJNT4AX55766','01KJR2AZ802YSCJE1FC21Z8FTP','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01KPAPTZ0060YPYTBJ3FBYW6M0','2026-04-16T08:34:33.600000+00:00','01KPAPTZ0060XJSJNT4AX55766','01KJR2AZ802YSCJE1FC21Z8FTP','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01KPD9CYR08PQDH00H5P78PA7C','2026-04-17T08:37:26.400000+00:00','01KPD9CYR08PQ6YWCQF9CFBDKN','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KPD9CYR08PQX5ZK4PKBD6X6K','2026-04-17T08:37:26.400000+00:00','01KPD9CYR08PQ6YWCQF9CFBDKN','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01KPD9CYR08PR2EBQ7RZ64XSMA','2026-04-17T08:37:26.400000+00:00','01KPD9CYR08PQ6YWCQF9CFBDKN','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01KPD9CYR08PRSWW9E8ZAT8Q20','2026-04-17T08:37:26.400086+00:00','01KPD9CYR08PRBJ48MHSVQTAJB','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KPD9CYR08PS5A2Q97WB5J6MK','2026-04-17T08:37:26.400086+00:00','01KPD9CYR08PRBJ48MHSVQTAJB','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01KPD9CYR08PSHMSX67AFEXVES','2026-04-17T08:37:26.400086+00:00','01KPD9CYR08PRBJ48MHSVQTAJB','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KSM99PR0FM7WWWAHE62Z0TTC','2026-05-27T08:37:26.400086+00:00','01KSM99PR0FM7Q7S2KR1BYWYWB','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KSM99PR0FM86XXYE4MZ0BW7W','2026-05-27T08:37:26.400086+00:00','01KSM99PR0FM7Q7S2KR1BYWYWB','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KSM99PR0FM87K6RFQZXDTD8P','2026-05-27T08:37:26.400086+00:00','01KSM99PR0FM7Q7S2KR1BYWYWB','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KSM9M8808AXBASK82XACRXAP','2026-05-27T08:43:12.000086+00:00','01KSM9M8808AX9E0DS42J0SAFQ','01KNRNCV00F5H39C0ZCCXBNJ3X','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01KTGM5E0015X2ZSW6J6SJ99R2','2026-06-07T08:46:04.800086+00:00','01KTGM5E0015WKNH42P7E527N6','01KJTMWZ0054X9E11SPXQB3G47','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KTGM5E0015X5T22008Z55TTT','2026-06-07T08:46:04.800086+00:00','01KTGM5E0015WKNH42P7E527N6','01KJTMWZ0054X9E11SPXQB3G47','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KTGM5E0015XEWWEGDVARBQQR','2026-06-07T08:46:04.800086+00:00','01KTGM5E0015WKNH42P7E527N6','01KJTMWZ0054X9E11SPXQB3G47','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KTHXBSG0V1TD52QEKYKVMTBS','2026-06-07T20:46:04.800086+00:00','01KTHXBSG0V1SY1YFNRK7HBMVX','01KTGM0580NGGHW67FQTP94NG7','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01KTHXBSG0V1TN1RFJN03F41PX','2026-06-07T20:46:04.800086+00:00','01KTHXBSG0V1SY1YFNRK7HBMVX','01KTGM0580NGGHW67FQTP94NG7','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KTHXBSG0V1TSSMC5F8ZH1GZ3','2026-06-07T20:46:04.800086+00:00','01KTHXBSG0V1SY1YFNRK7HBMVX','01KTGM0580NGGHW67FQTP94NG7','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KTMFRGG0BCGCJQ6X3CZ4XSSK','2026-06-08T20:46:04.800086+00:00','01KTMFRGG0BCFX31WN9BC3KHCG','01KTMFRGG0BCFMRKSH38W2MSEN','another','evaluation','elsewhere',3);
INSERT INTO "review" VALUES('01KTMFXS80YG5WHQXVPN2HXX4B','2026-06-08T20:48:57.600172+00:00','01KTMFXS80YG5PNBXCV37HF59C','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KTMFXS80YG675QDBRZHK534T','2026-06-08T20:48:57.600172+00:00','01KTMFXS80YG5PNBXCV37HF59C','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KTMFXS80YG67MHNNNARTN8PA','2026-06-08T20:48:57.600172+00:00','01KTMFXS80YG5PNBXCV37HF59C','01KN970H00Y9XS48MKFVDE2WYG','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KTMFXS80YG6NK424V991GZSJ','2026-06-08T20:48:57.600172+00:00','01KTMFXS80YG6JCXW3B1EA7DQQ','01KJTMWZ0054X9E11SPXQB3G47','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01KTMFXS80YG737YN91N9H2NWY','2026-06-08T20:48:57.600172+00:00','01KTMFXS80YG6JCXW3B1EA7DQQ','01KJTMWZ0054X9E11SPXQB3G47','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KTQ2AG80ZN69B8F23JX4FDAX','2026-06-09T20:48:57.600172+00:00','01KTQ2AG80ZN5Y5157V7EVBAPK','01KM54YMR0BDGCRPR5PN599WE9','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KTQ2AG80ZN6K6JKWTWBD4SBR','2026-06-09T20:48:57.600172+00:00','01KTQ2AG80ZN5Y5157V7EVBAPK','01KM54YMR0BDGCRPR5PN599WE9','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01KTQ2FS0089TBND4J6MV4WSB2','2026-06-09T20:51:50.400172+00:00','01KTQ2FS0089T6SYTWWE9FY7TE','01KM54YMR0BDGCRPR5PN599WE9','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01KTQ2FS0089TK6MGWPKC5H97D','2026-06-09T20:51:50.400172+00:00','01KTQ2FS0089T6SYTWWE9FY7TE','01KM54YMR0BDGCRPR5PN599WE9','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KTQ2FS0089TREB6Q79AA618N','2026-06-09T20:51:50.400172+00:00','01KTQ2FS0089T6SYTWWE9FY7TE','01KM54YMR0BDGCRPR5PN599WE9','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01KV6GW300NYZ5Q37RH1M6K3CY','2026-06-15T20:51:50.400172+00:00','01KV6GW300NYZ4Z3W5F4HX4WCW','01KTGM0580NGGHW67FQTP94NG7','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KV6GW300NYZGHK6C361Y7JJF','2026-06-15T20:51:50.400172+00:00','01KV6GW300NYZ4Z3W5F4HX4WCW','01KTGM0580NGGHW67FQTP94NG7','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KV6GW300NYZRN598EDFXNYE6','2026-06-13T20:51:50.400172+00:00','01KV6GW300NYZQZCH9Y38VSP75','01KTMFXS80YG7DAM26S3NS2JR3','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KYAYC400HQK6TZARZFKG6CF9','2026-07-24T20:51:50.400172+00:00','01KYAYC400HQJQRDX9ZVG1CEBB','01KYAYC400HQJH0RY6ECFGHY7S','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KYDGRV00VYW5APBESYWTSH54','2026-07-25T20:51:50.400172+00:00','01KYDGRV00VYW1Q5TYR4CNRQV8','01KJTN7GG0PHRDH3HAN0MVWCHC','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KYDHDY002CKP05ZDC241QKBC','2026-07-25T21:03:21.600172+00:00','01KYDHDY002CKEN8TA5C26G36M','01KTMFXS80YG7DAM26S3NS2JR3','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KYDHRFG035CY1MXNRM6W5HEP','2026-07-25T21:09:07.200258+00:00','01KYDHRFG035CN2GGCGYCNETKT','01KYDH3CG0WME31NZ9A012JN0P','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KYDHRFG035CYHFVSXHR16N6S','2026-07-25T21:09:07.200258+00:00','01KYDHRFG035CN2GGCGYCNETKT','01KYDH3CG0WME31NZ9A012JN0P','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01KYDHRFG035D363V3J4F0PET1','2026-07-25T21:09:07.200258+00:00','01KYDHRFG035CN2GGCGYCNETKT','01KYDH3CG0WME31NZ9A012JN0P','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KYDHRFG035EEJ4PZ52MQZT9X','2026-07-25T21:09:07.200344+00:00','01KYDHRFG035DYZVRTZB4YRBZ0','01KYDHDY002CM3XW0V4X31H1ZW','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01KYDHRFG035EX9XB2ERQQT35Y','2026-07-25T21:09:07.200344+00:00','01KYDHRFG035DYZVRTZB4YRBZ0','01KYDHDY002CM3XW0V4X31H1ZW','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KYDHRFG035F25Q340QSC6BM2','2026-07-25T21:09:07.200344+00:00','01KYDHRFG035DYZVRTZB4YRBZ0','01KYDHDY002CM3XW0V4X31H1ZW','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01KYETYV00WZA4MD7SW7RX6M4P','2026-07-26T09:09:07.200344+00:00','01KYETYV00WZA4HNA1C7VQMMX8','01KYDHDY002CM3XW0V4X31H1ZW','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01KYG4FR00YCJMJA1YEVET84A2','2026-07-26T21:14:52.800344+00:00','01KYG4FR00YCJFBC5D61ZG128H','01KYG4AF80QTGBRSQY0MW257HQ','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01KYG4N0R0KV5DZC80GXMF3J86','2026-07-26T21:17:45.600344+00:00','01KYG4N0R0KV57SXH2SJ552YM1','01KNRNCV00F5H39C0ZCCXBNJ3X','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KYHE5XR0SHB2QYDW65WGW290','2026-07-27T09:23:31.200344+00:00','01KYHE5XR0SHAS3R16CDAAAKKW','01KYHE5XR0SHAPQ2SM6GYNJ4A5','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KYHE5XR0SHBAPE9SC1CHY41Z','2026-07-25T09:23:31.200344+00:00','01KYHE5XR0SHB42PR7HR2710R0','01KKK45KR0EX48GWMH5PRVY7XP','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KYHE5XR0SHBM17MFDJMMD5J3','2026-07-25T09:23:31.200344+00:00','01KYHE5XR0SHB42PR7HR2710R0','01KKK45KR0EX48GWMH5PRVY7XP','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01M1NW5S005D4459JKC2QG9FYG','2026-09-04T09:32:09.600344+00:00','01M1NW5S005D3YKQ4R5GQX4K4V','01M1NW0G80707GP6V3VWSTNCZ7','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01M1NW5S005D4HD71QCQD4W5GV','2026-09-04T09:32:09.600344+00:00','01M1NW5S005D4AZ70WXNDPK3TT','01M1NW5S005D44JEWR5V4WM5EB','another','evaluation','elsewhere',3);
INSERT INTO "review" VALUES('01M1REJG008R2WFGJYPA0D0659','2026-09-05T09:32:09.600344+00:00','01M1REJG008R2HVJ9N8VP5QE7G','01KKK45KR0EX48GWMH5PRVY7XP','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M1REJG008R34K1KY84D73KHA','2026-09-05T09:32:09.600344+00:00','01M1REJG008R2HVJ9N8VP5QE7G','01KKK45KR0EX48GWMH5PRVY7XP','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01M1REJG008R3HN1MQXBZAK4DW','2026-09-05T09:32:09.600344+00:00','01M1REJG008R2HVJ9N8VP5QE7G','01KKK45KR0EX48GWMH5PRVY7XP','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01M1SQRVG0BVZTSCH221XG2H65','2026-09-05T21:32:09.600344+00:00','01M1SQRVG0BVZBNFBH2ZBKZ4NY','01KT3R0J805N5BA9HKRFJWGPKB','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01M241H0807T6P9RDJQEBVD75N','2026-09-09T21:35:02.400344+00:00','01M241H0807T6HTHH2D59D8NFD','01KTFASSR038N6YADMTRSB954V','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01M241H0807T6SD0JS68526VB9','2026-09-09T21:35:02.400344+00:00','01M241H0807T6HTHH2D59D8NFD','01KTFASSR038N6YADMTRSB954V','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01M2KFXA80ANNM0VV8ECZ8G74F','2026-09-15T21:35:02.400344+00:00','01M2KFXA80ANN96G6HK151DPW5','01M1SQRVG0BVZX8WE7PYMD9BJW','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M2KFXA80ANNNYCYMSQ3AAGDT','2026-09-15T21:35:02.400344+00:00','01M2KFXA80ANN96G6HK151DPW5','01M1SQRVG0BVZX8WE7PYMD9BJW','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01M2P2FA00JJVP6XN1QTS7MV0A','2026-09-14T21:37:55.200430+00:00','01M2P2FA00JJVAJZ1J26FZP5AB','01M1SQRVG0BVZX8WE7PYMD9BJW','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01M2P2FA00JJW3J9KMP4ZVQ1CE','2026-09-14T21:37:55.200430+00:00','01M2P2FA00JJVAJZ1J26FZP5AB','01M1SQRVG0BVZX8WE7PYMD9BJW','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01M8YXMMR0BTA4GZ1VZJ0AV48K','2026-12-02T09:40:48.000430+00:00','01M8YXMMR0BTA3PV3D4GAV7A77','01M8YXMMR0BTA152AN3ZZHBWXC','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01M8YXMMR0BTAAGH0D40HSQ92H','2026-12-02T09:40:48.000430+00:00','01M8YXMMR0BTA3PV3D4GAV7A77','01M8YXMMR0BTA152AN3ZZHBWXC','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01M8YXMMR0BTAS1NW4QFFY8Z2P','2026-12-02T09:40:48.000430+00:00','01M8YXMMR0BTADYEJACXTQMC92','01M8YXMMR0BTA152AN3ZZHBWXC','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01M8YXMMR0BTBDYKBHTHTGFB6W','2026-12-02T09:43:40.800430+00:00','01M8YXMMR0BTB7FPNVN984N4DP','01M1SQRVG0BVZX8WE7PYMD9BJW','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01M9AGK500GNQYQ5VE8Z0B24SM','2026-12-08T09:43:40.800430+00:00','01M9AGK500GNQGDS3XE5GEAPHY','01M8YXMMR0BTA152AN3ZZHBWXC','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01M9AGK500GNR47NSKD9RECXHE','2026-12-08T09:43:40.800430+00:00','01M9AGK500GNQGDS3XE5GEAPHY','01M8YXMMR0BTA152AN3ZZHBWXC','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01M9AGK500GNR8YN9RX0ET536P','2026-12-08T09:43:40.800430+00:00','01M9AGK500GNQGDS3XE5GEAPHY','01M8YXMMR0BTA152AN3ZZHBWXC','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01M9BSSGG0V6Y92FZ0NXHT2K3N','2026-12-08T21:43:40.800430+00:00','01M9BSSGG0V6Y7WWR5BBCJGWG9','01M8YXMMR0BTA152AN3ZZHBWXC','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01M9BSSGG0V6YF5C9KR9GCQSSM','2026-12-08T21:43:40.800430+00:00','01M9BSSGG0V6Y7WWR5BBCJGWG9','01M8YXMMR0BTA152AN3ZZHBWXC','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01M9EC67G05G4V3PQXMRNMZ86Z','2026-12-09T21:43:40.800430+00:00','01M9EC67G05G4SNEM2RAZYD8QE','01M8YXFC00RXW13ZKQQZ01H26V','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01M9EC67G05G5VXFT96PN8RXCW','2026-12-08T21:46:33.600430+00:00','01M9EC67G05G5JG3ME140K9S2X','01KYDH3CG0WME31NZ9A012JN0P','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01M9EC67G05G61K26VWFSM1F1C','2026-12-08T21:46:33.600430+00:00','01M9EC67G05G5JG3ME140K9S2X','01KYDH3CG0WME31NZ9A012JN0P','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01M9EC67G05G72W4GF88YQ40FH','2026-12-09T09:49:26.400516+00:00','01M9EC67G05G6XNG1PSD1P3F6E','01M8YXMMR0BTA152AN3ZZHBWXC','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01M9EC67G05G7QC9SFP1A4AD4C','2026-12-09T09:52:19.200516+00:00','01M9EC67G05G7CVPRQBZ0WHKFF','01M8YXMMR0BTA152AN3ZZHBWXC','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01M9ECP1R076DHJ56R3QDS56C8','2026-12-09T21:52:19.200516+00:00','01M9ECP1R076DCEQ4A82G5JNWC','01M9D2ZW00FHNR9H1Z0MHMR9KJ','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01M9FPHG80DBNW0M2W54VNAJ02','2026-12-10T10:03:50.400602+00:00','01M9FPHG80DBNGNSJJNCYJ1Y1M','01KYDH3CG0WME31NZ9A012JN0P','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01M9FPHG80DBNY5HMEZM9R60B5','2026-12-10T10:03:50.400602+00:00','01M9FPHG80DBNGNSJJNCYJ1Y1M','01KYDH3CG0WME31NZ9A012JN0P','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01M9GZQVR0EHQXEJVNZB6VHV6A','2026-12-10T22:03:50.400602+00:00','01M9GZQVR0EHQEVT6VDJT4HRFH','01KYDH3CG0WME31NZ9A012JN0P','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01M9GZQVR0EHR7SHEPGJP0ERVN','2026-12-10T22:03:50.400602+00:00','01M9GZQVR0EHQEVT6VDJT4HRFH','01KYDH3CG0WME31NZ9A012JN0P','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M9GZX4G0661TSR6CYKYSK7E3','2026-12-10T22:06:43.200602+00:00','01M9GZX4G0661BMJCAE9XCXATQ','01M9GZX4G066108VDXDHNGW9W5','another','evaluation','elsewhere',3);
INSERT INTO "review" VALUES('01M9GZX4G0662WW6P7BYA81H9D','2026-12-08T22:06:43.200602+00:00','01M9GZX4G0662J55H6BHX5RPAR','01KKK45KR0EX48GWMH5PRVY7XP','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01M9GZX4G0663A8EV2M3EHQDMC','2026-12-08T22:06:43.200602+00:00','01M9GZX4G0662J55H6BHX5RPAR','01KKK45KR0EX48GWMH5PRVY7XP','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01M9GZX4G06641XP6HEMHX95Y2','2026-12-08T22:09:36.000602+00:00','01M9GZX4G0663MHKBXAFJCJHEZ','01M9GZX4G0660GDHD2GCHZWJ1D','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01M9GZX4G0664BJ1NJVHGW6P25','2026-12-08T22:09:36.000602+00:00','01M9GZX4G0663MHKBXAFJCJHEZ','01M9GZX4G0660GDHD2GCHZWJ1D','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01M9GZX4G0664T5ZYCBVPN7T0Y','2026-12-08T22:09:36.000602+00:00','01M9GZX4G0663MHKBXAFJCJHEZ','01M9GZX4G0660GDHD2GCHZWJ1D','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01M9GZX4G0665YDC1KPAHKMSNB','2026-12-08T22:15:21.600602+00:00','01M9GZX4G0665HP6AS12Z3GJ8H','01KTE1KE8029YWWVJ0XQYKYXDE','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01M9GZX4G0666DS8Y3WBH9VHS5','2026-12-08T22:15:21.600602+00:00','01M9GZX4G0665HP6AS12Z3GJ8H','01KTE1KE8029YWWVJ0XQYKYXDE','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01M9GZX4G0666R659HXB7RNP0X','2026-12-08T22:15:21.600602+00:00','01M9GZX4G0665HP6AS12Z3GJ8H','01KTE1KE8029YWWVJ0XQYKYXDE','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01M9GZX4G0667BASS18SPWZ46T','2026-12-09T10:15:21.600602+00:00','01M9GZX4G0667686JV1604QE96','01M9GZX4G0660GDHD2GCHZWJ1D','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01M9GZX4G0667CY1CATRJC3T90','2026-12-09T10:15:21.600602+00:00','01M9GZX4G0667686JV1604QE96','01M9GZX4G0660GDHD2GCHZWJ1D','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M9GZX4G06683F2J9QK6QQSFS','2026-12-09T10:18:14.400602+00:00','01M9GZX4G0667NPXH3G5ZDK656','01KN96V880DFWRKVMRT2JWGK7D','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01M9GZX4G066872YCVN136KEYA','2026-12-09T10:18:14.400602+00:00','01M9GZX4G0667NPXH3G5ZDK656','01KN96V880DFWRKVMRT2JWGK7D','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01M9GZX4G0668NFBTG91WQ3ZKH','2026-12-09T10:18:14.400602+00:00','01M9GZX4G0667NPXH3G5ZDK656','01KN96V880DFWRKVMRT2JWGK7D','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01M9GZX4G0669J8XK5N6RQTYHG','2026-12-09T10:21:07.200602+00:00','01M9GZX4G06692AK689302BS1N','01KJTMWZ0054X9E11SPXQB3G47','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01M9GZX4G0669Q7H550VKJYYM6','2026-12-09T10:21:07.200602+00:00','01M9GZX4G06692AK689302BS1N','01KJTMWZ0054X9E11SPXQB3G47','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01M9GZX4G066A9B5V3VJBQKCQ9','2026-12-09T10:21:07.200688+00:00','01M9GZX4G0669XE2G9YGB53ZAX','01KTE1KE8029YWWVJ0XQYKYXDE','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01M9GZX4G066AG0DPHJG3KEWPS','2026-12-09T10:21:07.200688+00:00','01M9GZX4G0669XE2G9YGB53ZAX','01KTE1KE8029YWWVJ0XQYKYXDE','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01M9GZX4G066AYTXV4M4SKEJ16','2026-12-09T10:21:07.200688+00:00','01M9GZX4G0669XE2G9YGB53ZAX','01KTE1KE8029YWWVJ0XQYKYXDE','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01M9GZX4G066BB0FDB6YBRSGC5','2026-12-09T10:24:00.000688+00:00','01M9GZX4G066B4QN99EMJYBTKY','01KN96V880DFWRKVMRT2JWGK7D','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01M9GZX4G066BJS5NNY2CGF4C4','2026-12-09T10:24:00.000688+00:00','01M9GZX4G066B4QN99EMJYBTKY','01KN96V880DFWRKVMRT2JWGK7D','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01M9GZX4G066BK3RA67GE333S4','2026-12-09T10:24:00.000688+00:00','01M9GZX4G066B4QN99EMJYBTKY','01KN96V880DFWRKVMRT2JWGK7D','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01M9XWWC00N9ZJGP2W1BZZMZA7','2026-12-15T22:24:00.000688+00:00','01M9XWWC00N9Z727CTYGKGKYJT','01M9GZX4G0668ZAYR2G9S7RHHW','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01M9Z62QG0S8FCEV2FYCW0FV5T','2026-12-16T10:24:00.000688+00:00','01M9Z62QG0S8F53C329K31A713','01M8YXMMR0BTA152AN3ZZHBWXC','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01M9Z62QG0S8FV1QZSH9P0YZT3','2026-12-16T10:24:00.000688+00:00','01M9Z62QG0S8F53C329K31A713','01M8YXMMR0BTA152AN3ZZHBWXC','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01M9Z68080DYT101XMCTADKSPF','2026-12-16T10:26:52.800774+00:00','01M9Z68080DYSQCFPS5RCD1MSV','01M9Z62QG0S8EYSFKJ5AZYCCY8','mle','evaluation','leak',2);
CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,             -- today, skill
    transition TEXT NOT NULL,
    skill TEXT,                     -- none when the session mixes skills
    planned INTEGER NOT NULL        -- questions
) WITHOUT ROWID;
INSERT INTO "session" VALUES('01KJPRZB00KCK620PX692CHMXA','2026-03-02T08:00:00.000000+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01KJPRZB00KCKP21A413J66DEF','2026-03-02T08:00:00.000000+00:00','today','another',NULL,10);
INSERT INTO "session" VALUES('01KM553XG07Z2ZN5QM02B5W6JA','2026-03-20T08:17:16.800000+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01KTMFRGG0BCGSFCYNKGWFN7R6','2026-06-08T20:46:04.800086+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01M1NW5S005D50GTRAV8HDDYB7','2026-09-04T09:32:09.600344+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01M9GZX4G06625XQFQ4F63VQTF','2026-12-10T22:06:43.200602+00:00','today','mle',NULL,10);
CREATE TABLE session_end (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    session TEXT NOT NULL REFERENCES session(id)
) WITHOUT ROWID;
INSERT INTO "session_end" VALUES('01KM553XG07Z2WHGCC02M1Q33C','2026-03-20T08:17:16.800000+00:00','01KJPRZB00KCK620PX692CHMXA');
INSERT INTO "session_end" VALUES('01KTMFRGG0BCGJWC5YG5E2DHJT','2026-06-08T20:46:04.800086+00:00','01KM553XG07Z2ZN5QM02B5W6JA');
INSERT INTO "session_end" VALUES('01M1NW5S005D4W5VVR91GCCNBW','2026-09-04T09:32:09.600344+00:00','01KTMFRGG0BCGSFCYNKGWFN7R6');
INSERT INTO "session_end" VALUES('01M9GZX4G06625H9M9D16MC5GM','2026-12-10T22:06:43.200602+00:00','01M1NW5S005D50GTRAV8HDDYB7');
CREATE TABLE skip (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    session TEXT NOT NULL REFERENCES session(id),
    key_point TEXT NOT NULL,
    question_id TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "skip" VALUES('01KT3R0J805N584DYYAJHVF98N','2026-06-02T08:43:12.000086+00:00','01KM553XG07Z2ZN5QM02B5W6JA','leak','q1');
INSERT INTO "skip" VALUES('01KTHXBSG0V1V7C0KR18ZSB76K','2026-06-07T20:46:04.800086+00:00','01KM553XG07Z2ZN5QM02B5W6JA','leak','q1');
INSERT INTO "skip" VALUES('01KTMFRGG0BCF6STTP63N7BKEP','2026-06-08T20:46:04.800086+00:00','01KM553XG07Z2ZN5QM02B5W6JA','leak','q1');
INSERT INTO "skip" VALUES('01KYDH8N80RXCZ68ZBDH735G7R','2026-07-25T21:00:28.800172+00:00','01KTMFRGG0BCGSFCYNKGWFN7R6','leak','q1');
CREATE TABLE undo (                 -- of the rows about one target the last counts
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,             -- undo, redo
    target TEXT NOT NULL            -- id of an answer, overrule, rerate, flag or skip
) WITHOUT ROWID;
INSERT INTO "undo" VALUES('01KM553XG07Z1NTYFWWC8MAK3S','2026-03-20T08:17:16.800000+00:00','undo','01KM54YMR0BDGCRPR5PN599WE9');
INSERT INTO "undo" VALUES('01KM55968006FZBFKWHN6J2T2K','2026-03-20T08:20:09.600000+00:00','undo','01KM553XG07Z1X7KMG4NY7JMSZ');
INSERT INTO "undo" VALUES('01KNSYK6G0WBS2YZY9W36MYWAT','2026-04-09T20:23:02.400000+00:00','undo','01KNRNCV00F5H39C0ZCCXBNJ3X');
INSERT INTO "undo" VALUES('01KNXTP380DJN4MQG10DEMRKA7','2026-04-09T08:31:40.800000+00:00','undo','01KNXTP380DJMBV8J6NB01GC0M');
INSERT INTO "undo" VALUES('01KNXTP380DJNFJWCBV64CP9TP','2026-04-09T08:31:40.800000+00:00','redo','01KNXTP380DJMBV8J6NB01GC0M');
INSERT INTO "undo" VALUES('01KTGM0580NGGJ9GJKH2VPHDZ3','2026-06-07T08:43:12.000086+00:00','undo','01KTGM0580NGGHW67FQTP94NG7');
INSERT INTO "undo" VALUES('01KV6GW300NZ0JE8GGGJYBP3PQ','2026-06-14T20:51:50.400172+00:00','undo','01KV6GW300NZ05VE8PP6D4XCTB');
INSERT INTO "undo" VALUES('01M2KG2K00VJMG1RSG9EKFFJK5','2026-09-15T21:37:55.200344+00:00','undo','01M1SQRVG0BVZX8WE7PYMD9BJW');
INSERT INTO "undo" VALUES('01M8YXFC00RXWE6V7EENWQ5Z3E','2026-12-03T21:37:55.200430+00:00','undo','01M8YXFC00RXW13ZKQQZ01H26V');
INSERT INTO "undo" VALUES('01M8YXMMR0BT9WXERXHNKZJCW6','2026-12-03T21:40:48.000430+00:00','undo','01M5QXJM00V8N3YXC2GRFV8H3G');
INSERT INTO "undo" VALUES('01M9EC67G05G6HWPA1KJJZRBD0','2026-12-08T21:49:26.400516+00:00','undo','01M9EC67G05G55FEQ5ZMPW2GE4');
INSERT INTO "undo" VALUES('01M9ECVAG0V0JZNMHQ3FBQHDBT','2026-12-09T21:55:12.000602+00:00','undo','01M9ECVAG0V0JHB9MJ33ZGRE9P');
INSERT INTO "undo" VALUES('01M9GZX4G0660WH6KDJR33VKEF','2026-12-10T22:06:43.200602+00:00','undo','01M9GZX4G0660GDHD2GCHZWJ1D');
CREATE TABLE undone (               -- what is undone now, and the undo row that says so
    target TEXT NOT NULL PRIMARY KEY,
    undo TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "undone" VALUES('01KM54YMR0BDGCRPR5PN599WE9','01KM553XG07Z1NTYFWWC8MAK3S');
INSERT INTO "undone" VALUES('01KM553XG07Z1X7KMG4NY7JMSZ','01KM55968006FZBFKWHN6J2T2K');
INSERT INTO "undone" VALUES('01KNRNCV00F5H39C0ZCCXBNJ3X','01KNSYK6G0WBS2YZY9W36MYWAT');
INSERT INTO "undone" VALUES('01KTGM0580NGGHW67FQTP94NG7','01KTGM0580NGGJ9GJKH2VPHDZ3');
INSERT INTO "undone" VALUES('01KV6GW300NZ05VE8PP6D4XCTB','01KV6GW300NZ0JE8GGGJYBP3PQ');
INSERT INTO "undone" VALUES('01M1SQRVG0BVZX8WE7PYMD9BJW','01M2KG2K00VJMG1RSG9EKFFJK5');
INSERT INTO "undone" VALUES('01M8YXFC00RXW13ZKQQZ01H26V','01M8YXFC00RXWE6V7EENWQ5Z3E');
INSERT INTO "undone" VALUES('01M5QXJM00V8N3YXC2GRFV8H3G','01M8YXMMR0BT9WXERXHNKZJCW6');
INSERT INTO "undone" VALUES('01M9EC67G05G55FEQ5ZMPW2GE4','01M9EC67G05G6HWPA1KJJZRBD0');
INSERT INTO "undone" VALUES('01M9ECVAG0V0JHB9MJ33ZGRE9P','01M9ECVAG0V0JZNMHQ3FBQHDBT');
INSERT INTO "undone" VALUES('01M9GZX4G0660GDHD2GCHZWJ1D','01M9GZX4G0660WH6KDJR33VKEF');
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
INSERT INTO "verdict" VALUES('01KJR2G800X7HEW1BKJCHA8WPA','2026-03-02T20:05:45.600000+00:00','01KJR2AZ802YSCJE1FC21Z8FTP','[{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]}]',0.75,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KJTN7GG0PHQHS2RC57YEBF4T','2026-03-03T20:11:31.200000+00:00','01KJTMWZ0054X9E11SPXQB3G47','[{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KKBCT600DGE8136HW7K1G94P','2026-03-10T08:11:31.200000+00:00','01KJTMWZ0054X9E11SPXQB3G47','[{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KKBCT600DGEYT5G1AGN7B8N9','2026-03-10T08:11:31.200000+00:00','01KJTN7GG0PHRDH3HAN0MVWCHC','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KKCP5T80CMVHKX9F2Z9K9CDN','2026-03-10T20:14:24.000000+00:00','01KJR2AZ802YSCJE1FC21Z8FTP','[{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"missed","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KM553XG07Z246X7E971HHZY6','2026-03-20T08:17:16.800000+00:00','01KM553XG07Z1X7KMG4NY7JMSZ','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KM6EFHR0JS3W53DE0B6GY677','2026-03-20T20:20:09.600000+00:00','01KKK45KR0EX48GWMH5PRVY7XP','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KMQ62780QSNJA0Y87K6ZGEZH','2026-03-27T08:20:09.600000+00:00','01KM7QNX809WHHFEA4GA8N2Z2A','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KNSYRF80QFTM6D8XSEDP49GY','2026-04-09T20:25:55.200000+00:00','01KN970H00Y9XS48MKFVDE2WYG','[{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KNSYXR007J907GY3FA1MEW97','2026-04-09T20:28:48.000000+00:00','01KN96V880DFWRKVMRT2JWGK7D','[{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',6.66666666666666629659e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KNV843G0VR58ZNG5ATJGR1CE','2026-04-10T08:28:48.000000+00:00','01KN96V880DFWRKVMRT2JWGK7D','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KPD9CYR08PQ6YWCQF9CFBDKN','2026-04-17T08:37:26.400000+00:00','01KN970H00Y9XS48MKFVDE2WYG','[{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"partly","confidence":0.9,"evidence":[]}]',6.66666666666666629659e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KPD9CYR08PRBJ48MHSVQTAJB','2026-04-17T08:37:26.400086+00:00','01KN970H00Y9XS48MKFVDE2WYG','[{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]}]',6.66666666666666629659e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KSM9M8808AX9E0DS42J0SAFQ','2026-05-27T08:43:12.000086+00:00','01KNRNCV00F5H39C0ZCCXBNJ3X','[{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KTGM5E0015WKNH42P7E527N6','2026-06-07T08:46:04.800086+00:00','01KJTMWZ0054X9E11SPXQB3G47','[{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',6.66666666666666629659e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KTHXBSG0V1SY1YFNRK7HBMVX','2026-06-07T20:46:04.800086+00:00','01KTGM0580NGGHW67FQTP94NG7','[{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',6.66666666666666629659e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KTMFRGG0BCFX31WN9BC3KHCG','2026-06-08T20:46:04.800086+00:00','01KTMFRGG0BCFMRKSH38W2MSEN','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KTQ2AG80ZN5Y5157V7EVBAPK','2026-06-09T20:48:57.600172+00:00','01KM54YMR0BDGCRPR5PN599WE9','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KTQ2FS0089T6SYTWWE9FY7TE','2026-06-09T20:51:50.400172+00:00','01KM54YMR0BDGCRPR5PN599WE9','[{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KV6GW300NYZ4Z3W5F4HX4WCW','2026-06-15T20:51:50.400172+00:00','01KTGM0580NGGHW67FQTP94NG7','[{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KV6GW300NYZQZCH9Y38VSP75','2026-06-13T20:51:50.400172+00:00','01KTMFXS80YG7DAM26S3NS2JR3','[{"key_point":"split","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KYAYC400HQJQRDX9ZVG1CEBB','2026-07-24T20:51:50.400172+00:00','01KYAYC400HQJH0RY6ECFGHY7S','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KYDGRV00VYW1Q5TYR4CNRQV8','2026-07-25T20:51:50.400172+00:00','01KJTN7GG0PHRDH3HAN0MVWCHC','[{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KYDHRFG035CN2GGCGYCNETKT','2026-07-25T21:09:07.200258+00:00','01KYDH3CG0WME31NZ9A012JN0P','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',6.66666666666666629659e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KYDHRFG035DYZVRTZB4YRBZ0','2026-07-25T21:09:07.200344+00:00','01KYDHDY002CM3XW0V4X31H1ZW','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]}]',8.3333333333333337034e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KYHE5XR0SHB42PR7HR2710R0','2026-07-25T09:23:31.200344+00:00','01KKK45KR0EX48GWMH5PRVY7XP','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M1NW5S005D4AZ70WXNDPK3TT','2026-09-04T09:32:09.600344+00:00','01M1NW5S005D44JEWR5V4WM5EB','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M1SQRVG0BVZBNFBH2ZBKZ4NY','2026-09-05T21:32:09.600344+00:00','01KT3R0J805N5BA9HKRFJWGPKB','[{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M241H0807T6HTHH2D59D8NFD','2026-09-09T21:35:02.400344+00:00','01KTFASSR038N6YADMTRSB954V','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]}]',0.25,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M2KFXA80ANN96G6HK151DPW5','2026-09-15T21:35:02.400344+00:00','01M1SQRVG0BVZX8WE7PYMD9BJW','[{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]}]',0.75,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M2P2FA00JJVAJZ1J26FZP5AB','2026-09-14T21:37:55.200430+00:00','01M1SQRVG0BVZX8WE7PYMD9BJW','[{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',0.75,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M8YXMMR0BTA3PV3D4GAV7A77','2026-12-02T09:40:48.000430+00:00','01M8YXMMR0BTA152AN3ZZHBWXC','[{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M9AGK500GNQGDS3XE5GEAPHY','2026-12-08T09:43:40.800430+00:00','01M8YXMMR0BTA152AN3ZZHBWXC','[{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M9EC67G05G5JG3ME140K9S2X','2026-12-08T21:46:33.600430+00:00','01KYDH3CG0WME31NZ9A012JN0P','[{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M9ECP1R076DCEQ4A82G5JNWC','2026-12-09T21:52:19.200516+00:00','01M9D2ZW00FHNR9H1Z0MHMR9KJ','[{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M9FPHG80DBNGNSJJNCYJ1Y1M','2026-12-10T10:03:50.400602+00:00','01KYDH3CG0WME31NZ9A012JN0P','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M9GZX4G0661BMJCAE9XCXATQ','2026-12-10T22:06:43.200602+00:00','01M9GZX4G066108VDXDHNGW9W5','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M9GZX4G0663MHKBXAFJCJHEZ','2026-12-08T22:09:36.000602+00:00','01M9GZX4G0660GDHD2GCHZWJ1D','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M9GZX4G0665HP6AS12Z3GJ8H','2026-12-08T22:15:21.600602+00:00','01KTE1KE8029YWWVJ0XQYKYXDE','[{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]}]',6.66666666666666629659e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M9GZX4G0667686JV1604QE96','2026-12-09T10:15:21.600602+00:00','01M9GZX4G0660GDHD2GCHZWJ1D','[{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]}]',0.75,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M9GZX4G0667NPXH3G5ZDK656','2026-12-09T10:18:14.400602+00:00','01KN96V880DFWRKVMRT2JWGK7D','[{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M9Z62QG0S8F53C329K31A713','2026-12-16T10:24:00.000688+00:00','01M8YXMMR0BTA152AN3ZZHBWXC','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]}]',0.75,0.8,'engine','tiny');
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
COMMIT;
PRAGMA application_id = 1397049173;
PRAGMA user_version = 3;
