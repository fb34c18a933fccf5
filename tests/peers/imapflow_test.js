// What imapflow_test.py has imapflow do: node imapflow_test.js PORT USER PASSWORD
const { ImapFlow } = require('imapflow');
const assert = require('assert');

const [port, user, pass] = process.argv.slice(2);
const message = (n) => `From: ben@example.org\r\nSubject: ${n}\r\n\r\nHello.\r\n`;

async function main() {
  const client = new ImapFlow({
    host: '127.0.0.1', port: Number(port), secure: false, doSTARTTLS: false, logger: false,
    auth: { user, pass },
  });
  await client.connect();
  await client.mailboxCreate('Archive');
  for (const n of [1, 2, 3]) await client.append('INBOX', message(n), n === 1 ? ['\\Seen'] : []);
  const lock = await client.getMailboxLock('INBOX');
  try {
    assert.strictEqual(client.mailbox.exists, 3);
    assert.deepStrictEqual(await client.search({ seen: false }), [2, 3]);
    await client.messageFlagsAdd('2', ['\\Flagged']);
    const subjects = [];
    for await (const m of client.fetch('1:*', { envelope: true, flags: true, bodyStructure: true })) {
      subjects.push([m.envelope.subject, [...m.flags].filter((f) => f !== '\\Recent').join()]);
    }
    assert.deepStrictEqual(subjects, [['1', '\\Seen'], ['2', '\\Flagged'], ['3', '']]);
    const { source } = await client.fetchOne('3', { source: true });
    assert.strictEqual(source.toString(), message(3));
    await client.messageMove('2', 'Archive');
    await client.messageDelete('1');
    assert.strictEqual(client.mailbox.exists, 1);
  } finally {
    lock.release();
  }
  assert.strictEqual((await client.status('Archive', { messages: true })).messages, 1);
  await client.logout();
}

main().catch((error) => { console.error(error); process.exit(1); });
