import { describe, expect, it } from '@jest/globals';
import { ERASED, addDays, localDate } from '#kernel';
import { decisionSpec, logOf, testContext } from '#testing/decisions';
import { DAYS_OF_GRACE, dropPaper } from './drop-paper.js';
import { keepPaper } from './keep-paper.js';
import { requireNameable, requireOneKindEach } from './paper-facts.js';
import { typeOfFile } from './paper-type.js';
import { PAPER, doctorsLetter, doctorsLetterKept, keptAs } from './paper.examples.js';
import type { PaperEvent } from './paper.events.js';
import { type PaperState, kept, papers } from './paper.js';

const given = decisionSpec(papers);
const keep = (state: PaperState) => keepPaper(doctorsLetter, state, testContext(), keptAs);
const drop = (on: string) => (state: PaperState) =>
  dropPaper({ paperId: PAPER }, state, testContext({ today: localDate(on) }));

const dropped: PaperEvent = {
  type: 'PaperDropped',
  data: { paperId: PAPER, participantId: 'siti', effectiveOn: localDate('2026-12-28') },
};

describe('A paper', () => {
  it('is recorded once all of it is there, with the day by which something has to name it', () => {
    given([]).when(keep).thenRecorded([doctorsLetterKept]);
  });

  it('that is sent again stays what it was, whichever file it came into', () => {
    given([doctorsLetterKept])
      .when((state) => keepPaper(doctorsLetter, state, testContext(), { ...keptAs, fileId: 'file-2' }))
      .thenRecorded([]);
  });

  it('says which facility handed it in, where one did', () => {
    const actor = { id: 'desk-1', roles: ['plkk'] as const, office: 'RS', facilityId: 'facility-1' };
    given([])
      .when((state) => keepPaper(doctorsLetter, state, testContext({ actor }), keptAs))
      .thenRecorded([
        {
          ...doctorsLetterKept,
          data: { ...doctorsLetterKept.data, office: 'RS', keeperId: 'desk-1', facilityId: 'facility-1' },
        } as PaperEvent,
      ]);
  });

  it('is given up a week after nothing named it in time, and not a day before', () => {
    const last = addDays(localDate('2026-12-20'), DAYS_OF_GRACE);
    given([doctorsLetterKept]).when(drop(last)).thenRecorded([]);
    given([doctorsLetterKept]).when(drop('2026-12-28')).thenRecorded([dropped]);
    given([doctorsLetterKept, dropped]).when(drop('2026-12-29')).thenRecorded([]);
    given([]).when(drop('2026-12-29')).thenRecorded([]);
  });

  it('that nobody handed in, or that was given up, cannot be named', () => {
    const named = (state: PaperState) => (kept(state), []);
    given([]).when(named).thenRejected('PAPER_NOT_FOUND');
    given([doctorsLetterKept, dropped]).when(named).thenRejected('PAPER_DROPPED');
  });
});

describe('Naming a paper', () => {
  const nameBy = localDate('2026-12-20');
  const paper = { paperId: PAPER, participantId: 'siti', tells: 'PERSON', nameBy } as const;
  const naming =
    (tellsOfHealth: boolean, ids: readonly string[], on = '2026-12-20') =>
    () =>
      requireNameable({ paper, tellsOfHealth }, ids, localDate(on));

  it('is for the same person, under whichever id, in time, and as what it tells of', () => {
    expect(naming(false, ['siti'])).not.toThrow();
    expect(naming(false, ['siti-now', 'siti'])).not.toThrow();
    expect(naming(false, ['budi'])).toThrow('another participant');
    expect(naming(false, ['siti'], '2026-12-21')).toThrow('until 2026-12-20');
    expect(naming(true, ['siti'])).toThrow('tells of health');
  });
});

describe('One file', () => {
  const keptWith = (paperId: string, contentSha256: string): PaperEvent =>
    ({
      ...doctorsLetterKept,
      data: { ...doctorsLetterKept.data, paperId, person: { contentSha256 } },
    }) as PaperEvent;
  const erased = { ...doctorsLetterKept, data: { ...doctorsLetterKept.data, person: ERASED } } as PaperEvent;
  const log = logOf({
    'paper-one': [keptWith('one', 'a1')],
    'paper-again': [keptWith('again', 'a1')],
    'paper-other': [keptWith('other', 'b2')],
    'paper-erased': [erased],
  });
  const as = (paperId: string, kind: string) => ({ paperId, kind });
  const naming = (named: readonly ReturnType<typeof as>[], before: readonly ReturnType<typeof as>[] = []) =>
    requireOneKindEach(log, named, before);

  it('is one kind of document of a claim: whoever names it as a second one is told which it is', async () => {
    const both = naming([as('one', 'E_KTP'), as('one', 'DEATH_CERTIFICATE')]);
    await expect(both).rejects.toMatchObject({
      code: 'PAPER_OF_ANOTHER_KIND',
      message: expect.stringContaining('E_KTP') as unknown,
    });
    await expect(naming([as('one', 'KK')], [as('one', 'E_KTP')])).rejects.toThrow('not KK as well');
    await expect(naming([as('one', 'E_KTP')], [as('one', 'E_KTP')])).resolves.toBeUndefined();
  });

  it('is one, also where it was handed in twice; other files are others', async () => {
    await expect(naming([as('one', 'E_KTP'), as('again', 'KK')])).rejects.toThrow('E_KTP');
    await expect(naming([as('one', 'E_KTP'), as('other', 'KK')])).resolves.toBeUndefined();
  });

  it('is still known by its id once the person was erased', async () => {
    await expect(naming([as('erased', 'E_KTP'), as('erased', 'KK')])).rejects.toThrow('E_KTP');
    await expect(naming([as('erased', 'E_KTP'), as('other', 'KK')])).resolves.toBeUndefined();
  });
});

describe('What a file is', () => {
  it.each([
    ['%PDF-1.7\n', 'application/pdf'],
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n\0\0', 'image/png'],
    ['<html>', undefined],
    ['MZ\x90\0', undefined],
    [' %PDF-1.7', undefined],
    ['%PD', undefined],
    ['', undefined],
  ])('follows from its first bytes: %j', (start, type) => {
    expect(typeOfFile(Buffer.from(start, 'latin1'))).toBe(type);
  });
});
