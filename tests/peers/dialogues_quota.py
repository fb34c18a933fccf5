"""Dialogues for same_answers_test.py where each user has a quota: 2 KiB, and 5 messages."""
import dialogues
from dialogues import PLAIN, SHORT, STRICT, append, one

EXTENSIONS = ("QUOTA",)
STORAGE, MESSAGES = 2, 5
LONG = b"Subject: x\r\n\r\n" + b"x" * 3000

QUOTA = one(
    "GETQUOTAROOT INBOX", 'GETQUOTA "#user/quota"', "GETQUOTA nope", "GETQUOTAROOT nope", 'GETQUOTA ""',
    append("INBOX", SHORT), append("INBOX", PLAIN), 'GETQUOTA "#user/quota"', "SELECT INBOX", "COPY 1:2 INBOX",
    "GETQUOTAROOT INBOX", "COPY 1:2 INBOX", "COPY 1 INBOX", append("INBOX", SHORT), "COPY 2 INBOX", "CREATE x",
    "MOVE 1 x", "GETQUOTAROOT x", "COPY 1 x", "STORE 1 +FLAGS (\\Deleted)", 'GETQUOTA "#user/quota"', "EXPUNGE",
    'GETQUOTA "#user/quota"', append("INBOX", LONG), append("x", SHORT), append("nope", SHORT),
    "COPY 1 nope", "DELETE x", 'GETQUOTA "#user/quota"', "GETQUOTA", "GETQUOTAROOT", "GETQUOTAROOT INBOX x")

COMPARED = dialogues.COMPARED | {b"QUOTA", b"QUOTAROOT"}

# (dialogue, command) -> why the two may differ there
DIFFERENCES = {("quota", "GETQUOTAROOT INBOX x"): STRICT}

DIALOGUES = {"quota": QUOTA}
