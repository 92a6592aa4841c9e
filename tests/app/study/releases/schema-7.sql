BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'study','m001_log','2026-11-23 19:04:12.347274+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'study','m002_projections','2026-11-23 19:04:12.348175+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'study','m003_overruled','2026-11-23 19:04:12.348895+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'study','m004_totals','2026-11-23 19:04:12.361904+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'study','m005_candidates','2026-11-23 19:04:12.362364+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'study','m006_aid','2026-11-23 19:04:12.362887+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'study','m007_marks','2026-11-23 19:04:12.363828+00:00');
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
INSERT INTO "answer" VALUES('01KJPRZB00ZT33VPR0E7F554TN','2026-03-02T08:00:00.000000+00:00',60,'01KJPRZB00ZT225JQ1P6VQTE35','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01KJPRZB00ZT4E1XCTYTFGMHKR','2026-03-02T08:00:00.000000+00:00',60,'01KJPRZB00ZT225JQ1P6VQTE35','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01KJPS4KR0HF8ZFZMRYF701GAE','2026-03-02T08:02:52.800000+00:00',60,'01KJPRZB00ZT225JQ1P6VQTE35','mle','evaluation','["bias","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.16596700114322509027e+01);
INSERT INTO "answer" VALUES('01KNZ27Q80J08VZYEK32K6Q1B4','2026-04-11T20:02:52.800000+00:00',60,'01KJPRZB00ZT225JQ1P6VQTE35','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.00998408143383358029e+01);
INSERT INTO "answer" VALUES('01KP1MYZR00A7QTEK4N4M2KPZ4','2026-04-12T20:08:38.400086+00:00',60,'01KJPRZB00ZT225JQ1P6VQTE35','mle','evaluation','["split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.36786081194454283154e+01);
INSERT INTO "answer" VALUES('01KP1N48G00XEDPXTD40C2HWC9','2026-04-12T20:11:31.200086+00:00',840,'01KJPRZB00ZT225JQ1P6VQTE35','mle','evaluation','["drift","split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.34932889394516593046e+01);
INSERT INTO "answer" VALUES('01KS9Y7C0097RFBF0CJC4WJ32B','2026-05-23T08:11:31.200086+00:00',840,'01KJPRZB00ZT225JQ1P6VQTE35','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.30589773981793655366e+00);
INSERT INTO "answer" VALUES('01KSCGM300RKXEJ36KJNP1W5SP','2026-05-24T08:11:31.200086+00:00',840,'01KJPRZB00ZT225JQ1P6VQTE35','mle','evaluation','["bias","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.49729654224728481182e+01);
INSERT INTO "answer" VALUES('01KSCGSBR0G14HRNB48ANY3CXE','2026-05-24T08:14:24.000086+00:00',840,'01KJPRZB00ZT225JQ1P6VQTE35','mle','evaluation','["drift","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.73766865490528701334e+01);
INSERT INTO "answer" VALUES('01KSCGYMG02911P23KAQM6W0GY','2026-05-24T08:17:16.800172+00:00',840,'01KJPRZB00ZT225JQ1P6VQTE35','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',43.6466457307221);
INSERT INTO "answer" VALUES('01KSDT5000D02YF2B5VX1BCWER','2026-05-24T20:17:16.800172+00:00',840,'01KJPRZB00ZT225JQ1P6VQTE35','mle','evaluation','["drift","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.09707101335752739163e+01);
INSERT INTO "answer" VALUES('01KWP383G08JY32BG1B9YZBYP0','2026-07-04T08:17:16.800172+00:00',840,'01KJPRZB00ZT225JQ1P6VQTE35','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.46072868994887663518e+01);
INSERT INTO "answer" VALUES('01KWP3DC8089NP09B1NC1MSWBQ','2026-07-04T08:20:09.600172+00:00',840,'01KJPRZB00ZT225JQ1P6VQTE35','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.54053882712490235445e+01);
INSERT INTO "answer" VALUES('01KWQCKQR0W78GVC3WP6Y9H0WS','2026-07-04T20:20:09.600172+00:00',840,'01KJPRZB00ZT225JQ1P6VQTE35','mle','evaluation','["split","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.27031980901369543355e+01);
INSERT INTO "answer" VALUES('01KWQCS0G0KCXKY7BTCMM99E8P','2026-07-04T20:23:02.400172+00:00',840,'01KJPRZB00ZT225JQ1P6VQTE35','mle','evaluation','["bias","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.35451190774642498109e+01);
INSERT INTO "answer" VALUES('01KZYCNRG0Y4NXQ9B304AQG3PX','2026-08-13T20:23:02.400172+00:00',840,'01KJPRZB00ZT225JQ1P6VQTE35','mle','evaluation','["leak","drift","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.80651118447075447175e+01);
INSERT INTO "answer" VALUES('01M0DV22G0ZHN4CV2E9Q9NMNQX','2026-08-19T20:23:02.400172+00:00',840,'01KJPRZB00ZT225JQ1P6VQTE35','mle','evaluation','["split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.9474411756182817613e+01);
INSERT INTO "answer" VALUES('01M0DVCM00DM5N0GEGM60S1ZFY','2026-08-18T20:34:33.600172+00:00',840,'01KJPRZB00ZT225JQ1P6VQTE35','mle','evaluation','["split","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',7.43859430672848418461e+01);
INSERT INTO "answer" VALUES('01M0DVCM00DM8TJRZ43YAQQE8Y','2026-08-18T08:40:19.200172+00:00',840,'01KJPRZB00ZT239K5FSP6GYAHF','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01M0DVCM00DMCP59JEDCYW5YPT','2026-08-18T20:46:04.800258+00:00',-660,'01M0DVCM00DM9S6VRA9HGZMCKW','mle','evaluation','["leak","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.45554192695825435066e+01);
INSERT INTO "answer" VALUES('01M0DVCM00DMD1P3NX6YKSAPH6','2026-08-19T08:46:04.800258+00:00',-660,'01M0DVCM00DM9S6VRA9HGZMCKW','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.97629047721727708619e+01);
INSERT INTO "answer" VALUES('01M3KKJF806KNP42YQ2QTP6QAC','2026-09-28T08:54:43.200258+00:00',-660,'01M0DVCM00DM9S6VRA9HGZMCKW','mle','evaluation','["drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.44514738136146547731e+01);
INSERT INTO "answer" VALUES('01M3MWRTR0KB2QA030Q85K5VMH','2026-09-28T20:54:43.200258+00:00',-660,'01M0DVCM00DM9S6VRA9HGZMCKW','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.38005896482597805179e+01);
INSERT INTO "answer" VALUES('01M6VWNJR0F9ANF8YD4KWA8QSG','2026-11-07T20:54:43.200258+00:00',345,'01M0DVCM00DM9S6VRA9HGZMCKW','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',83.9022199666449);
INSERT INTO "answer" VALUES('01M6X5VY80CB9EPB2D9DQNTB5T','2026-11-08T08:54:43.200258+00:00',345,'01M0DVCM00DM9S6VRA9HGZMCKW','mle','evaluation','["split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',31.2300919915073);
INSERT INTO "answer" VALUES('01M6X5VY80CB9XWNGDRM2K9CEP','2026-11-08T08:54:43.200258+00:00',345,'01M0DVCM00DM9S6VRA9HGZMCKW','mle','evaluation','["split","drift","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.21111567625243594643e+01);
INSERT INTO "answer" VALUES('01M6YFQCR0Z3KRSKS9NFTW91MX','2026-11-08T21:06:14.400258+00:00',345,'01M0DVCM00DM9S6VRA9HGZMCKW','mle','evaluation','["drift","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.91180505007519094826e+01);
INSERT INTO "answer" VALUES('01M6YFQCR0Z3M4RJFQZPFEGKTA','2026-11-08T21:06:14.400258+00:00',345,'01M0DVCM00DM9S6VRA9HGZMCKW','mle','evaluation','["leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.01799505527793954229e+01);
INSERT INTO "answer" VALUES('01M6ZS89R0DKDTSV9BKM1YKGFK','2026-11-09T09:12:00.000344+00:00',345,'01M0DVCM00DM9S6VRA9HGZMCKW','mle','evaluation','["bias","drift","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.18898887719076498149e+01);
INSERT INTO "answer" VALUES('01M74Y70G0409C0QPENRWFPGBB','2026-11-11T09:14:52.800344+00:00',345,'01M0DVCM00DM9S6VRA9HGZMCKW','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.40364883373779036901e+01);
INSERT INTO "answer" VALUES('01M77GS0809MZEVP463DCKNV0M','2026-11-08T21:17:45.600344+00:00',345,'01M0DVCM00DM9S6VRA9HGZMCKW','mle','evaluation','["drift","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.64882124639966889381e+01);
INSERT INTO "answer" VALUES('01M77GS0809MZWP5984SZWQGEX','2026-11-08T21:20:38.400344+00:00',345,'01M0DVCM00DM9S6VRA9HGZMCKW','mle','evaluation','["split","bias","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.42628906858344777202e+01);
INSERT INTO "answer" VALUES('01M77GS0809N1VZ5NXQFYBHBHC','2026-11-07T21:20:38.400344+00:00',345,'01KJPRZB00ZT239K5FSP6GYAHF','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01M77GS0809N3JQNVSFNARQZM1','2026-11-08T09:26:24.000344+00:00',345,'01M77GS0809N339CMN6C098YRV','mle','evaluation','["leak","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.75660637054185286842e+01);
INSERT INTO "answer" VALUES('01M7YPV9G0V4BPF5TC7HXM07RN','2026-11-21T09:26:24.000344+00:00',345,'01M77GS0809N339CMN6C098YRV','mle','evaluation','["drift","bias","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.24392244770636679613e+01);
INSERT INTO "answer" VALUES('01M7YQ0J80KYHDQC4QVYCV8FSB','2026-11-21T09:29:16.800344+00:00',345,'01M77GS0809N339CMN6C098YRV','mle','evaluation','["bias","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',73.0766040723695);
INSERT INTO "answer" VALUES('01M819D9802SDK1J4KEB6FW2QK','2026-11-22T09:29:16.800344+00:00',345,'01M77GS0809N339CMN6C098YRV','mle','evaluation','["bias","split","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.8004163937666234573e+01);
INSERT INTO "answer" VALUES('01M819JJ001D94D6R42W32N74S','2026-11-22T09:32:09.600344+00:00',345,'01M77GS0809N339CMN6C098YRV','mle','evaluation','["bias","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.53571435570677152773e+01);
INSERT INTO "answer" VALUES('01M819X3G0R4ACR0Q78CFH8X1H','2026-11-22T09:37:55.200344+00:00',345,'01M77GS0809N339CMN6C098YRV','mle','evaluation','["split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.15633451190224434412e+01);
INSERT INTO "answer" VALUES('01M819X3G0R4AN1FGQ5KEQPB51','2026-11-20T09:37:55.200344+00:00',345,'01M77GS0809N339CMN6C098YRV','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.16430572958706335384e+00);
INSERT INTO "answer" VALUES('01M819X3G0R4AQANP043PXSQZK','2026-11-20T09:40:48.000344+00:00',345,'01M77GS0809N339CMN6C098YRV','mle','evaluation','["split","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.74691846844210800764e+01);
INSERT INTO "answer" VALUES('01M819X3G0R4DCB3R8J29EQSBM','2026-11-19T09:46:33.600430+00:00',345,'01M77GS0809N339CMN6C098YRV','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.70129046400627217386e+01);
INSERT INTO "answer" VALUES('01M819X3G0R4HY3473B6JWN84D','2026-11-16T21:55:12.000430+00:00',0,'01M77GS0809N339CMN6C098YRV','mle','evaluation','["leak","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.46126051790064934729e+01);
INSERT INTO "answer" VALUES('01M819X3G0R4JB4M69K6MCT4RT','2026-11-16T21:58:04.800430+00:00',0,'01M77GS0809N339CMN6C098YRV','mle','evaluation','["split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.84423665705326840242e+01);
INSERT INTO "answer" VALUES('01MAT5Y300NBRXJ5ZDJ3G57MKG','2026-12-26T22:00:57.600430+00:00',0,'01M77GS0809N339CMN6C098YRV','mle','evaluation','["split","bias","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',6.38872730390144312213e+01);
INSERT INTO "answer" VALUES('01MAT68MG0VKF2E33ENF464WCF','2026-12-26T22:06:43.200430+00:00',0,'01M77GS0809N339CMN6C098YRV','mle','evaluation','["drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.71615170441277058448e+01);
INSERT INTO "answer" VALUES('01MAVFF000DD1S06ZSRTPN7J5T','2026-12-27T10:06:43.200430+00:00',0,'01M77GS0809N339CMN6C098YRV','mle','evaluation','["leak","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',8.67844094208810190593e+01);
INSERT INTO "answer" VALUES('01MAY20ZR0MXF4S1K0HTXDTPD0','2026-12-28T10:09:36.000430+00:00',0,'01M77GS0809N339CMN6C098YRV','mle','evaluation','["split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.87376132812766513788e+01);
INSERT INTO "answer" VALUES('01MAY2BH80RKNPX8YFSQXFZEHP','2026-12-28T10:15:21.600430+00:00',0,'01M77GS0809N339CMN6C098YRV','mle','evaluation','["bias","leak","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.13689471605833247735e+00);
INSERT INTO "answer" VALUES('01MAY2BH80RKNT8X591W8R2M3D','2026-12-28T10:15:21.600430+00:00',0,'01M77GS0809N339CMN6C098YRV','mle','evaluation','["leak","drift","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.26676859297478117127e+01);
INSERT INTO "answer" VALUES('01MAY2GT00R93GWMKZM2S1N6FQ','2026-12-28T10:18:14.400430+00:00',0,'01M77GS0809N339CMN6C098YRV','mle','evaluation','["drift","split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.39445434074737706353e-01);
INSERT INTO "answer" VALUES('01MAY2GT00R93RGHD10W9QMB1F','2026-12-28T10:18:14.400430+00:00',0,'01KJPRZB00ZT239K5FSP6GYAHF','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
INSERT INTO "answer" VALUES('01MB5SPZ0092ETXXATZXPC6BR3','2026-12-31T10:18:14.400516+00:00',0,'01MAY2GT00R94FQ1SN2B0BB6SC','mle','evaluation','["drift","bias","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.46528808120848594862e+01);
INSERT INTO "answer" VALUES('01MB73WZ00BT7Y0ECFP297WJVA','2026-12-31T22:35:31.200516+00:00',0,'01MAY2GT00R94FQ1SN2B0BB6SC','mle','evaluation','["leak","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',4.04289012615738352351e-01);
INSERT INTO "answer" VALUES('01MBPJKTG0A0XBJB2JC4TPQ7ZE','2027-01-06T22:41:16.800516+00:00',0,'01MAY2GT00R94FQ1SN2B0BB6SC','mle','evaluation','["split","leak","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.6809540622299735447e+01);
INSERT INTO "answer" VALUES('01MBPJS380B95DYQ1AT29CW3A6','2027-01-06T22:44:09.600516+00:00',0,'01MAY2GT00R94FQ1SN2B0BB6SC','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',49.3240350746783);
INSERT INTO "answer" VALUES('01MBPJS380B9827969PWXW8JNZ','2027-01-04T22:49:55.200516+00:00',0,'01MAY2GT00R94FQ1SN2B0BB6SC','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.20016095001653866347e+01);
INSERT INTO "answer" VALUES('01MBPJS380B98EPX7T38C48GAW','2027-01-04T22:52:48.000516+00:00',0,'01MAY2GT00R94FQ1SN2B0BB6SC','mle','evaluation','["split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',5.76600022806386718326e+01);
INSERT INTO "answer" VALUES('01MC0X1280EBTAMAKYGGA5RC7M','2027-01-08T22:55:40.800516+00:00',0,'01MAY2GT00R94FQ1SN2B0BB6SC','mle','evaluation','["bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.83073372751750724773e+01);
INSERT INTO "answer" VALUES('01MC0X1280EBTGHYQ7EBJ7NJVJ','2027-01-09T10:55:40.800516+00:00',0,'01MAY2GT00R94FQ1SN2B0BB6SC','mle','evaluation','["split","drift","leak"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',55.8947778970272);
INSERT INTO "answer" VALUES('01MC26Q800QZSSKCC7Q7PAJ465','2027-01-11T11:04:19.200602+00:00',0,'01MAY2GT00R94FQ1SN2B0BB6SC','mle','evaluation','["drift","split"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',1.29215065604040386655e+01);
INSERT INTO "answer" VALUES('01MC26WGR0740D1SQQ4J6TNBS4','2027-01-11T11:07:12.000602+00:00',0,'01MAY2GT00R94FQ1SN2B0BB6SC','mle','evaluation','["split","bias"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',3.35040253647787409372e+01);
INSERT INTO "answer" VALUES('01MC4SKS80AKXQMTK42SSB512G','2027-01-12T11:12:57.600602+00:00',0,'01MAY2GT00R94FQ1SN2B0BB6SC','mle','evaluation','["leak","split","drift"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',2.79065197522297907544e+01);
INSERT INTO "answer" VALUES('01MC4SKS80AKY03XVKVDVV9ST4','2027-01-12T11:12:57.600602+00:00',0,'01KJPRZB00ZT239K5FSP6GYAHF','another','evaluation','["elsewhere"]','Why keep a test set apart?','leak/0','authored','short','Because a model that has seen it looks better than it is.','[]',12.5);
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
INSERT INTO "candidate" VALUES('01KJPRZB00ZT2N4YTNRBXM9EKE','2026-03-02T08:00:00.000000+00:00','mle','leak','why','Why do leaks matter?','[]','tiny','question-why/1',21.5,NULL,NULL,'01KJPRZB00ZT28SDT16Z9E7WT9');
INSERT INTO "candidate" VALUES('01KJPRZB00ZT2ZYCE8DPE8SV4M','2026-03-02T08:00:00.000000+00:00','mle','leak','why','Why do leaks matter?','[]','tiny','question-why/1',21.5,'is_new','repeats a question',NULL);
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
INSERT INTO "card" VALUES('another','elsewhere','evaluation',2,NULL,1.97732636304761683725e+02,2.10433139084644826866e+00,'2027-07-29T11:12:57.600602+00:00','2027-01-12T11:12:57.600602+00:00','2026-08-18',3,0);
INSERT INTO "card" VALUES('mle','bias','evaluation',3,0,1.18487848595281430874e+00,9.93472298529510666753e+00,'2027-01-11T11:14:19.200602+00:00','2027-01-11T11:04:19.200602+00:00','2026-03-02',13,3);
INSERT INTO "card" VALUES('mle','drift','evaluation',3,0,0.629399091318788,9.95435454614463566258e+00,'2027-01-06T22:54:09.600516+00:00','2027-01-06T22:44:09.600516+00:00','2026-03-02',14,2);
INSERT INTO "card" VALUES('mle','leak','evaluation',3,0,2.4149086640365671208e+00,9.9358867006118689602e+00,'2027-01-06T22:59:09.600516+00:00','2027-01-06T22:44:09.600516+00:00','2026-03-02',20,3);
INSERT INTO "card" VALUES('mle','split','evaluation',2,NULL,3.98990972342367244962e+00,9.81808875441574713249e+00,'2027-01-15T11:04:19.200602+00:00','2027-01-11T11:04:19.200602+00:00','2026-03-02',13,2);
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
INSERT INTO "day" VALUES('another','evaluation','2026-08-18',1,12500,0,1,1,1,0);
INSERT INTO "day" VALUES('another','evaluation','2026-11-08',1,12500,0,1,1,1,0);
INSERT INTO "day" VALUES('another','evaluation','2027-01-12',1,12500,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-03-02',3,46660,0,5,3,2,1);
INSERT INTO "day" VALUES('mle','evaluation','2026-04-11',1,50100,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-04-12',1,13679,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-05-23',1,5306,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-05-24',3,95997,0,6,5,3,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-05-25',1,50971,0,1,0,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-07-04',2,100012,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-07-05',2,66248,0,2,2,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-08-14',1,88065,0,3,2,1,1);
INSERT INTO "day" VALUES('mle','evaluation','2026-08-18',2,104318,0,3,2,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-08-19',1,74386,0,3,3,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-08-20',1,69474,0,4,3,1,1);
INSERT INTO "day" VALUES('mle','evaluation','2026-09-27',1,84451,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-09-28',1,23801,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-11-08',4,204809,0,3,3,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-11-09',2,75606,0,1,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-11-16',2,113055,0,0,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-11-19',1,47013,0,4,2,1,1);
INSERT INTO "day" VALUES('mle','evaluation','2026-11-20',2,75633,0,5,4,2,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-11-21',2,95516,0,1,0,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-11-22',3,164924,0,5,3,2,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-12-26',2,81049,0,3,3,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-12-28',3,36144,0,1,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2026-12-31',2,55057,30500,1,0,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2027-01-04',2,109662,0,2,1,1,0);
INSERT INTO "day" VALUES('mle','evaluation','2027-01-06',2,86134,0,4,2,1,1);
INSERT INTO "day" VALUES('mle','evaluation','2027-01-11',2,46426,0,2,1,0,0);
INSERT INTO "day" VALUES('mle','evaluation','2027-01-12',1,27907,0,0,0,0,0);
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
INSERT INTO "day_total" VALUES('2026-03-02',3,46660,61500,5,3,2,1);
INSERT INTO "day_total" VALUES('2026-04-11',1,50100,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-04-12',1,13679,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-05-23',1,5306,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-05-24',3,95997,0,6,5,3,0);
INSERT INTO "day_total" VALUES('2026-05-25',1,50971,0,1,0,1,0);
INSERT INTO "day_total" VALUES('2026-07-04',2,100012,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-07-05',2,66248,0,2,2,1,0);
INSERT INTO "day_total" VALUES('2026-08-14',1,88065,0,3,2,1,1);
INSERT INTO "day_total" VALUES('2026-08-18',3,116818,0,4,3,2,0);
INSERT INTO "day_total" VALUES('2026-08-19',1,74386,0,3,3,1,0);
INSERT INTO "day_total" VALUES('2026-08-20',1,69474,0,4,3,1,1);
INSERT INTO "day_total" VALUES('2026-09-27',1,84451,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-09-28',1,23801,0,1,1,1,0);
INSERT INTO "day_total" VALUES('2026-11-08',5,217309,0,4,4,2,0);
INSERT INTO "day_total" VALUES('2026-11-09',2,75606,0,1,0,0,0);
INSERT INTO "day_total" VALUES('2026-11-16',2,113055,0,0,0,0,0);
INSERT INTO "day_total" VALUES('2026-11-19',1,47013,0,4,2,1,1);
INSERT INTO "day_total" VALUES('2026-11-20',2,75633,0,5,4,2,0);
INSERT INTO "day_total" VALUES('2026-11-21',2,95516,0,1,0,0,0);
INSERT INTO "day_total" VALUES('2026-11-22',3,164924,0,5,3,2,0);
INSERT INTO "day_total" VALUES('2026-12-26',2,81049,0,3,3,1,0);
INSERT INTO "day_total" VALUES('2026-12-28',3,36144,0,1,1,1,0);
INSERT INTO "day_total" VALUES('2026-12-31',2,55057,30500,1,0,1,0);
INSERT INTO "day_total" VALUES('2027-01-04',2,109662,0,2,1,1,0);
INSERT INTO "day_total" VALUES('2027-01-06',2,86134,0,4,2,1,1);
INSERT INTO "day_total" VALUES('2027-01-11',2,46426,0,2,1,0,0);
INSERT INTO "day_total" VALUES('2027-01-12',2,40407,0,1,1,1,0);
CREATE TABLE feedback (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL REFERENCES verdict(id),
    text TEXT NOT NULL,
    origin TEXT NOT NULL            -- authored, model
);
INSERT INTO "feedback" VALUES('01KWQCS0G0KCXYRJP1AB7KJ4MY','2026-07-04T20:23:02.400172+00:00','01KP1MSQ00D2YRWMD286CWRQY5','You left out why.','model');
INSERT INTO "feedback" VALUES('01M3KKJF806KNRHY20HYJ9PKD0','2026-09-28T08:54:43.200258+00:00','01M3KKD6G0RGXCAH5ACGH081ZA','You left out why.','model');
INSERT INTO "feedback" VALUES('01M77GS0809MZ13HBR1AN303G6','2026-11-10T21:17:45.600344+00:00','01M77GS0809MXCYF62SZCEJK6A','You left out why.','model');
INSERT INTO "feedback" VALUES('01M819X3G0R4DQ52W8458NHKXC','2026-11-19T21:46:33.600430+00:00','01M819X3G0R4CMFA14Q9A1A0DE','You left out why.','model');
INSERT INTO "feedback" VALUES('01MB5SW7R0EGB7C1AQVKJZGYGK','2026-12-31T10:21:07.200516+00:00','01MB5SW7R0EGAQ5410A1Q82Q18','You left out why.','model');
INSERT INTO "feedback" VALUES('01MC0X1280EBYZR3648TQ2GE2A','2027-01-10T11:01:26.400602+00:00','01MC0X1280EBWGAK5WS82D1V15','You left out why.','model');
CREATE TABLE flag (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    question_id TEXT NOT NULL,
    question TEXT NOT NULL,
    reason TEXT NOT NULL,
    answer TEXT REFERENCES answer(id)
);
INSERT INTO "flag" VALUES('01KP0BE2R08P56J4M9T320DAD1','2026-04-12T08:02:52.800086+00:00','q1','?','vague',NULL);
CREATE TABLE follow_up (            -- an answer to a narrower question, which is no review
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL REFERENCES answer(id),
    follows TEXT NOT NULL REFERENCES answer(id)     -- the one that missed something
) WITHOUT ROWID;
INSERT INTO "follow_up" VALUES('01KJPRZB00ZT4SSP1PTGJVF6HQ','2026-03-02T08:00:00.000000+00:00','01KJPRZB00ZT4E1XCTYTFGMHKR','01KJPRZB00ZT33VPR0E7F554TN');
CREATE TABLE hint (                 -- shown before the answer was given
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL REFERENCES answer(id),
    step INTEGER NOT NULL,          -- 1 to 3; each tells more than the one before
    text TEXT NOT NULL,
    origin TEXT NOT NULL            -- authored, model
);
INSERT INTO "hint" VALUES('01KJPRZB00ZT3EAVKQ2SV83QVB','2026-03-02T08:00:00.000000+00:00','01KJPRZB00ZT33VPR0E7F554TN',1,'It has to do with what was seen before.','authored');
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
INSERT INTO "mark" VALUES('01KJPRZB00ZT55E2DR6GVDG5AD','2026-03-02T08:00:00.000000+00:00','mle','evaluation','keep a test set apart','Always ',' from the others.',7,'amber','');
INSERT INTO "mark" VALUES('01KJPRZB00ZT5NPZWKM81W0KAK','2026-03-02T08:00:00.000000+00:00','','notes/own.md','gone','','',0,'green','a note');
CREATE TABLE mark_change (          -- of those of one mark the last that is not undone holds
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    mark TEXT NOT NULL REFERENCES mark(id),
    look TEXT NOT NULL,
    note TEXT NOT NULL,
    removed INTEGER NOT NULL CHECK (removed IN (0, 1))
);
INSERT INTO "mark_change" VALUES('01KJPRZB00ZT5B8FBBXJPS76MX','2026-03-02T08:00:00.000000+00:00','01KJPRZB00ZT55E2DR6GVDG5AD','blue','Which others?',0);
INSERT INTO "mark_change" VALUES('01KJPRZB00ZT6N207ZBR0YBG0P','2026-03-02T08:00:00.000000+00:00','01KJPRZB00ZT5NPZWKM81W0KAK','green','a note',1);
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
INSERT INTO "milestone" VALUES('mle','bias','01KWQCS0G0KCXKY7BTCMM99E8P','evaluation',2,NULL,5.81541923533341673655e+01,5.72420896056470596136e+00,'2026-08-31T20:23:02.400172+00:00','2026-07-04T20:23:02.400172+00:00','2026-03-02',4,0);
INSERT INTO "milestone" VALUES('mle','bias','01M819X3G0R4ACR0Q78CFH8X1H','evaluation',2,NULL,3.10423278108974578506e+01,8.68926195289187752734e+00,'2026-12-23T09:37:55.200344+00:00','2026-11-22T09:37:55.200344+00:00','2026-03-02',8,1);
INSERT INTO "milestone" VALUES('mle','bias','01MBPJS380B98EPX7T38C48GAW','evaluation',3,0,8.52492234633926670994e+00,9.84634490764722336564e+00,'2027-01-04T23:02:48.000516+00:00','2027-01-04T22:52:48.000516+00:00','2026-03-02',12,3);
INSERT INTO "milestone" VALUES('mle','drift','01M0DV22G0ZHN4CV2E9Q9NMNQX','evaluation',2,NULL,1.64221536232247075299e+02,7.33594371365717190514e+00,'2027-01-30T20:23:02.400172+00:00','2026-08-19T20:23:02.400172+00:00','2026-03-02',4,0);
INSERT INTO "milestone" VALUES('mle','drift','01M7YQ0J80KYHDQC4QVYCV8FSB','evaluation',3,0,0.980744670072039,9.59303247236238,'2026-11-21T09:39:16.800344+00:00','2026-11-21T09:29:16.800344+00:00','2026-03-02',8,1);
INSERT INTO "milestone" VALUES('mle','drift','01MAT68MG0VKF2E33ENF464WCF','evaluation',2,NULL,1.62154034268597113666e+00,9.88075954898797,'2026-12-28T22:06:43.200430+00:00','2026-12-26T22:06:43.200430+00:00','2026-03-02',12,1);
INSERT INTO "milestone" VALUES('mle','leak','01KSCGSBR0G14HRNB48ANY3CXE','evaluation',1,1,2.43791836805936024124e-01,8.7890537994308814973e+00,'2026-05-24T08:24:24.000086+00:00','2026-05-24T08:14:24.000086+00:00','2026-03-02',4,0);
INSERT INTO "milestone" VALUES('mle','leak','01M0DV22G0ZHN4CV2E9Q9NMNQX','evaluation',2,NULL,6.38559807529593559394e+00,9.70973084892218,'2026-08-25T20:23:02.400172+00:00','2026-08-19T20:23:02.400172+00:00','2026-03-02',8,0);
INSERT INTO "milestone" VALUES('mle','leak','01M6VWNJR0F9ANF8YD4KWA8QSG','evaluation',2,NULL,1.14541043113926033214e+01,9.89424458694589503693e+00,'2026-11-18T20:54:43.200258+00:00','2026-11-07T20:54:43.200258+00:00','2026-03-02',12,1);
INSERT INTO "milestone" VALUES('mle','leak','01M819X3G0R4AQANP043PXSQZK','evaluation',2,NULL,5.0357728617157970774e+00,9.84803665700902541857e+00,'2026-11-25T09:40:48.000344+00:00','2026-11-20T09:40:48.000344+00:00','2026-03-02',16,2);
INSERT INTO "milestone" VALUES('mle','leak','01MBPJS380B95DYQ1AT29CW3A6','evaluation',3,0,2.4149086640365671208e+00,9.9358867006118689602e+00,'2027-01-06T22:59:09.600516+00:00','2027-01-06T22:44:09.600516+00:00','2026-03-02',20,3);
INSERT INTO "milestone" VALUES('mle','split','01M0DV22G0ZHN4CV2E9Q9NMNQX','evaluation',2,NULL,1.55812780786327351734e+01,7.3390101670231429054e+00,'2026-09-04T20:23:02.400172+00:00','2026-08-19T20:23:02.400172+00:00','2026-03-02',4,1);
INSERT INTO "milestone" VALUES('mle','split','01M819X3G0R4AQANP043PXSQZK','evaluation',2,NULL,47.8084782316857,8.18969384127408162044e+00,'2027-01-07T09:40:48.000344+00:00','2026-11-20T09:40:48.000344+00:00','2026-03-02',8,1);
INSERT INTO "milestone" VALUES('mle','split','01MBPJS380B98EPX7T38C48GAW','evaluation',2,NULL,1.83351703858240444589e+00,9.83269307819710647322e+00,'2027-01-06T22:52:48.000516+00:00','2027-01-04T22:52:48.000516+00:00','2026-03-02',12,2);
CREATE TABLE overrule (             -- the learner's own verdict; its ratings are reviews
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    verdict TEXT NOT NULL REFERENCES verdict(id),
    answer TEXT NOT NULL REFERENCES answer(id),
    judgements TEXT NOT NULL        -- JSON object: key point to judgement
);
INSERT INTO "overrule" VALUES('01KWMT1R00X8RGHC19RDVK4MWG','2026-07-03T20:17:16.800172+00:00','01KP1MME805MH2A87BA7BAC6JW','01KJPS4KR0HF8ZFZMRYF701GAE','{"bias":"covered","split":"contradicted"}');
INSERT INTO "overrule" VALUES('01M0DVCM00DM71ANCCM72WK65C','2026-08-16T20:40:19.200172+00:00','01M0DVCM00DM5S6W88D0YTCJH5','01KZYCNRG0Y4NXQ9B304AQG3PX','{"leak":"contradicted"}');
INSERT INTO "overrule" VALUES('01M0DVCM00DM7HFM4APH07T7RZ','2026-08-17T08:40:19.200172+00:00','01M0DVCM00DM6GFDYNPX329BGJ','01KSCGSBR0G14HRNB48ANY3CXE','{"split":"contradicted"}');
INSERT INTO "overrule" VALUES('01M0DVCM00DMAK2CZ4BPAA5MGZ','2026-08-18T08:43:12.000258+00:00','01M0DVCM00DM50JGZZE2FCKSZE','01M0DV22G0ZHN4CV2E9Q9NMNQX','{"drift":"contradicted","bias":"contradicted"}');
INSERT INTO "overrule" VALUES('01M0DVCM00DMBY7XK4XE286M9T','2026-08-18T08:46:04.800258+00:00','01M0DVCM00DM2ZY7Z8T9J4H3QG','01M0DV22G0ZHN4CV2E9Q9NMNQX','{"split":"contradicted","bias":"missed","leak":"covered"}');
INSERT INTO "overrule" VALUES('01M3KKD6G0RGX7NZ51HQBBX8BC','2026-09-28T08:51:50.400258+00:00','01M0DVCM00DM6GFDYNPX329BGJ','01KSCGSBR0G14HRNB48ANY3CXE','{"leak":"missed"}');
INSERT INTO "overrule" VALUES('01M819X3G0R4B3FXRCDW7K3N86','2026-11-20T09:43:40.800344+00:00','01M77GS0809N193HTQKWD3P5FY','01M77GS0809MZWP5984SZWQGEX','{"bias":"missed"}');
INSERT INTO "overrule" VALUES('01MB732K803FGQPS6TF9ENWPBW','2026-12-31T22:21:07.200516+00:00','01MAVFF000DD0X26KQC8RHK8HW','01MAT68MG0VKF2E33ENF464WCF','{"leak":"covered"}');
INSERT INTO "overrule" VALUES('01MBPJEHR03NZ1JFDQBG0K5BTW','2027-01-06T22:38:24.000516+00:00','01M819X3G0R4FD3CR6MDND0XZ0','01M819X3G0R4DCB3R8J29EQSBM','{"split":"partly","bias":"covered","drift":"missed"}');
INSERT INTO "overrule" VALUES('01MC0X1280EBXTSQA1G5T9A2AF','2027-01-10T11:01:26.400602+00:00','01MBPJS380B9708JCB6403QB7T','01MBPJS380B95DYQ1AT29CW3A6','{"bias":"contradicted","split":"contradicted","leak":"covered"}');
CREATE TABLE question (             -- worded by a model; authored ones stand in the guides
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    transition TEXT NOT NULL,
    key_point TEXT NOT NULL,
    text TEXT NOT NULL,
    model TEXT NOT NULL,
    prompt_version TEXT NOT NULL
);
INSERT INTO "question" VALUES('01KJPRZB00ZT258DP26KSZ7Z8J','2026-03-02T08:00:00.000000+00:00','mle','leak','What does a leak do?','tiny','question-1');
INSERT INTO "question" VALUES('01KJPRZB00ZT28SDT16Z9E7WT9','2026-03-02T08:00:00.000000+00:00','mle','leak','Why do leaks matter?','tiny','question-why/1');
CREATE TABLE reading (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    utc_offset INTEGER NOT NULL,
    transition TEXT NOT NULL,
    document TEXT NOT NULL,         -- a skill's slug for its guide, or the transition's own
    seconds REAL NOT NULL,
    position REAL NOT NULL          -- share of the document above the window, 0 to 1
) WITHOUT ROWID;
INSERT INTO "reading" VALUES('01KJPRZB00ZT70KQKV1ZKVBAAW','2026-03-02T08:00:00.000000+00:00',60,'','notes/own.md',61.5,0.25);
INSERT INTO "reading" VALUES('01M6ZS3100ZBEFFW9VWMTNQDFK','2026-11-09T09:09:07.200344+00:00',345,'mle','evaluation',0.0,0.5);
INSERT INTO "reading" VALUES('01MB737W00XNQX594TJ2DDAT8G','2026-12-31T22:24:00.000516+00:00',0,'mle','evaluation',0.0001,0.5);
INSERT INTO "reading" VALUES('01MB73QP80XA8TTDRKQ5TWTXD9','2026-12-31T22:32:38.400516+00:00',0,'mle','evaluation',30.5,0.5);
CREATE TABLE reading_place (        -- where reading stopped, whatever the size of window and type
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    reading TEXT NOT NULL REFERENCES reading(id),
    letters REAL NOT NULL           -- above the window, white space not counted
) WITHOUT ROWID;
INSERT INTO "reading_place" VALUES('01KJPRZB00ZT7256QZ5DFZ3CVD','2026-03-02T08:00:00.000000+00:00','01KJPRZB00ZT70KQKV1ZKVBAAW',1234.5);
CREATE TABLE rerate (               -- the learner's own rating, which is a review
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    answer TEXT NOT NULL REFERENCES answer(id)
) WITHOUT ROWID;
INSERT INTO "rerate" VALUES('01KS9Y7C0097QY99K30AR5BVNZ','2026-05-23T08:11:31.200086+00:00','01KP1N48G00XEDPXTD40C2HWC9');
INSERT INTO "rerate" VALUES('01M0DVCM00DMA71YKC7328FZ9D','2026-08-18T08:40:19.200258+00:00','01KZYCNRG0Y4NXQ9B304AQG3PX');
INSERT INTO "rerate" VALUES('01M6X6170088XXTH9QSYZ6803Y','2026-11-08T08:57:36.000258+00:00','01M6X5VY80CB9XWNGDRM2K9CEP');
INSERT INTO "rerate" VALUES('01M6YFJ400BT3YSMNXK8VNRTV2','2026-11-08T21:03:21.600258+00:00','01M6X5VY80CB9XWNGDRM2K9CEP');
INSERT INTO "rerate" VALUES('01M6YFQCR0Z3MBM5EAWX3KEBHX','2026-11-08T21:06:14.400258+00:00','01M6X5VY80CB9XWNGDRM2K9CEP');
INSERT INTO "rerate" VALUES('01M74Y1QR0X0PWP40V5W19QQ7F','2026-11-11T09:12:00.000344+00:00','01M6YFQCR0Z3KRSKS9NFTW91MX');
INSERT INTO "rerate" VALUES('01M74YC980XXGEVZ2VAH9V24W7','2026-11-11T09:17:45.600344+00:00','01M74Y70G0409C0QPENRWFPGBB');
INSERT INTO "rerate" VALUES('01M77GS0809MY8FC4H642117AS','2026-11-10T21:17:45.600344+00:00','01M74Y70G0409C0QPENRWFPGBB');
INSERT INTO "rerate" VALUES('01M819QTR01PR0E9X2TK9CQQD6','2026-11-22T09:35:02.400344+00:00','01M7YQ0J80KYHDQC4QVYCV8FSB');
INSERT INTO "rerate" VALUES('01M819X3G0R4BT9ZKC6FEY03GK','2026-11-20T09:43:40.800430+00:00','01KZYCNRG0Y4NXQ9B304AQG3PX');
INSERT INTO "rerate" VALUES('01MB0MXH008601AHSVXRP3B6EZ','2026-12-29T10:18:14.400430+00:00','01KNZ27Q80J08VZYEK32K6Q1B4');
INSERT INTO "rerate" VALUES('01MC0WVSG04SQW5CZY79MAED0T','2027-01-10T22:52:48.000516+00:00','01MBPJS380B98EPX7T38C48GAW');
INSERT INTO "rerate" VALUES('01MC271SG0VPXA0Z5KWNHMTMGT','2027-01-11T11:10:04.800602+00:00','01MC26Q800QZSSKCC7Q7PAJ465');
INSERT INTO "rerate" VALUES('01MC4SEGG0T0TQXRQMQZXX42TG','2027-01-12T11:10:04.800602+00:00','01MC26Q800QZSSKCC7Q7PAJ465');
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
INSERT INTO "review" VALUES('01KJPRZB00ZT3YG0532R5JTP2T','2026-03-02T08:00:00.000000+00:00','01KJPRZB00ZT3G2RZMW9ZV3M88','01KJPRZB00ZT33VPR0E7F554TN','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01KP1MME805MHCKG0W8BGD201Z','2026-04-12T20:02:52.800086+00:00','01KP1MME805MH2A87BA7BAC6JW','01KJPS4KR0HF8ZFZMRYF701GAE','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01KP1MME805MHDVEY38D58SQ3J','2026-04-12T20:02:52.800086+00:00','01KP1MME805MH2A87BA7BAC6JW','01KJPS4KR0HF8ZFZMRYF701GAE','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01KP1MME805MHES1T0FR3Y4PCA','2026-04-12T20:02:52.800086+00:00','01KP1MME805MH2A87BA7BAC6JW','01KJPS4KR0HF8ZFZMRYF701GAE','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01KP1MSQ00D2YTWW08J4G3S2V9','2026-04-12T20:05:45.600086+00:00','01KP1MSQ00D2YRWMD286CWRQY5','01KJPS4KR0HF8ZFZMRYF701GAE','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KP1MSQ00D2ZASFY1062EQ7QM','2026-04-12T20:05:45.600086+00:00','01KP1MSQ00D2YRWMD286CWRQY5','01KJPS4KR0HF8ZFZMRYF701GAE','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01KP1MSQ00D2ZGK921D4WBWMT3','2026-04-12T20:05:45.600086+00:00','01KP1MSQ00D2YRWMD286CWRQY5','01KJPS4KR0HF8ZFZMRYF701GAE','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01KS9Y7C0097R4QPKY2HS7PWHW','2026-05-23T08:11:31.200086+00:00','01KS9Y7C0097QY99K30AR5BVNZ','01KP1N48G00XEDPXTD40C2HWC9','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01KWMT1R00X8RN46NB8BG20X8T','2026-07-03T20:17:16.800172+00:00','01KWMT1R00X8RGHC19RDVK4MWG','01KJPS4KR0HF8ZFZMRYF701GAE','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01KWMT1R00X8RPMTDWWETC19NS','2026-07-03T20:17:16.800172+00:00','01KWMT1R00X8RGHC19RDVK4MWG','01KJPS4KR0HF8ZFZMRYF701GAE','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01KWQCS0G0KCYRC8TQK58YB60J','2026-07-04T20:23:02.400172+00:00','01KWQCS0G0KCY9QBJG0986WK9G','01KWQCS0G0KCXKY7BTCMM99E8P','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M0DV7B806F8E7RA055Q83DJK','2026-08-19T20:25:55.200172+00:00','01M0DV7B806F8ARTPPRGQQVQQH','01KWQCS0G0KCXKY7BTCMM99E8P','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01M0DVCM00DM3BSJT7P677PSQK','2026-08-17T20:28:48.000172+00:00','01M0DVCM00DM2ZY7Z8T9J4H3QG','01M0DV22G0ZHN4CV2E9Q9NMNQX','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01M0DVCM00DM3QB3D75J94X78J','2026-08-17T20:28:48.000172+00:00','01M0DVCM00DM2ZY7Z8T9J4H3QG','01M0DV22G0ZHN4CV2E9Q9NMNQX','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01M0DVCM00DM3XHS7BSH1FJS2B','2026-08-17T20:28:48.000172+00:00','01M0DVCM00DM3V994AWF5JR7HX','01KZYCNRG0Y4NXQ9B304AQG3PX','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01M0DVCM00DM491G292DGQ0S7T','2026-08-17T20:28:48.000172+00:00','01M0DVCM00DM3V994AWF5JR7HX','01KZYCNRG0Y4NXQ9B304AQG3PX','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01M0DVCM00DM4H7AMM1BH3D59X','2026-08-17T20:28:48.000172+00:00','01M0DVCM00DM3V994AWF5JR7HX','01KZYCNRG0Y4NXQ9B304AQG3PX','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01M0DVCM00DM51J527GFHV59KK','2026-08-18T20:28:48.000172+00:00','01M0DVCM00DM50JGZZE2FCKSZE','01M0DV22G0ZHN4CV2E9Q9NMNQX','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01M0DVCM00DM55GXDMTHW22J6G','2026-08-18T20:28:48.000172+00:00','01M0DVCM00DM50JGZZE2FCKSZE','01M0DV22G0ZHN4CV2E9Q9NMNQX','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01M0DVCM00DM60PV9FQ6Y0BKBK','2026-08-16T20:34:33.600172+00:00','01M0DVCM00DM5S6W88D0YTCJH5','01KZYCNRG0Y4NXQ9B304AQG3PX','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01M0DVCM00DM6KCGFCDKWQ752N','2026-08-16T20:37:26.400172+00:00','01M0DVCM00DM6GFDYNPX329BGJ','01KSCGSBR0G14HRNB48ANY3CXE','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01M0DVCM00DM76GVEW2Z8BK7RX','2026-08-16T20:40:19.200172+00:00','01M0DVCM00DM71ANCCM72WK65C','01KZYCNRG0Y4NXQ9B304AQG3PX','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01M0DVCM00DM7Z87SKCSRB1WTG','2026-08-17T08:40:19.200172+00:00','01M0DVCM00DM7HFM4APH07T7RZ','01KSCGSBR0G14HRNB48ANY3CXE','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01M0DVCM00DM9CYZCBK5V0F7CZ','2026-08-18T08:40:19.200172+00:00','01M0DVCM00DM97YFZQ2DRRH7PV','01M0DVCM00DM8TJRZ43YAQQE8Y','another','evaluation','elsewhere',3);
INSERT INTO "review" VALUES('01M0DVCM00DMAG95VM3S9SB2TJ','2026-08-18T08:40:19.200258+00:00','01M0DVCM00DMA71YKC7328FZ9D','01KZYCNRG0Y4NXQ9B304AQG3PX','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M0DVCM00DMB0ZZPPQ63DSJHA','2026-08-18T08:43:12.000258+00:00','01M0DVCM00DMAK2CZ4BPAA5MGZ','01M0DV22G0ZHN4CV2E9Q9NMNQX','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01M0DVCM00DMBG9K0M9J5Y3RGR','2026-08-18T08:43:12.000258+00:00','01M0DVCM00DMAK2CZ4BPAA5MGZ','01M0DV22G0ZHN4CV2E9Q9NMNQX','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01M0DVCM00DMBZMFRCS684R5BW','2026-08-18T08:46:04.800258+00:00','01M0DVCM00DMBY7XK4XE286M9T','01M0DV22G0ZHN4CV2E9Q9NMNQX','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01M0DVCM00DMC49JD1VRAMKZA9','2026-08-18T08:46:04.800258+00:00','01M0DVCM00DMBY7XK4XE286M9T','01M0DV22G0ZHN4CV2E9Q9NMNQX','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01M0DVCM00DMCGKMGNX742FFPR','2026-08-18T08:46:04.800258+00:00','01M0DVCM00DMBY7XK4XE286M9T','01M0DV22G0ZHN4CV2E9Q9NMNQX','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01M3KK2N006YB8QMNS6YBJDP77','2026-09-28T08:46:04.800258+00:00','01M3KK2N006YB73FTK8PESMXES','01KSCGYMG02911P23KAQM6W0GY','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01M3KK7XR0Y2CJFRRK2RCKPNFV','2026-09-28T08:48:57.600258+00:00','01M3KK7XR0Y2CE116AC599ZV8Y','01KJPS4KR0HF8ZFZMRYF701GAE','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01M3KK7XR0Y2CMG25PQSYH04VH','2026-09-28T08:48:57.600258+00:00','01M3KK7XR0Y2CE116AC599ZV8Y','01KJPS4KR0HF8ZFZMRYF701GAE','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01M3KKD6G0RGXBSZ9T2203Q32M','2026-09-28T08:51:50.400258+00:00','01M3KKD6G0RGX7NZ51HQBBX8BC','01KSCGSBR0G14HRNB48ANY3CXE','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01M3KKD6G0RGXD0A3RF6N101A3','2026-09-28T08:51:50.400258+00:00','01M3KKD6G0RGXCAH5ACGH081ZA','01M0DVCM00DMCP59JEDCYW5YPT','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01M3KKD6G0RGXT434YT5MY0MGX','2026-09-28T08:51:50.400258+00:00','01M3KKD6G0RGXCAH5ACGH081ZA','01M0DVCM00DMCP59JEDCYW5YPT','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01M3KKD6G0RGY8S7P0VWFA8FD6','2026-09-28T08:51:50.400258+00:00','01M3KKD6G0RGXCAH5ACGH081ZA','01M0DVCM00DMCP59JEDCYW5YPT','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01M3MWRTR0KB2TM7H276CJGA41','2026-09-28T20:54:43.200258+00:00','01M3MWRTR0KB2RR2YH74MCHBH4','01M3MWRTR0KB2QA030Q85K5VMH','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M6X6170088Y7YC0G4JRFM0DG','2026-11-08T08:57:36.000258+00:00','01M6X6170088XXTH9QSYZ6803Y','01M6X5VY80CB9XWNGDRM2K9CEP','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01M6YFCV800BHKV8BVXBR46EMF','2026-11-08T21:00:28.800258+00:00','01M6YFCV800BHB38YH947DH7DF','01M6VWNJR0F9ANF8YD4KWA8QSG','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01M6YFJ400BT4AZ8A8PFA6QEF8','2026-11-08T21:03:21.600258+00:00','01M6YFJ400BT3YSMNXK8VNRTV2','01M6X5VY80CB9XWNGDRM2K9CEP','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01M6YFQCR0Z3MNHFZ1VP5TQNTV','2026-11-08T21:06:14.400258+00:00','01M6YFQCR0Z3MBM5EAWX3KEBHX','01M6X5VY80CB9XWNGDRM2K9CEP','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01M6YFQCR0Z3NE5YYHZAWHF1YC','2026-11-08T21:06:14.400344+00:00','01M6YFQCR0Z3N4SY8S809BFGMP','01M6YFQCR0Z3M4RJFQZPFEGKTA','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M74Y1QR0X0QC2RVSE8BZG52H','2026-11-11T09:12:00.000344+00:00','01M74Y1QR0X0PWP40V5W19QQ7F','01M6YFQCR0Z3KRSKS9NFTW91MX','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01M74YC980XXGRZ97CXA816GZ8','2026-11-11T09:17:45.600344+00:00','01M74YC980XXGEVZ2VAH9V24W7','01M74Y70G0409C0QPENRWFPGBB','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M77GS0809MXRW1S25CHAQS00','2026-11-10T09:17:45.600344+00:00','01M77GS0809MXCYF62SZCEJK6A','01M74Y70G0409C0QPENRWFPGBB','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M77GS0809MY3PCQT0ERGHFKF','2026-11-10T09:17:45.600344+00:00','01M77GS0809MXCYF62SZCEJK6A','01M74Y70G0409C0QPENRWFPGBB','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01M77GS0809MYNSRDYZE6EA6CZ','2026-11-10T21:17:45.600344+00:00','01M77GS0809MY8FC4H642117AS','01M74Y70G0409C0QPENRWFPGBB','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01M77GS0809N0YF4HTNY6GQ6ES','2026-11-06T21:20:38.400344+00:00','01M77GS0809N0EXT90Z7CR49DD','01M74Y70G0409C0QPENRWFPGBB','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01M77GS0809N1CG69HA15ATAEH','2026-11-07T21:20:38.400344+00:00','01M77GS0809N193HTQKWD3P5FY','01M77GS0809MZWP5984SZWQGEX','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01M77GS0809N1K9RCV3E7ECCS2','2026-11-07T21:20:38.400344+00:00','01M77GS0809N193HTQKWD3P5FY','01M77GS0809MZWP5984SZWQGEX','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01M77GS0809N1V7R1H611FGKKW','2026-11-07T21:20:38.400344+00:00','01M77GS0809N193HTQKWD3P5FY','01M77GS0809MZWP5984SZWQGEX','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01M77GS0809N2C2K38RTFW1WMJ','2026-11-07T21:20:38.400344+00:00','01M77GS0809N2BV0VKMEXKAVFD','01M77GS0809N1VZ5NXQFYBHBHC','another','evaluation','elsewhere',3);
INSERT INTO "review" VALUES('01M7F8EZG0GEFV5YQZT5VMPH72','2026-11-15T09:26:24.000344+00:00','01M7F8EZG0GEFF4MRFWFYJDEP0','01M77GS0809MZWP5984SZWQGEX','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01M7F8EZG0GEFZ2Y11R2W9W3YS','2026-11-15T09:26:24.000344+00:00','01M7F8EZG0GEFF4MRFWFYJDEP0','01M77GS0809MZWP5984SZWQGEX','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01M819QTR01PR9GTH1YDWW20V0','2026-11-22T09:35:02.400344+00:00','01M819QTR01PR0E9X2TK9CQQD6','01M7YQ0J80KYHDQC4QVYCV8FSB','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01M819X3G0R4BCY96V3H1TP50H','2026-11-20T09:43:40.800344+00:00','01M819X3G0R4B3FXRCDW7K3N86','01M77GS0809MZWP5984SZWQGEX','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01M819X3G0R4BVB5E4BMGJ1WKY','2026-11-20T09:43:40.800430+00:00','01M819X3G0R4BT9ZKC6FEY03GK','01KZYCNRG0Y4NXQ9B304AQG3PX','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01M819X3G0R4CBWEMRWAE3RJG7','2026-11-20T09:46:33.600430+00:00','01M819X3G0R4BZCFRB7TE211ZR','01M819X3G0R4ACR0Q78CFH8X1H','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01M819X3G0R4CZX84ZQGDQC359','2026-11-21T09:46:33.600430+00:00','01M819X3G0R4CMFA14Q9A1A0DE','01M819X3G0R4ACR0Q78CFH8X1H','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01M819X3G0R4EE7RS898SSMW8C','2026-11-20T09:46:33.600430+00:00','01M819X3G0R4E5Q6YQTWA7A3JB','01M819X3G0R4AN1FGQ5KEQPB51','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01M819X3G0R4EN4A22NQSXE3MR','2026-11-20T21:46:33.600430+00:00','01M819X3G0R4EM8MXN7ZX2F3GX','01M819X3G0R4AQANP043PXSQZK','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01M819X3G0R4EV9TQMF0KJBKRM','2026-11-20T21:46:33.600430+00:00','01M819X3G0R4EM8MXN7ZX2F3GX','01M819X3G0R4AQANP043PXSQZK','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01M819X3G0R4F710SD695D6JK6','2026-11-20T21:46:33.600430+00:00','01M819X3G0R4EM8MXN7ZX2F3GX','01M819X3G0R4AQANP043PXSQZK','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01M819X3G0R4FN1T68DB4WCTYZ','2026-11-20T21:49:26.400430+00:00','01M819X3G0R4FD3CR6MDND0XZ0','01M819X3G0R4DCB3R8J29EQSBM','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01M819X3G0R4GF8GYPJZVE4D92','2026-11-18T21:49:26.400430+00:00','01M819X3G0R4G1GRTF5QQ6RM27','01M0DVCM00DM5N0GEGM60S1ZFY','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01M819X3G0R4GGD3E2A9RY1S7N','2026-11-18T21:49:26.400430+00:00','01M819X3G0R4G1GRTF5QQ6RM27','01M0DVCM00DM5N0GEGM60S1ZFY','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01M819X3G0R4H15Y55DQVGR8E8','2026-11-16T21:49:26.400430+00:00','01M819X3G0R4GJVCK358ZDEC69','01M819X3G0R4AQANP043PXSQZK','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01M819X3G0R4HAH2QHB8PX0KTS','2026-11-16T21:49:26.400430+00:00','01M819X3G0R4GJVCK358ZDEC69','01M819X3G0R4AQANP043PXSQZK','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01M819X3G0R4HJZNPHEW850K01','2026-11-16T21:49:26.400430+00:00','01M819X3G0R4GJVCK358ZDEC69','01M819X3G0R4AQANP043PXSQZK','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01M819X3G0R4JZ8MV3RV8K5JWM','2026-11-16T22:00:57.600430+00:00','01M819X3G0R4JJ9YNQ1KNY4EAJ','01M819X3G0R4DCB3R8J29EQSBM','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01M819X3G0R4K30RZ6XSTNZS0E','2026-11-16T22:00:57.600430+00:00','01M819X3G0R4JJ9YNQ1KNY4EAJ','01M819X3G0R4DCB3R8J29EQSBM','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01MAVFF000DD18SQQPYM9T37M8','2026-12-27T10:06:43.200430+00:00','01MAVFF000DD0X26KQC8RHK8HW','01MAT68MG0VKF2E33ENF464WCF','mle','evaluation','drift',4);
INSERT INTO "review" VALUES('01MAVFF000DD1HN4TR7W1ZVBY3','2026-12-27T10:06:43.200430+00:00','01MAVFF000DD0X26KQC8RHK8HW','01MAT68MG0VKF2E33ENF464WCF','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01MAY2GT00R947SKZCAF3HNQB2','2026-12-28T10:18:14.400430+00:00','01MAY2GT00R947N9QTPE6D77XE','01MAY2GT00R93RGHD10W9QMB1F','another','evaluation','elsewhere',3);
INSERT INTO "review" VALUES('01MB0MXH00860G3S2HRTRCY1J5','2026-12-29T10:18:14.400430+00:00','01MB0MXH008601AHSVXRP3B6EZ','01KNZ27Q80J08VZYEK32K6Q1B4','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01MB5SW7R0EGAZ620YPVP6VVJX','2026-12-31T10:21:07.200516+00:00','01MB5SW7R0EGAQ5410A1Q82Q18','01KSCGM300RKXEJ36KJNP1W5SP','mle','evaluation','split',2);
INSERT INTO "review" VALUES('01MB5SW7R0EGAZ7WGZJCMRKGVK','2026-12-31T10:21:07.200516+00:00','01MB5SW7R0EGAQ5410A1Q82Q18','01KSCGM300RKXEJ36KJNP1W5SP','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01MB5SW7R0EGB6FQ4GNAMS9DWH','2026-12-31T10:21:07.200516+00:00','01MB5SW7R0EGAQ5410A1Q82Q18','01KSCGM300RKXEJ36KJNP1W5SP','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01MB732K803FH67CV0ZFX4AV5R','2026-12-31T22:21:07.200516+00:00','01MB732K803FGQPS6TF9ENWPBW','01MAT68MG0VKF2E33ENF464WCF','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01MB73D4R0GC3EVP222X0ZFCHP','2026-12-31T22:26:52.800516+00:00','01MB73D4R0GC34B4ZG7G4214HY','01M0DVCM00DM5N0GEGM60S1ZFY','mle','evaluation','leak',3);
INSERT INTO "review" VALUES('01MB73D4R0GC3TVKJCMAY3NDE1','2026-12-31T22:26:52.800516+00:00','01MB73D4R0GC34B4ZG7G4214HY','01M0DVCM00DM5N0GEGM60S1ZFY','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01MB73D4R0GC3YP1JDM5HTD4XQ','2026-12-31T22:26:52.800516+00:00','01MB73D4R0GC34B4ZG7G4214HY','01M0DVCM00DM5N0GEGM60S1ZFY','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01MB73JDG0E2M1XA1PBYXH9S69','2026-12-31T22:29:45.600516+00:00','01MB73JDG0E2KZW3PF9E7SQX6H','01MAY2BH80RKNT8X591W8R2M3D','mle','evaluation','drift',2);
INSERT INTO "review" VALUES('01MBPJ9900G66VHYNJNY38T71B','2027-01-06T22:35:31.200516+00:00','01MBPJ9900G66M4KAN8QYW79GG','01MB5SPZ0092ETXXATZXPC6BR3','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01MBPJEHR03NZFP9RQCEQ73920','2027-01-06T22:38:24.000516+00:00','01MBPJEHR03NZ1JFDQBG0K5BTW','01M819X3G0R4DCB3R8J29EQSBM','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01MBPJEHR03NZS84JZZ7TG79NK','2027-01-06T22:38:24.000516+00:00','01MBPJEHR03NZ1JFDQBG0K5BTW','01M819X3G0R4DCB3R8J29EQSBM','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01MBPJEHR03NZTV94NBXG1JF80','2027-01-06T22:38:24.000516+00:00','01MBPJEHR03NZ1JFDQBG0K5BTW','01M819X3G0R4DCB3R8J29EQSBM','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01MBPJS380B95X8CZ8M5CN913E','2027-01-06T22:44:09.600516+00:00','01MBPJS380B95WBJ6W8H2ME599','01MBPJS380B95DYQ1AT29CW3A6','mle','evaluation','leak',4);
INSERT INTO "review" VALUES('01MBPJS380B96CVVDHTJGFGSEM','2027-01-06T22:44:09.600516+00:00','01MBPJS380B95WBJ6W8H2ME599','01MBPJS380B95DYQ1AT29CW3A6','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01MBPJS380B96JCVGA1740WYEV','2027-01-06T22:44:09.600516+00:00','01MBPJS380B95WBJ6W8H2ME599','01MBPJS380B95DYQ1AT29CW3A6','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01MBPJS380B97EDTH2PC0TCA6K','2027-01-04T22:44:09.600516+00:00','01MBPJS380B9708JCB6403QB7T','01MBPJS380B95DYQ1AT29CW3A6','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01MBPJS380B97JH3CT08ZE4HER','2027-01-04T22:44:09.600516+00:00','01MBPJS380B9708JCB6403QB7T','01MBPJS380B95DYQ1AT29CW3A6','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01MBPJS380B97NXPZE289J6YZ4','2027-01-04T22:44:09.600516+00:00','01MBPJS380B9708JCB6403QB7T','01MBPJS380B95DYQ1AT29CW3A6','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01MC0WVSG04SR67FFJY57SGAS8','2027-01-10T22:52:48.000516+00:00','01MC0WVSG04SQW5CZY79MAED0T','01MBPJS380B98EPX7T38C48GAW','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01MC0X1280EBV0AG2TFAY1MJ43','2027-01-09T22:55:40.800516+00:00','01MC0X1280EBTVVZNAE7PTM6WJ','01MBPJS380B98EPX7T38C48GAW','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01MC0X1280EBVFBZV0VCPF2DVZ','2027-01-09T22:55:40.800516+00:00','01MC0X1280EBTVVZNAE7PTM6WJ','01MBPJS380B98EPX7T38C48GAW','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01MC0X1280EBWSP4VR7JSFCFE7','2027-01-10T10:58:33.600602+00:00','01MC0X1280EBWGAK5WS82D1V15','01MC0X1280EBTAMAKYGGA5RC7M','mle','evaluation','drift',3);
INSERT INTO "review" VALUES('01MC0X1280EBX5BW88VT6B21BG','2027-01-10T10:58:33.600602+00:00','01MC0X1280EBWGAK5WS82D1V15','01MC0X1280EBTAMAKYGGA5RC7M','mle','evaluation','bias',2);
INSERT INTO "review" VALUES('01MC0X1280EBXD935QQ23K4YTH','2027-01-10T10:58:33.600602+00:00','01MC0X1280EBWGAK5WS82D1V15','01MC0X1280EBTAMAKYGGA5RC7M','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01MC0X1280EBXYYT3CZRFYT0EQ','2027-01-10T11:01:26.400602+00:00','01MC0X1280EBXTSQA1G5T9A2AF','01MBPJS380B95DYQ1AT29CW3A6','mle','evaluation','bias',4);
INSERT INTO "review" VALUES('01MC0X1280EBYE9HC8Z5FAC3E5','2027-01-10T11:01:26.400602+00:00','01MC0X1280EBXTSQA1G5T9A2AF','01MBPJS380B95DYQ1AT29CW3A6','mle','evaluation','split',4);
INSERT INTO "review" VALUES('01MC0X1280EBYRYPH748PEQY3S','2027-01-10T11:01:26.400602+00:00','01MC0X1280EBXTSQA1G5T9A2AF','01MBPJS380B95DYQ1AT29CW3A6','mle','evaluation','leak',2);
INSERT INTO "review" VALUES('01MC0X1280EBZH69ZSXNT2SSPJ','2027-01-10T11:01:26.400602+00:00','01MC0X1280EBZ23G4HC9AMN13P','01M819D9802SDK1J4KEB6FW2QK','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01MC0X1280EC00YS0M5C7RE6TT','2027-01-10T11:01:26.400602+00:00','01MC0X1280EBZ23G4HC9AMN13P','01M819D9802SDK1J4KEB6FW2QK','mle','evaluation','bias',3);
INSERT INTO "review" VALUES('01MC0X1280EC0EBJ77RC4E3XTT','2027-01-10T11:01:26.400602+00:00','01MC0X1280EBZ23G4HC9AMN13P','01M819D9802SDK1J4KEB6FW2QK','mle','evaluation','drift',1);
INSERT INTO "review" VALUES('01MC0X1280EC16Y6ZM7V99ZKRY','2027-01-10T11:01:26.400602+00:00','01MC0X1280EC0SZ5AXZ2CAZK90','01KSDT5000D02YF2B5VX1BCWER','mle','evaluation','leak',1);
INSERT INTO "review" VALUES('01MC0X1280EC1R9GK8TAGHHS40','2027-01-10T11:04:19.200602+00:00','01MC0X1280EC1N1NEX538EM6H0','01MBPJS380B95DYQ1AT29CW3A6','mle','evaluation','split',1);
INSERT INTO "review" VALUES('01MC271SG0VPXH5X4F0PNVVD3X','2027-01-11T11:10:04.800602+00:00','01MC271SG0VPXA0Z5KWNHMTMGT','01MC26Q800QZSSKCC7Q7PAJ465','mle','evaluation','bias',1);
INSERT INTO "review" VALUES('01MC4SEGG0T0TVQ8ZWVWR55Y6S','2027-01-12T11:10:04.800602+00:00','01MC4SEGG0T0TQXRQMQZXX42TG','01MC26Q800QZSSKCC7Q7PAJ465','mle','evaluation','split',3);
INSERT INTO "review" VALUES('01MC4SKS80AKYPBCZ0Z5RCZYN9','2027-01-12T11:12:57.600602+00:00','01MC4SKS80AKY83JDMB0TYF4GX','01MC4SKS80AKY03XVKVDVV9ST4','another','evaluation','elsewhere',3);
CREATE TABLE section_read (         -- of those of one section the last that is not undone holds
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    transition TEXT NOT NULL,
    document TEXT NOT NULL,         -- as in table mark
    section TEXT NOT NULL,          -- anchor of its heading; empty for what stands before the first
    digest TEXT NOT NULL,           -- of its words, to tell whether it was rewritten since
    is_read INTEGER NOT NULL CHECK (is_read IN (0, 1))
) WITHOUT ROWID;
INSERT INTO "section_read" VALUES('01KJPRZB00ZT5ZZ7CH2E3YNQNW','2026-03-02T08:00:00.000000+00:00','mle','evaluation','why','0123456789abcdef',1);
INSERT INTO "section_read" VALUES('01KJPRZB00ZT68YKSS93V7HC4P','2026-03-02T08:00:00.000000+00:00','mle','evaluation','why','0123456789abcdef',0);
CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,             -- today, skill
    transition TEXT NOT NULL,
    skill TEXT,                     -- none when the session mixes skills
    planned INTEGER NOT NULL        -- questions
) WITHOUT ROWID;
INSERT INTO "session" VALUES('01KJPRZB00ZT225JQ1P6VQTE35','2026-03-02T08:00:00.000000+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01KJPRZB00ZT239K5FSP6GYAHF','2026-03-02T08:00:00.000000+00:00','today','another',NULL,10);
INSERT INTO "session" VALUES('01M0DVCM00DM9S6VRA9HGZMCKW','2026-08-18T08:40:19.200172+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01M77GS0809N339CMN6C098YRV','2026-11-07T21:20:38.400344+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01MAY2GT00R94FQ1SN2B0BB6SC','2026-12-28T10:18:14.400430+00:00','today','mle',NULL,10);
INSERT INTO "session" VALUES('01MC4SKS80AKZ7TSR1YK8DKAJQ','2027-01-12T11:12:57.600602+00:00','today','mle',NULL,10);
CREATE TABLE session_end (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    session TEXT NOT NULL REFERENCES session(id)
) WITHOUT ROWID;
INSERT INTO "session_end" VALUES('01M0DVCM00DM9FFBZX9PXR7JZT','2026-08-18T08:40:19.200172+00:00','01KJPRZB00ZT225JQ1P6VQTE35');
INSERT INTO "session_end" VALUES('01M77GS0809N2VFQ0TVHNK32SX','2026-11-07T21:20:38.400344+00:00','01M0DVCM00DM9S6VRA9HGZMCKW');
INSERT INTO "session_end" VALUES('01MAY2GT00R94BWFPPSDBZ9MEX','2026-12-28T10:18:14.400430+00:00','01M77GS0809N339CMN6C098YRV');
INSERT INTO "session_end" VALUES('01MC4SKS80AKYR02ZMXX3S7K3J','2027-01-12T11:12:57.600602+00:00','01MAY2GT00R94FQ1SN2B0BB6SC');
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
INSERT INTO "skill_total" VALUES('mle','evaluation',51,2092403,30500,60,41,23,5);
CREATE TABLE skip (
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    session TEXT NOT NULL REFERENCES session(id),
    key_point TEXT NOT NULL,
    question_id TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "skip" VALUES('01M0DVCM00DM2NXKZ9WQ5T1MPF','2026-08-19T20:28:48.000172+00:00','01KJPRZB00ZT225JQ1P6VQTE35','leak','q1');
INSERT INTO "skip" VALUES('01M0DVCM00DM5EKAZKXWSFM0YX','2026-08-18T20:31:40.800172+00:00','01KJPRZB00ZT225JQ1P6VQTE35','leak','q1');
INSERT INTO "skip" VALUES('01M6X66FR0KKD3MCJKAVFB21NH','2026-11-08T09:00:28.800258+00:00','01M0DVCM00DM9S6VRA9HGZMCKW','leak','q1');
INSERT INTO "skip" VALUES('01M77GS0809N3EP89R4DXYH106','2026-11-08T09:23:31.200344+00:00','01M77GS0809N339CMN6C098YRV','leak','q1');
INSERT INTO "skip" VALUES('01M819X3G0R4DKSKVDNV2D3SFF','2026-11-19T21:46:33.600430+00:00','01M77GS0809N339CMN6C098YRV','leak','q1');
INSERT INTO "skip" VALUES('01M819X3G0R4HVPVPXF1PAG9JD','2026-11-16T21:52:19.200430+00:00','01M77GS0809N339CMN6C098YRV','leak','q1');
INSERT INTO "skip" VALUES('01MAT63BR0VJCNZ125427G1SGS','2026-12-26T22:03:50.400430+00:00','01M77GS0809N339CMN6C098YRV','leak','q1');
CREATE TABLE undo (                 -- of the rows about one target the last counts
    id TEXT NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,             -- undo, redo
    target TEXT NOT NULL            -- id of an answer, overrule, rerate, flag or skip
) WITHOUT ROWID;
INSERT INTO "undo" VALUES('01KP2YAM004F2B94YN4B9WC5KZ','2026-04-13T08:11:31.200086+00:00','undo','01KP1N48G00XEDPXTD40C2HWC9');
INSERT INTO "undo" VALUES('01M0DVCM00DM8DP53XH021E0SA','2026-08-18T08:40:19.200172+00:00','undo','01M0DVCM00DM7HFM4APH07T7RZ');
INSERT INTO "undo" VALUES('01M6ZRXR804PDE1BEZ355JEX8H','2026-11-09T09:06:14.400344+00:00','undo','01M6YFQCR0Z3MBM5EAWX3KEBHX');
INSERT INTO "undo" VALUES('01M72BN0R0QWNSKPBAXT90H992','2026-11-10T09:12:00.000344+00:00','undo','01M6ZS89R0DKDTSV9BKM1YKGFK');
INSERT INTO "undo" VALUES('01M72BN0R0QWP4CVWQXMZ4WSGP','2026-11-10T09:12:00.000344+00:00','undo','01M6YFQCR0Z3M4RJFQZPFEGKTA');
INSERT INTO "undo" VALUES('01M74Y70G0409D3A86RFKFMQZH','2026-11-11T09:14:52.800344+00:00','undo','01M74Y70G0409C0QPENRWFPGBB');
INSERT INTO "undo" VALUES('01M77GS0809MWZR1VXT4QR70BQ','2026-11-12T09:17:45.600344+00:00','undo','01M74YC980XXGEVZ2VAH9V24W7');
INSERT INTO "undo" VALUES('01M77GS0809N01FKPR8FQ6VREY','2026-11-08T21:20:38.400344+00:00','undo','01M77GS0809MZWP5984SZWQGEX');
INSERT INTO "undo" VALUES('01MAVFM8R0RKV0ZESYP5AYVW8D','2026-12-27T10:09:36.000430+00:00','undo','01MAVFF000DD1S06ZSRTPN7J5T');
INSERT INTO "undo" VALUES('01MAY268G00D7A2CP352K627RQ','2026-12-28T10:12:28.800430+00:00','undo','01MAY20ZR0MXF4S1K0HTXDTPD0');
INSERT INTO "undo" VALUES('01MB37A800BFBW8X01GNP2KPPE','2026-12-30T10:18:14.400430+00:00','undo','01MB0MXH008601AHSVXRP3B6EZ');
INSERT INTO "undo" VALUES('01MB5SPZ0092EQFXD2GQS66AA2','2026-12-31T10:18:14.400430+00:00','undo','01MAY2GT00R93RGHD10W9QMB1F');
INSERT INTO "undo" VALUES('01MC0X1280EBT9JAHF9N8QYZMD','2027-01-10T22:55:40.800516+00:00','undo','01MC0WVSG04SQW5CZY79MAED0T');
INSERT INTO "undo" VALUES('01MC0X1280EBVWR0MMSR7ZMKZQ','2027-01-09T22:55:40.800602+00:00','undo','01MC0X1280EBTGHYQ7EBJ7NJVJ');
INSERT INTO "undo" VALUES('01MC0X1280EBWA3FW7PK9AZTVD','2027-01-09T22:58:33.600602+00:00','undo','01MC0X1280EBTAMAKYGGA5RC7M');
INSERT INTO "undo" VALUES('01MC3G8500AXHQFZGJJJTK0JS0','2027-01-11T23:10:04.800602+00:00','undo','01MC271SG0VPXA0Z5KWNHMTMGT');
INSERT INTO "undo" VALUES('01MC4SEGG0T0TJC18HKEH4DE9N','2027-01-12T11:10:04.800602+00:00','redo','01MC271SG0VPXA0Z5KWNHMTMGT');
CREATE TABLE undone (               -- what is undone now, and the undo row that says so
    target TEXT NOT NULL PRIMARY KEY,
    undo TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "undone" VALUES('01KP1N48G00XEDPXTD40C2HWC9','01KP2YAM004F2B94YN4B9WC5KZ');
INSERT INTO "undone" VALUES('01M0DVCM00DM7HFM4APH07T7RZ','01M0DVCM00DM8DP53XH021E0SA');
INSERT INTO "undone" VALUES('01M6YFQCR0Z3MBM5EAWX3KEBHX','01M6ZRXR804PDE1BEZ355JEX8H');
INSERT INTO "undone" VALUES('01M6ZS89R0DKDTSV9BKM1YKGFK','01M72BN0R0QWNSKPBAXT90H992');
INSERT INTO "undone" VALUES('01M6YFQCR0Z3M4RJFQZPFEGKTA','01M72BN0R0QWP4CVWQXMZ4WSGP');
INSERT INTO "undone" VALUES('01M74Y70G0409C0QPENRWFPGBB','01M74Y70G0409D3A86RFKFMQZH');
INSERT INTO "undone" VALUES('01M74YC980XXGEVZ2VAH9V24W7','01M77GS0809MWZR1VXT4QR70BQ');
INSERT INTO "undone" VALUES('01M77GS0809MZWP5984SZWQGEX','01M77GS0809N01FKPR8FQ6VREY');
INSERT INTO "undone" VALUES('01MAVFF000DD1S06ZSRTPN7J5T','01MAVFM8R0RKV0ZESYP5AYVW8D');
INSERT INTO "undone" VALUES('01MAY20ZR0MXF4S1K0HTXDTPD0','01MAY268G00D7A2CP352K627RQ');
INSERT INTO "undone" VALUES('01MB0MXH008601AHSVXRP3B6EZ','01MB37A800BFBW8X01GNP2KPPE');
INSERT INTO "undone" VALUES('01MAY2GT00R93RGHD10W9QMB1F','01MB5SPZ0092EQFXD2GQS66AA2');
INSERT INTO "undone" VALUES('01MC0WVSG04SQW5CZY79MAED0T','01MC0X1280EBT9JAHF9N8QYZMD');
INSERT INTO "undone" VALUES('01MC0X1280EBTGHYQ7EBJ7NJVJ','01MC0X1280EBVWR0MMSR7ZMKZQ');
INSERT INTO "undone" VALUES('01MC0X1280EBTAMAKYGGA5RC7M','01MC0X1280EBWA3FW7PK9AZTVD');
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
INSERT INTO "verdict" VALUES('01KJPRZB00ZT3G2RZMW9ZV3M88','2026-03-02T08:00:00.000000+00:00','01KJPRZB00ZT33VPR0E7F554TN','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KP1MME805MH2A87BA7BAC6JW','2026-04-12T20:02:52.800086+00:00','01KJPS4KR0HF8ZFZMRYF701GAE','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KP1MSQ00D2YRWMD286CWRQY5','2026-04-12T20:05:45.600086+00:00','01KJPS4KR0HF8ZFZMRYF701GAE','[{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01KWQCS0G0KCY9QBJG0986WK9G','2026-07-04T20:23:02.400172+00:00','01KWQCS0G0KCXKY7BTCMM99E8P','[{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M0DV7B806F8ARTPPRGQQVQQH','2026-08-19T20:25:55.200172+00:00','01KWQCS0G0KCXKY7BTCMM99E8P','[{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M0DVCM00DM2ZY7Z8T9J4H3QG','2026-08-17T20:28:48.000172+00:00','01M0DV22G0ZHN4CV2E9Q9NMNQX','[{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M0DVCM00DM3V994AWF5JR7HX','2026-08-17T20:28:48.000172+00:00','01KZYCNRG0Y4NXQ9B304AQG3PX','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',3.33333333333333314829e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M0DVCM00DM50JGZZE2FCKSZE','2026-08-18T20:28:48.000172+00:00','01M0DV22G0ZHN4CV2E9Q9NMNQX','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M0DVCM00DM5S6W88D0YTCJH5','2026-08-16T20:34:33.600172+00:00','01KZYCNRG0Y4NXQ9B304AQG3PX','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M0DVCM00DM6GFDYNPX329BGJ','2026-08-16T20:37:26.400172+00:00','01KSCGSBR0G14HRNB48ANY3CXE','[{"key_point":"drift","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M0DVCM00DM97YFZQ2DRRH7PV','2026-08-18T08:40:19.200172+00:00','01M0DVCM00DM8TJRZ43YAQQE8Y','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M3KK2N006YB73FTK8PESMXES','2026-09-28T08:46:04.800258+00:00','01KSCGYMG02911P23KAQM6W0GY','[{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M3KK7XR0Y2CE116AC599ZV8Y','2026-09-28T08:48:57.600258+00:00','01KJPS4KR0HF8ZFZMRYF701GAE','[{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M3KKD6G0RGXCAH5ACGH081ZA','2026-09-28T08:51:50.400258+00:00','01M0DVCM00DMCP59JEDCYW5YPT','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',6.66666666666666629659e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M3MWRTR0KB2RR2YH74MCHBH4','2026-09-28T20:54:43.200258+00:00','01M3MWRTR0KB2QA030Q85K5VMH','[{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M6YFCV800BHB38YH947DH7DF','2026-11-08T21:00:28.800258+00:00','01M6VWNJR0F9ANF8YD4KWA8QSG','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M6YFQCR0Z3N4SY8S809BFGMP','2026-11-08T21:06:14.400344+00:00','01M6YFQCR0Z3M4RJFQZPFEGKTA','[{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M77GS0809MXCYF62SZCEJK6A','2026-11-10T09:17:45.600344+00:00','01M74Y70G0409C0QPENRWFPGBB','[{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]}]',0.25,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M77GS0809N0EXT90Z7CR49DD','2026-11-06T21:20:38.400344+00:00','01M74Y70G0409C0QPENRWFPGBB','[{"key_point":"leak","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M77GS0809N193HTQKWD3P5FY','2026-11-07T21:20:38.400344+00:00','01M77GS0809MZWP5984SZWQGEX','[{"key_point":"drift","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',8.3333333333333337034e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M77GS0809N2BV0VKMEXKAVFD','2026-11-07T21:20:38.400344+00:00','01M77GS0809N1VZ5NXQFYBHBHC','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M7F8EZG0GEFF4MRFWFYJDEP0','2026-11-15T09:26:24.000344+00:00','01M77GS0809MZWP5984SZWQGEX','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M819X3G0R4BZCFRB7TE211ZR','2026-11-20T09:46:33.600430+00:00','01M819X3G0R4ACR0Q78CFH8X1H','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M819X3G0R4CMFA14Q9A1A0DE','2026-11-21T09:46:33.600430+00:00','01M819X3G0R4ACR0Q78CFH8X1H','[{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M819X3G0R4E5Q6YQTWA7A3JB','2026-11-20T09:46:33.600430+00:00','01M819X3G0R4AN1FGQ5KEQPB51','[{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M819X3G0R4EM8MXN7ZX2F3GX','2026-11-20T21:46:33.600430+00:00','01M819X3G0R4AQANP043PXSQZK','[{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]}]',3.33333333333333314829e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M819X3G0R4FD3CR6MDND0XZ0','2026-11-20T21:49:26.400430+00:00','01M819X3G0R4DCB3R8J29EQSBM','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M819X3G0R4G1GRTF5QQ6RM27','2026-11-18T21:49:26.400430+00:00','01M0DVCM00DM5N0GEGM60S1ZFY','[{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]}]',0.25,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M819X3G0R4GJVCK358ZDEC69','2026-11-16T21:49:26.400430+00:00','01M819X3G0R4AQANP043PXSQZK','[{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',8.3333333333333337034e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01M819X3G0R4JJ9YNQ1KNY4EAJ','2026-11-16T22:00:57.600430+00:00','01M819X3G0R4DCB3R8J29EQSBM','[{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"partly","confidence":0.9,"evidence":[]}]',0.25,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MAVFF000DD0X26KQC8RHK8HW','2026-12-27T10:06:43.200430+00:00','01MAT68MG0VKF2E33ENF464WCF','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]}]',0.75,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MAY2GT00R947N9QTPE6D77XE','2026-12-28T10:18:14.400430+00:00','01MAY2GT00R93RGHD10W9QMB1F','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MB5SW7R0EGAQ5410A1Q82Q18','2026-12-31T10:21:07.200516+00:00','01KSCGM300RKXEJ36KJNP1W5SP','[{"key_point":"split","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MB73D4R0GC34B4ZG7G4214HY','2026-12-31T22:26:52.800516+00:00','01M0DVCM00DM5N0GEGM60S1ZFY','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MB73JDG0E2KZW3PF9E7SQX6H','2026-12-31T22:29:45.600516+00:00','01MAY2BH80RKNT8X591W8R2M3D','[{"key_point":"drift","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MBPJ9900G66M4KAN8QYW79GG','2027-01-06T22:35:31.200516+00:00','01MB5SPZ0092ETXXATZXPC6BR3','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MBPJS380B95WBJ6W8H2ME599','2027-01-06T22:44:09.600516+00:00','01MBPJS380B95DYQ1AT29CW3A6','[{"key_point":"leak","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MBPJS380B9708JCB6403QB7T','2027-01-04T22:44:09.600516+00:00','01MBPJS380B95DYQ1AT29CW3A6','[{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MC0X1280EBTVVZNAE7PTM6WJ','2027-01-09T22:55:40.800516+00:00','01MBPJS380B98EPX7T38C48GAW','[{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"missed","confidence":0.9,"evidence":[]}]',0.5,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MC0X1280EBWGAK5WS82D1V15','2027-01-10T10:58:33.600602+00:00','01MC0X1280EBTAMAKYGGA5RC7M','[{"key_point":"drift","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"partly","confidence":0.9,"evidence":[]},{"key_point":"split","judgement":"covered","confidence":0.9,"evidence":[]}]',8.3333333333333337034e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MC0X1280EBZ23G4HC9AMN13P','2027-01-10T11:01:26.400602+00:00','01M819D9802SDK1J4KEB6FW2QK','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]},{"key_point":"bias","judgement":"covered","confidence":0.9,"evidence":[]},{"key_point":"drift","judgement":"missed","confidence":0.9,"evidence":[]}]',3.33333333333333314829e-01,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MC0X1280EC0SZ5AXZ2CAZK90','2027-01-10T11:01:26.400602+00:00','01KSDT5000D02YF2B5VX1BCWER','[{"key_point":"leak","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MC0X1280EC1N1NEX538EM6H0','2027-01-10T11:04:19.200602+00:00','01MBPJS380B95DYQ1AT29CW3A6','[{"key_point":"split","judgement":"missed","confidence":0.9,"evidence":[]}]',0.0,0.8,'engine','tiny');
INSERT INTO "verdict" VALUES('01MC4SKS80AKY83JDMB0TYF4GX','2027-01-12T11:12:57.600602+00:00','01MC4SKS80AKY03XVKVDVV9ST4','[{"key_point":"elsewhere","judgement":"covered","confidence":0.9,"evidence":[]}]',1.0,0.8,'engine','tiny');
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
COMMIT;
PRAGMA application_id = 1397049173;
PRAGMA user_version = 7;
