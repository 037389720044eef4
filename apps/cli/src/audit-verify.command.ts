import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { findingIn, saidIn, verdictOf, verifyPack } from '#audit-pack';
import {
  type Policy,
  NotProven,
  readPolicy,
  readProof,
  verifyEventProof,
  verifyRecorded,
} from '#transparency-log';
import { ExitCode, fail } from './exit.js';
import { type Language, languageOption } from './language.js';

interface Options {
  readonly policy?: string;
  readonly logKey?: string;
  readonly data?: string;
  readonly metadata?: string;
  readonly json?: true;
  readonly lang: Language;
}

/** `lindung audit verify FILE...` */
export function verifyCommand(command: Command): void {
  command
    .argument('<file...>', 'proofs, each a .tlog-proof, and audit packs, each a .zip')
    .option(
      '--policy <file>',
      'whose checkpoints are believed, and how many witnesses are enough (c2sp.org/tlog-policy)',
    )
    .option('--log-key <vkey>', 'instead of a policy: believe this log, whoever else has seen its tree')
    .option('--data <file>', 'also look whether these sealed bytes are the data that was recorded')
    .option('--metadata <file>', 'also look whether these bytes are the metadata that was recorded')
    .option('--json', 'print one JSON object a file')
    .addOption(languageOption())
    .addHelpText(
      'after',
      `
Asks nobody. The exit code is 0 when every proof holds, 1 when one does not, and its name says what is wrong with it.`,
    )
    .action(async (files: readonly string[], options: Options) => {
      const policy = await policyOf(options);
      if (policy === undefined)
        return fail('Say --policy FILE or --log-key VKEY: one of the two', ExitCode.UNUSABLE_INPUT);
      for (const file of files) {
        const bytes = await readFile(file);
        if (isArchive(bytes)) verifyOnePack(file, bytes, policy, options);
        else await verify(file, bytes, readPolicy(policy), options);
      }
    });
}

async function policyOf({ policy, logKey }: Options): Promise<string | undefined> {
  if ((policy === undefined) === (logKey === undefined)) return undefined;
  return policy === undefined ? `log ${logKey}\nquorum none\n` : readFile(policy, 'utf8');
}

/** How every archive begins. */
const isArchive = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'));

function verifyOnePack(file: string, bytes: Buffer, policy: string, { json, lang }: Options): void {
  const { policy: _, ...report } = verifyPack(bytes, policy);
  const lines = [...report.findings.map(findingIn), ...saidIn(report)].map((line) => `  ${line[lang]}\n`);
  process.stdout.write(
    json
      ? `${JSON.stringify({ file, ...report })}\n`
      : `${file}: ${verdictOf(report)[lang]}\n${lines.join('')}`,
  );
  if (!report.holds) process.exitCode = ExitCode.FAILED;
}

async function verify(file: string, bytes: Buffer, policy: Policy, options: Options): Promise<void> {
  const { data, metadata, json, lang } = options;
  try {
    const proof = readProof(bytes);
    const { event, cosigned, unknownSignatures } = verifyEventProof(proof, policy);
    verifyRecorded(event, {
      ...(data !== undefined && { data: await readFile(data) }),
      ...(metadata !== undefined && { metadata: await readFile(metadata) }),
    });
    const { origin, size } = proof.checkpoint;
    const told = {
      file,
      holds: true,
      event: `${event.streamId}@${event.revision}`,
      type: event.type,
      position: String(event.position),
      origin,
      size,
      index: proof.index,
      seenBy: cosigned.map(({ witness, seconds }) => ({ witness: witness.name, at: momentOf(seconds) })),
      unknownSignatures,
    };
    process.stdout.write(json ? `${JSON.stringify(told)}\n` : `${inWords(told, lang).join('\n')}\n`);
  } catch (error) {
    if (!(error instanceof NotProven)) throw error;
    if (json)
      process.stdout.write(
        `${JSON.stringify({ file, holds: false, fault: error.fault, where: error.where })}\n`,
      );
    fail(`${file}: ${error.fault}: ${error.words[lang]}`, ExitCode.FAILED);
  }
}

const momentOf = (seconds: bigint): string => new Date(Number(seconds) * 1000).toISOString();

interface Told {
  readonly file: string;
  readonly event: string;
  readonly type: string;
  readonly position: string;
  readonly origin: string;
  readonly size: number;
  readonly index: number;
  readonly seenBy: readonly { readonly witness: string; readonly at: string }[];
  readonly unknownSignatures: readonly string[];
}

const WORDS = {
  en: {
    holds: 'the proof holds',
    event: 'event',
    leaf: ({ index, size, origin }: Told) => `leaf ${index} of the ${size} that ${origin} has signed`,
    seen: 'seen by',
    unknown: 'not known to the policy, and of no account',
  },
  id: {
    holds: 'bukti ini benar',
    event: 'peristiwa',
    leaf: ({ index, size, origin }: Told) => `daun ${index} dari ${size} yang ditandatangani ${origin}`,
    seen: 'dilihat oleh',
    unknown: 'tidak dikenal kebijakan, dan tidak berarti apa-apa',
  },
} as const;

function inWords(told: Told, language: Language): readonly string[] {
  const words = WORDS[language];
  return [
    `${told.file}: ${words.holds}`,
    `  ${words.event}: ${told.type}, ${told.event}, position ${told.position}`,
    `  ${words.leaf(told)}`,
    ...told.seenBy.map(({ witness, at }) => `  ${words.seen} ${witness}, ${at}`),
    ...told.unknownSignatures.map((name) => `  ${name}: ${words.unknown}`),
  ];
}
