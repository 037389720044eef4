import { signedByTwo } from '#contexts/journey.examples';
import { inTurns } from './in-turns.js';
import { type Item, type Office, until } from './office.js';
import { type Group, listOf, membersOf, nikOf, partsOf, personOf } from './people.js';
import type { Plan } from './plan.js';

/** When the self-employed and the builders of the history join. */
const JOINED_ON = '2025-03-03';
/** Wage earners join a month before: their employer stands for them from the day on which it has paid for one. */
const EMPLOYED_ON = '2025-02-03';
const REPORTED_ON = '2025-03-10';

const PATIENCE_MS = 60_000;

/** The sponsor of a group of self-employed workers. */
interface Sponsorship {
  readonly group: Group;
  readonly kind: string;
  readonly channel: string;
  readonly occupationGroup: string;
  readonly governmentPaid: boolean;
  /** Whether its agreement says for how many it pays. */
  readonly withQuota?: boolean;
}

const SPONSORSHIPS: readonly Sponsorship[] = [
  {
    group: 'farmers',
    kind: 'LOCAL_GOV',
    channel: 'REGENT_DECREE',
    occupationGroup: 'FARMER',
    governmentPaid: true,
  },
  {
    group: 'chamberMembers',
    kind: 'CHAMBER',
    channel: 'CSR',
    occupationGroup: 'MSME_OWNER',
    governmentPaid: false,
    withQuota: true,
  },
  {
    group: 'otherSelfEmployed',
    kind: 'VILLAGE',
    channel: 'VILLAGE',
    occupationGroup: 'TRADER',
    governmentPaid: true,
  },
];

/** Everybody who is a member at the end of March, and those who are still to be registered. */
export async function registerMembers(office: Office, plan: Plan): Promise<void> {
  for (const sponsorship of SPONSORSHIPS) await sponsored(office, sponsorship, plan);
  await employed(office, plan, 'employees', 'COMPANY', 'LARGE');
  await employed(office, plan, 'nonAsn', 'STATE_BODY', 'MICRO');
  await building(office, plan);
  await candidates(office, plan);
}

const countOf = (plan: Plan, group: Group) => plan[group as Exclude<Group, 'deceased'>];

async function sponsored(office: Office, { group, kind, ...how }: Sponsorship, plan: Plan): Promise<void> {
  const count = countOf(plan, group);
  const at = { at: JOINED_ON };
  const sponsor = await office.post('/sponsors', { kind, name: 'Badan Contoh', district: '321605' }, at);
  const { agreementId } = await signedByTwo(
    (role, path, body) => office.post(path, body, { role, ...at }),
    `/sponsors/${String(sponsor['id'])}/agreements`,
    {
      basis: 'DECREE',
      reference: `SK/${kind}/2025`,
      governmentPaid: how.governmentPaid,
      ...(how.withQuota && { quota: count, monthlyIdr: count * 16_800 }),
      validFrom: JOINED_ON,
      validUntil: '2026-12-31',
    },
  );
  for (const [nth, part] of partsOf(count).entries()) {
    const terms = {
      sponsorId: String(sponsor['id']),
      agreementId: String(agreementId),
      period: JOINED_ON.slice(0, 7),
      months: '1',
      paidOn: JOINED_ON,
      channel: how.channel,
      branch: 'J03',
      receipt: `TRF-${nth}`,
    };
    const report = await office.file(
      '/participants/imports',
      terms,
      listOf(group, part, how.occupationGroup),
      JOINED_ON,
    );
    requireAll(report, 'registered', part.length);
  }
}

async function employed(office: Office, plan: Plan, group: Group, kind: string, size: string): Promise<void> {
  for (const [nth, part] of partsOf(countOf(plan, group)).entries()) {
    const employer = await office.post(
      '/employers',
      {
        segment: 'PU',
        npp: `${kind.slice(0, 2)}${String(nth).padStart(6, '0')}`,
        kind,
        name: 'Badan Contoh',
        district: '321605',
        branch: 'J03',
        riskClass: 1,
        size,
        startedOn: '2025-01-02',
      },
      { at: '2025-01-02' },
    );
    const path = `/employers/${String(employer['id'])}/members/file`;
    const report = await office.file(path, {}, membersOf(group, part, EMPLOYED_ON), EMPLOYED_ON);
    requireAll(report, 'taken', part.length);
    await payFirstMonth(office, String(employer['id']), nikOf(group, part[0]!));
  }
}

/** An employer stands for its members once a month is settled: of one of them it reports the wage. */
async function payFirstMonth(office: Office, employerId: string, nik: string): Promise<void> {
  const period = { period: EMPLOYED_ON.slice(0, 7) };
  const path = `/employers/${employerId}`;
  const report = await office.file(
    `${path}/wage-reports/file`,
    period,
    `nik,wage\n${nik},5200000`,
    REPORTED_ON,
  );
  requireAll(report, 'taken', 1);
  await until(
    'the month is billed',
    async () => {
      const { items } = await office.ask(`${path}/bills?limit=1`, 'finance');
      return (items as Item[])[0];
    },
    PATIENCE_MS,
  );
  const paid = { amountIdr: report['changeIdr'], bankReference: 'BRI 1', paidOn: REPORTED_ON };
  await office.post(`${path}/payments`, paid, { role: 'finance', at: `${REPORTED_ON}T15:00:00+07:00` });
}

async function building(office: Office, { builders }: Plan): Promise<void> {
  const at = { at: JOINED_ON };
  const project = await office.post(
    '/projects',
    {
      registrationNumber: 'JK2500001',
      name: 'Gedung Contoh',
      owner: 'Dinas Contoh',
      contractor: 'PT Contoh Bangun',
      district: '321605',
      branch: 'J03',
      reference: 'KTR/7/2025',
      contractedOn: JOINED_ON,
      base: 'VALUE_INCL_VAT',
      baseIdr: 2_220_000_000,
      workers: builders,
      startsOn: JOINED_ON,
      endsOn: '2025-12-31',
    },
    at,
  );
  const path = `/projects/${String(project['id'])}`;
  // 2,000 million without VAT: 2,640,000 for JKK and 310,000 for JKM.
  const paid = { amountIdr: 2_950_000, bankReference: 'BRI 1', paidOn: JOINED_ON };
  await office.post(`${path}/payments`, paid, { ...at, role: 'finance' });
  await inTurns(builders, (nth) =>
    office.post(
      `${path}/workers`,
      {
        wageIdr: 4_500_000,
        startedOn: JOINED_ON,
        district: '321605',
        person: personOf('builders', nth, 'tukang batu'),
      },
      at,
    ),
  );
}

async function candidates(office: Office, plan: Plan): Promise<void> {
  const at = { at: '2025-03-10' };
  const list = await office.post(
    '/candidate-lists',
    {
      name: 'Perangkat desa, ketua RT dan RW, pekerja rentan',
      source: 'DECREE',
      reference: 'SK 141/2025',
      district: '3216',
      branch: 'J03',
      expectedPersons: plan.candidates,
    },
    at,
  );
  await inTurns(plan.candidates, (nth) =>
    office.post(
      `/candidate-lists/${String(list['id'])}/candidates`,
      { district: '321605', person: { nik: nikOf('candidates', nth), name: 'Calon Contoh' } },
      at,
    ),
  );
}

function requireAll(report: Item, what: string, rows: number): void {
  if (report[what] !== rows) throw new Error(`Of ${rows} rows ${String(report[what])} were ${what}`);
}
