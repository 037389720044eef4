import { addDays } from '#kernel';
import { checkCase } from '#law/cases';
import { filesOfCases, readFilesOfCases } from '#law/files';
import { RULES } from '../../src/catalogue.js';
import { underReform } from '../../src/kernel/reform.js';
import { type Rule, versionOn } from '../../src/kernel/rule.js';
import { AXES } from '../../src/proofs/axes/index.js';
import { OPEN_DAYS, PROVED_FROM, PROVED_TO } from '../../src/proofs/open-days.js';
import { proveRegions } from '../../src/proofs/regions.js';
import { type Known, KNOWN } from './known.js';
import { type Mutant, mutantsOf } from './mutants.js';

const BY_ID: ReadonlyMap<string, Rule<unknown>> = new Map(RULES.map((rule) => [rule.id, rule]));

/** Every entry of every rule, changed alone. */
export const MUTANTS: readonly Mutant[] = RULES.flatMap(mutantsOf);

const { cases } = await readFilesOfCases(await filesOfCases());

/** Every case that a lawyer wrote down, without its day: under a reform an answer names no law of a day. */
const CASES: readonly Known[] = cases.map(({ name, input, output, source, keywords }) => ({
  id: name,
  holds: () => checkCase({ name, input, output, source, keywords }).length === 0,
}));

/** Whatever is known apart from the rules: each of it holds, or a spec fails. */
export const ALL_KNOWN: readonly Known[] = [...KNOWN, ...CASES];

/** What does not even hold of the law itself notices nothing; a spec says so. */
const STANDING = ALL_KNOWN.filter(stands);

/** Who notices first that an entry of the law was changed; nothing when nobody does. */
export function noticerOf({ rule, reform }: Mutant): string | undefined {
  return underReform(reform, () => {
    if (!isOpenAsListed(BY_ID.get(rule)!)) return 'the list of open days';
    const noticer = STANDING.find((one) => !stands(one));
    return noticer?.id ?? (dividesAsEngine(rule) ? undefined : 'the proof of its regions');
  });
}

/** Whether something known holds still; an exception is as loud as a wrong amount. */
function stands({ holds }: Known): boolean {
  try {
    return holds();
  } catch {
    return false;
  }
}

/** Whether a rule says nothing on the first and the last of its open days, and something beside them. */
function isOpenAsListed(rule: Rule<unknown>): boolean {
  const own = OPEN_DAYS.filter(({ rules }) => rules !== 'EVERY_RULE' && rules.includes(rule.id));
  const begins = own.some(({ from }) => from === PROVED_FROM);
  const listed = begins ? own : [...own, ...OPEN_DAYS.filter(({ rules }) => rules === 'EVERY_RULE')];
  return listed.every(
    ({ from, to }) =>
      !versionOn(rule, from) &&
      !versionOn(rule, to) &&
      (from === PROVED_FROM || versionOn(rule, addDays(from, -1))) &&
      (to === PROVED_TO || versionOn(rule, addDays(to, 1))),
  );
}

/** An entry that the engine does not read is noticed because its data and the engine part. */
const dividesAsEngine = (id: string) =>
  AXES.filter(({ rules }) => rules.some((rule) => rule.id === id)).every((divided) =>
    stands({ id, holds: () => proveRegions(divided).faults.length === 0 }),
  );
