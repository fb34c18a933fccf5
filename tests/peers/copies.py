"""The two copies that a synchronizing client keeps the same: a Maildir here, a server there."""
import imaplib
from pathlib import Path

from served import PASSWORD, USER

MESSAGE = b"From: ben@example.org\r\nSubject: %d\r\nMessage-ID: <%d@example.org>\r\n\r\nHello.\r\n"


def three_letters(server):
    """A session of the server's user, whose INBOX holds letters 1 to 3, beside an empty Copies."""
    client = imaplib.IMAP4("127.0.0.1", server.port)
    client.login(USER, PASSWORD)
    for number in (1, 2, 3):
        client.append("INBOX", None, None, MESSAGE % (number, number))
    client.create("Copies")
    return client


def near(folder, mailbox="INBOX"):
    """The messages of the Maildir FOLDER/mail: subject -> file."""
    files = {}
    for part in ("cur", "new"):
        for path in Path(folder, "mail", mailbox, part).iterdir():
            files[path.read_bytes().split(b"Subject: ")[1].split(b"\n")[0].strip()] = path
    return files


def far(client, mailbox="INBOX"):
    """The server's messages: subject -> (number, flags)."""
    client.select(mailbox)
    _, lines = client.fetch("1:*", "(FLAGS BODY.PEEK[HEADER.FIELDS (SUBJECT)])")
    return {item[1].split(b"Subject: ")[1].strip(): (item[0].split()[0].decode(),
                                                     imaplib.ParseFlags(item[0]))
            for item in lines if isinstance(item, tuple)}
