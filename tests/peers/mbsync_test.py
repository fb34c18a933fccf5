#!/usr/bin/env python3
"""mbsync keeps a Maildir and imapsim serve the same: new mail, flags and deletions, both ways."""
import imaplib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from copies import MESSAGE, far, near
from dovecot import find, missing
from mbsync import configuration
from served import PASSWORD, USER, Served, skip


def synchronise(folder):
    run = subprocess.run([find("mbsync"), "-c", os.path.join(folder, "rc"), "all"],
                         capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def check(server, folder):
    client = imaplib.IMAP4("127.0.0.1", server.port)
    client.login(USER, PASSWORD)
    for number in range(1, 31):
        client.append("INBOX", None, None, MESSAGE % (number, number))
    client.create("Archive/2026")
    client.append("Archive/2026", "(\\Seen)", None, MESSAGE % (99, 99))

    synchronise(folder)
    assert len(near(folder)) == 30
    assert set(near(folder, "Archive/2026")) == {b"99"}

    # Here: one is read, one goes, one is new. There: one is flagged, one goes.
    here = near(folder)
    here[b"1"].rename(Path(folder, "mail", "INBOX", "cur", here[b"1"].name.split(":")[0] + ":2,S"))
    here[b"2"].rename(Path(folder, "mail", "INBOX", "cur", here[b"2"].name.split(":")[0] + ":2,T"))
    Path(folder, "mail", "INBOX", "new", "1.here").write_bytes(MESSAGE % (77, 77))
    there = far(client)
    client.store(there[b"3"][0], "+FLAGS", "(\\Flagged)")
    client.store(there[b"4"][0], "+FLAGS", "(\\Deleted)")
    client.expunge()
    client.close()

    synchronise(folder)
    there = far(client)
    assert len(there) == 29 and b"2" not in there and b"4" not in there and b"77" in there
    assert b"\\Seen" in there[b"1"][1], there[b"1"]
    here = near(folder)
    assert set(here) == set(there), set(here) ^ set(there)
    assert "F" in here[b"3"].name.rsplit(",", 1)[1], here[b"3"]

    synchronise(folder)  # and now there is nothing left to do
    assert near(folder) == here
    client.logout()


if __name__ == "__main__":
    if missing("mbsync"):
        skip("mbsync (isync) is not installed")
    with Served(sys.argv[1]) as server, tempfile.TemporaryDirectory() as folder:
        os.mkdir(os.path.join(folder, "mail"))
        with open(os.path.join(folder, "rc"), "w") as file:
            file.write(configuration(folder, server.port, USER, PASSWORD))
        check(server, folder)
    print("mbsync: fine")
