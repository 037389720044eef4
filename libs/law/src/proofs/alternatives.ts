import type { LocalDate } from '#kernel';
import { PP_49_2020_RELIEF, PP_50_2025_RELIEF, PP_7_2025_RELIEF } from '../contributions/relief.rules.js';
import type { Bilingual } from '../kernel/provision.js';
import { FIRST_LAW, type Rule, versionOn } from '../kernel/rule.js';
import { LEVELS, SCHOLARSHIP_LEVELS, SCHOLARSHIP_ONCE } from '../scholarship/scholarship.rules.js';
import { cutsOf } from './edges.js';
import { PROVED_TO } from './open-days.js';

/** Rules that stand for each other: on no day do two of them apply, and where `always`, on each day one does. */
export interface Alternatives {
  readonly what: Bilingual;
  readonly rules: readonly Rule<unknown>[];
  readonly always: boolean;
}

const reliefs = (who: string, ...rules: readonly Rule<unknown>[]): Alternatives => ({
  what: { id: `keringanan iuran, ${who}`, en: `relief of contributions, ${who}` },
  rules,
  always: false,
});

export const ALTERNATIVES: readonly Alternatives[] = [
  reliefs('PU', PP_49_2020_RELIEF, PP_7_2025_RELIEF),
  reliefs('BPU, TRANSPORT', PP_49_2020_RELIEF, PP_50_2025_RELIEF.TRANSPORT),
  reliefs('BPU, OTHER', PP_49_2020_RELIEF, PP_50_2025_RELIEF.OTHER),
  ...LEVELS.map((level) => ({
    what: { id: `beasiswa, ${level}`, en: `scholarship, ${level}` },
    rules: [SCHOLARSHIP_ONCE, SCHOLARSHIP_LEVELS[level]],
    always: true,
  })),
];

export interface AlternativesProof {
  readonly what: Bilingual;
  readonly rules: readonly string[];
  readonly faults: readonly string[];
}

/** Asks the rules on each day on which one of them begins or ends: between two of these days nothing changes. */
export function proveAlternatives({ what, rules, always }: Alternatives): AlternativesProof {
  const faults = changesOf(rules).flatMap((day) => {
    const applying = rules.filter((rule) => versionOn(rule, day)).map(({ id }) => id);
    if (applying.length > 1) return [`${what.en}: on ${day} ${applying.join(' and ')} apply`];
    return always && applying.length === 0 ? [`${what.en}: on ${day} none applies`] : [];
  });
  return { what, rules: rules.map(({ id }) => id), faults };
}

function changesOf(rules: readonly Rule<unknown>[]): readonly LocalDate[] {
  const days = rules.flatMap(({ versions }) => cutsOf(versions));
  return [...new Set([FIRST_LAW, ...days])].filter((day) => day <= PROVED_TO).sort();
}
