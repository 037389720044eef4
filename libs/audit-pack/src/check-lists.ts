import { type PackFiles, isSame } from './archive.js';
import type { CheckedEvent } from './check-events.js';
import { PAPERS, RULES, eventOf, readJson, writtenJson } from './pack-files.js';
import { type RulesInForce, calculationsIn, namedBesideIn, papersIn } from './papers.js';
import type { Findings } from './findings.js';

/** What the lists of a pack come to. */
export interface ListsSaid {
  readonly papers: number;
  readonly calculations: number;
  /** Of these, such as the pack gives no rules of. */
  readonly withoutRules: number;
  readonly opened: number;
}

/** That the lists of a pack say what its events say. */
export function checkLists(files: PackFiles, events: readonly CheckedEvent[], findings: Findings): ListsSaid {
  const papers = papersIn(events);
  const listed = files.get(PAPERS);
  if (listed && !isSame(writtenJson(papers), listed)) findings.note('PAPERS_DIFFER', PAPERS);
  return {
    papers: papers.length,
    ...checkRules(files, events, findings),
    opened: checkOpened(files, events, findings),
  };
}

function checkRules(
  files: PackFiles,
  events: readonly CheckedEvent[],
  findings: Findings,
): Pick<ListsSaid, 'calculations' | 'withoutRules'> {
  const calculated = calculationsIn(events);
  const said = readJson(files.get(RULES));
  const given: readonly Partial<RulesInForce>[] = Array.isArray(said) ? said.map((one) => one ?? {}) : [];
  const nameOf = ({ decision, ruleSetVersion }: Partial<RulesInForce>) => `${decision} ${ruleSetVersion}`;
  const beside = new Set(namedBesideIn(events).map(nameOf));
  const asked = calculated.map(nameOf).sort().join('\n');
  const found = given
    .map(nameOf)
    .filter((name) => !beside.has(name))
    .sort()
    .join('\n');
  if (files.has(RULES) && (asked !== found || !Array.isArray(said))) findings.note('RULES_DIFFER', RULES);
  const without = given.filter((one) => !Array.isArray(one.rules) || one.rules.length === 0).map(nameOf);
  return {
    calculations: calculated.length,
    withoutRules: calculated.map(nameOf).filter((name) => without.includes(name)).length,
  };
}

/** What was opened is told by whoever made the pack; that there was something sealed in its place stands in the log. */
function checkOpened(files: PackFiles, events: readonly CheckedEvent[], findings: Findings): number {
  const known = new Map(events.map(({ place, data }) => [place, data]));
  let count = 0;
  for (const [path, bytes] of files) {
    const found = eventOf(path);
    if (found?.what !== 'opened') continue;
    count += 1;
    const sections = readJson(bytes);
    const data = known.get(found.place);
    const names = typeof sections === 'object' && sections !== null ? Object.keys(sections) : [''];
    if (!data || !names.every((name) => isSealedBox(data[name]))) findings.note('NOT_SEALED', path);
  }
  return count;
}

const isSealedBox = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (value as { $sealed?: unknown }).$sealed === 1;
