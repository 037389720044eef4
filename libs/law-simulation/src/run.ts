import { extname } from 'node:path';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Period } from '#kernel';
import type { Reform } from '#law';
import {
  BY,
  CHUNK,
  chunksOf,
  DISTRICTS,
  generateChunk,
  type Report,
  reportOf,
  simulation,
  type SimulationSetup,
  type SyntheticPopulation,
  type Tally,
} from '#law/simulation';
import { readPopulation } from './population-file.js';

/** Who is simulated: members made from a seed, or those of a file. */
export type Population =
  ({ readonly kind: 'SYNTHETIC' } & SyntheticPopulation) | { readonly kind: 'FILE'; readonly path: string };

/** More than there are people in Indonesia. */
export const MOST_MEMBERS = 300_000_000;
/** Twenty years. */
export const MOST_MONTHS = 240;

export interface SimulationRequest {
  readonly population: Population;
  readonly months: readonly Period[];
  readonly reform?: Reform;
}

export interface SimulationOptions {
  /** Threads that count at the same time; 0 counts in this one. As many as there are processors unless given. */
  readonly threads?: number;
  /** Hears now and then how many members were counted. */
  readonly onProgress?: (members: number) => void;
}

/** What a thread is given: every so manieth chunk is its own. */
export interface ThreadWork {
  readonly request: SimulationRequest;
  readonly first: number;
  readonly step: number;
}

/** What a thread tells: how many members it counted since, and in the end the figures of all lines. */
export type ThreadNews = { readonly counted: number } | { readonly figures: readonly Float64Array[] };

export interface Outcome {
  readonly members: number;
  readonly report: Report;
  /** Of a file: which cells played no part, by group or event and column (`PU.programs.JKP`), in how many lines. */
  readonly ignoredCells?: Readonly<Record<string, number>>;
}

/**
 * Simulates the contributions and benefits of a population, before and after a reform. Sums are of whole numbers, so that the
 * outcome is the same however many threads took part.
 * @throws NotComputable, Rejection, UnreadablePopulation
 */
export async function simulate(
  request: SimulationRequest,
  options: SimulationOptions = {},
): Promise<Outcome> {
  const { population } = request;
  if (population.kind === 'FILE') return ofFile(request, population.path, options);
  const tally = await countedSynthetic(request, population, options);
  return { members: population.members, report: reportOf(tally, DISTRICTS) };
}

async function countedSynthetic(
  request: SimulationRequest,
  population: SyntheticPopulation,
  { threads = availableParallelism(), onProgress = () => {} }: SimulationOptions,
): Promise<Tally> {
  const { prepare, tally } = simulation(setupOf(request, DISTRICTS));
  prepare();
  const step = Math.min(threads, chunksOf(population));
  let members = 0;
  const counted = (more: number) => onProgress((members += more));
  if (step === 0) return countChunks({ request, first: 0, step: 1 }, counted);
  const figures = await Promise.all(
    Array.from({ length: step }, (_, first) => inThread({ request, first, step }, counted)),
  );
  for (const part of figures) BY.forEach((by, at) => tally[by].merge(part[at]!));
  return tally;
}

/** Counts every so manieth chunk, from one on. */
export function countChunks({ request, first, step }: ThreadWork, counted: (members: number) => void): Tally {
  const { population } = request;
  if (population.kind !== 'SYNTHETIC') throw new TypeError('Only a synthetic population has chunks');
  const { add, tally } = simulation(setupOf(request, DISTRICTS));
  for (let chunk = first; chunk < chunksOf(population); chunk += step) {
    for (const { batch, events } of generateChunk(population, chunk, request.months.length))
      add(batch, events);
    counted(Math.min(CHUNK, population.members - chunk * CHUNK));
  }
  return tally;
}

function setupOf({ months, reform }: SimulationRequest, districts: readonly string[]): SimulationSetup {
  return { months, districts, ...(reform && { reform }) };
}

async function ofFile(
  request: SimulationRequest,
  path: string,
  { onProgress }: SimulationOptions,
): Promise<Outcome> {
  const districts: string[] = [];
  const ignored = new Map<string, number>();
  let [members, run] = [0, undefined as ReturnType<typeof simulation> | undefined];
  for await (const { batch, events } of readPopulation(path, districts, ignored)) {
    run ??= simulation(setupOf(request, districts));
    if (events) run.addEvents(batch, events);
    else run.add(batch);
    members += events ? 0 : batch.size;
    onProgress?.(members);
  }
  run ??= simulation(setupOf(request, districts));
  return {
    members,
    report: reportOf(run.tally, districts),
    ...(ignored.size > 0 && { ignoredCells: inOrder(ignored) }),
  };
}

const inOrder = (cells: ReadonlyMap<string, number>): Readonly<Record<string, number>> =>
  Object.fromEntries([...cells].sort(([one], [other]) => (one < other ? -1 : 1)));

function inThread(work: ThreadWork, counted: (members: number) => void): Promise<readonly Float64Array[]> {
  // TypeScript where this is run as it is written.
  const file = new URL(`simulate.thread${extname(import.meta.filename)}`, import.meta.url);
  const thread = new Worker(file, { workerData: work });
  return new Promise((resolve, reject) => {
    thread.on('message', (news: ThreadNews) => {
      if ('counted' in news) counted(news.counted);
      else resolve(news.figures);
    });
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`A thread of the simulation ended with code ${code}`)));
  });
}
