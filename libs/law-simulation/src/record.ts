import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import canonicalize from 'canonicalize';
import type { Period } from '#kernel';
import type { Reform } from '#law';
import { GENERATOR, lawAsData, type Report } from '#law/simulation';
import {
  type Outcome,
  type Population,
  simulate,
  type SimulationOptions,
  type SimulationRequest,
} from './run.js';

const RECORD_FORMAT = 'lindung-simulation/1';

/** Who was simulated, so that another person can do it again: the seed, or the file by its hash. */
type RecordedPopulation =
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
  readonly results: { readonly sha256: string; readonly report: Report };
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

/** Simulates, and writes down what another person needs to do it again. */
export async function recordedRun(
  request: SimulationRequest,
  options?: SimulationOptions,
): Promise<RunRecord> {
  const population = await recordedPopulation(request.population);
  const { members, report }: Outcome = await simulate(request, options);
  const { months, reform } = request;
  return {
    format: RECORD_FORMAT,
    months,
    rules: { sha256: sha256Of(lawAsData()) },
    reform: reform ? { sha256: sha256Of(reform), content: reform } : null,
    population,
    members,
    results: { sha256: sha256Of(report), report },
  };
}

async function recordedPopulation(population: Population): Promise<RecordedPopulation> {
  if (population.kind === 'FILE') return { ...population, sha256: await sha256OfFile(population.path) };
  const { kind, members, seed } = population;
  return { kind, generator: GENERATOR, members, seed };
}

/** What of a record is not so when the run is made again. */
export type Difference = 'rules' | 'reform' | 'population' | 'members' | 'results' | 'report';

/**
 * Reads a record that somebody else wrote.
 * @throws TypeError when it is none of this format
 */
export function readRecord(json: string): RunRecord {
  const record = JSON.parse(json) as Partial<RunRecord>;
  const { format, months, population, results, rules } = record;
  if (format !== RECORD_FORMAT || !Array.isArray(months) || !population || !results?.report || !rules) {
    throw new TypeError(
      `not a run record of the format ${RECORD_FORMAT} / bukan catatan simulasi ${RECORD_FORMAT}`,
    );
  }
  return record as RunRecord;
}

/** Makes a recorded run again, and says what is different; nothing when the record is confirmed. */
export async function verifyRecord(
  record: RunRecord,
  options: SimulationOptions & { readonly populationFile?: string } = {},
): Promise<Difference[]> {
  const { population, months, reform } = record;
  const again = await recordedRun(
    {
      population:
        population.kind === 'FILE'
          ? { kind: 'FILE', path: options.populationFile ?? population.path }
          : population,
      months,
      ...(reform && { reform: reform.content }),
    },
    options,
  );
  const differences: readonly (readonly [Difference, boolean])[] = [
    ['rules', again.rules.sha256 !== record.rules.sha256],
    ['reform', again.reform?.sha256 !== reform?.sha256],
    ['population', hashOf(again.population) !== hashOf(population)],
    ['members', again.members !== record.members],
    ['results', again.results.sha256 !== record.results.sha256],
    ['report', sha256Of(record.results.report) !== record.results.sha256],
  ];
  return differences.filter(([, differs]) => differs).map(([what]) => what);
}

/** A file may have been moved: what it holds counts. */
const hashOf = (population: RecordedPopulation) =>
  population.kind === 'FILE' ? population.sha256 : sha256Of(population);
