import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { event } from '#kernel';
import { type LocalEventStore, localEventStore, testContext } from '#testing';
import { signingKey, writtenKey } from '#transparency-log';
import { TreeLog } from '#transparency-log/service';
import { type ServedTree, serveTree } from '../../../libs/transparency-log/test/served-tree.js';
import { runCommand } from '../test/run-command.js';
import { keyCommand } from './audit-key.command.js';
import { packCommand } from './audit-pack.command.js';
import { proofCommand } from './audit-proof.command.js';
import { verifyCommand } from './audit-verify.command.js';

const ORIGIN = 'lindung.example/log';
const seed = Buffer.alloc(32, 1);
const key = signingKey(ORIGIN, 'note', seed);
const claimId = '0b7f2a34-95c6-4d2b-8f1e-3a1d2c4b5e6f';

describe('lindung audit', () => {
  let folder: string;
  let log: LocalEventStore;
  let treeLog: TreeLog;
  let url: string;
  let served: ServedTree;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lindung-audit-'));
    log = await localEventStore();
    await log.store.append(
      `claim-${claimId}`,
      Array.from({ length: 3 }, (_, number) => event('ClaimNoted', { claimId, number })),
      null,
      testContext({ commandId: randomUUID() }),
    );
    treeLog = await TreeLog.open({ folder: join(folder, 'tree'), origin: ORIGIN, seed });
    const ended = new AbortController();
    for await (const events of log.store.followKept(null, ended.signal)) {
      await treeLog.append(events);
      if (treeLog.tree.size === 3) break;
    }
    await treeLog.tree.publish(await treeLog.sign());
    await log.store.append(
      'claim-late',
      [event('ClaimNoted', {})],
      null,
      testContext({ commandId: randomUUID() }),
    );
    served = await serveTree(() => treeLog);
    url = served.url;
  });
  afterAll(async () => {
    served.stop();
    treeLog.close();
    await log.stop();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => {
    jest.replaceProperty(process, 'env', { EVENTSTORE_URL: log.connectionString });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const verbs = { key: keyCommand, pack: packCommand, proof: proofCommand, verify: verifyCommand };
  const audit = (verb: keyof typeof verbs, ...words: readonly string[]) => runCommand(verbs[verb], ...words);

  async function fileOf(revision: number): Promise<string> {
    const { stdout, code } = await audit('proof', `claim-${claimId}@${revision}`, '--url', url);
    expect(code).toBe(0);
    const file = join(folder, `${revision}.tlog-proof`);
    await writeFile(file, stdout);
    return file;
  }

  const withKey = ['--log-key', writtenKey(key.public)];

  it('fetches the proof of an event, which holds without the log, and says of which event', async () => {
    const file = await fileOf(1);
    const { stdout, stderr, code } = await audit('verify', file, ...withKey);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`ClaimNoted, claim-${claimId}@1`);
    expect(stdout).toContain(`leaf 1 of the 3 that ${ORIGIN} has signed`);
    const json = await audit('verify', file, ...withKey, '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ holds: true, index: 1, size: 3, seenBy: [] });
  });

  it('fetches all of a claim', async () => {
    const to = join(folder, 'claim');
    expect((await audit('proof', '--claim', claimId, '--url', url, '--to', to)).code).toBe(0);
    const files = (await readdir(to)).map((name) => join(to, name));
    expect(files).toHaveLength(3);
    expect((await audit('verify', ...files, ...withKey)).code).toBe(0);
  });

  it('looks whether bytes that were handed out are those that were recorded', async () => {
    const file = await fileOf(2);
    const { data } = (await log.store.keptAt(`claim-${claimId}`, 2n))!;
    await writeFile(join(folder, 'data'), data);
    expect((await audit('verify', file, ...withKey, '--data', join(folder, 'data'))).code).toBe(0);
    await writeFile(join(folder, 'data'), `${data.toString()} `);
    const { code, stderr } = await audit('verify', file, ...withKey, '--data', join(folder, 'data'));
    expect([code, stderr]).toEqual([1, expect.stringContaining('ENTRY_DIFFERS: data')]);
  });

  it('names what is wrong with a proof, in two languages', async () => {
    const file = await fileOf(0);
    const changed = (await readFile(file, 'utf8')).replace(/^index 0$/m, 'index 1');
    await writeFile(file, changed);
    const told = await audit('verify', file, ...withKey);
    expect([told.code, told.stderr]).toEqual([1, expect.stringContaining('NOT_INCLUDED: leaf 1 of 3')]);
    const diberitahu = await audit('verify', file, ...withKey, '--lang', 'id');
    expect(diberitahu.stderr).toContain('telah diubah');
    const stranger = writtenKey(signingKey(ORIGIN, 'note', Buffer.alloc(32, 2)).public);
    expect((await audit('verify', file, '--log-key', stranger)).stderr).toContain('NOT_SIGNED');
  });

  it('packs a claim with the page that checks it, and checks a pack by the policy of whoever asks', async () => {
    const [to, policy] = [join(folder, 'out'), join(folder, 'policy.txt')];
    await writeFile(policy, `log ${writtenKey(key.public)}\nquorum none\n`);
    const asked = ['--url', url, '--policy', policy, '--to', to];
    const packed = await audit('pack', '--claim', claimId, ...asked);
    expect([packed.code, packed.stderr]).toEqual([
      0,
      expect.stringMatching(/^lindung: .*no complaints are looked for.*\n$/),
    ]);
    expect(packed.stdout).toContain('3 events of 1 streams');
    expect((await readdir(to)).sort()).toEqual([`claim-${claimId}.zip`, 'verifier.html']);
    const file = join(to, `claim-${claimId}.zip`);
    const { stdout, code } = await audit('verify', file, '--policy', policy);
    expect([code, stdout]).toEqual([0, expect.stringContaining('This audit pack holds')]);
    const bytes = await readFile(file);
    bytes[bytes.indexOf('"claimId"') + 1] = 0x63 ^ 1;
    await writeFile(file, bytes);
    const changed = await audit('verify', file, '--policy', policy, '--lang', 'id', '--json');
    expect(changed.code).toBe(1);
    expect(JSON.parse(changed.stdout)).toMatchObject({
      holds: false,
      findings: expect.arrayContaining([
        expect.objectContaining({ fault: 'ARCHIVE_DIFFERS' }),
        { fault: 'FILE_DIFFERS', where: `events/claim-${claimId}/0.data` },
        { fault: 'ENTRY_DIFFERS', where: `claim-${claimId}@0: data` },
      ]),
    });
    const unsaid = await audit('pack', '--claim', claimId, ...asked, '--opened', 'person');
    expect([unsaid.code, unsaid.stderr]).toEqual([2, expect.stringContaining('--opened needs --api')]);
    const nobodys = await audit('pack', '--claim', randomUUID(), ...asked);
    expect([nobodys.code, nobodys.stderr]).toEqual([1, expect.stringContaining('There is no claim')]);
    await writeFile(policy, 'quorum none\n');
    const stranger = await audit('pack', '--claim', claimId, ...asked);
    expect([stranger.code, stranger.stderr]).toEqual([1, expect.stringContaining('OTHER_ORIGIN')]);
  });

  it('says what it cannot do', async () => {
    const asked: readonly (readonly [readonly [keyof typeof verbs, ...string[]], string])[] = [
      [['proof', '--url', url], 'one of the two'],
      [['proof', 'claim-1', '--url', url], 'STREAM@REVISION'],
      [['proof', '--claim', claimId, '--url', url], '--claim needs --to'],
      [['proof', `claim-${claimId}@9`, '--url', url], 'There is no event'],
      [['proof', 'claim-late@0', '--url', url], 'not in the signed tree yet'],
      [['verify', join(folder, '1.tlog-proof')], '--policy FILE or --log-key'],
    ];
    for (const [words, said] of asked) {
      const { code, stderr } = await audit(...words);
      expect([code === 0, stderr]).toEqual([false, expect.stringContaining(said)]);
    }
  });

  it('prints the public keys that follow from the settings of the log and of a witness', async () => {
    const secret = seed.toString('base64');
    Object.assign(process.env, {
      TRANSPARENCY_DATA: folder,
      TRANSPARENCY_ORIGIN: ORIGIN,
      TRANSPARENCY_SECRET: secret,
      WITNESS_DATA: folder,
      WITNESS_NAME: 'witness.example/w1',
      WITNESS_SECRET: secret,
      WITNESS_LOGS: writtenKey(key.public),
    });
    expect((await audit('key', 'log')).stdout).toBe(`${writtenKey(key.public)}\n`);
    const witness = signingKey('witness.example/w1', 'cosignature', seed);
    expect((await audit('key', 'witness')).stdout).toBe(`${writtenKey(witness.public)}\n`);
  });
});
