import type { Calculator } from './calculator.js';
import type { Convention } from './convention.js';
import type { Bilingual } from './provision.js';
import type { Rule } from './rule.js';

export interface RuleGroup {
  readonly title: Bilingual;
  readonly rules: readonly Rule<unknown>[];
}

/**
 * One folder of the law: a programme, or what several programmes share. `catalogue.ts` lists the chapters; whatever is
 * asked of the whole law (a calculator by its name, the page for lawyers) is asked of that list.
 */
export interface Chapter {
  /** The name of the folder. */
  readonly folder: string;
  readonly rules: readonly RuleGroup[];
  readonly conventions: readonly Convention<unknown>[];
  /** By the name that a request gives. */
  readonly calculators: Readonly<Record<string, Calculator>>;
  /** What its calculators decide without a component to explain it, in words. A refusal explains itself in its component. */
  readonly decisions?: Readonly<Record<string, Bilingual>>;
}

/** Every rule that a file of rules exports, alone, in a list or by name; each once. */
export function rulesOf(file: object): readonly Rule<unknown>[] {
  const found = Object.values(file).flatMap((value: unknown): readonly Rule<unknown>[] => {
    if (isRule(value)) return [value];
    return isCollection(value) ? Object.values(value).filter(isRule) : [];
  });
  return [...new Set(found)];
}

/** Every convention that a file of conventions exports. */
export function conventionsOf(file: Readonly<Record<string, Convention<unknown>>>) {
  return Object.values(file);
}

const isCollection = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isRule = (value: unknown): value is Rule<unknown> =>
  isCollection(value) && 'versions' in value && 'title' in value;
