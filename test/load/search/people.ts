import type { RecordedEvent } from '#event-store';
import { type FoldedRows, foldRows, noRows } from '#followers';
import { type DomainEvent, instant, localDate, period, rupiah } from '#kernel';
import { participantReadModel } from '../../../libs/contexts/participants/read-models/participant/participant.read-model.js';
import { Random } from '../../system/random.js';
import { inventedName } from './names.js';

/** As many people as one helping holds in memory. */
const HELPING = 20_000;

/** Three in four earn wages, with one employer for each fifty of them. */
const [WAGE_EARNERS, WORKERS] = [0.75, 50];

const DISTRICTS = Array.from({ length: 23 }, (_, place) => `3216${String(place + 1).padStart(2, '0')}`);

/** Somebody who does not exist, as far as a search knows of him. */
export interface Invented {
  readonly participantId: string;
  readonly nik: string;
  readonly name: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly district: string;
  readonly npp?: string;
}

export type ParticipantRows = FoldedRows<(typeof participantReadModel)['tables']>;

/** The rows of the participant read model for so many invented people, in helpings. */
export interface Helping {
  readonly people: readonly Invented[];
  readonly rows: ParticipantRows;
}

/**
 * Makes people as the log would tell of them, and lets the read model fold it: the rows are those of the same people in a log.
 * @param idOf the participant id of a NIK
 */
export function* inventPeople(count: number, idOf: (nik: string) => string, seed = 1): Generator<Helping> {
  const random = new Random(seed);
  // Everybody shares the words: their number is told with the last helping.
  const words: ParticipantRows['words'] = new Map();
  for (let made = 0; made < count; made += HELPING) {
    const people = Array.from({ length: Math.min(HELPING, count - made) }, (_, place) =>
      invented(made + place, random, idOf),
    );
    const rows = { ...noRows(participantReadModel), words };
    foldRows(
      participantReadModel,
      people.flatMap((one, place) => [...employerFor(made + place), ...eventsOf(one)]),
      rows,
    );
    const isLast = made + HELPING >= count;
    yield { people, rows: isLast ? rows : { ...rows, words: new Map() } };
  }
}

function invented(serial: number, random: Random, idOf: (nik: string) => string): Invented & { sex: Sex } {
  const sex = random.pick(['FEMALE', 'MALE'] as const);
  const birthDate = new Date(Date.UTC(1962, 0, 1) + random.between(0, 16_000) * 86_400_000);
  const nik = `00${String(serial).padStart(14, '0')}`;
  return {
    participantId: idOf(nik),
    nik,
    name: inventedName(random, sex),
    sex,
    birthDate: birthDate.toISOString().slice(0, 10),
    phone: `08${String(1_000_000_000 + serial * 3)}`,
    district: random.pick(DISTRICTS),
    npp: random.chance(WAGE_EARNERS) ? nppOf(Math.floor(serial / WORKERS)) : undefined,
  };
}

type Sex = 'FEMALE' | 'MALE';

const nppOf = (employer: number) => `NN${String(employer).padStart(6, '0')}`;

const ON = localDate('2026-10-01');

function eventsOf(one: Invented & { sex: Sex }): RecordedEvent[] {
  const { participantId, nik, name, birthDate, phone, district, npp, sex } = one;
  const segment = npp === undefined ? 'BPU' : 'PU';
  const registered = {
    type: 'ParticipantRegistered',
    data: {
      participantId,
      segment,
      channel: npp === undefined ? 'BRANCH' : 'EMPLOYER',
      payer: npp === undefined ? 'SELF' : 'EMPLOYER',
      district,
      sector: 'OTHER',
      incomeBaseIdr: rupiah(1_000_000),
      warnings: [],
      effectiveOn: ON,
      person: { nik, name, birthDate, sex, phone, occupation: 'pekerja', workplace: 'Cikarang' },
    },
  };
  return [
    recorded(participantId, registered),
    ...(npp === undefined
      ? [recorded(participantId, paid(participantId))]
      : [recorded(participantId, joined(participantId, npp))]),
  ];
}

const paid = (participantId: string): DomainEvent => ({
  type: 'ContributionPaid',
  data: {
    participantId,
    segment: 'BPU',
    period: period('2026-10'),
    months: 3,
    payer: 'SELF',
    incomeBaseIdr: rupiah(1_000_000),
    components: [],
    amountIdr: rupiah(25_200),
    ruleSetVersion: '1',
    paidOn: ON,
    receipt: 'R-1',
    effectiveOn: ON,
  },
});

/** Each employer is told of with the first of its workers. */
function employerFor(serial: number): RecordedEvent[] {
  if (serial % WORKERS !== 0) return [];
  const npp = nppOf(serial / WORKERS);
  const employerId = employerOf(npp);
  const data = { employerId, npp, name: `PT Contoh ${npp}` };
  return [recorded(employerId, { type: 'EmployerRegistered', data })];
}

const joined = (participantId: string, npp: string): DomainEvent => ({
  type: 'WorkerJoined',
  data: {
    membershipId: participantId,
    participantId,
    employerId: employerOf(npp),
    wageIdr: rupiah(5_000_000),
    programmes: ['JKK', 'JKM', 'JHT'],
    effectiveOn: ON,
  },
});

/** A UUID with the number of the employer in it. */
const employerOf = (npp: string) => `00000000-0000-4000-8000-000000${npp.slice(2)}`;

const AT = instant('2026-10-01T03:00:00Z');

/** @param id of whom it tells; only one thing of a kind is told of anybody */
function recorded(id: string, event: DomainEvent): RecordedEvent {
  return { ...event, id, streamId: id, revision: 0n, position: 0n, recordedAt: AT, metadata: METADATA };
}

const METADATA: RecordedEvent['metadata'] = {
  commandId: 'bench',
  $correlationId: 'bench',
  $causationId: 'bench',
  actor: { id: 'bench', roles: ['registrar'], office: 'Bekasi' },
  issuedAt: AT,
  schema: 1,
};
