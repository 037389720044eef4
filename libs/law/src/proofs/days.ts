import { addDays, type LocalDate } from '#kernel';
import { type Rule, type Version, versionOn } from '../kernel/rule.js';
import { cutsOf } from './edges.js';
import { OPEN_DAYS, type OpenDays, PROVED_FROM, PROVED_TO } from './open-days.js';

/** Days, both included, on which a rule says one and the same thing: its data know no other day on which it changes. */
export interface Stretch {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The version that applies; nothing when the rule is open. */
  readonly version?: Version<unknown>;
  /** The version without an end that stands back for this time. */
  readonly interrupted?: Version<unknown>;
}

export interface OpenStretch {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Why, when the list of open days knows it. */
  readonly reason?: OpenDays['reason'];
}

export interface DaysProof {
  readonly rule: string;
  readonly stretches: readonly Stretch[];
  readonly open: readonly OpenStretch[];
  /** What is wrong, one line each; none when the proof holds. */
  readonly faults: readonly string[];
}

/**
 * Proves for each day of the forty-two years that exactly one version of a rule applies, or that the list of open days says
 * why none does. A version without an end applies until the next one without an end; one with an end may stand within it, and
 * interrupts it. Between two days named in the data nothing can change, so each stretch is asked on its first and its last day.
 */
export function proveDays(rule: Rule<unknown>): DaysProof {
  const faults: string[] = [];
  const stretches = stretchesOf(rule.versions, (fault) => faults.push(`${rule.id}: ${fault}`));
  for (const { from, to, version } of stretches) {
    for (const day of [from, to]) {
      const applied = versionOn(rule, day);
      if (applied?.from !== version?.from || applied?.value !== version?.value) {
        faults.push(
          `${rule.id}: on ${day} the version from ${applied?.from ?? 'nowhere'} is applied, not that from ${version?.from ?? 'nowhere'}`,
        );
      }
    }
  }
  const open = joined(stretches.filter(({ version }) => version === undefined)).map((stretch) =>
    withReason(rule.id, stretch),
  );
  for (const { from, to, reason } of open) {
    if (!reason)
      faults.push(
        `${rule.id}: no version applies from ${from} to ${to}, and the list of open days does not say why`,
      );
  }
  return { rule: rule.id, stretches, open, faults };
}

/** Cuts the time at each day on which a version begins or ends. */
function stretchesOf(versions: readonly Version<unknown>[], fault: (text: string) => void): Stretch[] {
  const within = cutsOf(versions).filter((day) => day > PROVED_FROM && day <= PROVED_TO);
  const firsts = [...new Set([PROVED_FROM, ...within])].sort();
  return firsts.map((from, index) => {
    const next = firsts[index + 1];
    return { from, to: next ? addDays(next, -1) : PROVED_TO, ...applying(versions, from, fault) };
  });
}

/** Which version applies on a day, as its own data say it: found apart from `versionOn`, which has to agree. */
function applying(versions: readonly Version<unknown>[], day: LocalDate, fault: (text: string) => void) {
  const limited = versions.filter(({ from, until }) => until !== undefined && from <= day && day <= until);
  const lasting = versions.filter(({ from, until }) => until === undefined && from <= day);
  const newest = lasting.reduce<Version<unknown> | undefined>(
    (latest, version) => (latest && latest.from >= version.from ? latest : version),
    undefined,
  );
  const twice = lasting.filter(({ from }) => from === newest?.from);
  if (limited.length > 1) fault(`on ${day} ${limited.length} versions with an end apply`);
  if (twice.length > 1) fault(`on ${newest?.from} ${twice.length} versions without an end begin`);
  const [only] = limited;
  return only ? { version: only, ...(newest && { interrupted: newest }) } : newest && { version: newest };
}

/** Neighbouring stretches as one. */
function joined(stretches: readonly Stretch[]): Pick<Stretch, 'from' | 'to'>[] {
  const result: { from: LocalDate; to: LocalDate }[] = [];
  for (const { from, to } of stretches) {
    const last = result.at(-1);
    if (last && addDays(last.to, 1) === from) last.to = to;
    else result.push({ from, to });
  }
  return result;
}

function withReason(rule: string, { from, to }: Pick<Stretch, 'from' | 'to'>): OpenStretch {
  const listed = listedFor(rule).find((entry) => entry.from === from && entry.to === to);
  return { from, to, ...(listed && { reason: listed.reason }) };
}

const listedFor = (rule: string) =>
  OPEN_DAYS.filter(({ rules }) => rules === 'EVERY_RULE' || rules.includes(rule));

/** Entries of the list of open days that no rule needs any more: they would hide the next gap. */
export function staleOpenDays(proofs: readonly DaysProof[]): readonly string[] {
  const isOpen = (rule: string, { from, to }: OpenDays) =>
    proofs.some(
      (proof) => proof.rule === rule && proof.open.some((open) => open.from === from && open.to === to),
    );
  return OPEN_DAYS.flatMap((entry) =>
    entry.rules === 'EVERY_RULE'
      ? []
      : entry.rules
          .filter((rule) => !isOpen(rule, entry))
          .map(
            (rule) => `${rule}: is not open from ${entry.from} to ${entry.to}, as the list of open days says`,
          ),
  );
}
