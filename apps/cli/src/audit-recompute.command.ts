import { type Command, Option } from 'commander';
import {
  CAUSES,
  type Finding,
  PROGRAMME_CODES,
  type Progress,
  type Recomputation,
  SCHOLARSHIP,
  type WhatIf,
  recomputeLog,
} from '#audit';
import { type LocalDate, formatRupiah } from '#kernel';
import { dayIn } from './arguments.js';
import { ExitCode, fail } from './exit.js';
import { seldom } from './seldom.js';
import { denseTable } from './tables.js';
import { dataFolderMeant } from './use-key-store.js';
import { OF_LOG, useLog } from './use-log.js';
import { reformIn } from './use-reform.js';

interface Asked {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly programme?: string;
  readonly reform?: string;
  readonly data?: string;
  readonly json?: true;
}

/** So many findings are listed; all are counted. */
const [MOST_IN_TABLE, MOST_IN_JSON] = [50, 100_000];

/** `lindung audit recompute` */
export function recomputeCommand(recompute: Command): void {
  recompute
    .option('--from <day>', 'decided on this day or later', dayIn)
    .option('--to <day>', 'decided on this day or before', dayIn)
    .addOption(
      new Option('--programme <code>', 'of this programme').choices([...PROGRAMME_CODES, SCHOLARSHIP]),
    )
    .option('--reform <file>', 'and what approved claims would come to under a reform: JSON, CSV or Excel')
    .option(...OF_LOG)
    .option('--json', 'print the result as one JSON object')
    .addHelpText(
      'after',
      `
Reads the log of EVENTSTORE_URL to where it ends now, and records nothing. Each calculation is made again from the inputs that it
stored, that of a school year from its evidence and the years before, with the rules that applied on the day of the event. The exit code is 1 when
anything comes out otherwise, or names other rules than those.`,
    )
    .action(run);
}

async function run({ data, json, reform: path, ...meant }: Asked): Promise<void> {
  if (meant.from !== undefined && meant.to !== undefined && meant.from > meant.to)
    return fail(
      `--from ${meant.from} lies after --to ${meant.to} / --from ${meant.from} sesudah --to ${meant.to}`,
      ExitCode.UNUSABLE_INPUT,
    );
  const reform = path === undefined ? undefined : await reformIn(path, 'en');
  if (path !== undefined && !reform) return;
  const start = performance.now();
  const options = {
    ...meant,
    ...(reform && { reform }),
    mostListed: json ? MOST_IN_JSON : MOST_IN_TABLE,
    ...(!json && { onProgress: progress() }),
  };
  const found = await useLog(dataFolderMeant(data), (log) => recomputeLog({ log, ...options }));
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(json ? `${JSON.stringify(asJson(found))}\n` : inWords(found, seconds));
  if (found.different + found.sameByOtherRules + found.notComputable > 0) process.exitCode = ExitCode.FAILED;
}

const progress = () =>
  seldom(
    ({ decisions, position, end }: Progress) =>
      `${formatRupiah(decisions)} decisions, position ${position} of ${end}`,
  );

const asJson = ({ findings, position, ...counts }: Recomputation) => ({
  ...counts,
  position: position === null ? null : String(position),
  findings: findings.map(({ decision, recomputed }) => ({
    decision: { ...decision, position: String(decision.position) },
    recomputed,
  })),
});

function inWords(found: Recomputation, seconds: number): string {
  const { decisions, same, erased, different, sameByOtherRules, notComputable, findings, whatIf } = found;
  const rate = formatRupiah(Math.round(decisions / Math.max(seconds, 0.001)));
  const unlisted = different + sameByOtherRules + notComputable - findings.length;
  return `${[
    `${formatRupiah(decisions)} decisions in ${seconds.toFixed(1)} s, ${rate} a second`,
    `  ${formatRupiah(same)} come out as they were recorded`,
    `  ${formatRupiah(erased)} cannot be computed any more: the key of health data was destroyed`,
    `  ${formatRupiah(different)} come out otherwise`,
    `  ${formatRupiah(sameByOtherRules)} come to the same, but name other rules than those of the day of the event`,
    `  ${formatRupiah(notComputable)} are refused by the calculator of today`,
    ...(findings.length > 0 ? ['', tableOf(findings)] : []),
    ...(unlisted > 0 ? [`and ${formatRupiah(unlisted)} more: --json lists them`] : []),
    ...(whatIf ? ['', ...reformed(whatIf)] : []),
  ].join('\n')}\n`;
}

function tableOf(findings: readonly Finding[]): string {
  const table = denseTable({
    head: [
      'claim, or school year',
      'decided on',
      'position',
      'recorded, Rp',
      'computed, Rp',
      'what differs',
      'cause',
    ],
  });
  for (const { decision, recomputed } of findings) {
    const { claimId, scholarshipId, year, decidedOn, position, totalIdr } = decision;
    table.push([
      scholarshipId === undefined ? claimId : `${scholarshipId} ${year}`,
      decidedOn,
      String(position),
      formatRupiah(totalIdr),
      ...outcomeOf(decision, recomputed),
    ]);
  }
  return table.toString();
}

/** What it comes to now, what differs, and why. */
function outcomeOf(
  { ruleSetVersion }: Finding['decision'],
  recomputed: Finding['recomputed'],
): readonly [string, string, string] {
  if (recomputed.outcome === 'DIFFERENT')
    return [formatRupiah(recomputed.computedIdr), partsOf(recomputed), CAUSES[recomputed.cause].en];
  if (recomputed.outcome === 'NOT_COMPUTABLE')
    return ['', recomputed.code, 'the calculator does not take these inputs any more'];
  return [
    formatRupiah(recomputed.totalIdr),
    `${ruleSetVersion} → ${recomputed.ruleSetVersion}`,
    CAUSES.OTHER_RULES.en,
  ];
}

function partsOf({ amounts, refusal }: Extract<Finding['recomputed'], { outcome: 'DIFFERENT' }>): string {
  return [
    ...(refusal ? [`${refusal.recorded ?? 'paid'} → ${refusal.computed ?? 'paid'}`] : []),
    ...amounts.map(
      ({ code, recordedIdr, computedIdr }) =>
        `${code} ${formatRupiah(recordedIdr)} → ${formatRupiah(computedIdr)}`,
    ),
  ].join('\n');
}

function reformed({ lines, unknown }: WhatIf): string[] {
  const table = denseTable({
    head: ['programme', 'approved claims', 'Rp', 'Rp reformed', 'better off', 'by Rp', 'worse off', 'by Rp'],
    colAligns: ['left', ...Array.from({ length: 7 }, () => 'right' as const)],
  });
  for (const { programme, ...figures } of lines) {
    const { claims, beforeIdr, afterIdr, better, gainedIdr, worse, lostIdr } = figures;
    const numbers = [claims, beforeIdr, afterIdr, better, gainedIdr, worse, lostIdr];
    table.push([programme, ...numbers.map(formatRupiah)]);
  }
  return [
    'Approved claims under the reform',
    table.toString(),
    ...(unknown > 0 ? [`${formatRupiah(unknown)} more of which nobody can say what they would come to`] : []),
  ];
}
