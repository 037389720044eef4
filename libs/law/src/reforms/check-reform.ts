import { isLocalDate, type LocalDate } from '#kernel';
import { RULES } from '../catalogue.js';
import { misspeltFor } from '../kernel/misspelt.js';
import type { Bilingual } from '../kernel/provision.js';
import type { Reform } from '../kernel/reform.js';
import { FIRST_LAW, type Rule, versionOn } from '../kernel/rule.js';
import { fitted, shapeOf } from './shape.js';

/** Something in a reform that cannot be applied. */
export interface ReformFault {
  /** Where: the rule, the day, the part of the value. */
  readonly where: string;
  readonly words: Bilingual;
}

/** A reform that can be applied, its values as the law writes them, or everything that is wrong with it. */
export type CheckedReform = { readonly reform: Reform } | { readonly faults: readonly ReformFault[] };

const BY_ID: ReadonlyMap<string, Rule<unknown>> = new Map(RULES.map((rule) => [rule.id, rule]));

/** A rule of the law by its id. */
export const ruleById = (id: string): Rule<unknown> | undefined => BY_ID.get(id);

/** The rules that take over the values of another one. */
export const followersOf = (id: string): readonly string[] =>
  RULES.filter(({ follows }) => follows?.id === id).map((rule) => rule.id);

/** What the law says of a rule on a day; nothing when there is no such rule or it does not exist then. */
export function lawOn(id: string, day: LocalDate): unknown {
  const rule = ruleById(id);
  return rule && versionOn(rule, day)?.value;
}

/** A reform is written by a person: more is a mistake. */
const [MOST_RULES, MOST_DAYS] = [500, 100];
/** Nobody proposes for later; a year of five digits or a slip is refused. */
const LAST_DAY = '2100-12-31';

/** Reads what somebody proposes, `{ "RULE": { "2027-01-01": value } }`, against the rules as they are. */
export function checkReform(proposed: unknown): CheckedReform {
  if (!isObject(proposed) || Object.keys(proposed).length === 0) {
    return {
      faults: [
        {
          where: '',
          words: {
            en: 'a reform names rules, and from which days they hold what value: { "JKM_DEATH": { "2027-01-01": 25000000 } }',
            id: 'reformasi menyebut aturan serta nilainya sejak tanggal tertentu: { "JKM_DEATH": { "2027-01-01": 25000000 } }',
          },
        },
      ],
    };
  }
  const faults: ReformFault[] = [];
  if (Object.keys(proposed).length > MOST_RULES) faults.push(tooMany('', MOST_RULES));
  const reform = Object.fromEntries(
    Object.entries(proposed)
      .slice(0, MOST_RULES)
      .map(([id, values]) => [id, valuesOf(id, values, faults)]),
  );
  return faults.length === 0 ? { reform } : { faults };
}

function valuesOf(id: string, proposed: unknown, faults: ReformFault[]): Record<string, unknown> {
  const rule = ruleById(id);
  if (!rule) {
    faults.push({ where: id, words: unknownRule(id) });
    return {};
  }
  if (!isObject(proposed) || Object.keys(proposed).length === 0) {
    faults.push({
      where: id,
      words: {
        en: 'days are needed, each with its value: { "2027-01-01": … }',
        id: 'perlu tanggal dengan nilainya: { "2027-01-01": … }',
      },
    });
    return {};
  }
  const days = Object.entries(proposed);
  if (days.length > MOST_DAYS) faults.push(tooMany(id, MOST_DAYS));
  const shape = shapeOf(rule.versions.map(({ value }) => value));
  return Object.fromEntries(
    days.slice(0, MOST_DAYS).map(([day, value]) => {
      const where = `${id} ${day}`;
      const wrongDay = faultOfDay(day);
      if (wrongDay) {
        faults.push({ where, words: wrongDay });
        return [day, undefined];
      }
      if (value === null) return [day, null];
      const read = fitted(shape, value);
      if ('value' in read) return [day, read.value];
      faults.push({ where: read.part === '' ? where : `${where} ${read.part}`, words: read.wrong });
      return [day, undefined];
    }),
  );
}

function faultOfDay(day: string): Bilingual | undefined {
  if (!isLocalDate(day)) {
    const meant = dayMeant(day);
    return meant === undefined
      ? {
          en: `${day} is no day; write it as 2027-01-01`,
          id: `${day} bukan tanggal; tulislah seperti 2027-01-01`,
        }
      : {
          en: `${day} is no day; did you mean ${meant}?`,
          id: `${day} bukan tanggal; apakah maksudnya ${meant}?`,
        };
  }
  if (day >= FIRST_LAW && day <= LAST_DAY) return undefined;
  return {
    en: `${day} is not between ${FIRST_LAW}, the first law here, and ${LAST_DAY}`,
    id: `${day} tidak di antara ${FIRST_LAW}, hukum pertama di sini, dan ${LAST_DAY}`,
  };
}

/** `2027-1-1` and `2027/01/01`; of `01/02/2027` nobody knows which is the month. */
function dayMeant(day: string): string | undefined {
  const [, year, month, date] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(day.trim()) ?? [];
  if (year === undefined) return undefined;
  const meant = `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`;
  return isLocalDate(meant) ? meant : undefined;
}

/** How many ids are named that contain what was written. */
const MOST_ALIKE = 8;

function unknownRule(id: string): Bilingual {
  const ids = [...BY_ID.keys()];
  const meant = misspeltFor(id, ids);
  const alike =
    meant === undefined
      ? ids.filter((known) => id !== '' && known.includes(id.trim().toUpperCase())).slice(0, MOST_ALIKE)
      : [meant];
  if (alike.length === 0) {
    return {
      en: 'there is no such rule; docs/reference/law.md lists them',
      id: 'tidak ada aturan ini; lihat daftarnya di docs/reference/law.md',
    };
  }
  return {
    en: `there is no such rule; did you mean ${alike.join(', ')}?`,
    id: `tidak ada aturan ini; apakah maksudnya ${alike.join(', ')}?`,
  };
}

const tooMany = (where: string, most: number): ReformFault => ({
  where,
  words: { en: `more than ${most} of them`, id: `lebih dari ${most}` },
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
