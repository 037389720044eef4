import { describe, expect, it } from '@jest/globals';
import { type Caused, type DomainEvent, ERASED, derivedId, instant, localDate } from '#kernel';
import { CLAIM, JKM_SUBMITTED, PARTICIPANT, WIDOW } from '../domain/claim.examples.js';
import type { HeirsEstablished } from '../domain/heirs.events.js';
import { likenesses } from './likenesses.js';

const OTHER = '6d1b6d0e-0c4b-4f0e-9a53-3f1f5d0a9b11';
const LIKENESS = '0f0c7f0e-7777-8000-8000-000000000002';
const caused = <Event extends DomainEvent>(event: Event) =>
  ({ ...event, id: 'event', recordedAt: instant('2026-11-20T03:00:00Z') }) as Caused<Event>;
type Submitted = typeof JKM_SUBMITTED;
const submitted = (change: Partial<Submitted['data']>) =>
  likenesses.on.ClaimSubmitted?.(caused({ ...JKM_SUBMITTED, data: { ...JKM_SUBMITTED.data, ...change } }));
const of = { claimId: JKM_SUBMITTED.data.claimId, participantId: JKM_SUBMITTED.data.participantId };

describe('Claims for two deaths', () => {
  it('are compared by the certificate, the account and the contact of whoever claims', () => {
    const person = { ...WIDOW, references: [], phone: '+6281200000001' };
    expect(submitted({ person })).toEqual([
      { key: 'DEATH_CERTIFICATE/', command: 'NoteLikeness', input: { ...of, of: 'DEATH_CERTIFICATE' } },
      { key: 'ACCOUNT/', command: 'NoteLikeness', input: { ...of, of: 'ACCOUNT', account: WIDOW.account } },
      {
        key: 'CONTACT/0',
        command: 'NoteLikeness',
        input: { ...of, of: 'CONTACT', contact: '+6281200000001' },
      },
    ]);
  });

  it('are not where the participant claims, or was erased', () => {
    expect(submitted({ claimant: 'PARTICIPANT' })).toEqual([]);
    expect(submitted({ person: ERASED })).toEqual([]);
  });

  it('are compared by the accounts of heirs, and not of guardians', () => {
    const account = (number: string) => ({ bank: 'Bank Contoh', number, holder: 'Contoh' });
    const established: HeirsEstablished = {
      type: 'HeirsEstablished',
      data: {
        claimId: CLAIM,
        participantId: PARTICIPANT,
        establisherId: 'establisher',
        sharing: 'EQUAL',
        heirs: [
          { heirId: 'widow', relation: 'SPOUSE', standing: 'PAID', parts: 1 },
          { heirId: 'child', relation: 'CHILD', standing: 'PAID', parts: 1, throughGuardian: true },
        ],
        effectiveOn: localDate('2026-11-20'),
        person: {
          certificate: 'archive/skaw',
          heirs: [
            { name: 'Rohmah Contoh', account: account('00001') },
            { name: 'Anak Contoh', account: account('00002') },
          ],
        },
      },
    };
    expect(likenesses.on.HeirsEstablished?.(caused(established))).toEqual([
      {
        key: 'ACCOUNT/widow',
        command: 'NoteLikeness',
        input: { claimId: CLAIM, participantId: PARTICIPANT, of: 'ACCOUNT', account: account('00001') },
      },
    ]);
  });

  it('that name the same are both put before a person, each with the other one', () => {
    const noted = (otherIds: readonly string[]) =>
      likenesses.on.LikenessNoted?.(
        caused({
          type: 'LikenessNoted',
          data: {
            likenessId: LIKENESS,
            of: 'DEATH_CERTIFICATE',
            claimId: CLAIM,
            participantId: PARTICIPANT,
            otherIds,
            effectiveOn: localDate('2026-11-20'),
          },
        }),
      );
    const raised = (claimId: string, otherId: string) => ({
      key: `${claimId}/${otherId}`,
      command: 'RaiseDoubt',
      input: {
        claimId,
        findingId: derivedId('likeness', LIKENESS, claimId, otherId),
        alike: { of: 'DEATH_CERTIFICATE', claimId: otherId },
      },
    });
    expect(noted([])).toEqual([]);
    expect(noted([OTHER])).toEqual([raised(CLAIM, OTHER), raised(OTHER, CLAIM)]);
  });
});
