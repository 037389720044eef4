import type { Client, Recorded } from './client.js';

/** Somebody who was registered. */
export interface Registered {
  readonly id: string;
  readonly nik: string;
}

/** The day everything happens on: yesterday, wherever this runs. */
const DAY = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);
const MONTH = DAY.slice(0, 7);

let people = 0;

/** Invented: no district begins with 00. */
function nextNik(): string {
  const [district, serial] = [Math.floor(people / 9999), (people % 9999) + 1];
  people++;
  return `${String(district).padStart(6, '0')}120590${String(serial).padStart(4, '0')}`;
}

export function registration() {
  const nik = nextNik();
  return {
    channel: 'PLKK',
    payer: 'SELF',
    district: '321605',
    sector: 'OTHER',
    declaredIncomeIdr: 1_500_000,
    registeredOn: DAY,
    person: {
      nik,
      name: `Peserta ${nik.slice(3, 6)} ${nik.slice(12)}`,
      birthDate: '1990-05-12',
      sex: 'MALE',
      phone: '+6281200000000',
      occupation: 'kuli panggul',
      workplace: 'Pasar Cikarang',
    },
  };
}

export async function register(client: Client): Promise<Registered & Recorded> {
  const body = registration();
  return { ...(await client.command('/participants', body)), nik: body.person.nik };
}

export function contribution(nik: string) {
  return {
    period: MONTH,
    months: 1,
    payer: 'SELF',
    paidOn: DAY,
    receipt: `R-${nik.slice(3, 6)}${nik.slice(12)}`,
  };
}

const PAPERS = [
  'FORM_4',
  'KPJ_CARD',
  'E_KTP',
  'HEIR_KTP',
  'KK',
  'DEATH_CERTIFICATE',
  'HEIR_CERTIFICATE',
  'ACCOUNT_BOOK',
];

/** Somebody who was covered for a month and died; the heir claims, so that the worklist holds a claim. */
export async function claimForADeath(client: Client): Promise<Recorded> {
  const { id, nik } = await register(client);
  await client.command(`/participants/${id}/contributions`, contribution(nik));
  await client.command(`/participants/${id}/death`, {
    diedOn: DAY,
    certificate: `SKM 474.3/${nik.slice(3, 6)}${nik.slice(12)}`,
    health: { cause: 'illness' },
  });
  return client.command('/claims/jkm', {
    participantId: id,
    documents: PAPERS.map((kind) => ({ kind, reference: 'D-1' })),
    person: {
      claimantName: 'Ahli Waris',
      account: {
        bank: 'BANK CONTOH',
        number: `0001${nik.slice(3, 6)}${nik.slice(12)}`,
        holder: 'Ahli Waris',
      },
    },
  });
}
