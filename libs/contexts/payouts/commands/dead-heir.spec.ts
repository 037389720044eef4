import { describe, expect, it } from '@jest/globals';
import { type DomainEvent, fold, localDate, rupiah } from '#kernel';
import { logOf } from '#testing/decisions';
import { SITI, sitiDied, sitiRegistered } from '../../participants/domain/participant.examples.js';
import { ACCOUNT, OTHER_ACCOUNT, ordered, toTheHeir } from '../domain/payout.examples.js';
import { lateness } from '../domain/lateness.js';
import { orderedPayouts } from '../domain/redirect-payout.js';
import { latenessFacts } from './compensate-lateness.js';
import { heirsOf, paidFor, paidInstead } from './paid-for.js';

const of = { claimId: 'claim-id', participantId: 'p', effectiveOn: localDate('2026-12-08') };

const established = (heirIds: readonly string[], more: object = {}): DomainEvent => ({
  type: 'HeirsEstablished',
  data: {
    ...of,
    establisherId: 'desk',
    sharing: 'EQUAL',
    heirs: heirIds.map((heirId) => ({ heirId, relation: 'CHILD', standing: 'PAID', parts: 1 })),
    ...more,
    person: {
      certificate: 'SKAW 2',
      heirs: heirIds.map((name) => ({ name, account: { ...OTHER_ACCOUNT, holder: name } })),
    },
  },
});

const died = (heirId: string, besideIds?: readonly string[]): DomainEvent => ({
  type: 'HeirsWanted',
  data: {
    ...of,
    whoDied: 'HEIR',
    heirId,
    ...(besideIds && { besideIds }),
    until: localDate('2027-12-01'),
    effectiveOn: localDate('2026-12-01'),
  },
});

const nobodyInherits = (heirId: string): DomainEvent => ({
  type: 'NobodyInherits',
  data: { ...of, heirId, until: localDate('2027-12-01') },
});

const submitted: DomainEvent = {
  type: 'ClaimSubmitted',
  data: { ...of, claimant: 'HEIR', person: { account: ACCOUNT } },
};

const SON_DIED = [
  submitted,
  established(['widow', 'son']),
  died('son', ['widow']),
  established(['grandson', 'granddaughter'], { inPlaceOfId: 'son', besideIds: ['widow'] }),
];

const paymentOf = (heirId: string) =>
  fold(orderedPayouts, [ordered({ ...toTheHeir, heirId, amountIdr: rupiah(21_000_001) })]);

const askedOf = (events: readonly DomainEvent[]) => {
  const log = logOf({ 'claim-claim-id': [...events] });
  return {
    standing: (heirId: string) => heirsOf(paymentOf(heirId).payout, log),
    instead: async (heirId: string) => (await paidInstead(paymentOf(heirId), log)).instead,
    waited: async (heirId: string) => (await paidInstead(paymentOf(heirId), log)).waited,
    isNobodys: async (heirId: string) => (await paidFor(paymentOf(heirId).payout, log)).isNobodys,
    late: async (heirId: string) =>
      (await latenessFacts(fold(lateness, [ordered({ ...toTheHeir, heirId })]), log)).disputes,
  };
};

describe('After one of several heirs has died', () => {
  it('is the share of that heir alone paid to those who take their place, to the rupiah', async () => {
    const instead = await askedOf(SON_DIED).instead('son');
    expect(instead?.shares).toMatchObject([
      { heirId: 'grandson', amountIdr: 10_500_001 },
      { heirId: 'granddaughter', amountIdr: 10_500_000 },
    ]);
    expect(instead?.accounts).toMatchObject([{ holder: 'grandson' }, { holder: 'granddaughter' }]);
  });

  it('are the others paid at once, and that share waits: it goes to nobody yet, and is not late', async () => {
    const { standing, instead, isNobodys, late } = askedOf(SON_DIED.slice(0, 3));
    expect(await standing('widow')).toEqual({});
    expect(await standing('son')).toEqual({ isOthers: true });
    expect([await instead('widow'), await instead('son')]).toEqual([undefined, undefined]);
    expect([await isNobodys('widow'), await isNobodys('son')]).toEqual([false, false]);
    expect([await late('widow'), await late('son')]).toEqual([[], [{ from: '2026-12-01' }]]);
  });

  it('is that share alone given up where nobody comes for it', async () => {
    const { standing, instead, isNobodys } = askedOf([...SON_DIED.slice(0, 3), nobodyInherits('son')]);
    expect(await standing('widow')).toEqual({});
    expect(await standing('son')).toEqual({ isOthers: true });
    expect(await instead('son')).toBeUndefined();
    expect([await isNobodys('widow'), await isNobodys('son')]).toEqual([false, true]);
  });

  it('is nobody paid late for the time in which nobody was known who takes that share', async () => {
    const { waited, late } = askedOf(SON_DIED);
    expect(await waited('son')).toEqual([{ from: '2026-12-01', to: '2026-12-08' }]);
    expect([await late('widow'), await late('grandson')]).toEqual([[], []]);
  });

  it('are the others paid what was theirs', async () => {
    const { standing, instead } = askedOf(SON_DIED);
    expect(await standing('widow')).toEqual({});
    expect(await instead('widow')).toBeUndefined();
    expect(await standing('grandson')).toEqual({});
    expect(await standing('son')).toEqual({ isOthers: true });
  });

  it('does the death of another change nothing of that', async () => {
    const both = [
      ...SON_DIED,
      died('widow', ['grandson', 'granddaughter']),
      established(['sister'], { inPlaceOfId: 'widow', besideIds: ['grandson', 'granddaughter'] }),
    ];
    const { standing, instead } = askedOf(both);
    expect((await instead('son'))?.shares.map(({ heirId }) => heirId)).toEqual(['grandson', 'granddaughter']);
    expect((await instead('widow'))?.shares).toMatchObject([{ heirId: 'sister', amountIdr: 21_000_001 }]);
    expect(await standing('grandson')).toEqual({});
  });

  it('is what was still the participant’s shared among all who inherit, those included who took the place of that heir', async () => {
    const approvedFor = { ...submitted, data: { ...submitted.data, claimant: 'PARTICIPANT' } };
    const claim = [
      approvedFor as DomainEvent,
      established(['widow', 'son'], { inPlaceOfParticipant: true }),
      died('son'),
      established(['grandson'], { inPlaceOfId: 'son', besideIds: ['widow'], establisherId: 'other desk' }),
    ];
    const of = { ...toTheHeir, participantId: SITI, amountIdr: rupiah(20_000_000) };
    const siti = [sitiRegistered(), sitiDied('2026-11-10')];
    const asked = async (paid: object, events: readonly DomainEvent[]) => {
      const log = logOf({ [`participant-${SITI}`]: siti, 'claim-claim-id': [...events] });
      return (await paidInstead(fold(orderedPayouts, [ordered({ ...of, ...paid })]), log)).instead;
    };
    for (const paid of [{ payee: 'PARTICIPANT' }, { heirId: 'one of earlier heirs' }]) {
      expect(await asked(paid, claim)).toMatchObject({
        shares: [
          { heirId: 'widow', amountIdr: 10_000_000 },
          { heirId: 'grandson', amountIdr: 10_000_000 },
        ],
        establisherIds: ['desk', 'other desk'],
      });
      expect(await asked(paid, claim.slice(0, 3))).toBeUndefined();
      const meanwhile = [...claim.slice(0, 2), died('son', ['widow'])];
      expect((await asked(paid, meanwhile))?.shares).toMatchObject([{ heirId: 'widow' }, { heirId: 'son' }]);
    }
  });

  it('is everything asked anew where it was not said which heir, as an earlier release had it', async () => {
    const { instead } = askedOf([...SON_DIED.slice(0, 2), died('son'), established(['grandson'])]);
    expect((await instead('widow'))?.shares).toMatchObject([{ heirId: 'grandson' }]);
  });
});
