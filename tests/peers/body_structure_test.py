#!/usr/bin/env python3
"""Compares our ENVELOPE, BODY and BODYSTRUCTURE with those of the Dovecot installed here.

body_structure_test.py BIN_DIR   asks Dovecot about every message of tests/mail_corpus, then lets
                                 BIN_DIR/test_golden compare parsed values with our own
body_structure_test.py --record  writes Dovecot's answers to tests/mail_corpus/dovecot.txt, with
                                 which the plain tests compare where there is no Dovecot

Dovecot's imap process is run on a pipe, as an ordinary user, in a temporary folder: no daemon, no
socket, no password. Exit code 77: there is no Dovecot.
"""

import os
import pathlib
import pwd
import re
import shutil
import subprocess
import sys
import tempfile

TESTS = pathlib.Path(__file__).resolve().parent.parent
CORPUS = TESTS / "mail_corpus"
RECORD = CORPUS / "dovecot.txt"
ITEMS = b"(RFC822.SIZE ENVELOPE BODY BODYSTRUCTURE)"
UNPRIVILEGED = "nobody"  # Dovecot gives root no mail

CONFIGURATION = """
protocols = imap
base_dir = {folder}/run
state_dir = {folder}/run
mail_location = maildir:{folder}/mail
ssl = no
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
first_valid_gid = 1
log_path = {folder}/log
"""


def imap_program():
    if shutil.which("dovecot", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin"):
        for folder in ("/usr/lib/dovecot", "/usr/libexec/dovecot", "/usr/local/libexec/dovecot"):
            if os.access(f"{folder}/imap", os.X_OK):
                return f"{folder}/imap"
    return None


class Dovecot:
    """One session that is authenticated from the start (PREAUTH), with an empty mail folder."""

    def __init__(self, program, folder):
        import grp

        owner = pwd.getpwnam(UNPRIVILEGED) if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        group = grp.getgrgid(owner.pw_gid).gr_name
        configuration = pathlib.Path(folder) / "dovecot.conf"
        configuration.write_text(
            CONFIGURATION.format(folder=folder, user=owner.pw_name, group=group))
        os.chmod(folder, 0o755)
        os.mkdir(f"{folder}/mail")
        identity = {}
        if os.geteuid() == 0:
            os.chown(folder, owner.pw_uid, owner.pw_gid)
            os.chown(f"{folder}/mail", owner.pw_uid, owner.pw_gid)
            identity = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
        self.log = pathlib.Path(folder) / "log"
        self.process = subprocess.Popen(
            [program, "-c", str(configuration)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, cwd=folder,
            env={"USER": "judge", "HOME": folder, "PATH": os.environ.get("PATH", "")}, **identity)
        greeting = self.response()
        if not greeting.startswith(b"* PREAUTH"):
            raise RuntimeError(f"Dovecot greets with {greeting!r}")

    def response(self):
        """One response with its literals, without the last line end."""
        octets = b""
        while True:
            line = self.process.stdout.readline()
            if not line:
                log = self.log.read_text() if self.log.exists() else ""
                raise RuntimeError(
                    f"Dovecot ended: {self.process.stderr.read().decode()} {log}")
            octets += line
            literal = re.search(rb"\{(\d+)\}\r\n\Z", line)
            if not literal:
                return octets.rstrip(b"\r\n")
            octets += self.process.stdout.read(int(literal.group(1)))

    def command(self, text):
        """Sends a command and gives its untagged responses."""
        self.process.stdin.write(b"a " + text + b"\r\n")
        self.process.stdin.flush()
        untagged = []
        while True:
            response = self.response()
            if response.startswith(b"a "):
                if not response.startswith(b"a OK"):
                    raise RuntimeError(f"{text[:60]!r}: {response!r}")
                return untagged
            untagged.append(response)

    def append(self, message):
        self.command(b"APPEND INBOX {%d+}\r\n%s" % (len(message), message))


def version():
    path = os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin"
    output = subprocess.run([shutil.which("dovecot", path=path), "--version"],
                            capture_output=True, check=True)
    return output.stdout.decode().split()[0]


def escaped(octets):
    """Printable ASCII on one line: a backslash and two hexadecimal digits for all else."""
    return "".join(chr(c) if 32 <= c < 127 and c != 92 else f"\\{c:02x}" for c in octets)


def answers():
    """The record: a line of origin, then `name answer` for each message."""
    messages = sorted(CORPUS.glob("*.eml"))
    with tempfile.TemporaryDirectory(prefix="imapscope-dovecot-") as folder:
        dovecot = Dovecot(imap_program(), folder)
        for message in messages:
            dovecot.append(message.read_bytes())
        dovecot.command(b"SELECT INBOX")
        lines = [f"# Dovecot {version()}, written by tests/peers/body_structure_test.py --record"]
        for number, message in enumerate(messages, start=1):
            untagged = dovecot.command(b"FETCH %d " % number + ITEMS)
            (fetch,) = [r for r in untagged if b" FETCH " in r.split(b"(")[0]]
            lines.append(f"{message.stem} {escaped(fetch)}")
        dovecot.command(b"LOGOUT")
        dovecot.process.wait(timeout=10)
    return "\n".join(lines) + "\n"


def main():
    if imap_program() is None:
        print("skipped: Dovecot is not installed here (Debian: dovecot-imapd)")
        return 77
    if sys.argv[1:] == ["--record"]:
        RECORD.write_text(answers())
        return 0
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as live:
        live.write(answers())
        live.flush()
        return subprocess.run(
            [f"{sys.argv[1]}/test_golden", "--test-case=*Dovecot*"],
            env={**os.environ, "IMAPSCOPE_DOVECOT_RECORD": live.name}).returncode


if __name__ == "__main__":
    sys.exit(main())
