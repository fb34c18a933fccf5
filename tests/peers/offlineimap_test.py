#!/usr/bin/env python3
"""offlineimap keeps a Maildir and imapsim serve the same, both ways; a second run does nothing."""
import imaplib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from copies import MESSAGE, far, near
from dovecot import find, missing
from served import PASSWORD, USER, Served, skip


def synchronise(folder):
    run = subprocess.run([find("offlineimap"), "-o", "-c", os.path.join(folder, "rc"), "-u", "basic"],
                         capture_output=True, text=True, env={**os.environ, "HOME": folder})
    assert run.returncode == 0 and "ERROR" not in run.stderr, run.stdout + run.stderr


def check(server, folder):
    client = imaplib.IMAP4("127.0.0.1", server.port)
    client.login(USER, PASSWORD)
    for number in range(1, 11):
        client.append("INBOX", None, None, MESSAGE % (number, number))
    client.create("Archive")
    synchronise(folder)
    assert len(near(folder)) == 10
    assert Path(folder, "mail", "Archive").is_dir()

    # Here: one is read, one goes, one is new. There: one is flagged, one goes.
    here = near(folder)
    here[b"1"].rename(Path(folder, "mail", "INBOX", "cur", here[b"1"].name.split(":")[0] + ":2,S"))
    here[b"2"].unlink()
    Path(folder, "mail", "INBOX", "new", "1.here").write_bytes(MESSAGE % (77, 77))
    there = far(client)
    client.store(there[b"3"][0], "+FLAGS", "(\\Flagged)")
    client.store(there[b"4"][0], "+FLAGS", "(\\Deleted)")
    client.expunge()
    client.close()
    synchronise(folder)
    synchronise(folder)
    there = far(client)
    here = near(folder)
    assert set(here) == set(there), set(here) ^ set(there)
    assert len(there) == 9 and b"77" in there and b"2" not in there and b"4" not in there
    assert b"\\Seen" in there[b"1"][1] and "F" in here[b"3"].name.rsplit(",", 1)[1]
    synchronise(folder)  # and now there is nothing left to do
    assert near(folder) == here
    client.logout()


def configure(folder, port):
    Path(folder, "rc").write_text(f"""[general]
accounts = all
metadata = {folder}/metadata

[Account all]
localrepository = near
remoterepository = far

[Repository near]
type = Maildir
localfolders = {folder}/mail

[Repository far]
type = IMAP
remotehost = 127.0.0.1
remoteport = {port}
remoteuser = {USER}
remotepass = {PASSWORD}
ssl = no
starttls = no
""")


if __name__ == "__main__":
    if missing("offlineimap"):
        skip("offlineimap is not installed")
    with Served(sys.argv[1]) as server, tempfile.TemporaryDirectory() as folder:
        configure(folder, server.port)
        check(server, folder)
    print("offlineimap: fine")
