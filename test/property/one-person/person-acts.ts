import { dues } from '#contexts/dues/domain/dues';
import { confirmDues } from '#contexts/dues/domain/pay-dues';
import { employerFacts } from '#contexts/employers/facts';
import { closingOf, contributionYears } from '#contexts/participants/domain/contribution-years';
import { contributions } from '#contexts/participants/domain/contributions';
import { changeIncomeBand } from '#contexts/participants/domain/change-income-band';
import {
  confirmContributions,
  confirmDeath,
  confirmRegistration,
} from '#contexts/participants/domain/confirm-back-dated';
import { correctParticipant } from '#contexts/participants/domain/correct-participant';
import { correctables } from '#contexts/participants/domain/correctable';
import { confirmCorrection, refuseCorrection } from '#contexts/participants/domain/decide-correction';
import { paidOnce } from '#contexts/participants/domain/doubles';
import { joinEmployer, listEmployment } from '#contexts/participants/domain/join-employer';
import { confirmMembership, leaveEmployer, undoLeaving } from '#contexts/participants/domain/leave-employer';
import { employments, membershipIdOf, memberships } from '#contexts/participants/domain/membership';
import {
  mergeParticipants,
  splitParticipant,
  standsFor,
  takeOver,
} from '#contexts/participants/domain/merge-participants';
import { onePerson, paidUnderOthersIf, underId } from '#contexts/participants/domain/one-person';
import { participants } from '#contexts/participants/domain/participant';
import { paymentsOf } from '#contexts/participants/domain/payments';
import { confirmPlacement, leaveProject, placeWorker } from '#contexts/participants/domain/place-worker';
import { placements } from '#contexts/participants/domain/placement';
import { recordContribution } from '#contexts/participants/domain/record-contribution';
import { recordSetOff } from '#contexts/participants/domain/record-set-off';
import { reportDeath } from '#contexts/participants/domain/report-death';
import {
  confirmReversal,
  refuseReversal,
  requestReversal,
} from '#contexts/participants/domain/reverse-contribution';
import { sponsors } from '#contexts/participants/domain/sponsor';
import { projectFacts } from '#contexts/projects/facts';
import { payProject } from '#contexts/projects/domain/pay-project';
import { projects } from '#contexts/projects/domain/project';
import { type Period, addDays, addPeriods, derivedId, periodOf, rupiah } from '#kernel';
import { arrearsOfEvent, monthToPay } from '#law';
import { EMPLOYERS, PEOPLE, PROJECT, VILLAGES_AGREEMENT } from './people.js';
import type { Act, Chance } from './chance.js';
import { employersPaymentBounces, payEmployer, report } from './employer-acts.js';
import { type PersonWorld, clerk, second } from './person-world.js';

const evidence = { kind: 'DUKCAPIL_ANSWER', number: 'DK-1' } as const;
const placementOf = (participantId: string) => derivedId('placement', participantId, PROJECT);

/** The months of a person, by all ids, as a decision about one of them sees them. */
async function monthsOf(world: PersonWorld, participantId: string) {
  const { others = [] } = await paidUnderOthersIf(world, world.now(participants, participantId));
  return paidOnce([...world.now(contributions, participantId).paid, ...others.flatMap(underId)]).counted;
}

async function pay(world: PersonWorld, { who, days, months, pick }: Chance, isOfVillage: boolean) {
  const participantId = PEOPLE[who];
  const participant = world.now(participants, participantId);
  const paidOn = addDays(world.today, -days);
  const asked = monthToPay(paidOn, await monthsOf(world, participantId));
  const oldest = asked === undefined ? periodOf(paidOn) : 'exactly' in asked ? asked.exactly : asked.from;
  // Now and then for another month than the oldest: that is refused.
  const period: Period = pick % 7 === 0 ? addPeriods(oldest, (pick % 5) - 2) : oldest;
  const terms = isOfVillage ? VILLAGES_AGREEMENT : ({ payer: 'SELF' } as const);
  const input = { participantId, period, months, ...terms, paidOn, receipt: world.next('receipt') };
  const facts = {
    participant,
    sponsor: isOfVillage ? world.now(sponsors, VILLAGES_AGREEMENT.sponsorId) : sponsors.initial,
    ...(await paidUnderOthersIf(world, participant)),
  };
  world.decide(contributionYears, participantId, recordContribution, input, clerk(world), facts);
}

/** Of the latest that somebody asked for, a second person makes it, or not. */
async function decideCorrection(world: PersonWorld, participantId: string, isMade: boolean) {
  const state = world.now(correctables, participantId);
  const record = state.situation === 'MERGED' ? state.record : state;
  const pending = record.situation === 'KNOWN' ? record.pending.at(-1) : undefined;
  if (!pending) return;
  const { correctionId, survivorId, subjects } = pending;
  const input = { participantId, correctionId };
  if (!isMade) {
    const refusal = { ...input, reason: 'EVIDENCE_NOT_ENOUGH' } as const;
    world.decide(correctables, participantId, refuseCorrection, refusal, second(world), undefined);
    return;
  }
  if (survivorId !== undefined && subjects.includes('MERGER')) {
    const facts = { merged: state, standsFor: await standsFor(world, state) };
    if (!world.decide(correctables, survivorId, takeOver, input, second(world), facts)) return;
  }
  world.decide(correctables, participantId, confirmCorrection, input, second(world), undefined);
}

/** Whoever was registered second turns out to be the first one. */
export async function merge(world: PersonWorld): Promise<void> {
  const [survivorId, participantId] = PEOPLE;
  const state = world.now(correctables, participantId);
  const facts = {
    survivor: world.now(correctables, survivorId),
    standsFor: await standsFor(world, state),
  };
  const input = { participantId, survivorId, correctionId: world.next('merger'), evidence };
  if (world.decide(correctables, participantId, mergeParticipants, input, clerk(world), facts))
    await decideCorrection(world, participantId, true);
}

export async function split(world: PersonWorld): Promise<void> {
  const [, participantId] = PEOPLE;
  const state = world.now(correctables, participantId);
  const survivor = state.situation === 'MERGED' ? world.now(correctables, state.survivorId) : state;
  const input = {
    participantId,
    correctionId: world.next('split'),
    evidence: { kind: 'COURT_RULING', number: 'P-1' } as const,
  };
  if (world.decide(correctables, participantId, splitParticipant, input, clerk(world), { survivor }))
    await decideCorrection(world, participantId, true);
}

/** Everything that can happen to somebody who works for himself, at two employers and on a project, and is registered twice. */
export const ACTS = {
  pay: (world, chance) => pay(world, chance, false),
  villagePays: (world, chance) => pay(world, chance, true),
  async setOff(world, { who, days }) {
    const participantId = PEOPLE[who];
    const { participantId: goesOnAs } = await onePerson(world, participantId);
    const eventOn = addDays(world.today, -days);
    const { months, unpaid } = arrearsOfEvent(eventOn, await monthsOf(world, goesOnAs), 'BPU');
    if (months.length === 0 || unpaid.length === 0) return;
    const participant = world.now(participants, goesOnAs);
    const input = {
      participantId: goesOnAs,
      claimId: world.next('claim'),
      eventOn,
      months: unpaid,
      setOffOn: world.today,
    };
    const facts = { participant, ...(await paidUnderOthersIf(world, participant)) };
    world.decide(contributions, goesOnAs, recordSetOff, input, clerk(world), facts);
  },
  reverse(world, { who, pick }) {
    const participantId = PEOPLE[who];
    const { payments } = world.now(paymentsOf, participantId);
    const payment = payments[pick % Math.max(1, payments.length)];
    if (!payment) return;
    const correctionId = world.next('reversal');
    const { period, receipt } = payment;
    const asked = { period, receipt, reason: 'BOUNCED' as const, bankReference: 'B-1' };
    const facts = { participant: world.now(participants, participantId) };
    const input = { participantId, correctionId };
    world.decide(paymentsOf, participantId, requestReversal, { ...input, ...asked }, clerk(world), facts);
    if (pick % 4 === 0) {
      const refusal = { ...input, reason: 'EVIDENCE_NOT_ENOUGH' } as const;
      world.decide(paymentsOf, participantId, refuseReversal, refusal, second(world), undefined);
    } else world.decide(paymentsOf, participantId, confirmReversal, input, second(world), facts);
  },
  confirm(world, { who }) {
    const participantId = PEOPLE[who];
    const input = { participantId };
    world.decide(contributions, participantId, confirmContributions, input, second(world), undefined);
    world.decide(participants, participantId, confirmRegistration, input, second(world), undefined);
    world.decide(participants, participantId, confirmDeath, input, second(world), undefined);
  },
  async join(world, { who, employer, days, pick }) {
    const [participantId, employerId] = [PEOPLE[who], EMPLOYERS[employer]];
    const membershipId = membershipIdOf(participantId, employerId);
    const wageIdr = rupiah(3_000_000 + 100_000 * (pick % 20));
    const startedOn = addDays(world.today, -days);
    const input = { membershipId, participantId, employerId, wageIdr, startedOn };
    const facts = {
      participant: world.now(participants, participantId),
      employer: await employerFacts(world, employerId),
    };
    world.decide(employments, participantId, listEmployment, input, clerk(world), undefined);
    world.decide(memberships, membershipId, joinEmployer, input, clerk(world), facts);
  },
  leave(world, { who, employer, days }) {
    const membershipId = membershipIdOf(PEOPLE[who], EMPLOYERS[employer]);
    const input = { membershipId, reason: 'RESIGNED' as const, lastDay: addDays(world.today, -days) };
    world.decide(memberships, membershipId, leaveEmployer, input, clerk(world), undefined);
  },
  undoLeaving(world, { who, employer }) {
    const membershipId = membershipIdOf(PEOPLE[who], EMPLOYERS[employer]);
    world.decide(memberships, membershipId, undoLeaving, { membershipId }, clerk(world), undefined);
  },
  confirmWork(world, { who, employer }) {
    const membershipId = membershipIdOf(PEOPLE[who], EMPLOYERS[employer]);
    world.decide(memberships, membershipId, confirmMembership, { membershipId }, second(world), undefined);
    const placementId = placementOf(PEOPLE[who]);
    world.decide(placements, placementId, confirmPlacement, { placementId }, second(world), undefined);
    const employerId = EMPLOYERS[employer];
    world.decide(dues, employerId, confirmDues, { employerId }, second(world), undefined);
  },
  report,
  payEmployer,
  employersPaymentBounces,
  async place(world, { who, days }) {
    const participantId = PEOPLE[who];
    const placementId = placementOf(participantId);
    const startedOn = addDays(world.today, -days);
    const input = { placementId, participantId, projectId: PROJECT, wageIdr: rupiah(4_000_000), startedOn };
    const facts = {
      participant: world.now(participants, participantId),
      project: await projectFacts(world, PROJECT),
    };
    world.decide(placements, placementId, placeWorker, input, clerk(world), facts);
  },
  leaveProject(world, { who, days }) {
    const input = { placementId: placementOf(PEOPLE[who]), lastDay: addDays(world.today, -days) };
    world.decide(placements, input.placementId, leaveProject, input, clerk(world), undefined);
  },
  payProject(world, { days }) {
    const bankReference = world.next('bank');
    const paidOn = addDays(world.today, -days);
    const terms = { paymentId: bankReference, amountIdr: rupiah(500_000), bankReference, paidOn };
    world.decide(projects, PROJECT, payProject, { projectId: PROJECT, ...terms }, clerk(world), undefined);
  },
  merge,
  split,
  async correct(world, { who, pick }) {
    const participantId = PEOPLE[who];
    const person = pick % 2 === 0 ? { phone: `0812${pick}` } : { occupation: `pekerjaan ${pick}` };
    const input = { participantId, correctionId: world.next('correction'), person, evidence };
    world.decide(correctables, participantId, correctParticipant, input, clerk(world), undefined);
    await decideCorrection(world, participantId, pick % 4 !== 0);
  },
  async changeBand(world, { who, months, pick }) {
    const participantId = PEOPLE[who];
    const input = {
      participantId,
      correctionId: world.next('band'),
      from: addPeriods(periodOf(world.today), months),
      declaredIncomeIdr: rupiah(1_000_000 + 500_000 * (pick % 4)),
      evidence: { kind: 'STATEMENT', number: 'S-1' } as const,
    };
    const facts = {
      contributions: {
        ...world.now(contributions, participantId),
        paid: await monthsOf(world, participantId),
      },
    };
    world.decide(participants, participantId, changeIncomeBand, input, clerk(world), facts);
  },
  die(world, { who, days, pick }) {
    if (pick % 20 !== 0) return;
    const diedOn = addDays(world.today, -days);
    const input = { participantId: PEOPLE[who], diedOn, certificate: 'AK-1', health: { cause: 'sakit' } };
    world.decide(participants, input.participantId, reportDeath, input, clerk(world), undefined);
  },
  /** A closing at any time, not only when a payment makes one. */
  closeYears(world, { who }) {
    const participantId = PEOPLE[who];
    const year = Number(world.today.slice(0, 4)) - 1;
    const state = world.now(contributionYears, participantId);
    if (state.paid.length === 0) return;
    world.record(contributions.of(participantId), [
      closingOf(participantId, state, { year, today: world.today }),
    ]);
  },
  timePasses: (world, { days }) => world.pass(days),
} satisfies Readonly<Record<string, Act>>;
