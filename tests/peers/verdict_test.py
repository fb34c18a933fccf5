#!/usr/bin/env python3
"""Real clients against a server that misbehaves: what serve --verdict says of them."""
import imaplib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile

from served import PASSWORD, USER, skip


class Judged:
    """imapsim serve --misbehave --verdict; leaves `status`, `text` and `verdict` behind."""

    def __init__(self, binaries, faults, *options):
        self.imapsim = os.path.join(binaries, "imapsim")
        self.faults, self.options = faults, options

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="imapscope-verdict-")
        script = os.path.join(self.folder.name, "faults.json")
        self.file = os.path.join(self.folder.name, "verdict.json")
        with open(script, "w", encoding="utf-8") as out:
            json.dump(self.faults, out)
        self.process = subprocess.Popen(
            [self.imapsim, "serve", "--listen", "127.0.0.1:0", "--user", f"{USER}:{PASSWORD}",
             "--misbehave", script, "--verdict", "--verdict-file", self.file, "--lang", "en",
             *self.options], stdout=subprocess.PIPE, text=True)
        first = self.process.stdout.readline()
        self.port = int(first.split(":")[1].split(" ")[0])
        return self

    def __exit__(self, kind, *_):
        self.process.send_signal(signal.SIGINT)
        self.text = self.process.stdout.read()
        self.status = self.process.wait(20)
        if kind is None:
            with open(self.file, encoding="utf-8") as read:
                self.verdict = json.load(read)
        self.folder.cleanup()


def copings(judged):
    return [fault["coping"] for client in judged.verdict["clients"] for fault in client["faults"]]


def imaplib_goes_on(binaries):
    with Judged(binaries, [{"fault": "no", "verb": "NOOP", "nth": 1}], "--profile", "modern") as it:
        client = imaplib.IMAP4("127.0.0.1", it.port)
        client.login(USER, PASSWORD)
        client.select("INBOX")
        assert client.noop()[0] == "NO"
        assert client.noop()[0] == "OK"
        client.logout()
    assert it.status == 0, it.text
    assert copings(it) == ["went_on"], it.verdict
    assert "it went on" in it.text


def imaplib_is_cut_off(binaries):
    with Judged(binaries, [{"fault": "cut_line", "verb": "SELECT", "connection": 1}]) as it:
        client = imaplib.IMAP4("127.0.0.1", it.port)
        client.login(USER, PASSWORD)
        try:
            client.select("INBOX")
            assert False, "a line was cut, and imaplib did not see it"
        except imaplib.IMAP4.abort:
            pass
        again = imaplib.IMAP4("127.0.0.1", it.port)
        again.login(USER, PASSWORD)
        assert again.select("INBOX")[0] == "OK"
        again.logout()
    assert it.status == 0, it.text
    assert copings(it) == ["reconnected"], it.verdict


def a_client_that_breaks_a_rule_fails(binaries):
    with Judged(binaries, []) as it:
        client = imaplib.IMAP4("127.0.0.1", it.port)
        client.send(b"x1 FETCH 1 FLAGS\r\n")
        client.readline()
        client.login(USER, PASSWORD)
        client.logout()
    assert it.status == 1, it.text
    broken = it.verdict["clients"][0]["rules_broken"]
    assert [rule["rule"] for rule in broken] == ["wrong_state"], broken
    assert PASSWORD not in it.text


def a_client_that_hangs_fails(binaries):
    with Judged(binaries, [{"fault": "silence", "verb": "NOOP"}]) as it:
        client = imaplib.IMAP4("127.0.0.1", it.port)
        client.login(USER, PASSWORD)
        client.send(b"x1 NOOP\r\n")
        client.sock.settimeout(0.5)
        try:
            client.sock.recv(1)
            assert False, "the server was to be silent"
        except TimeoutError:
            pass
        it.client = client
        it.process.send_signal(signal.SIGINT)
        it.process.wait(20)
    assert it.status == 1, it.text
    assert copings(it) == ["hung"], it.verdict


def curl_gives_up(binaries):
    if shutil.which("curl") is None:
        return print("curl is not installed")
    with Judged(binaries, [{"fault": "bye", "verb": "SELECT"}]) as it:
        done = subprocess.run(
            ["curl", "-s", "--max-time", "20", "-u", f"{USER}:{PASSWORD}",
             f"imap://127.0.0.1:{it.port}/INBOX;UID=1"], capture_output=True)
        assert done.returncode != 0
    assert copings(it) == ["gave_up"], it.verdict
    assert it.status == 0, it.text


def mbsync_sees_a_delay_through(binaries):
    if shutil.which("mbsync") is None:
        return print("mbsync is not installed")
    with Judged(binaries, [{"fault": "delay", "verb": "SELECT", "ms": 1500},
                           {"fault": "flood", "verb": "LIST"}]) as it:
        with tempfile.TemporaryDirectory() as home:
            config = os.path.join(home, "mbsyncrc")
            with open(config, "w", encoding="utf-8") as out:
                out.write(f"""IMAPAccount a
Host 127.0.0.1
Port {it.port}
User {USER}
Pass {PASSWORD}
SSLType None
AuthMechs LOGIN

IMAPStore far
Account a

MaildirStore near
Path {home}/mail/
Inbox {home}/mail/INBOX

Channel c
Far :far:
Near :near:
Patterns INBOX
Create Near
SyncState *
""")
            os.makedirs(f"{home}/mail")
            done = subprocess.run(["mbsync", "-c", config, "c"], capture_output=True, text=True,
                                  env={**os.environ, "HOME": home}, timeout=60)
            print(done.stderr)
    assert "hung" not in copings(it), it.verdict
    assert "delay" in [fault["fault"] for client in it.verdict["clients"]
                       for fault in client["faults"]], it.verdict


def main():
    if len(sys.argv) < 2:
        skip("needs the folder of the binaries")
    binaries = sys.argv[1]
    imaplib_goes_on(binaries)
    imaplib_is_cut_off(binaries)
    a_client_that_breaks_a_rule_fails(binaries)
    a_client_that_hangs_fails(binaries)
    curl_gives_up(binaries)
    mbsync_sees_a_delay_through(binaries)


main()
