import { addDays, monthOf } from '../calendar.js';
import type { Random } from '../../system/random.js';
import { lineOf } from '../values.js';
import type { Employer, World } from '../world.js';
import { newborn } from './participants.recipes.js';
import { type Recipe, type Recipes, type Step, idIn } from './recipe.js';

const register: Recipe = (world) => {
  const startedOn = addDays(world.clock.today, -400);
  return {
    body: { segment: 'PU', npp: `NN${world.count()}`, name: `PT Contoh ${world.count()}`, startedOn },
    learn: (answer) => {
      world.employers.push({ id: idIn(answer), startedOn, members: [] });
    },
  };
};

const ofAnEmployer =
  (step: (employer: Employer, world: World, random: Random) => Omit<Step, 'path'> | undefined): Recipe =>
  (world, random) => {
    const employer = random.maybe(world.employers);
    const asked = employer && step(employer, world, random);
    return employer && asked && { path: { employerId: employer.id }, ...asked };
  };

const join = ofAnEmployer((employer, world, random) => {
  const { nik, birthDate, sex } = newborn(world, random);
  return {
    body: {
      startedOn: addDays(world.clock.today, -random.pick([0, 5, 30, 200])),
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
      const participantId = String(answer['participantId']);
      employer.members.push({ participantId, membershipId: idIn(answer) });
    },
  };
});

const report = ofAnEmployer(({ members }, world, random) => {
  if (members.length === 0) return undefined;
  const wages = members.map(({ participantId }) => ({
    participantId,
    wageIdr: random.between(1_000_000, 20_000_000),
  }));
  return { body: { period: monthOf(world.clock.today), wages } };
});

const pay = ofAnEmployer((_employer, world, random) => ({
  body: {
    amountIdr: random.between(1, 5_000_000),
    bankReference: `B-${world.count()}`,
    paidOn: world.clock.today,
  },
}));

const leave: Recipe = (world, random) => {
  const member = random.maybe(world.employers.flatMap(({ members }) => members.filter(({ left }) => !left)));
  return (
    member && {
      path: { membershipId: member.membershipId },
      body: { lastDay: world.clock.today },
      learn: () => {
        member.left = true;
      },
    }
  );
};

export const employerRecipes: Recipes = {
  EmployersController_register: register,
  MembershipsController_join: join,
  MembershipsController_leave: leave,
  DuesController_report: report,
  DuesController_pay: pay,
};
