import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import canonicalize from 'canonicalize';
import type { Period } from '#kernel';
import type { Reform } from '#law';
import { GENERATOR, lawAsData, type Report } from '#law/simulation';
import { UnreadablePopulation } from './population-row.js';
import { type Population, simulate, type SimulationOptions, type SimulationRequest } from './run.js';

export const RECORD_FORMAT = 'lindung-simulation/2';

/** Who was simulated, so that another person can do it again: the seed, or the file by its hash. */
export type RecordedPopulation =
  | {
      readonly kind: 'SYNTHETIC';
      readonly generator: string;
      readonly members: number;
      readonly seed: number;
    }
  | { readonly kind: 'FILE'; readonly path: string; readonly sha256: string };

/** What a simulation rests on and what came out. Hashes are SHA-256 of canonical JSON (RFC 8785), of a file its bytes. */
export interface RunRecord {
  readonly format: typeof RECORD_FORMAT;
  readonly months: readonly Period[];
  readonly rules: { readonly sha256: string };
  readonly reform: { readonly sha256: string; readonly content: Reform } | null;
  readonly population: RecordedPopulation;
  readonly members: number;
  /** Which cells of a file played no part, in how many lines; none where it is not there. */
  readonly ignoredCells?: Readonly<Record<string, number>>;
  readonly results: { readonly sha256: string; readonly report: Report };
}

/** The file of a population was written to while it was simulated, in both languages. */
export class ChangedPopulation extends Error {
  constructor(path: string) {
    super(
      `${path} changed while it was read: simulate it again / ${path} berubah saat dibaca: ulangi simulasinya`,
    );
  }
}

/** SHA-256 of a value as canonical JSON, in hexadecimal. */
export function sha256Of(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only what JSON can hold has a hash');
  return createHash('sha256').update(text).digest('hex');
}

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * Simulates, and writes down what another person needs to do it again.
 * @throws ChangedPopulation, UnreadablePopulation, and as `simulate` does
 */
export async function recordedRun(
  request: SimulationRequest,
  options?: SimulationOptions,
): Promise<RunRecord> {
  const population = await recordedPopulation(request.population);
  const { members, report, ignoredCells } = await simulate(request, options);
  if (population.kind === 'FILE' && (await sha256OfFile(population.path)) !== population.sha256) {
    throw new ChangedPopulation(population.path);
  }
  const { months, reform } = request;
  return {
    format: RECORD_FORMAT,
    months,
    rules: { sha256: sha256Of(lawAsData()) },
    reform: reform ? { sha256: sha256Of(reform), content: reform } : null,
    population,
    members,
    ...(ignoredCells && { ignoredCells }),
    results: { sha256: sha256Of(report), report },
  };
}

async function recordedPopulation(population: Population): Promise<RecordedPopulation> {
  if (population.kind === 'FILE') {
    const { path } = population;
    // What comes through a pipe cannot be read a second time.
    if (!(await stat(path).catch(() => undefined))?.isFile()) {
      throw new UnreadablePopulation(
        undefined,
        `${path}: there is no such file`,
        `${path}: berkas ini tidak ada`,
      );
    }
    return { kind: 'FILE', path, sha256: await sha256OfFile(path) };
  }
  const { kind, members, seed } = population;
  return { kind, generator: GENERATOR, members, seed };
}

/**
 * Makes a recorded run again, and names every part of the record that is different; nothing when all of it is confirmed. Where a
 * file of members is another one, nothing is simulated.
 */
export async function verifyRecord(
  record: RunRecord,
  options: SimulationOptions & { readonly populationFile?: string } = {},
): Promise<string[]> {
  const { population: of, months, reform } = record;
  const population: Population =
    of.kind === 'FILE' ? { kind: 'FILE', path: options.populationFile ?? of.path } : of;
  if (!isSame(withoutPath(await recordedPopulation(population)), withoutPath(of))) return ['population'];
  const again = await recordedRun({ population, months, ...(reform && { reform: reform.content }) }, options);
  return differing({ ...record, population: withoutPath(of) }, { ...again, population: withoutPath(of) });
}

/** A file may have been moved: what it holds counts. */
function withoutPath(population: RecordedPopulation): object {
  if (population.kind !== 'FILE') return population;
  const { path: _, ...held } = population;
  return held;
}

/** The parts of two records that are not the same, also those that only one of them has. */
function differing(record: object, again: object): string[] {
  const [parts, others] = [new Map(Object.entries(record)), new Map(Object.entries(again))];
  return [...new Set([...parts.keys(), ...others.keys()])].filter(
    (part) => !isSame(parts.get(part), others.get(part)),
  );
}

const isSame = (one: unknown, other: unknown): boolean =>
  one === undefined || other === undefined ? one === other : sha256Of(one) === sha256Of(other);
