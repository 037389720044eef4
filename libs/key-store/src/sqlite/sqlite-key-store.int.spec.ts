import { randomBytes, randomUUID } from 'node:crypto';
import { appendFile, copyFile, cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type WrappedKeys, KeysDiffer, StillInFiles } from '../key-store.js';
import { backupKeys, restoreKeys } from './key-backup.js';
import { SqliteKeyStore } from './sqlite-key-store.js';

const BOTH = ['person', 'health'] as const;
const newKeys = (): Required<WrappedKeys> => ({
  masterKeyId: 'a master key',
  person: randomBytes(60),
  health: randomBytes(60),
});

describe('keys in a file of SQLite', () => {
  let scratch: string;
  let directory: string;
  let store: SqliteKeyStore;

  beforeEach(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'lindung-key-store-'));
    directory = join(scratch, 'keys');
    store = SqliteKeyStore.open(directory);
  });
  afterEach(async () => {
    await store.close();
    await rm(scratch, { recursive: true });
  });

  const reopen = async () => {
    await store.close();
    store = SqliteKeyStore.open(directory);
  };

  /** Copies lie elsewhere: a process that opens and closes a file of SQLite by other means loses its locks on it. */
  async function occurrences(wrapped: Buffer): Promise<number> {
    const copy = join(scratch, 'copy');
    await cp(directory, copy, { recursive: true });
    const files = await Promise.all((await readdir(copy)).map((name) => readFile(join(copy, name))));
    await rm(copy, { recursive: true });
    return files
      .map((bytes) => bytes.toString('latin1').split(wrapped.toString('latin1')).length - 1)
      .reduce((a, b) => a + b);
  }

  async function somebody(): Promise<{ subject: string; keys: Required<WrappedKeys> }> {
    const [subject, keys] = [randomUUID(), newKeys()];
    await store.ensure([subject], () => keys);
    return { subject, keys };
  }

  it('holds each key in one place, however the file grows, and no key any more that was destroyed', async () => {
    const people = new Map<string, Required<WrappedKeys>>();
    const gone: Buffer[] = [];
    const kept: Buffer[] = [];
    for (let round = 0; round < 40; round++) {
      const some = Array.from({ length: 100 }, () => randomUUID());
      for (const subject of some) people.set(subject, newKeys());
      await store.ensure(some, (subject) => people.get(subject)!);
      const [first = '', second = ''] = some;
      await store.destroy(first, BOTH);
      await store.destroy(second, ['health']);
      gone.push(people.get(first)!.person, people.get(first)!.health, people.get(second)!.health);
      kept.push(people.get(second)!.person, people.get(some.at(-1)!)!.person);
    }
    const [whole, ...others] = (await readdir(directory)).sort();
    expect([whole, ...others]).toEqual([
      'destroyed.jsonl',
      'keys.sqlite',
      'keys.sqlite-shm',
      'keys.sqlite-wal',
    ]);
    for (const key of gone) expect(await occurrences(key)).toBe(0);
    for (const key of kept) expect(await occurrences(key)).toBe(1);
    await reopen();
    for (const key of gone.slice(-3)) expect(await occurrences(key)).toBe(0);
  });

  it('waits for whoever reads what is older, says so when that takes too long, and cleans up once they have ended', async () => {
    const { subject, keys } = await somebody();
    await store.close();
    store = SqliteKeyStore.open(directory, { cleanWithinMs: 300 });
    await somebody();
    const reader = new DatabaseSync(join(directory, 'keys.sqlite'), { readOnly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM keys').get();
    await expect(store.destroy(subject, BOTH)).rejects.toThrow(StillInFiles);
    expect(store.isForgotten).toBe(false);
    expect((await store.find([subject])).get(subject)?.person).toBeUndefined();
    expect(await occurrences(keys.person)).toBeGreaterThan(0);
    reader.close();
    await store.destroy(subject, BOTH);
    expect(store.isForgotten).toBe(true);
    expect(await occurrences(keys.person)).toBe(0);
  });

  it('lists what was destroyed, once each and for good', async () => {
    const { subject } = await somebody();
    await store.destroy(subject, ['health']);
    const [first] = await store.destroyed();
    await store.destroy(subject, BOTH);
    expect(await store.destroyed()).toEqual([first, expect.objectContaining({ subject, section: 'person' })]);
    const lines = (await readFile(join(directory, 'destroyed.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(await store.destroyed());
  });

  it('destroys again what an older copy of the keys brings back, before anybody can ask', async () => {
    const { subject, keys } = await somebody();
    const other = await somebody();
    const backup = join(scratch, 'backup');
    expect(backupKeys(directory, backup)).toEqual({ persons: 2, destroyed: 0 });
    await store.destroy(subject, BOTH);
    await store.close();
    await rm(join(directory, 'keys.sqlite'));
    expect(await restoreKeys({ from: backup, directory })).toEqual({ persons: 2, destroyed: 2 });
    store = SqliteKeyStore.open(directory);
    expect((await store.find([subject])).get(subject)).toEqual({ masterKeyId: 'a master key' });
    expect((await store.find([other.subject])).get(other.subject)).toEqual(other.keys);
    expect(await occurrences(keys.person)).toBe(0);
    expect(await store.ensure([subject], newKeys)).toEqual(await store.find([subject]));
  });

  it('does not restore where nobody says who was erased since the backup, and takes a list from elsewhere', async () => {
    const { subject } = await somebody();
    const [backup, copy, list] = [join(scratch, 'backup'), join(scratch, 'restored'), join(scratch, 'list')];
    backupKeys(directory, backup);
    await store.destroy(subject, BOTH);
    await copyFile(join(directory, 'destroyed.jsonl'), list);
    expect(() => restoreKeys({ from: backup, directory: copy })).toThrow('--destroyed FILE');
    expect(await restoreKeys({ from: backup, directory: copy, destroyed: list })).toEqual({
      persons: 1,
      destroyed: 2,
    });
    expect(() => restoreKeys({ from: backup, directory: copy, destroyed: list })).toThrow(
      'holds keys already',
    );
    const unchecked = join(scratch, 'unchecked');
    expect(await restoreKeys({ from: backup, directory: unchecked, nobodySince: true })).toEqual({
      persons: 1,
      destroyed: 0,
    });
  });

  it('makes no backup over another file, and takes no backup that is broken or something else', async () => {
    await somebody();
    const backup = join(scratch, 'backup');
    backupKeys(directory, backup);
    expect(() => backupKeys(directory, backup)).toThrow('exists already');
    const elsewhere = join(scratch, 'elsewhere');
    await writeFile(join(scratch, 'text'), 'no database');
    expect(() =>
      restoreKeys({ from: join(scratch, 'text'), directory: elsewhere, nobodySince: true }),
    ).toThrow('is no copy of keys');
    const events = new DatabaseSync(join(scratch, 'events'));
    events.exec('CREATE TABLE entry (position INTEGER PRIMARY KEY)');
    events.close();
    expect(() =>
      restoreKeys({ from: join(scratch, 'events'), directory: elsewhere, nobodySince: true }),
    ).toThrow('not one of keys');
    expect(await readdir(elsewhere)).toEqual([]);
  });

  it('goes by the list where a crash came between the list and the keys, and takes off a line cut short', async () => {
    const [one, other] = [await somebody(), await somebody()];
    await store.close();
    const line = `{"subject":"${one.subject}","section":"person","at":"2026-11-28T10:00:00.000Z"}\n`;
    await appendFile(join(directory, 'destroyed.jsonl'), `${line}{"subject":"${other.subject}","sec`);
    store = SqliteKeyStore.open(directory);
    expect((await store.find([one.subject])).get(one.subject)?.person).toBeUndefined();
    expect(await occurrences(one.keys.person)).toBe(0);
    expect((await store.find([other.subject])).get(other.subject)).toEqual(other.keys);
    expect(await readFile(join(directory, 'destroyed.jsonl'), 'utf8')).toBe(line);
  });

  it('does not pass over a line of the list that it cannot read', async () => {
    await store.close();
    await appendFile(join(directory, 'destroyed.jsonl'), 'somebody\n');
    expect(() => SqliteKeyStore.open(directory)).toThrow(/destroyed\.jsonl, line 1 does not say whose key/);
    await rm(join(directory, 'destroyed.jsonl'));
    store = SqliteKeyStore.open(directory);
  });

  it('writes the list anew from the keys where it was lost', async () => {
    const { subject } = await somebody();
    await store.destroy(subject, ['person']);
    await store.close();
    await rm(join(directory, 'destroyed.jsonl'));
    store = SqliteKeyStore.open(directory);
    expect(await readFile(join(directory, 'destroyed.jsonl'), 'utf8')).toContain(subject);
  });

  it('takes over the keys of another keeper once, and none where there are other ones', async () => {
    const [subject, keys, at] = [randomUUID(), newKeys(), '2026-01-02T03:04:05.000Z'];
    const theirs = {
      subject,
      masterKeyId: keys.masterKeyId,
      person: keys.person,
      destroyed: [{ section: 'health' as const, at }],
    };
    for (let times = 0; times < 2; times++) await store.adopt([theirs]);
    expect(await store.find([subject])).toEqual(
      new Map([[subject, { masterKeyId: keys.masterKeyId, person: keys.person }]]),
    );
    expect(await store.destroyed()).toEqual([{ subject, section: 'health', at }]);
    const mine = await somebody();
    await expect(store.adopt([{ ...theirs, subject: mine.subject }])).rejects.toThrow(KeysDiffer);
    await store.destroy(mine.subject, BOTH);
    await store.adopt([{ ...mine.keys, subject: mine.subject, destroyed: [] }]);
    expect((await store.find([mine.subject])).get(mine.subject)?.person).toBeUndefined();
  });

  it('gives keys that were made to whoever opens the file, also while another has it open', async () => {
    const { subject, keys } = await somebody();
    const beside = SqliteKeyStore.open(directory);
    expect((await beside.find([subject])).get(subject)).toEqual(keys);
    await beside.destroy(subject, BOTH);
    expect((await store.find([subject])).get(subject)).toEqual({ masterKeyId: keys.masterKeyId });
    await beside.close();
    expect(await occurrences(keys.person)).toBe(0);
  });
});
