import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONTRIBUTION, clerksOf } from '#contexts/journey.examples';
import { makeTopics } from '#publishing';
import { KafkaConfig, loadConfig } from '#runtime';
import { eventually } from '#testing';
import { brokerAvailable, brokerForTests } from '#testing/kafka';
import { publishedContracts } from '../../apps/event-relay/src/published-contracts.js';
import { type Standalone, startStandalone } from '../../apps/standalone/src/start-standalone.js';
import { fileIn } from '../deployment/compose.js';
import { type PythonAnswer, pythonWith } from './python-with.js';

const PAGE = 'docs/how-to/subscribe.md';

/** What a reader copies from the page, by its language, in its order. */
const SNIPPETS = [...fileIn(PAGE).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
  language: language!,
  text: text!,
}));
const of = (language: string) => SNIPPETS.filter((one) => one.language === language).map(({ text }) => text);
const [tokens, aPage, asItHappens, fromThere, aFile] = of('sh') as [string, string, string, string, string];
const [kafkaFromNode, persistent] = of('js') as [string, string];
const [kafkaFromPython] = of('python') as [string];
const [question] = of('sql') as [string];

const { available } = await brokerAvailable();
const withBroker = available ? it : it.skip;
const python: PythonAnswer = await pythonWith('confluent-kafka', '2.16.1');
const duckdb: PythonAnswer = await pythonWith('duckdb', '2.0.1');
for (const answer of [python, duckdb]) {
  if (!answer.available) process.stdout.write(`Something is not tried in Python: ${answer.reason}\n`);
}

const REGISTERED = 'lindung.participants.participant-registered.v2';
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

describe('what docs/how-to/subscribe.md has readers do', () => {
  let folder: string;
  let system: Standalone;
  let brokers = '';
  let participant: string;
  const started: ChildProcess[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lindung-subscribe-'));
    await symlink(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'));
    if (available) {
      brokers = await brokerForTests();
      const topics = publishedContracts.map(({ topic }) => topic);
      await makeTopics({ brokers: [brokers], clientId: 'spec', log: SILENT }, topics);
    }
    system = await startStandalone({
      dataDir: join(folder, 'data'),
      durable: false,
      freePorts: true,
      allowClockHeader: true,
      logLevel: 'error',
      ...(available && { kafka: loadConfig(KafkaConfig, { KAFKA_BROKERS: brokers }) }),
    });
    participant = await clerks.register();
  });

  afterAll(async () => {
    for (const child of started) end(child);
    await system?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Somebody registers workers, as anybody does over HTTP. */
  const clerks = clerksOf({
    post: async (path, body, { role = 'registrar', at } = {}) => {
      const response = await fetch(system.commandApiUrl + path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await system.tokenFor(role)}`,
          ...(at && { 'x-lindung-clock': at }),
        },
        body: JSON.stringify(body),
      });
      const text = await response.text();
      const { status, headers } = response;
      return { status, headers, text, body: JSON.parse(text) as Record<string, unknown> };
    },
  });

  /** Runs a program until it is told to stop, and gives what it has said so far. */
  function said(command: string, args: readonly string[]): () => string {
    const child = spawn(command, args, {
      cwd: folder,
      detached: true,
      env: { ...process.env, NODE_OPTIONS: '', KAFKA_BROKERS: brokers, EVENTSTORE_URL: system.eventStoreUrl },
    });
    started.push(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (text += String(piece)));
    return () => text;
  }

  /** What the shell is told, with the ports that this system has. */
  const shell = (...commands: readonly string[]) =>
    said('bash', [
      '-c',
      commands
        .join('\n')
        .replaceAll('http://127.0.0.1:3002', system.issuerUrl)
        .replaceAll('http://127.0.0.1:3015', system.feedUrl)
        .replaceAll('http://127.0.0.1:3016', system.reportingUrl),
    ]);

  async function program(name: string, text: string, command: string): Promise<() => string> {
    await writeFile(join(folder, name), text);
    return said(command, [name]);
  }

  async function heard(what: () => string, expected: string): Promise<void> {
    await eventually(`${expected} was heard`, () => what().includes(expected), 15_000).catch(
      (error: Error) => {
        throw new Error(`${error.message}; it said: ${what().slice(-2_000)}`);
      },
    );
  }

  it('gives a page by curl', async () => {
    const page = shell(tokens, aPage);
    await heard(page, '"hasMore":false');
    expect(JSON.parse(page())).toMatchObject({
      events: [{ type: REGISTERED, subject: `participant-${participant}` }],
      next: expect.stringMatching(/^\d+$/),
    });
  });

  it('tells by curl what happens, from the beginning and from where somebody left', async () => {
    const all = shell(tokens, asItHappens);
    await heard(all, `"subject":"participant-${participant}"`);
    const later = shell(tokens, fromThere);
    const other = await clerks.register();
    await heard(all, `"subject":"participant-${other}"`);
    await heard(later, `"subject":"participant-${other}"`);
    expect(later()).not.toContain(`"subject":"participant-${participant}"`);
  });

  withBroker('hears it from Kafka in Node', async () => {
    const node = await program('listen.mjs', kafkaFromNode, process.execPath);
    await heard(node, `${REGISTERED} participant-${participant} {"participantId":"${participant}"`);
  });

  (available && python.available ? it : it.skip)('hears it from Kafka in Python', async () => {
    const interpreter = python.available ? python.interpreter : '';
    const heardThere = await program('listen.py', kafkaFromPython, interpreter);
    await heard(heardThere, `${REGISTERED} participant-${participant} {"participantId": "${participant}"`);
  });

  it('works through a persistent subscription, whose place the log keeps', async () => {
    const first = await program('work.mjs', persistent, process.execPath);
    await heard(first, `ParticipantRegistered participant-${participant}`);
    expect(first()).not.toContain('Contoh');
    // Whoever has got the next one has said that the one before is done.
    const next = await clerks.register();
    await heard(first, `ParticipantRegistered participant-${next}`);
    end(started.at(-1)!);
    await once(started.at(-1)!, 'close');
    const other = await clerks.register();
    const second = await program('work.mjs', persistent, process.execPath);
    await heard(second, `ParticipantRegistered participant-${other}`);
    expect(second()).not.toContain(participant);
  });

  (duckdb.available ? it : it.skip)('asks DuckDB about a report that was taken as Parquet', async () => {
    for (let nth = 0; nth < 6; nth++) {
      const id = await clerks.register();
      const path = `/participants/${id}/contributions`;
      await clerks.done('registrar', path, CONTRIBUTION, '2026-08-03T20:00:00+07:00');
    }
    const authorization = `Bearer ${await system.tokenFor('reporting')}`;
    await eventually('the reports have taken it in', async () => {
      // Of Kafka nobody knows up to which place of the log everything was heard.
      const path = '/reports/active-participants?on=2026-09-15';
      const answer = await fetch(system.reportingUrl + path, { headers: { authorization } });
      const { total } = (await answer.json()) as { total?: { figures: { persons: number } | null } };
      return total?.figures?.persons === 6;
    });
    const taken = shell(tokens, aFile, 'echo taken');
    await heard(taken, 'taken');
    const ask = `import duckdb\nprint(duckdb.sql("""${question}""").fetchall())\n`;
    const answered = await program('ask.py', ask, duckdb.available ? duckdb.interpreter : '');
    await heard(answered, "('BPU', 6, False), ('ALL', 6, False)");
  });
});

/** With everybody whom it has started. */
function end(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, 'SIGTERM');
  } catch {
    // It has ended.
  }
}
