import { describe, expect, it } from '@jest/globals';
import { tamperPacks } from '../test/tamper-pack.js';
import { CLAIM_ID, EXAMPLE_POLICY, archived, examplePack, withManifest } from './pack.examples.js';
import { verifyPack } from './verify-pack.js';
import { findingIn, saidIn, verdictOf } from './words.js';

describe('an audit pack', () => {
  it('holds, and says of what it is, who has seen it, and what no proof says', async () => {
    const report = verifyPack(archived(await examplePack()));
    expect(report).toMatchObject({
      holds: true,
      findings: [],
      claimId: CLAIM_ID,
      checkpoint: { origin: 'lindung.example/log', size: 10 },
      events: 8,
      papers: 1,
      calculations: 1,
      opened: 1,
      isOwnPolicy: false,
    });
    expect(report.seenBy.map(({ witness }) => witness)).toEqual([
      'w2.example/witness',
      'w3.example/witness',
      'w4.example/witness',
    ]);
    expect(verdictOf(report).en).toContain('holds');
    const said = saidIn(report)
      .map(({ en }) => en)
      .join('\n');
    expect(said).toContain('8 events of 4 streams');
    expect(said).toMatch(/^Of these: .*claims 1/m);
    expect(said).toContain('The keys are those of this pack itself');
  });

  it('has the same bytes whenever it is made', async () => {
    const [one, other] = [
      archived(await examplePack()),
      archived(new Map([...(await examplePack())].toReversed())),
    ];
    expect(Buffer.from(one).equals(other)).toBe(true);
  });

  it('is checked by the keys of whoever checks, where they have some', async () => {
    const bytes = archived(await examplePack());
    expect(verifyPack(bytes, EXAMPLE_POLICY)).toMatchObject({ holds: true, isOwnPolicy: true });
    const stranger = EXAMPLE_POLICY.replace('quorum enough', 'quorum w0').replaceAll(/^log .*\n/gm, '');
    expect(verifyPack(bytes, stranger).findings).toEqual([
      { fault: 'OTHER_ORIGIN', where: 'checkpoint: lindung.example/log' },
    ]);
    expect(verifyPack(bytes, 'quorum').findings.map(({ fault }) => fault)).toEqual(['POLICY_UNUSABLE']);
  });

  it('names the file, the event and the fault, in two languages', async () => {
    const files = await examplePack();
    const path = `events/claim-${CLAIM_ID}/2.data`;
    const other = withManifest(new Map([...files, [path, Buffer.from('{"totalIdr":1}')]]));
    const [finding] = verifyPack(archived(other)).findings;
    expect(finding).toEqual({ fault: 'ENTRY_DIFFERS', where: `claim-${CLAIM_ID}@2: data` });
    expect(finding && findingIn(finding)).toEqual({
      en: expect.stringMatching(/^ENTRY_DIFFERS: claim-.*@2: data: an entry/),
      id: expect.stringMatching(/^ENTRY_DIFFERS: claim-.*@2: data: sebuah entri/),
    });
  });

  it('lacks nothing of the person, the accident and the papers that its events name', async () => {
    const files = await examplePack();
    const paper = 'paper-9a6a3f7e-3c1b-4d5e-8f90-a1b2c3d4e5f6';
    const left = new Map(
      [...files].filter(([path]) => !path.includes('/participant-') && !path.includes(paper)),
    );
    left.set('papers.json', Buffer.from('[]\n'));
    const { findings } = verifyPack(archived(withManifest(left)));
    expect(findings.map(({ fault }) => fault)).toEqual(['STREAM_MISSING', 'STREAM_MISSING']);
    expect(findings.map(({ where }) => where)).toContain(`${paper}, named by claim-${CLAIM_ID}@0`);
  });

  it('is refused where it is no archive, or one that unpacks to more than it is', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('%PDF-1.7'), Buffer.from('PK\u0003\u0004')])
      expect(verifyPack(bytes).findings[0]?.fault).toBe('ARCHIVE_DIFFERS');
  });

  it('shows every byte, removal, swap and fork by name, and nothing that is not there', async () => {
    const { found, missed, falseAlarms } = await tamperPacks(200, 20_261_129);
    expect({ missed, falseAlarms }).toEqual({ missed: [], falseAlarms: [] });
    expect(Object.keys(found).length).toBeGreaterThan(15);
  });
});
