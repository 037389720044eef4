import type { Lindung, Person } from './lindung-client.js';
import type { Narrator } from './narrator.js';
import { atThePlkk } from './chapters/at-the-plkk.js';
import { death } from './chapters/death.js';
import { interruptedApproval } from './chapters/interrupted-approval.js';
import { refusedAccident } from './chapters/refused-accident.js';
import { scholarshipYear } from './chapters/scholarship-year.js';
import { villageLists } from './chapters/village-lists.js';
import { workAccident } from './chapters/work-accident.js';
import { type Standing, readStanding } from './standing.js';

/** Who works on the cases. */
export interface Staff {
  readonly registrar: Person;
  readonly adjudicator: Person;
  readonly supervisor: Person;
  readonly finance: Person;
}

/** What a chapter needs: the system, the people, and somebody to tell it to. */
export interface Story extends Staff {
  readonly tell: Narrator;
  /** Somebody at the desk of a PLKK: the token names the facility. */
  readonly deskOf: (facilityId: string) => Promise<Person>;
  /** Says which day it is, to the system and to the audience. `2026-11-03`, `09:00` */
  readonly on: (day: string, time?: string) => void;
}

/** What came of the story. */
export interface Outcome {
  readonly imported: { readonly rows: number; readonly registered: number; readonly rejected: number };
  readonly standing: Standing;
}

/** Plays all chapters in the order of time. @throws StoryBroken or UnexpectedAnswer when a step fails */
export async function playStory(lindung: Lindung, tell: Narrator): Promise<Outcome> {
  const story = await openStory(lindung, tell);
  const village = await villageLists(story);
  const porter = await atThePlkk(story);
  await refusedAccident(story, village.sarwan);
  const claim = await death(story, village.karta);
  await interruptedApproval(story, claim);
  await scholarshipYear(story, claim);
  await workAccident(story, porter);
  return { imported: village.imported, standing: await readStanding(story.supervisor) };
}

async function openStory(lindung: Lindung, tell: Narrator): Promise<Story> {
  const [registrar, adjudicator, supervisor, finance] = await Promise.all([
    lindung.signIn('registrar', 'registrar-07'),
    lindung.signIn('adjudicator', 'adjudicator-11'),
    lindung.signIn('supervisor', 'supervisor-03'),
    lindung.signIn('finance', 'finance-05'),
  ]);
  let today = '';
  return {
    registrar,
    adjudicator,
    supervisor,
    finance,
    tell,
    deskOf: (facilityId) => lindung.signIn('plkk', 'plkk-desk-02', facilityId),
    on: (day, time = '09:00') => {
      lindung.setTime(`${day}T${time}:00+07:00`);
      if (day !== today) tell.says(`[${day}]`);
      today = day;
    },
  };
}
