"""Dialogues for same_answers_test.py with extensions that Dovecot announces, too: our server has
them switched on. `<modseq>` in a command is the highest number of a change that the session has
been told, `<validity>` the UIDVALIDITY of its mailbox: each server has its own.
"""
import dialogues
from dialogues import FILL, FOLDED, PLAIN, SHORT, STRICT, append, each, one, talk

EXTENSIONS = ("SORT", "SORT=DISPLAY", "ESORT", "THREAD=ORDEREDSUBJECT", "THREAD=REFERENCES", "SEARCHRES",
              "WITHIN", "CONDSTORE", "QRESYNC", "LIST-EXTENDED", "LIST-STATUS", "CHILDREN",
              "STATUS=SIZE", "MULTIAPPEND", "CATENATE", "BINARY", "SPECIAL-USE", "I18NLEVEL=1")


def mail(subject, number, *references, date="01 Jun 2026 09:00:00 +0000", sender="Ben <b@example.org>",
         more=""):
    """<number@x> answers the numbers before it."""
    head = [f"From: {sender}", "To: Ada <ada@example.org>", f"Subject: {subject}",
            f"Date: Mon, {date}", f"Message-ID: <{number}@x>"]
    if references:
        head.append("References: " + " ".join(f"<{r}@x>" for r in references))
    return ("\r\n".join(head) + "\r\n" + more + "\r\n" + "x" * number + "\r\n").encode()


KEYS = ("ARRIVAL", "CC", "DATE", "FROM", "SIZE", "SUBJECT", "TO", "DISPLAYFROM", "DISPLAYTO")
SORT = one(
    append("INBOX", mail("beta", 1, date="03 Jun 2026 09:00:00 +0000"), '"02-Jun-2026 10:00:00 +0000" '),
    append("INBOX", mail("Re: alpha", 2, sender="Zoe <a@example.org>"), '"01-Jun-2026 10:00:00 +0000" '),
    append("INBOX", mail("alpha", 3, sender="Amy <z@example.org>", more="Cc: Bob <bob@example.org>\r\n")),
    append("INBOX", mail("[list] Alpha (fwd)", 4, date="01 Jun 2026 08:30:00 -0700")),
    append("INBOX", mail("Re[2]: fw: BETA", 5, more="Cc: amy@example.org\r\n")),
    append("INBOX", mail("=?utf-8?q?=C3=84pfel?=", 6)), append("INBOX", mail("", 7)),
    append("INBOX", SHORT, '"04-Jun-2026 10:00:00 +0000" '), "SELECT INBOX",
    "STORE 1,3 +FLAGS (\\Seen)") + each("SORT (%s) UTF-8 ALL", *KEYS) + each(
        "SORT (REVERSE %s) US-ASCII ALL", *KEYS) + one(
    "SORT (SUBJECT REVERSE DATE) UTF-8 ALL", "SORT (FROM SUBJECT) UTF-8 UNSEEN", "UID SORT (SIZE) UTF-8 2:4",
    "SORT (SUBJECT) UTF-8 FROM zoe", "SORT (SUBJECT) UTF-8 SUBJECT none", "SORT () UTF-8 ALL",
    "SORT (NOPE) UTF-8 ALL", "SORT (REVERSE) UTF-8 ALL", "SORT (DATE) X-NONE ALL", "SORT DATE UTF-8 ALL",
    "SORT (DATE) UTF-8", "SORT RETURN (MIN MAX COUNT) (REVERSE SIZE) UTF-8 ALL",
    "UID SORT RETURN () (SIZE) UTF-8 ALL", "SORT RETURN (ALL) (ARRIVAL) UTF-8 SEEN",
    "sort (date) utf-8 all", "SORT (DATE) UTF-8 FLAGGED")

THREAD = one(
    append("INBOX", mail("plan", 1)), append("INBOX", mail("Re: plan", 2, 1, date="01 Jun 2026 10:00:00 +0000")),
    append("INBOX", mail("Re: plan", 3, 1, 2, date="01 Jun 2026 11:00:00 +0000")),
    append("INBOX", mail("Re: plan", 4, 1, date="01 Jun 2026 10:30:00 +0000")),
    append("INBOX", mail("other", 5, date="01 Jun 2026 07:00:00 +0000")),
    append("INBOX", mail("Re: lost", 6, 60, 61, date="01 Jun 2026 12:00:00 +0000")),
    append("INBOX", mail("Re: lost", 7, 60, 62, date="01 Jun 2026 13:00:00 +0000")),
    append("INBOX", mail("Re: other", 8, date="01 Jun 2026 14:00:00 +0000")),
    append("INBOX", mail("loop", 9, 10)), append("INBOX", mail("loop", 10, 9)),
    append("INBOX", SHORT, '"04-Jun-2026 10:00:00 +0000" '), "SELECT INBOX") + each(
        "THREAD %s UTF-8 ALL", "REFERENCES", "ORDEREDSUBJECT", "NOPE") + one(
    "UID THREAD REFERENCES UTF-8 ALL", "THREAD REFERENCES UTF-8 2:4", "THREAD REFERENCES UTF-8 3,4",
    "THREAD ORDEREDSUBJECT US-ASCII SUBJECT plan", "THREAD REFERENCES UTF-8 FLAGGED",
    "THREAD REFERENCES X-NONE ALL", "THREAD REFERENCES UTF-8", "THREAD REFERENCES ALL",
    "thread references utf-8 all")

CONDSTORE = FILL + one(
    "STATUS INBOX (HIGHESTMODSEQ)", "SELECT INBOX (CONDSTORE)", "FETCH 1:4 MODSEQ",
    "FETCH 1:4 (FLAGS) (CHANGEDSINCE 1)", "FETCH 1:4 (FLAGS) (CHANGEDSINCE <modseq>)",
    "STORE 1 (UNCHANGEDSINCE <modseq>) +FLAGS (\\Flagged)",
    "STORE 1:2 (UNCHANGEDSINCE 1) +FLAGS (\\Answered)", "STORE 3 (UNCHANGEDSINCE 0) FLAGS.SILENT ()",
    "STORE 2 (UNCHANGEDSINCE <modseq>) FLAGS.SILENT (x)", "UID STORE 2:3 (UNCHANGEDSINCE 1) FLAGS (y)",
    "FETCH 1:4 (UID FLAGS MODSEQ) (CHANGEDSINCE 1)", "SEARCH MODSEQ 1", "SEARCH MODSEQ <modseq>",
    'SEARCH MODSEQ "/flags/\\\\draft" all 1', "SEARCH MODSEQ 18446744073709551615", "SEARCH MODSEQ",
    "SEARCH RETURN (ALL) MODSEQ 1", "SEARCH SEEN MODSEQ 1", "FETCH 1 (FLAGS) (CHANGEDSINCE)",
    "FETCH 1 (FLAGS) (VANISHED CHANGEDSINCE 1)", "STORE 1 (UNCHANGEDSINCE) FLAGS ()",
    "STATUS INBOX (MESSAGES HIGHESTMODSEQ)", "CLOSE", "SELECT INBOX", "FETCH 1 FLAGS",
    "STORE 1 FLAGS (z)") + talk(
    "b SELECT INBOX (CONDSTORE)", "a STORE 2 FLAGS (later)", "b NOOP",
    "a STORE 2 +FLAGS.SILENT (\\Deleted)", "b NOOP", "a EXPUNGE", "b NOOP",
    "b FETCH 1:* (FLAGS) (CHANGEDSINCE <modseq>)")

QRESYNC = FILL + one("ENABLE QRESYNC", "SELECT INBOX", "STORE 2 +FLAGS (\\Deleted)", "EXPUNGE",
                     "STORE 1 +FLAGS (\\Flagged)", append("INBOX", PLAIN), "NOOP",
                     "UID FETCH 1:* (FLAGS) (CHANGEDSINCE 1 VANISHED)", "CLOSE",
                     "SELECT INBOX (QRESYNC (<validity> 1))", "CLOSE",
                     "SELECT INBOX (QRESYNC (<validity> <modseq>))", "CLOSE",
                     "SELECT INBOX (QRESYNC (<validity> 1 1:2))", "CLOSE",
                     "SELECT INBOX (QRESYNC (12345 1))", "CLOSE",
                     "EXAMINE INBOX (QRESYNC (<validity> <modseq> 1:9))", "SELECT INBOX (QRESYNC (0 1))",
                     "SELECT INBOX (QRESYNC)") + talk(
    "b SELECT INBOX (QRESYNC (1 1))", "b ENABLE QRESYNC", "a SELECT INBOX", "b SELECT INBOX",
    "a STORE 1:2 +FLAGS.SILENT (\\Deleted)", "a UID EXPUNGE 1", "b NOOP", "a EXPUNGE", "b NOOP",
    "a MOVE 1 INBOX", "b NOOP", "b UNSELECT")

LISTS = one("CREATE a", "CREATE a/b", "CREATE a/b/c", "CREATE d", "SUBSCRIBE a/b", "SUBSCRIBE gone") + each(
    'LIST %s', '(SUBSCRIBED) "" *', '(SUBSCRIBED) "" %', '(SUBSCRIBED RECURSIVEMATCH) "" %',
    '() "" %', '"" (a d)', '"" (INBOX "a/%") RETURN (CHILDREN)', '"" % RETURN (SUBSCRIBED)',
    '"" * RETURN (STATUS (MESSAGES UNSEEN))', '(RECURSIVEMATCH) "" *', '(NOPE) "" *', '"" * RETURN (NOPE)',
    '(SUBSCRIBED) "" * RETURN (CHILDREN STATUS (UIDNEXT))', '"" () RETURN ()', '(REMOTE) "" *',
    '(SUBSCRIBED REMOTE) "" (d a/*)')

RESULTS = FILL + one(
    "SEARCH RETURN (SAVE) SEEN", "FETCH $ UID", "SEARCH $", "SEARCH NOT $", "UID SEARCH RETURN (SAVE COUNT) ALL",
    "STORE $ +FLAGS (found)", "SEARCH RETURN (SAVE MIN) ALL", "UID FETCH $ FLAGS",
    "SEARCH RETURN (SAVE) SUBJECT nowhere", "FETCH $ UID", "SEARCH RETURN (SAVE MIN MAX) ALL", "SEARCH $",
    "SEARCH RETURN (SAVE) X-NONE", "FETCH 1,$ UID", "SELECT INBOX", "FETCH $ UID", "SEARCH YOUNGER 3600",
    "SEARCH OLDER 3600", "SEARCH YOUNGER 0", "SEARCH OLDER x", "COPY $ INBOX")

PIECES = one("SELECT INBOX") + [
    ("a", append("INBOX", PLAIN)[:-2] + append("INBOX", SHORT)[len(b"APPEND INBOX"):]),
    ("a", b'APPEND INBOX (\\Seen) CATENATE (URL "/INBOX;UIDVALIDITY=1/;UID=999" TEXT {3+}\r\nabc)\r\n'[:-2]),
    ("a", b"APPEND INBOX CATENATE (TEXT {14+}\r\nSubject: x\r\n\r\n TEXT {5+}\r\nhello)"),
    ("a", append("INBOX", FOLDED)), ("a", "FETCH 1:* (UID RFC822.SIZE)"), ("a", "FETCH 3 BODY.PEEK[]"),
    ("a", "FETCH 4 BINARY.PEEK[1]"), ("a", "FETCH 4 BINARY.SIZE[1]"), ("a", "FETCH 1 BINARY.SIZE[1]"),
    ("a", "FETCH 1 BINARY.PEEK[1]<0.4>"), ("a", "FETCH 1 BINARY.PEEK[2]"), ("a", "FETCH 1 BINARY[HEADER]"),
    ("a", "STATUS INBOX (SIZE)"), ("a", "STATUS INBOX (SIZE MESSAGES NOPE)")]

COMPARED = dialogues.COMPARED | {b"MODIFIED", b"BADCHARSET", b"SORT", b"THREAD", b"VANISHED",
                                 b"ENABLED"}

# (dialogue, command) -> why the two may differ there
DIFFERENCES = {
    ("condstore", "SEARCH MODSEQ 18446744073709551615"):
        "a number of a change has 63 bits (RFC 7162 §7): we say BAD",
    **{("condstore", command): "Dovecot keeps the keyword of a STORE that changed nothing" for command in
       ("UID STORE 2:3 (UNCHANGEDSINCE 1) FLAGS (y)", "SELECT INBOX", "STORE 1 FLAGS (z)", "STORE 2 FLAGS (later)")},
    ("qresync", "SELECT INBOX (QRESYNC (0 1))"): STRICT,
    ("qresync", "NOOP"): "the change before the removal, or behind it: the number is right in both",
    ("lists", 'LIST "" () RETURN ()'): STRICT,
    ("pieces", "FETCH 1 BINARY[HEADER]"): STRICT,
}

DIALOGUES = {"sort": SORT, "thread": THREAD, "condstore": CONDSTORE, "qresync": QRESYNC, "lists": LISTS,
             "results": RESULTS, "pieces": PIECES}
