"""What tests/peers/same_answers_test.py says to Dovecot and to imapsim serve, and where the two may
differ. Each dialogue has a user of its own, whose account is empty when it begins.

A line is (session, command); the sessions "a" and "b" are two clients of that user.
"""

PLAIN = b"From: Ben <ben@example.org>\r\nTo: ada@example.org\r\nSubject: Lunch today\r\n" \
        b"Date: Mon, 01 Jun 2026 09:00:00 +0200\r\nMessage-ID: <1@example.org>\r\n\r\n" \
        b"Soup or noodles?\r\n"
PARTS = b"From: Cleo <cleo@example.net>\r\nTo: ada@example.org\r\nCc: ben@example.org\r\n" \
        b"Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\nDate: Tue, 02 Jun 2026 09:00:00 +0000\r\n" \
        b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=cut\r\n\r\n" \
        b"--cut\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBis bald, gr\xc3\xbc\xc3\x9fe\r\n" \
        b"--cut\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\ninner text\r\n" \
        b"--cut--\r\n"
SHORT = b"Subject: x\r\n\r\n"


NESTED = b"From: a@example.org\r\nSubject: outer\r\nMIME-Version: 1.0\r\n" \
         b"Content-Type: multipart/mixed; boundary=o\r\n\r\npre\r\n" \
         b"--o\r\nContent-Type: multipart/alternative; boundary=i\r\nX-Part: one\r\n\r\n" \
         b"--i\r\nContent-Type: text/plain\r\n\r\nplain\r\n" \
         b"--i\r\nContent-Type: text/html\r\n\r\n<b>html</b>\r\n--i--\r\n" \
         b"--o\r\nContent-Type: message/rfc822\r\nContent-Description: fwd\r\n\r\n" \
         b"From: b@example.org\r\nSubject: within\r\nMIME-Version: 1.0\r\n" \
         b"Content-Type: multipart/mixed; boundary=n\r\n\r\n" \
         b"--n\r\n\r\nfirst inner\r\n--n\r\nContent-Type: image/png\r\n" \
         b"Content-Transfer-Encoding: base64\r\n\r\niVBORw0=\r\n--n--\r\n\r\n--o--\r\npost\r\n"
FOLDED = b"From: =?utf-8?q?J=C3=BCrgen?= <j@example.org>\r\nTo: a@example.org, b@example.org\r\n" \
         b"Bcc: hidden@example.org\r\nX-Long: one\r\n two\r\n\tthree\r\nReceived: first\r\n" \
         b"Received: second\r\nSubject: Re:  spaced   out\r\n" \
         b"Date: Fri, 05 Jun 2026 23:30:00 -0500\r\nMIME-Version: 1.0\r\n" \
         b"Content-Type: text/plain; charset=iso-8859-1\r\n" \
         b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" \
         b"Stra=DFe line soft=\r\nbreak\r\nENDTOKEN\r\n"
HEADER_ONLY = b"Subject: nothing\r\n"


def append(mailbox, message, more=""):
    return f"APPEND {mailbox} {more}{{{len(message)}+}}\r\n".encode() + message


def one(*commands):
    """All by one client."""
    return [("a", command) for command in commands]


def each(command, *fillings):
    return [("a", command % filling) for filling in fillings]


def talk(*lines):
    """'b NOOP': the session, then its command."""
    return [tuple(line.split(" ", 1)) for line in lines]


EVERYDAY = [
    ("a", "NOOP"), ("a", 'LIST "" "*"'), ("a", 'LIST "" ""'), ("a", "CREATE Work"),
    ("a", "CREATE Work"), ("a", "CREATE Work/2026/June"), ("a", "CREATE INBOX"),
    ("a", 'LIST "" %'), ("a", 'LIST "" *'), ("a", 'LIST Work/ %'), ("a", 'LIST "" Work/%'),
    ("a", "SUBSCRIBE Work"), ("a", 'LSUB "" *'), ("a", "UNSUBSCRIBE Work"), ("a", 'LSUB "" *'),
    ("a", "RENAME Work/2026 Work/2027"), ("a", 'LIST "" Work*'), ("a", "RENAME Nowhere There"),
    ("a", "RENAME Work/2027/June INBOX"), ("a", "DELETE INBOX"), ("a", "DELETE Nowhere"),
    ("a", append("INBOX", PLAIN, '(\\Seen $Work) "01-Jun-2026 09:00:00 +0200" ')),
    ("a", append("INBOX", PARTS, '(\\Flagged) "02-Jun-2026 10:00:00 +0000" ')),
    ("a", append("INBOX", SHORT, '"03-Jun-2026 10:00:00 +0000" ')),
    ("a", append("Nowhere", SHORT)),
    ("a", "STATUS INBOX (MESSAGES RECENT UIDNEXT UNSEEN)"), ("a", "STATUS Nowhere (MESSAGES)"),
    ("a", "FETCH 1 FLAGS"), ("a", "EXAMINE INBOX"), ("a", "STORE 1 +FLAGS (\\Seen)"),
    ("a", "SELECT Nowhere"), ("a", "FETCH 1 FLAGS"), ("a", "SELECT INBOX"),
    ("b", "SELECT INBOX"),
    ("a", "FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE)"), ("a", "FETCH 1:3 ENVELOPE"),
    ("a", "FETCH 1:3 BODY"), ("a", "FETCH 1:3 BODYSTRUCTURE"), ("a", "FETCH 2 ALL"),
    ("a", "FETCH 2 BODY.PEEK[]"), ("a", "FETCH 2 BODY.PEEK[HEADER]"),
    ("a", "FETCH 2 BODY.PEEK[HEADER.FIELDS (subject TO x-none)]"),
    ("a", "FETCH 2 BODY.PEEK[HEADER.FIELDS.NOT (Subject To)]"),
    ("a", "FETCH 2 BODY.PEEK[TEXT]"), ("a", "FETCH 2 BODY.PEEK[1]"),
    ("a", "FETCH 2 BODY.PEEK[1.MIME]"), ("a", "FETCH 2 BODY.PEEK[2.HEADER]"),
    ("a", "FETCH 2 BODY.PEEK[2.TEXT]"), ("a", "FETCH 2 BODY.PEEK[2]"),
    ("a", "FETCH 2 BODY.PEEK[TEXT]<5.10>"), ("a", "FETCH 2 BODY.PEEK[TEXT]<5000.10>"),
    ("a", "FETCH 2 RFC822.HEADER"), ("a", "UID FETCH 3 RFC822"), ("a", "FETCH 1:3 FLAGS"),
    ("a", "UID FETCH 999 FLAGS"), ("a", "UID FETCH 3:* UID"), ("a", "UID FETCH 999:* UID"),
    ("a", "SEARCH ALL"), ("a", "SEARCH SEEN"), ("a", "SEARCH NOT SEEN"), ("a", "SEARCH FLAGGED"),
    ("a", "SEARCH KEYWORD $Work"), ("a", "SEARCH UNKEYWORD $Work"), ("a", "SEARCH RECENT"),
    ("a", "SEARCH NEW"), ("a", "SEARCH OLD"), ("a", "SEARCH ANSWERED"), ("a", "SEARCH 2:*"),
    ("a", "SEARCH UID 1,3"), ("a", "SEARCH FROM ben"), ("a", "SEARCH TO ada CC ben"),
    ("a", "SEARCH SUBJECT LUNCH"), ("a", 'SEARCH HEADER Message-ID ""'),
    ("a", "SEARCH HEADER Message-ID 1@example"), ("a", "SEARCH BODY noodles"),
    ("a", "SEARCH TEXT cleo"), ("a", "SEARCH OR FROM ben FROM cleo"),
    ("a", "SEARCH LARGER 100"), ("a", "SEARCH SMALLER 100"), ("a", "SEARCH BEFORE 2-Jun-2026"),
    ("a", "SEARCH ON 2-Jun-2026"), ("a", "SEARCH SINCE 2-Jun-2026"),
    ("a", "SEARCH SENTBEFORE 2-Jun-2026"), ("a", "SEARCH SENTON 1-Jun-2026"),
    ("a", "SEARCH SENTSINCE 2-Jun-2026"), ("a", "SEARCH (SEEN FROM ben) UNDELETED"),
    ("a", "SEARCH CHARSET UTF-8 SUBJECT {7+}\r\nGr\u00fc\u00dfe".encode()),
    ("a", "SEARCH CHARSET X-NONE ALL"), ("a", "UID SEARCH 2"), ("a", "SEARCH FLY"),
    ("a", "SEARCH RETURN (MIN MAX COUNT) ALL"), ("a", "UID SEARCH RETURN (ALL) UNSEEN"),
    ("a", "STORE 1 FLAGS (\\Answered)"), ("a", "STORE 1:2 +FLAGS (\\Draft $New)"),
    ("a", "STORE 1 -FLAGS.SILENT (\\Draft)"), ("a", "UID STORE 3 +FLAGS \\Deleted"),
    ("a", "STORE 9 +FLAGS (\\Seen)"), ("a", "STORE 1 FLAGS (\\Nonsense)"),
    ("b", "NOOP"), ("b", "FETCH 1:* FLAGS"),
    ("a", "COPY 1:2 Work"), ("a", "COPY 1 Nowhere"), ("a", "UID COPY 99 Work"),
    ("a", "MOVE 1 Work"), ("a", "STATUS Work (MESSAGES UNSEEN)"),
    ("b", "FETCH 1 UID"), ("b", "NOOP"),
    ("a", "UID EXPUNGE 1"), ("a", "EXPUNGE"), ("b", "NOOP"), ("b", "CHECK"),
    ("a", append("INBOX", PLAIN)), ("b", "NOOP"), ("b", "STORE 2 +FLAGS (\\Deleted)"),
    ("b", "CLOSE"), ("a", "NOOP"), ("b", "FETCH 1 FLAGS"), ("b", "SELECT Work"),
    ("b", "UNSELECT"), ("b", "SELECT Work"), ("b", "FETCH 1:* (UID FLAGS)"),
    ("a", "DELETE Work/2027"), ("a", "DELETE Work/2027/June"), ("a", 'LIST "" *'),
    ("a", "FLY"), ("a", "FETCH"), ("a", "FETCH 0 FLAGS"), ("a", "FETCH 1 (FLAGS"),
    ("a", "STARTTLS now"), ("a", "LOGIN ada secret"), ("a", "LOGOUT"),
]

FILL = one(
    append("INBOX", PLAIN, '(\\Seen) "01-Jun-2026 09:00:00 +0200" '),
    append("INBOX", NESTED, '"02-Jun-2026 10:00:00 +0000" '),
    append("INBOX", FOLDED, '(\\Draft $Kw Junk) "06-Jun-2026 04:30:00 +0000" '),
    append("INBOX", HEADER_ONLY, '"07-Jun-2026 04:30:00 +0000" '), "SELECT INBOX")

PARTIAL_SECTIONS = ("", "TEXT", "HEADER", "1.MIME", "2.1", "HEADER.FIELDS (Subject To)")
SECTIONS = FILL + each(
    "FETCH 1:4 BODY.PEEK[%s]", "", "HEADER", "TEXT", "1", "1.MIME", "1.1", "1.1.MIME", "1.2", "1.3",
    "1.HEADER", "1.TEXT", "2", "2.HEADER", "2.TEXT", "2.MIME", "2.1", "2.1.MIME", "2.2",
    "2.2.MIME", "2.3", "3", "3.MIME", "1.1.1", "2.HEADER.FIELDS (Subject)",
    "2.HEADER.FIELDS.NOT (Subject)", "HEADER.FIELDS (Received)", "HEADER.FIELDS (X-Long subject)",
    "HEADER.FIELDS.NOT (Received X-Long)", "HEADER.FIELDS (nope)", "1.HEADER.FIELDS (From)",
    "MIME", "0", "1.0", "HEADER.FIELDS ()", "HEADER.FIELDS", "TEXT.1", "1.", ".1", "BODY") + [
        line for section in PARTIAL_SECTIONS
        for line in each(f"FETCH 2:3 BODY.PEEK[{section}]<%s>", "0.1", "0.5", "3.7", "10.4294967295",
                         "100000.1", "4294967295.1", "0.0", "5", "-1.5", "1.-5", "1.", "")]

FETCH = FILL + each(
    "FETCH %s UID", "4:1", "*:2", "1,3,1,2:3", "*", "*:*", "5", "1:5", "5:*", "1:4294967295",
    "4294967296", "1,", ",1", "1:", ":1", "1:2:3", "1;2", "0:1", "0") + each(
        "FETCH 1:* %s", "FAST", "ALL", "FULL", "(FAST)", "(FLAGS FAST)", "()", "(UID UID)",
        "UID FLAGS", "RFC822.SIZE", "(ENVELOPE BODY BODYSTRUCTURE)", "X", "BODY.PEEK", "RFC822.PEEK",
        "(UID  FLAGS)", "( UID)", "(UID )") + one(
            "FETCH 3 (BODY[TEXT] FLAGS)", "FETCH 3 (FLAGS BODY[TEXT])", "FETCH 2 BODY[]",
            "FETCH 2 FLAGS", "FETCH 4 RFC822.TEXT", "FETCH 4 FLAGS", "FETCH 1 RFC822.HEADER",
            "fetch 1 uid", "Uid Fetch 1 flags", "UID FETCH 1:2 (UID)", "UID FETCH 3,1,4 RFC822.SIZE",
            "UID FETCH 4294967295 FLAGS", "UID FETCH *:4294967295 FLAGS", "UID FETCH 9:10 FLAGS",
            "UID FETCH 0 FLAGS", "UID FETCH", "UID", "UID NOOP", "UID EXPUNGE")

SEARCH = FILL + each(
    "SEARCH %s", "UID 1", "NOT UID 2:3", "OR SEEN FLAGGED", "OR (SEEN) (NOT SEEN)", "NOT NOT SEEN",
    "NOT OR SEEN DRAFT", "OR OR SEEN DRAFT RECENT", "(OR SEEN (NOT (DRAFT)))", "((SEEN))", "()", "",
    "NOT", "OR SEEN", "SEEN UNSEEN", "KEYWORD $kw", "KEYWORD junk", "UNKEYWORD junk", "DRAFT",
    "UNDRAFT", "DELETED", "UNDELETED", "UNANSWERED", "UNFLAGGED", "UNSEEN", "NEW", "OLD", "RECENT",
    "RECENT OLD", "BEFORE 1-Jun-2026", "BEFORE 01-Jun-2026", 'BEFORE "02-Jun-2026"',
    "BEFORE 2-jun-2026", "SINCE 1-Foo-2026", "SINCE 1-Jan-26", "SINCE 31-Feb-2026",
    "ON 6-Jun-2026", "ON 5-Jun-2026", "SENTON 5-Jun-2026", "SENTON 6-Jun-2026", "LARGER 0",
    "SMALLER 0", "LARGER 4294967295", "LARGER -1", f"LARGER {len(PLAIN)}", f"SMALLER {len(PLAIN)}",
    f"LARGER {len(PLAIN) - 1}", f"SMALLER {len(PLAIN) + 1}", "HEADER X-Long two",
    'HEADER X-Long "one two"', 'HEADER X-Nope ""', 'HEADER Received ""', "HEADER Received second",
    "HEADER received FIRST", 'SUBJECT ""', 'BODY ""', 'TEXT ""', 'FROM ""', 'BCC ""', 'CC ""',
    "BCC hidden", "TO b@example", "FROM j@example", "FROM rgen", "TEXT hidden", "TEXT within",
    "BODY within", "BODY html", 'BODY "<b>"', "BODY iVBORw", "BODY softbreak", "BODY endtoken",
    "BODY post", "TEXT multipart", "BODY multipart", "BODY fwd", "SUBJECT within",
    "CHARSET US-ASCII BODY soft", 'CHARSET "UTF-8" BODY soft', "CHARSET UTF-8", "CHARSET",
    "CHARSET X-NONE SUBJECT a", "ALL CHARSET UTF-8", "1:2", "1,4", "*", "9", "3:9", "UID 9",
    "UID 9:*", "UID *", "NOT 1", "1 2", "0", "ALLX", "ALL ALL") + one(
        "UID SEARCH 1:2", "UID SEARCH UID 3:*", "UID SEARCH ALL", "search all",
        "SEARCH CHARSET UTF-8 FROM {7+}\r\nj\u00fcrgen".encode(),
        "SEARCH CHARSET UTF-8 FROM {7+}\r\nJ\u00dcRGEN".encode(),
        "SEARCH CHARSET UTF-8 BODY {7+}\r\nstra\u00dfe".encode(),
        b"SEARCH CHARSET iso-8859-1 BODY {6+}\r\nstra\xdfe", b"SEARCH SUBJECT {2+}\r\n\xc3\xbc") + [
            line for key in ("ALL", "SEEN", "FLAGGED", "2:3", "OR 1 4")
            for line in each(f"SEARCH RETURN (%s) {key}", "", "MIN", "MAX", "ALL", "COUNT", "MIN MAX",
                             "MIN MAX ALL COUNT", "COUNT ALL", "min", "MIN MIN", "X")] + one(
            "UID SEARCH RETURN (MIN MAX COUNT ALL) UNSEEN", "UID SEARCH RETURN () UNSEEN",
            "SEARCH RETURN (ALL) CHARSET UTF-8 SUBJECT nothing", "SEARCH RETURN ALL",
            "SEARCH RETURN", "SEARCH RETURN (COUNT)", "SEARCH RETURN (ALL) CHARSET X-NO ALL",
            "SEARCH CHARSET UTF-8 RETURN (COUNT) ALL")

ADDRESSES = one("SELECT INBOX", *(append("INBOX", f"From: {field}\r\n\r\n".encode()) for field in (
    "<user-from (comment)@ (comment) domain.org>", "user-from@\r\n domain.org",
    "Bob (nice) <bob@x.example>", "bob@x.example (Bob King)", '"King, \\"Bob\\"" <bob@x.example>',
    "=?utf-8?q?J=C3=B6rg?= <j@x.example>, cy@y.example", "Friends: bo@x.example, cy@y.example;",
    "Undisclosed:;", "(nobody)", "", "<@hop.example:bob@x.example>"))) + each(
        "SEARCH FROM %s", "user-from@domain.org", "comment", "nice", "bob@x.example", "king",
        '"bob king"', '"king, "', "cy@y", "friends", "undisclosed", "nobody", '""', "hop.example",
        "JOERG", "utf-8", "x.example") + each(
            "SEARCH HEADER FROM %s", "comment", "nice", '""', "user-from@domain.org")

STORE = FILL + each(
    "STORE %s", "1 +FLAGS \\Flagged", "1 +FLAGS \\Answered \\Draft",
    "1 -FLAGS (\\Flagged \\Nothere)", "1:3 FLAGS.SILENT (\\Seen Key1 key1 KEY1)",
    "1 +flags.silent (\\deleted)", "1 +FLAGS (\\Recent)", "1 -FLAGS (\\Recent)", "1 +FLAGS (\\*)",
    "1 +FLAGS (a b c)", "2:1 +FLAGS (x)", "1,1 +FLAGS (y)", "5 +FLAGS (y)", "1:5 +FLAGS (y)",
    "* +FLAGS (z)", "0 +FLAGS (z)", "1 ++FLAGS (x)", "1 +FLAGS.LOUD (x)", "1 FLAG (x)",
    '1 +FLAGS ("x")', "1 +FLAGS (x y", "1 +FLAGS x y)", "1 FLAGS ()") + one(
        "UID STORE 1 +FLAGS (\\Answered)", "UID STORE 1:2 -FLAGS (x)",
        "UID STORE 99 +FLAGS (\\Answered)", "UID STORE 1:* FLAGS.SILENT ()", "FETCH 1:* FLAGS",
        "STORE 3 +FLAGS ($MDNSent $Forwarded)", "STORE 3 -FLAGS.SILENT ($mdnsent)",
        "FETCH 3 FLAGS", "EXAMINE INBOX", "FETCH 1 BODY[TEXT]", "FETCH 4 RFC822", "FETCH 4 FLAGS",
        "EXPUNGE", "CLOSE", "SELECT INBOX", "STORE 2 +FLAGS (\\Deleted)", "EXAMINE INBOX", "CLOSE",
        "SELECT INBOX", "FETCH 1:* UID", "UNSELECT", "SELECT INBOX", "FETCH 1:* UID", "CLOSE",
        "SELECT INBOX", "FETCH 1:* UID")

MAILBOXES = one("CREATE a/b/c", "CREATE a/b", "CREATE a") + each(
    'LIST %s', '"" *', '"" %', '"" a/%', 'a %', 'a/ %', '"a/b" "*"', '"" "%/%"', '"" "*c"',
    '"" "a*c"', '"" inbox', '"" InBoX', '"" "in%"', '"" INBOX/%', 'INB OX', '"" "I*X"', '"" "i*x"',
    '"" /a', '"" a/', '"/" ""', '"x" ""', '"" "nope"', '"" "%%"', '"" "**"', '"" "a/%/c"',
    '"" "%b"', "%", "", '"" a%b') + one(
        'CREATE "with space"', 'LIST "" "with space"', 'LIST "" with*', 'CREATE "quo\\"te"',
        'LIST "" *te', 'CREATE "back\\\\slash"', 'LIST "" back*', "CREATE &AOQ-", 'LIST "" *&AOQ-*',
        'LIST "" *', 'CREATE "b*d"', 'CREATE "b%d"', 'CREATE ""', 'CREATE "/x"', 'CREATE "y//z"',
        "CREATE inbox", "CREATE INBOX/sub", "CREATE inbox/low", 'LIST "" INBOX*', 'LIST "" inbox/*',
        'LIST inbox/ "%"', b"CREATE {3+}\r\nlit", 'LIST "" lit', b'LIST "" {3+}\r\nlit',
        "CREATE #x", 'LIST "" "#%"', "CREATE", "SUBSCRIBE a/b/c", 'LSUB "" *', 'LSUB "" %',
        'LSUB "" a/%', 'LSUB "" "%/%"', "DELETE a/b/c", 'LSUB "" *', 'LSUB "" %', 'LIST "" a*',
        "UNSUBSCRIBE a/b/c", 'LSUB "" *', "SUBSCRIBE nowhere", 'LSUB "" *', "SUBSCRIBE inbox",
        'LSUB "" *', 'LSUB "" inbox', "UNSUBSCRIBE INBOX", "SUBSCRIBE inbox/low", 'LSUB "" *',
        "CREATE x", "SUBSCRIBE x", "SUBSCRIBE x", "RENAME x xx", 'LSUB "" *', 'LIST "" x*',
        "CREATE p/q/r", "CREATE z", append("p/q", SHORT), append("p//q", SHORT), "RENAME p pp",
        'LIST "" p*', "RENAME pp z", "RENAME pp pp/inside", "RENAME pp pp", "RENAME nowhere y",
        "RENAME z INBOX", "RENAME z z/", "RENAME z", 'RENAME z ""', "DELETE z", "DELETE z",
        "DELETE pp", "SELECT pp", "STATUS pp (MESSAGES)", "CREATE pp", "SELECT pp", "UNSELECT",
        "DELETE pp", "DELETE pp", "DELETE pp/q/r", 'LIST "" p*')

STATUS = FILL + each(
    "STATUS %s", "INBOX (MESSAGES UIDNEXT UNSEEN)", "inbox (MESSAGES)", "INBOX ()",
    "INBOX MESSAGES", "INBOX (NOPE)", "INBOX (MESSAGES NOPE)", "INBOX", "", "INBOX (messages)") + talk(
        "a STORE 1:2 +FLAGS.SILENT (\\Deleted \\Seen)", "a STATUS INBOX (MESSAGES UNSEEN)",
        "a EXPUNGE", "a STATUS INBOX (MESSAGES UIDNEXT UNSEEN)", "b STATUS INBOX (MESSAGES)",
        "b EXAMINE INBOX", "b FETCH 1:* FLAGS", "b CLOSE", "a UNSELECT") + [
            ("a", append("INBOX", SHORT))] + talk(
        "b EXAMINE INBOX", "b FETCH 1:* FLAGS", "b SELECT INBOX", "b FETCH 1:* FLAGS",
        "a SELECT INBOX", "a FETCH 1:* FLAGS")

APPEND = one("SELECT INBOX") + [("a", append("INBOX", SHORT, options)) for options in (
    "() ", "(\\Seen \\Seen) ", "\\Seen ", "(\\Recent) ", "(\\Foo) ", "(Foo) ",
    '" 1-Jan-2026 00:00:00 +0000" ', '"1-Jan-2026 00:00:00 +0000" ', '"01-Jan-2026 00:00:00" ',
    '(\\Seen) "17-Jul-1996 02:44:25 -0700" ', '"17-Jul-1996 02:44:25 -0700" (\\Seen) ')] + [
        ("a", append(mailbox, SHORT)) for mailbox in
        ("inbox", '"INBOX"', "Nope", "Nope/deep", '""', "a//b")] + [
            ("a", append("INBOX", message)) for message in
            (b"x", b"no header at all\r\n\r\nbody", b"Subject: bare\nlf\n\nbody\n", b"\r\nbody",
             b"Subject: 8\xff\r\n\r\n\xff\xfe", b"From\r\n\r\nx")] + one(
        "FETCH 1:* (UID FLAGS RFC822.SIZE)", "FETCH 1:* (ENVELOPE BODYSTRUCTURE)",
        "FETCH 1:* (BODY.PEEK[] BODY.PEEK[HEADER] BODY.PEEK[TEXT])", "FETCH 4 INTERNALDATE",
        "APPEND INBOX", "APPEND INBOX x", 'APPEND INBOX "quoted"', "APPEND", "APPEND INBOX ()")

COPY = FILL + one(
    "COPY 1 INBOX", "FETCH 1:* (UID FLAGS)", "COPY 1:2 Nope", "COPY 9 INBOX", "COPY 1:9 INBOX",
    "COPY 1", "COPY", "CREATE box", "UID COPY 1,3 box", "UID COPY 77 box", "COPY 3 box",
    "SELECT box", "FETCH 1:* (UID FLAGS INTERNALDATE)", "STORE 1 +FLAGS (\\Deleted)",
    "COPY 1 INBOX", "MOVE 1 INBOX", "FETCH 1:* UID", "MOVE 9 INBOX", "MOVE 1 nope",
    "UID MOVE 99 INBOX", "UID MOVE 1:* INBOX", "NOOP", "SELECT INBOX", "FETCH 1:* (UID FLAGS)",
    "EXAMINE INBOX", "COPY 1 box", "SELECT INBOX", "STORE 1:3 +FLAGS.SILENT (\\Deleted)",
    "UID EXPUNGE 2", "UID EXPUNGE 2", "UID EXPUNGE 999", "UID EXPUNGE 3:*", "EXPUNGE",
    "FETCH 1:* UID", "UID EXPUNGE x", "MOVE", "UID MOVE 1", "COPY 1,1,1 box", "COPY 1 box/none",
    "STATUS box (MESSAGES UIDNEXT)")

STATES = one(
    "FETCH 1 UID", "SEARCH ALL", "STORE 1 FLAGS (x)", "COPY 1 x", "CLOSE", "CHECK", "EXPUNGE",
    "UNSELECT", "UID FETCH 1 UID", "MOVE 1 x", "UID EXPUNGE 1", "LOGIN a b", "AUTHENTICATE PLAIN",
    "NAMESPACE", "ID NIL", 'ID ("name" "x" "version" NIL)', "ID ()", "ENABLE CONDSTORE",
    "ENABLE X-NONE", "CAPABILITY", "SELECT", "SELECT Nope", "EXAMINE Nope", 'SELECT ""',
    "SELECT a//b", "SELECT inbox", "SELECT Nope", "FETCH 1 UID", "SELECT INBOX", "NOOP", "CHECK",
    "EXAMINE INBOX", "CLOSE", "CLOSE", b"SELECT {5+}\r\nINBOX", 'SELECT "INBOX"', "SELECT (INBOX)",
    "XUNKNOWN", "x y z", '"NOOP"', " NOOP", "noop", "No\top", "STARTTLS now")

TWO = FILL + talk(
    "b SELECT INBOX", "b FETCH 1:* (FLAGS UID)", "b STORE 1 +FLAGS (\\Flagged)", "a NOOP",
    "a STORE 2 +FLAGS (newkey)", "b NOOP", "a STORE 2 +FLAGS.SILENT (\\Deleted)", "b NOOP",
    "b EXPUNGE", "a FETCH 3 UID", "a STORE 4 +FLAGS (\\Seen)", "a NOOP", "a FETCH 1:* UID",
    "b COPY 1:3 INBOX", "a NOOP", "b NOOP", "b STORE 1:* +FLAGS.SILENT (\\Answered)", "b NOOP",
    "a NOOP", "a STORE 1 -FLAGS.SILENT (\\Draft)", "b STORE 1 +FLAGS.SILENT (\\Draft)", "a NOOP",
    "b NOOP", "a EXAMINE INBOX", "b STORE 1 +FLAGS.SILENT (\\Deleted)", "b CLOSE", "a NOOP",
    "a FETCH 1:* FLAGS", "a LOGOUT")

STRICT = "the grammar forbids it: we say BAD, Dovecot reads it somehow"
NO_BLANK_LINE = "a header without blank line behind it: Dovecot adds one (RFC 3501 §6.4.5)"
NUMBERS = "a number beyond the last message is BAD in FETCH, so in SEARCH, too (RFC 3501 §9)"
READ_ONLY = "read-only: we say NO, Dovecot says OK and does nothing"

# Response codes and data, besides those of messages, of which the values are compared.
COMPARED = {b"READ-WRITE", b"READ-ONLY", b"TRYCREATE", b"UNSEEN", b"UIDNEXT",
            b"LIST", b"LSUB", b"STATUS", b"SEARCH", b"ESEARCH", b"FLAGS"}

# (dialogue, command) -> why the two may differ there
DIFFERENCES = {
    ("everyday", "STORE 1 +FLAGS (\\Seen)"): READ_ONLY,
    ("everyday", "SEARCH SENTBEFORE 2-Jun-2026"):
        "no Date: we find nothing, Dovecot takes it as old",
    ("everyday", "FETCH 1 UID"):
        "the message is gone, and b not told: RFC 2180 §4.1 allows both answers",
    ("sections", "FETCH 1:4 BODY.PEEK[1]"):
        "the line end behind a nested multipart is the outer boundary's (RFC 2046 §5.1.1)",
    ("sections", "FETCH 1:4 BODY.PEEK[1.1.1]"):
        "part 1.1 is text and has no parts: Dovecot takes the last number as nothing",
    ("sections", "FETCH 1:4 BODY.PEEK[HEADER.FIELDS (Received)]"): NO_BLANK_LINE,
    ("sections", "FETCH 1:4 BODY.PEEK[HEADER.FIELDS (X-Long subject)]"): NO_BLANK_LINE,
    ("sections", "FETCH 1:4 BODY.PEEK[HEADER.FIELDS (nope)]"): NO_BLANK_LINE,
    ("sections", "FETCH 1:4 BODY.PEEK[0]"): STRICT,
    ("sections", "FETCH 1:4 BODY.PEEK[1.0]"): STRICT,
    **{("sections", f"FETCH 2:3 BODY.PEEK[{section}]<{partial}>"): STRICT
       for section in PARTIAL_SECTIONS for partial in ("0.0", "5")},
    ("fetch", "FETCH 1, UID"): STRICT,
    ("fetch", "FETCH 1:* (UID  FLAGS)"): STRICT,
    ("fetch", "FETCH 1:* ( UID)"): STRICT,
    ("fetch", "FETCH 1:* (UID )"): STRICT,
    ("search", "SEARCH SINCE 31-Feb-2026"): STRICT,
    ("search", "SEARCH BODY within"):
        "the body of a message holds the headers of the one within it; Dovecot skips them",
    ("search", "SEARCH BODY multipart"): "likewise: the headers of its parts",
    ("search", "SEARCH 9"): NUMBERS,
    ("search", "SEARCH 3:9"): NUMBERS,
    ("store", "UID STORE 1:2 -FLAGS (x)"):
        "message 2 had no such flag: we answer all the same, Dovecot does not",
    ("store", "EXPUNGE"): READ_ONLY,
}

EXTENSIONS = ()

DIALOGUES = {"everyday": EVERYDAY, "sections": SECTIONS, "fetch": FETCH, "search": SEARCH,
             "addresses": ADDRESSES, "store": STORE, "mailboxes": MAILBOXES, "status": STATUS,
             "append": APPEND, "copy": COPY, "states": STATES, "two": TWO}
