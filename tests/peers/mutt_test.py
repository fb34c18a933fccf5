#!/usr/bin/env python3
"""mutt and neomutt open a mailbox of imapsim serve, flag, copy and delete in it, by their keys."""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from copies import three_letters
from dovecot import find, missing
from served import PASSWORD, USER, Served, skip

KEYS = r"1<enter>F2<enter>d3<enter>C=Copies<enter><sync-mailbox><quit>"


def run(program, server, folder):
    """Its keys are pushed from its configuration; `script` gives it the terminal that it wants."""
    rc = Path(folder, "rc")
    rc.write_text(f"""set imap_user={USER}
set imap_pass={PASSWORD}
set folder=imap://127.0.0.1:{server.port}/
set spoolfile=+INBOX
set ssl_starttls=no
set ssl_force_tls=no
set delete=yes
set confirmappend=no
set confirmcreate=no
set wait_key=no
set sort=mailbox-order
set header_cache=
push '{KEYS}'
""")
    ran = subprocess.run(["script", "-qec", f"{find(program)} -n -F {rc}", "/dev/null"],
                         stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
                         env={**os.environ, "HOME": folder, "TERM": "vt100", "LINES": "24",
                              "COLUMNS": "80", "LC_ALL": "C"})
    assert ran.returncode == 0, ran.stdout + ran.stderr


def check(program, binaries):
    with Served(binaries) as server, tempfile.TemporaryDirectory() as folder:
        client = three_letters(server)
        run(program, server, folder)
        client.select("INBOX")
        assert client.search(None, "ALL")[1] == [b"1 2"], program
        assert client.search(None, "FLAGGED SUBJECT 1")[1] == [b"1"], program
        client.select("Copies")
        assert client.search(None, "SUBJECT 3")[1] == [b"1"], program
        client.logout()


if __name__ == "__main__":
    programs = [p for p in ("mutt", "neomutt") if not missing(p, "script")]
    if not programs:
        skip("neither mutt nor neomutt is installed, or script (bsdutils) is not")
    for program in programs:
        check(program, sys.argv[1])
        print(program + ": fine")
