import { addDays, type LocalDate } from '#kernel';
import { CATALOGUE } from '../catalogue.js';
import { documentsOf, partOf } from '../kernel/documents.js';
import type { Bilingual, Confidence, Provision } from '../kernel/provision.js';
import { type Rule, type Version, versionOn } from '../kernel/rule.js';
import { SOURCES } from '../kernel/sources.js';
import { READERS } from './rule-readers.js';

/** Where something can be read. */
export interface RuleLink {
  /** The document and, where its page is known, the article: `PP 44/2015 Art. 37`. */
  readonly name: string;
  readonly address: string;
}

/** What a rule says for a time. */
export interface RuleVersion {
  readonly from: LocalDate;
  /** The last day on which it applies; absent while no later version is known. */
  readonly until?: LocalDate;
  readonly value: unknown;
  readonly law: string;
  readonly article: string;
  readonly confidence: Confidence;
  readonly links: readonly RuleLink[];
  /** Where it was seen. */
  readonly sources: readonly { readonly id: string; readonly what: string; readonly where: string }[];
}

/** A rule in the list: what it says on the day that was asked for. */
export interface RuleSummary {
  readonly id: string;
  readonly title: Bilingual;
  readonly unit: string;
  /** The folder of the law it stands in: `jkk`, `contributions`. */
  readonly chapter: string;
  readonly group: Bilingual;
  /** How many versions there are. */
  readonly versions: number;
  /** What it says on the day; nothing where it did not exist then. */
  readonly inForce?: RuleVersion;
}

/** A rule with its whole history. */
export interface RuleHistory extends Omit<RuleSummary, 'versions' | 'inForce'> {
  /** Oldest first. */
  readonly versions: readonly RuleVersion[];
  /** The calculators that read it. Rules that no calculator reads serve registration and the deadlines of claims. */
  readonly readBy: readonly string[];
}

export interface RuleFilter {
  /** The day of which the values are; without it the newest versions. */
  readonly on?: LocalDate;
  readonly chapter?: string;
  /** Found in the id, the titles, the law or the article, whatever the case of letters. */
  readonly search?: string;
}

interface Entry {
  readonly chapter: string;
  readonly group: Bilingual;
  readonly rule: Rule<unknown>;
}

const ENTRIES: readonly Entry[] = CATALOGUE.flatMap(({ folder, rules: groups }) =>
  groups.flatMap(({ title, rules }) => rules.map((rule) => ({ chapter: folder, group: title, rule }))),
);

/** The folders of the law that hold rules. */
export const RULE_CHAPTERS: readonly string[] = [...new Set(ENTRIES.map(({ chapter }) => chapter))];

/** The rules in the order of the catalogue, each as it stands on a day. */
export function listRules({ on, chapter, search }: RuleFilter = {}): readonly RuleSummary[] {
  return ENTRIES.filter((entry) => chapter === undefined || entry.chapter === chapter)
    .filter((entry) => search === undefined || isFound(entry, search.toLowerCase()))
    .map((entry) => summaryOf(entry, on));
}

/** A rule with its history; nothing where no rule has this id. */
export function ruleHistory(id: string): RuleHistory | undefined {
  const entry = ENTRIES.find(({ rule }) => rule.id === id);
  if (!entry) return undefined;
  const { rule } = entry;
  return {
    ...headOf(entry),
    versions: rule.versions.map((_, at) => versionOf(rule, at)),
    readBy: READERS[id] ?? [],
  };
}

function isFound({ rule: { id, title, versions } }: Entry, search: string): boolean {
  const words = [id, title.id, title.en, ...versions.flatMap(({ law, article }) => [law, article])];
  return words.some((text) => text.toLowerCase().includes(search));
}

const headOf = ({ chapter, group, rule: { id, title, unit } }: Entry) => ({
  id,
  title,
  unit,
  chapter,
  group,
});

function summaryOf(entry: Entry, on: LocalDate | undefined): RuleSummary {
  const { rule } = entry;
  const inForce = on === undefined ? rule.versions.at(-1) : versionOn(rule, on);
  const at = rule.versions.findLastIndex(({ from }) => from === inForce?.from);
  return {
    ...headOf(entry),
    versions: rule.versions.length,
    ...(inForce && { inForce: { ...versionOf(rule, at), law: inForce.law } }),
  };
}

function versionOf({ versions }: Rule<unknown>, at: number): RuleVersion {
  const version = versions[at]!;
  const { from, value, law, article, confidence, sources } = version;
  const until = lastDayOf(version, versions[at + 1]);
  return {
    from,
    ...(until && { until }),
    value,
    law,
    article,
    confidence,
    links: linksOf(version),
    sources: sources.map((id) => ({ id, ...SOURCES[id]! })),
  };
}

/** A version with an end interrupts the one before it, which then goes on. */
function lastDayOf({ until }: Version<unknown>, next: Version<unknown> | undefined): LocalDate | undefined {
  return until ?? (next && !next.until ? addDays(next.from, -1) : undefined);
}

function linksOf(provision: Provision): readonly RuleLink[] {
  const part = partOf(provision);
  const article = part ? [{ name: `${part.document.number} ${part.part}`, address: part.address }] : [];
  const whole = documentsOf(provision).flatMap(({ number, address }) =>
    address === undefined ? [] : [{ name: number, address }],
  );
  return [...article, ...whole];
}
