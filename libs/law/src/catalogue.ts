import { CONTRIBUTIONS } from './contributions/contributions.chapter.js';
import { COVERAGE } from './coverage/coverage.chapter.js';
import { EMPLOYER } from './employer/employer.chapter.js';
import { HEIRS } from './heirs/heirs.chapter.js';
import { JHT } from './jht/jht.chapter.js';
import { JKK } from './jkk/jkk.chapter.js';
import { JKM } from './jkm/jkm.chapter.js';
import { JKP } from './jkp/jkp.chapter.js';
import { JP } from './jp/jp.chapter.js';
import type { Calculator } from './kernel/calculator.js';
import { type Chapter, conventionsOf } from './kernel/chapter.js';
import * as common from './kernel/conventions.js';
import type { Rule } from './kernel/rule.js';
import { MLT } from './mlt/mlt.chapter.js';
import { PMI } from './pmi/pmi.chapter.js';
import { SCHOLARSHIP } from './scholarship/scholarship.chapter.js';
import { SERVICE } from './service/service.chapter.js';
import { TAX } from './tax/tax.chapter.js';
import { WAGE } from './wage/wage.chapter.js';

/** Every chapter of the law, in the order of the page for lawyers. A new programme is its folder and its line here. */
export const CATALOGUE: readonly Chapter[] = [
  COVERAGE,
  WAGE,
  CONTRIBUTIONS,
  JKK,
  JKM,
  SCHOLARSHIP,
  JHT,
  JP,
  JKP,
  PMI,
  MLT,
  HEIRS,
  EMPLOYER,
  TAX,
  SERVICE,
];

/** Every rule of the law. */
export const RULES: readonly Rule<unknown>[] = CATALOGUE.flatMap((chapter) => chapter.rules).flatMap(
  (group) => group.rules,
);

/** Every calculator by the name a request gives. */
export const CALCULATORS: Readonly<Record<string, Calculator>> = Object.fromEntries(
  CATALOGUE.flatMap(({ calculators }) => Object.entries(calculators)),
);

const ORDER = ['R', 'Q', 'E'];
const numbered = (id: string) => ORDER.indexOf(id.slice(0, 1)) * 1_000 + Number.parseInt(id.slice(2), 10);

/** Every choice made where no text of law was found, in one list for a lawyer to review. */
export const CONVENTIONS = [
  ...conventionsOf(common),
  ...CATALOGUE.flatMap(({ conventions }) => conventions),
].sort((a, b) => numbered(a.id) - numbered(b.id) || a.id.localeCompare(b.id));
