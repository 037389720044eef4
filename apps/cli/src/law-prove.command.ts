import type { Command } from 'commander';
import { formatRupiah } from '#kernel';
import { type GroupProof, type LawProof, type OpenRules, proveLaw } from '#law/proofs';
import { ExitCode, fail } from './exit.js';

/** `lindung law prove` */
export function proveCommand(prove: Command): void {
  prove.option('--json', 'print the whole proof as JSON').action(({ json }: { json?: boolean }) => {
    const proof = proveLaw();
    process.stdout.write(json ? `${JSON.stringify(proof, undefined, 2)}\n` : provedInWords(proof));
    const { length } = proof.faults;
    if (length > 0) fail(`the law is not proved: ${counted(length, 'fault')}`, ExitCode.FAILED);
  });
}

/** What was proved, group by group, and what is open with its reason. */
export function provedInWords(proof: LawProof): string {
  const { from, to, days, groups, alternatives, policies, faults } = proof;
  return [
    `Every day from ${from} to ${to} (${formatRupiah(days)} days)`,
    '',
    ...groups.flatMap(groupLines),
    'Rules that stand for each other: on no day do two of them apply',
    ...alternatives.map(({ what, rules }) => `  ${what.en}: ${rules.join(', ')}`),
    '',
    'Lists of policies: each combination of facts is decided once',
    ...policies.map(
      ({ list, policies: named, combinations, walked }) =>
        `  ${list}: ${named.length} policies, ${formatRupiah(combinations)} combinations, ${formatRupiah(walked)} values walked through`,
    ),
    '',
    ...faults.map((fault) => `FAULT ${fault}`),
    faults.length === 0 ? 'Proved: no gap, no overlap.' : `${counted(faults.length, 'fault')}.`,
    '',
  ].join('\n');
}

function groupLines({ title, rules, versions, stretches, interrupted, inputs, open }: GroupProof): string[] {
  return [
    `${title.en} / ${title.id}`,
    `  ${counted(rules, 'rule')}, ${counted(versions, 'version')}, ${stretches} stretches of days on which one thing is said`,
    ...inputs.map(
      ({ what, rules: ids, days, regions, points }) =>
        `  ${what.en}: ${counted(regions, 'region')} over ${counted(days.length, 'day')} of change, ${points} points asked (${ids.join(', ')})`,
    ),
    ...interrupted.map(({ rule, from, to }) => `  ${rule} is interrupted from ${from} to ${to}`),
    ...open.map(openLine),
    '',
  ];
}

const counted = (number: number, thing: string) =>
  `${formatRupiah(number)} ${thing}${number === 1 ? '' : 's'}`;

const openLine = ({ rules, from, to, reason }: OpenRules) =>
  `  open from ${from} to ${to}: ${rules.length > 6 ? `${rules.length} rules` : rules.join(', ')}: ${reason?.en ?? 'NO REASON IS LISTED'}`;
