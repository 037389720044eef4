import { addDays } from '../calendar.js';
import type { Random } from '../../system/random.js';
import type { Accident, Facility, World } from '../world.js';
import { type Json, type Recipe, type Recipes, type Step, idIn } from './recipe.js';

const facility: Recipe = (world) => ({
  body: { name: `Klinik ${world.count()}` },
  learn: (answer) => {
    world.facilities.push({ id: idIn(answer) });
  },
});

const agreement: Recipe = (world, random) => {
  const one = random.maybe(world.facilities.filter((known) => known.agreement === undefined));
  if (!one) return undefined;
  const { today } = world.clock;
  const until = addDays(today, random.between(100, 400));
  return {
    path: { facilityId: one.id },
    body: { reference: `PKS ${world.count()}`, validFrom: addDays(today, -30), validUntil: until },
    learn: ({ agreementId }) => {
      if (typeof agreementId === 'string') one.agreement = { id: agreementId, until };
    },
  };
};

const isPlkk = ({ clock }: World, one: Facility) =>
  one.agreement !== undefined && one.agreement.until >= clock.today;

const addendum: Recipe = (world, random) => {
  const one = random.maybe(world.facilities.filter((known) => isPlkk(world, known)));
  if (!one?.agreement) return undefined;
  const { agreement: extended } = one;
  const validUntil = addDays(extended.until, random.between(1, 60));
  return {
    path: { facilityId: one.id, agreementId: extended.id },
    body: { validUntil },
    learn: () => {
      extended.until = validUntil;
    },
  };
};

const PLACES: Readonly<Record<string, readonly string[]>> = {
  AT_WORK: ['INSIDE_WORK_SITE', 'OUTSIDE_WORK_SITE'],
  COMMUTE: ['TRAFFIC', 'OUTSIDE_WORK_SITE'],
  SUDDEN_DEATH: ['INSIDE_WORK_SITE'],
  ON_DUTY: ['OUTSIDE_WORK_SITE', 'TRAFFIC'],
};

const notice: Recipe = (world, random) => {
  const { today } = world.clock;
  const victim = random.maybe(
    world.participants.filter(({ diedOn, lastAccidentOn }) => !diedOn && lastAccidentOn !== today),
  );
  if (!victim) return undefined;
  const kind = random.pick(Object.keys(PLACES));
  return {
    body: {
      participantId: victim.id,
      kind,
      placeKind: random.pick(PLACES[kind]!),
      occurredOn: today,
      occurredAt: '00:01',
      nthOfDay: undefined,
      person: { contactName: `Kenalan ${world.count()}`, contactPhone: '+62 812-0000-0001' },
    },
    learn: (answer) => {
      victim.lastAccidentOn = today;
      world.accidents.push({
        id: idIn(answer),
        participantId: victim.id,
        kind,
        occurredOn: today,
        referredTo: [],
        guaranteedTo: [],
        invoices: 0,
      });
    },
  };
};

/** About an accident that is as far as this. */
const about =
  (
    isMeant: (accident: Accident) => boolean,
    step: (accident: Accident, world: World, random: Random) => Omit<Step, 'path'> | undefined,
  ): Recipe =>
  (world, random) => {
    const accident = random.maybe(world.accidents.filter(isMeant));
    const rest = accident && step(accident, world, random);
    return rest && { path: { accidentId: accident.id }, ...rest };
  };

const underCare = ({ effect, finalCondition, conclusion }: Accident) =>
  effect !== undefined && finalCondition === undefined && conclusion !== 'NOT_WORK_ACCIDENT';

const EVIDENCE = ['POLICE_LETTER', 'TWO_WITNESSES', 'VISUM', 'ATTENDANCE_LIST', 'CHRONOLOGY'];

const stageOne = about(
  ({ effect }) => effect === undefined,
  (accident, _world, random) => {
    const effect = accident.kind === 'SUDDEN_DEATH' || random.chance(0.2) ? 'DEATH' : 'INJURY';
    return {
      body: { effect, evidence: EVIDENCE, reportedAt: undefined },
      learn: () => {
        accident.effect = effect;
      },
    };
  },
);

const evidence = about(
  ({ effect }) => effect !== undefined,
  (_accident, _world, random) => ({ body: { evidence: [random.pick(EVIDENCE)] } }),
);

const referral = about(underCare, (accident, world, random) => {
  const to = random.maybe(
    world.facilities.filter((one) => isPlkk(world, one) && !accident.referredTo.includes(one.id)),
  );
  return (
    to && {
      body: { facilityId: to.id, issuedOn: undefined },
      learn: () => void accident.referredTo.push(to.id),
    }
  );
});

const guarantee = about(underCare, (accident, world, random) => {
  const to = random.maybe(
    world.facilities.filter(
      (one) =>
        isPlkk(world, one) && accident.referredTo.includes(one.id) && !accident.guaranteedTo.includes(one.id),
    ),
  );
  return (
    to && {
      body: { facilityId: to.id, issuedOn: undefined },
      learn: () => void accident.guaranteedTo.push(to.id),
    }
  );
});

const care = about(underCare, (accident, world, random) => {
  const at = random.maybe(accident.guaranteedTo) ?? random.maybe(world.facilities)?.id;
  return at === undefined
    ? undefined
    : {
        body: {
          facilityId: at,
          admittedOn: accident.occurredOn,
          dischargedOn: world.clock.today,
          invoiceNumber: `INV-${world.count()}`,
        },
        learn: () => {
          accident.invoices += 1;
        },
      };
});

interface Found {
  readonly condition: string;
  readonly injuries: readonly Json[];
}

const FINDINGS: readonly Found[] = [
  { condition: 'UNDER_TREATMENT', injuries: [] },
  { condition: 'HEALED', injuries: [] },
  { condition: 'TOTAL_PERMANENT', injuries: [] },
  { condition: 'PARTIAL_ANATOMIC', injuries: [{ item: 'TELUNJUK_TANGAN', side: 'RIGHT' }] },
  { condition: 'PARTIAL_ANATOMIC', injuries: [{ item: 'TELUNJUK_TANGAN', side: 'LEFT' }] },
];

const statement = about(underCare, (accident, world, random) => {
  const { today } = world.clock;
  const { condition, injuries } =
    accident.effect === 'DEATH' ? { condition: 'DEAD', injuries: [] } : random.pick(FINDINGS);
  return {
    body: {
      statedOn: today,
      health: {
        condition,
        injuries,
        unableFrom: accident.occurredOn,
        unableUntil: today,
        diedOn: condition === 'DEAD' ? today : undefined,
      },
    },
    learn: () => {
      accident.statedOn = today;
      if (condition !== 'UNDER_TREATMENT') accident.finalCondition = condition;
      const victim = world.participant(accident.participantId);
      if (condition === 'DEAD' && victim) victim.fatalAccidentId = accident.id;
    },
  };
});

const conclusion = about(
  ({ effect, conclusion: made }) => effect !== undefined && made === undefined,
  (accident, _world, random) => {
    const made = random.chance(0.9) ? 'WORK_ACCIDENT' : 'NOT_WORK_ACCIDENT';
    return {
      body: { conclusion: made, concludedOn: undefined },
      learn: () => {
        accident.conclusion = made;
      },
    };
  },
);

const stageTwo = about(
  ({ finalCondition, conclusion: made, stageTwo: done }) =>
    finalCondition !== undefined && made !== 'NOT_WORK_ACCIDENT' && !done,
  (accident) => ({
    body: { reportedAt: undefined },
    learn: () => {
      accident.stageTwo = true;
    },
  }),
);

export const accidentRecipes: Recipes = {
  FacilitiesController_register: facility,
  FacilitiesController_sign: agreement,
  FacilitiesController_extend: addendum,
  AccidentsController_notify: notice,
  AccidentsController_reportStageOne: stageOne,
  AccidentsController_receiveEvidence: evidence,
  AccidentsController_issueReferral: referral,
  AccidentsController_issueGuarantee: guarantee,
  AccidentsController_recordCare: care,
  AccidentsController_issueStatement: statement,
  AccidentsController_conclude: conclusion,
  AccidentsController_reportStageTwo: stageTwo,
};
