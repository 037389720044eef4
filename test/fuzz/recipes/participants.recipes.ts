import { addDays, addMonths, monthOf } from '../calendar.js';
import type { Random } from '../../system/random.js';
import { lineOf } from '../values.js';
import type { Participant, Sponsor, World } from '../world.js';
import { type Recipe, type Recipes, type Step, idIn } from './recipe.js';

interface Newborn {
  readonly nik: string;
  readonly birthDate: string;
  readonly sex: 'FEMALE' | 'MALE';
}

/** Somebody of whom nobody has heard: no district begins with 00. */
export function newborn(world: World, random: Random): Newborn {
  const number = world.count();
  const birthDate = addDays('1975-01-01', random.between(0, 9000));
  const sex = random.pick(['FEMALE', 'MALE'] as const);
  const [year, month, day] = birthDate.split('-') as [string, string, string];
  const written = String(Number(day) + (sex === 'FEMALE' ? 40 : 0)).padStart(2, '0');
  const district = String(Math.floor(number / 9999)).padStart(6, '0');
  const serial = String((number % 9999) + 1).padStart(4, '0');
  return { nik: `${district}${written}${month}${year.slice(2)}${serial}`, birthDate, sex };
}

/** Those under whose agreement can be paid on this day. */
const payingOn = ({ sponsors }: World, day: string): Sponsor[] =>
  sponsors.filter(({ agreement }) => agreement && agreement.from <= day && day <= agreement.until);

const register: Recipe = (world, random) => {
  const { today } = world.clock;
  const registeredOn = addDays(today, -random.pick([0, 0, 0, 3, 400, 1500]));
  const sponsor = random.chance(0.2) ? random.maybe(payingOn(world, registeredOn)) : undefined;
  const { nik, birthDate, sex } = newborn(world, random);
  return {
    body: {
      payer: sponsor?.kind ?? 'SELF',
      sponsorId: sponsor?.id,
      agreementId: sponsor?.agreement?.id,
      registeredOn,
      person: {
        nik,
        birthDate,
        sex,
        name: lineOf(random.between(1, 60), random),
        occupation: lineOf(10, random),
        workplace: lineOf(30, random),
      },
    },
    learn: (answer) => {
      world.participants.push({
        id: idIn(answer),
        registeredOn,
        nextMonth: monthOf(registeredOn),
        children: 0,
      });
    },
  };
};

const alive = ({ participants }: World) => participants.filter(({ diedOn }) => diedOn === undefined);

const contribute: Recipe = (world, random) => {
  const { today } = world.clock;
  const participant = random.maybe(
    alive(world).filter(({ nextMonth }) => nextMonth <= addMonths(monthOf(today), 6)),
  );
  if (!participant) return undefined;
  const months = random.pick([1, 2, 3, 6, 12, 12]);
  const period = participant.nextMonth;
  const first = `${period}-01`;
  const early = first < participant.registeredOn ? participant.registeredOn : first;
  return {
    path: { participantId: participant.id },
    body: {
      period,
      months,
      payer: 'SELF',
      sponsorId: undefined,
      agreementId: undefined,
      amountIdr: undefined,
      paidOn: early < today ? early : today,
    },
    learn: () => {
      participant.nextMonth = addMonths(period, months);
    },
  };
};

const ofSomebody =
  (
    who: (world: World) => Participant[],
    step: (one: Participant, world: World, random: Random) => Omit<Step, 'path'>,
  ): Recipe =>
  (world, random) => {
    const participant = random.maybe(who(world));
    return participant && { path: { participantId: participant.id }, ...step(participant, world, random) };
  };

const SCHOOLS = [
  { level: 'SD', yearInLevel: 3, age: 9 },
  { level: 'SMP', yearInLevel: 2, age: 14 },
  { level: 'SMA', yearInLevel: 3, age: 18 },
  { level: 'PT', yearInLevel: 1, age: 19 },
] as const;

const child: Recipe = ofSomebody(
  (world) => alive(world).filter(({ children }) => children < 2),
  (participant, world, random) => {
    const { level, yearInLevel, age } = random.pick(SCHOOLS);
    return {
      body: {
        school: { level, yearInLevel },
        person: {
          name: `Anak ${world.count()}`,
          birthDate: addDays(world.clock.today, -age * 365 - random.between(1, 300)),
        },
      },
      learn: () => {
        participant.children += 1;
      },
    };
  },
);

const heir: Recipe = ofSomebody(alive, (_participant, world) => ({
  body: { person: { name: `Ahli Waris ${world.count()}`, phone: '0812-0000 0001' } },
}));

const death: Recipe = ofSomebody(
  // Those who have paid for years leave scholarships behind.
  (world) => alive(world).filter(({ nextMonth }) => nextMonth > monthOf(world.clock.today)),
  (participant, world) => {
    const diedOn = world.clock.today;
    return {
      body: { diedOn },
      learn: () => {
        participant.diedOn = diedOn;
      },
    };
  },
);

const SPONSOR_KINDS = [
  'VILLAGE',
  'KELURAHAN',
  'LOCAL_GOV',
  'CENTRAL_GOV',
  'CSR_SPONSOR',
  'CHAMBER',
  'PROJECT_OWNER',
];

const sponsor: Recipe = (world, random) => {
  const kind = random.pick(SPONSOR_KINDS);
  const district = '321601';
  return {
    body: { kind, name: `Desa ${world.count()}`, district },
    learn: (answer) => {
      world.sponsors.push({ id: idIn(answer), kind, district });
    },
  };
};

const sponsorAgreement: Recipe = (world, random) => {
  const one = random.maybe(world.sponsors.filter(({ agreement }) => agreement === undefined));
  if (!one) return undefined;
  const [from, until] = [addDays(world.clock.today, -200), addDays(world.clock.today, 800)];
  return {
    path: { sponsorId: one.id },
    body: { reference: `SK ${world.count()}`, validFrom: from, validUntil: until },
    learn: ({ agreementId }) => {
      if (typeof agreementId === 'string') one.agreement = { id: agreementId, from, until };
    },
  };
};

const HEADER = 'nik,name,birth_date,sex,phone,occupation,workplace,district,monthly_income,sector';

const imported: Recipe = (world, random) => {
  const { today } = world.clock;
  const one = random.maybe(payingOn(world, today));
  if (!one) return undefined;
  const rows = Array.from({ length: random.between(1, 4) }, (_, row) => {
    const { nik, birthDate, sex } = newborn(world, random);
    const letter = sex === 'FEMALE' ? 'P' : 'L';
    return `${nik},Pekerja ${row},${birthDate},${letter},,petani,sawah,321601,1500000,OTHER`;
  });
  return {
    query: {
      sponsorId: one.id,
      agreementId: one.agreement!.id,
      period: monthOf(today),
      months: '1',
      paidOn: today,
      receipt: `B-${world.count()}`,
      channel: 'VILLAGE',
    },
    file: [HEADER, ...rows, ''].join('\n'),
  };
};

const everybody = ({ participants }: World) => participants;

const correctName: Recipe = ofSomebody(everybody, (_participant, world) => ({
  body: {
    person: { name: `Nama Baru ${world.count()}` },
    evidence: { kind: 'E_KTP', number: `KTP ${world.count()}` },
  },
}));

const correctNik: Recipe = ofSomebody(
  (world) => everybody(world).filter(({ correctionId }) => correctionId === undefined),
  (participant, world, random) => ({
    body: {
      person: { nik: newborn(world, random).nik },
      evidence: { kind: 'DUKCAPIL_ANSWER', number: `400/${world.count()}` },
    },
    learn: ({ correctionId }) => {
      if (typeof correctionId === 'string') participant.correctionId = correctionId;
    },
  }),
);

/** Made or refused, nothing waits any more. */
const decideCorrection: Recipe = (world, random) => {
  const participant = random.maybe(everybody(world).filter(({ correctionId }) => correctionId !== undefined));
  if (!participant) return undefined;
  return {
    path: { participantId: participant.id, correctionId: participant.correctionId! },
    learn: () => {
      participant.correctionId = undefined;
    },
  };
};

const changeIncome: Recipe = ofSomebody(alive, ({ nextMonth }, world) => {
  const thisMonth = monthOf(world.clock.today);
  return {
    body: {
      from: nextMonth > thisMonth ? nextMonth : thisMonth,
      evidence: { kind: 'STATEMENT', number: `SP ${world.count()}` },
    },
  };
});

const trace: Recipe = ofSomebody(
  ({ participants }) =>
    participants.filter(({ diedOn, fatalAccidentId, traced }) => diedOn && fatalAccidentId && !traced),
  (participant) => ({
    body: { accidentId: participant.fatalAccidentId },
    learn: () => {
      participant.traced = true;
    },
  }),
);

export const participantRecipes: Recipes = {
  CorrectionsController_changeIncomeBand: changeIncome,
  CorrectionsController_confirm: decideCorrection,
  CorrectionsController_correct: correctName,
  CorrectionsController_correctNik: correctNik,
  CorrectionsController_refuse: decideCorrection,
  ImportsController_import: imported,
  ParticipantsController_register: register,
  ParticipantsController_recordContribution: contribute,
  ParticipantsController_registerChild: child,
  ParticipantsController_registerHeir: heir,
  ParticipantsController_reportDeath: death,
  ParticipantsController_traceDeath: trace,
  SponsorsController_register: sponsor,
  SponsorsController_sign: sponsorAgreement,
};
