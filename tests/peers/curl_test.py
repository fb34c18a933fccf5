#!/usr/bin/env python3
"""curl against imapsim serve: list, fetch, search, append, and a wrong password."""
import os
import subprocess
import sys
import tempfile

from dovecot import find, missing
from served import PASSWORD, USER, Served, skip

MBOX = b"""From ben@example.org Mon Jun  1 09:00:00 2026
From: Ben <ben@example.org>
Subject: Lunch

Soup or noodles?

From cleo@example.org Mon Jun  1 10:00:00 2026
From: Cleo <cleo@example.org>
Subject: Slides
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=cut

--cut

Here they are.
--cut
Content-Type: application/pdf

JVBERi0=
--cut--
"""
LOGIN_DENIED = 67  # curl's exit codes
REMOTE_FILE_NOT_FOUND = 78


def curl(server, path, *options, user=f"{USER}:{PASSWORD}"):
    run = subprocess.run([find("curl"), "-s", "-u", user, *options,
                          f"imap://127.0.0.1:{server.port}/{path}"], capture_output=True)
    return run.returncode, run.stdout


def check(server, upload):
    assert curl(server, "", user=f"{USER}:wrong")[0] == LOGIN_DENIED
    assert b"INBOX" in curl(server, "")[1]
    code, text = curl(server, "INBOX;UID=1")
    assert code == 0 and text == (b"From: Ben <ben@example.org>\r\nSubject: Lunch\r\n\r\n"
                                  b"Soup or noodles?\r\n"), text
    assert curl(server, "INBOX;UID=2;SECTION=1")[1] == b"Here they are."
    assert curl(server, "INBOX?SUBJECT%20slides")[1] == b"* SEARCH 2\r\n"
    assert curl(server, "INBOX;UID=99")[0] == REMOTE_FILE_NOT_FOUND
    assert curl(server, "INBOX", "-T", upload)[0] == 0
    assert b"MESSAGES 3" in curl(server, "", "-X", "STATUS INBOX (MESSAGES)")[1]
    assert curl(server, "INBOX;UID=3;SECTION=TEXT")[1] == b"By curl.\r\n"
    assert curl(server, "INBOX", "-X", "STORE 1 +FLAGS (\\Deleted)")[0] == 0
    assert b"* 1 EXPUNGE" in curl(server, "INBOX", "-X", "EXPUNGE")[1]


if __name__ == "__main__":
    if missing("curl"):
        skip("curl is not installed")
    with tempfile.TemporaryDirectory() as folder:
        mbox, upload = os.path.join(folder, "mail.mbox"), os.path.join(folder, "upload")
        with open(mbox, "wb") as file:
            file.write(MBOX)
        with open(upload, "wb") as file:
            file.write(b"Subject: Uploaded\r\n\r\nBy curl.\r\n")
        with Served(sys.argv[1], "--mailboxes", mbox) as server:
            check(server, upload)
    print("curl: fine")
