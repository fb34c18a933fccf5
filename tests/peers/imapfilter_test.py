#!/usr/bin/env python3
"""imapfilter sorts a mailbox of imapsim serve: searches, flags, copies, moves and deletes."""
import imaplib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from dovecot import find, missing
from served import PASSWORD, USER, Served, skip

MESSAGE = b"From: %s@example.org\r\nSubject: %s\r\n\r\nHello.\r\n"


def check(server, folder):
    client = imaplib.IMAP4("127.0.0.1", server.port)
    client.login(USER, PASSWORD)
    for sender, subject in ((b"ben", b"Lunch"), (b"cleo", b"Slides"), (b"ben", b"Bill"),
                            (b"shop", b"Offer")):
        client.append("INBOX", None, None, MESSAGE % (sender, subject))
    run = subprocess.run([find("imapfilter"), "-c", os.path.join(folder, "config.lua")],
                         capture_output=True, text=True, env={**os.environ, "HOME": folder})
    assert run.returncode == 0, run.stdout + run.stderr
    client.select("INBOX")
    assert client.search(None, "ALL")[1] == [b"1 2"]
    assert client.search(None, "FLAGGED SUBJECT Slides")[1] == [b"1"]
    assert client.search(None, "SUBJECT Bill")[1] == [b"2"]
    client.select("Friends")
    assert client.search(None, "ALL")[1] == [b"1 2"]
    assert client.search(None, "SUBJECT Lunch")[1] == [b"1"]
    client.logout()


def configure(folder, port):
    Path(folder, "config.lua").write_text(f"""
account = IMAP {{ server = '127.0.0.1', port = {port}, username = '{USER}', password = '{PASSWORD}' }}
account:create_mailbox('Friends')
account.INBOX:contain_from('ben'):copy_messages(account.Friends)
account.INBOX:contain_subject('Lunch'):delete_messages()
account.INBOX:contain_from('cleo'):mark_flagged()
account.INBOX:contain_subject('Offer'):delete_messages()
""")


if __name__ == "__main__":
    if missing("imapfilter"):
        skip("imapfilter is not installed")
    with Served(sys.argv[1]) as server, tempfile.TemporaryDirectory() as folder:
        configure(folder, server.port)
        check(server, folder)
    print("imapfilter: fine")
