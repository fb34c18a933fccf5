#!/usr/bin/env python3
"""imapflow, from npm, against imapsim serve: append, search, fetch, store, move, delete."""
import os
import subprocess
import sys

from dovecot import find, missing
from served import PASSWORD, USER, Served, skip


def installed(folder):
    """Whether imapflow is in FOLDER, or could be brought there."""
    if os.path.isdir(os.path.join(folder, "node_modules", "imapflow")):
        return True
    try:
        run = subprocess.run([find("npm"), "install", "--no-audit", "--no-fund", "--prefix", folder,
                              "imapflow"], capture_output=True, timeout=200)
    except subprocess.TimeoutExpired:
        return False
    return run.returncode == 0


if __name__ == "__main__":
    if missing("node", "npm"):
        skip("node and npm are not installed")
    folder = os.path.join(sys.argv[1], os.pardir, "peers")
    if not installed(folder):
        skip("imapflow could not be installed from npm")
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "imapflow_test.js")
    with Served(sys.argv[1]) as server:
        run = subprocess.run([find("node"), script, str(server.port), USER, PASSWORD], timeout=60,
                             capture_output=True, text=True,
                             env={**os.environ, "NODE_PATH": os.path.join(folder, "node_modules")})
        assert run.returncode == 0, run.stdout + run.stderr
    print("imapflow: fine")
