import type { Random } from '../../system/random.js';
import type { Claim, World } from '../world.js';
import { type Json, type Recipe, type Recipes, type Step, idIn, recorded } from './recipe.js';

const paper = (kind: string) => ({ kind, reference: `arsip/${kind.toLowerCase()}` });

const PAPERS = [
  'KPJ_CARD',
  'E_KTP',
  'CHRONOLOGY',
  'KK1',
  'KK2',
  'KK3',
  'ACCOUNT_BOOK',
  'TRANSPORT_RECEIPTS',
  'FORM_4',
  'DEATH_CERTIFICATE',
  'HEIR_CERTIFICATE',
  'KK',
  'HEIR_KTP',
].map(paper);

/** Now and then one of those that every claim needs is still at home. */
const brought = (random: Random) => (random.chance(0.2) ? PAPERS.slice(1) : PAPERS);

function takeIn(world: World, answer: Json, claim: Pick<Claim, 'participantId' | 'programme' | 'claimant'>) {
  const situation = recorded(answer, 'ClaimCompleted') ? 'COMPLETE' : 'INCOMPLETE';
  world.claims.push({ id: idIn(answer), ...claim, situation });
}

const jkk: Recipe = (world, random) => {
  const accident = random.maybe(
    world.accidents.filter(({ stageTwo, conclusion, claimed }) => stageTwo && conclusion && !claimed),
  );
  if (!accident) return undefined;
  const { participantId, finalCondition } = accident;
  const isDead = finalCondition === 'DEAD' || world.participant(participantId)?.diedOn !== undefined;
  const claimant = isDead ? 'HEIR' : 'PARTICIPANT';
  return {
    body: { accidentId: accident.id, participantId, claimant, documents: brought(random) },
    learn: (answer) => {
      accident.claimed = true;
      takeIn(world, answer, { participantId, programme: 'JKK', claimant });
    },
  };
};

const jkm: Recipe = (world, random) => {
  const participant = random.maybe(
    world.participants.filter(({ diedOn, traced, claimed }) => diedOn && !traced && !claimed),
  );
  if (!participant) return undefined;
  return {
    body: { participantId: participant.id, documents: brought(random) },
    learn: (answer) => {
      participant.claimed = true;
      takeIn(world, answer, { participantId: participant.id, programme: 'JKM', claimant: 'HEIR' });
    },
  };
};

const ofClaims =
  (
    isMeant: (claim: Claim, world: World) => boolean,
    step: (claim: Claim, world: World) => Omit<Step, 'path'>,
  ): Recipe =>
  (world, random) => {
    const claim = random.maybe(world.claims.filter((one) => isMeant(one, world)));
    return claim && { path: { claimId: claim.id }, ...step(claim, world) };
  };

const documents = ofClaims(
  ({ situation }) => situation === 'INCOMPLETE',
  (claim) => ({
    body: { documents: PAPERS },
    learn: (answer) => {
      if (recorded(answer, 'ClaimCompleted')) claim.situation = 'COMPLETE';
    },
  }),
);

const takeOver = ofClaims(
  ({ situation, claimant, participantId }, world) =>
    situation !== 'CLOSED' &&
    claimant === 'PARTICIPANT' &&
    world.participant(participantId)?.diedOn !== undefined,
  (claim) => ({
    body: { claimant: 'HEIR', documents: PAPERS },
    learn: () => {
      claim.claimant = 'HEIR';
      claim.situation = 'COMPLETE';
    },
  }),
);

const calculate = ofClaims(
  ({ situation }) => situation === 'COMPLETE',
  (claim) => ({
    // What came of it the next look at the claim tells.
    learn: () => {
      claim.situation = 'CALCULATED';
    },
  }),
);

const close = (claim: Claim) => ({
  learn: () => {
    claim.situation = 'CLOSED';
  },
});

const LEVELS: Readonly<Record<string, number>> = { TK: 2, SD: 6, SMP: 3, SMA: 3, PT: 4 };

const evidence: Recipe = (world, random) => {
  const scholarship = random.maybe(
    world.scholarships.filter(({ ended, evidencedYear }) => !ended && evidencedYear === undefined),
  );
  if (!scholarship) return undefined;
  const year = Number(world.clock.today.slice(0, 4));
  if (scholarship.decidedYear === year) return undefined;
  const level = scholarship.level in LEVELS ? scholarship.level : 'SD';
  return {
    path: { scholarshipId: scholarship.id },
    body: {
      year,
      level,
      yearInLevel: random.between(1, LEVELS[level]!),
      married: false,
      working: false,
      work: undefined,
      evidence: [paper('SCHOOL_LETTER'), paper('REPORT_CARD'), paper('TRANSCRIPT')],
    },
    learn: () => {
      scholarship.evidencedYear = year;
    },
  };
};

const approveYear: Recipe = (world, random) => {
  const scholarship = random.maybe(
    world.scholarships.filter(({ ended, evidencedYear }) => !ended && evidencedYear !== undefined),
  );
  if (scholarship?.evidencedYear === undefined) return undefined;
  return {
    path: { scholarshipId: scholarship.id, year: String(scholarship.evidencedYear) },
    learn: () => {
      scholarship.decidedYear = scholarship.evidencedYear;
      delete scholarship.evidencedYear;
    },
  };
};

const endScholarship: Recipe = (world, random) => {
  const scholarship = random.maybe(world.scholarships.filter(({ ended }) => !ended));
  if (!scholarship || random.chance(0.7)) return undefined;
  return {
    path: { scholarshipId: scholarship.id },
    body: { endedOn: world.clock.today },
    learn: () => {
      scholarship.ended = true;
    },
  };
};

const resumeScholarship: Recipe = (world, random) => {
  const scholarship = random.maybe(world.scholarships.filter(({ ended }) => ended));
  return (
    scholarship && {
      path: { scholarshipId: scholarship.id },
      learn: () => {
        scholarship.ended = false;
      },
    }
  );
};

export const claimRecipes: Recipes = {
  ClaimsController_submitJkk: jkk,
  ClaimsController_submitJkm: jkm,
  ClaimsController_addDocuments: documents,
  ClaimsController_takeOver: takeOver,
  ClaimsController_calculate: calculate,
  ClaimsController_approve: ofClaims(({ situation }) => situation === 'CALCULATED', close),
  ClaimsController_deny: ofClaims(({ situation }) => situation === 'REFUSED', close),
  ScholarshipsController_submitEvidence: evidence,
  ScholarshipsController_approveYear: approveYear,
  ScholarshipsController_end: endScholarship,
  ScholarshipsController_resume: resumeScholarship,
};
