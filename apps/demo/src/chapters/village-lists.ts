import { expectAmount, expectThat } from '../expectations.js';
import { readTestData } from '../test-data.js';
import type { ImportReport } from '../lindung-client.js';
import type { ParticipantItem } from '../standing.js';
import type { Story } from '../story.js';

/** Who of the village the story goes on about. */
export interface Village {
  readonly karta: string;
  readonly sarwan: string;
  readonly imported: { readonly rows: number; readonly registered: number; readonly rejected: number };
}

interface Sponsor {
  readonly sponsorId: string;
  readonly agreementId: string;
}

/** The village registers twelve workers in 2023, pays for them over the years, and hands in its large list in 2026. */
export async function villageLists(story: Story): Promise<Village> {
  const { tell } = story;
  tell.chapter('The village lists');
  story.on('2023-07-03');
  const first = await villageSigns(story);
  tell.says('Its first twelve workers come as a CSV file, paid for a year from July 2023.');
  const small = await importList(story, 'village-2023.csv', { ...first, period: '2023-07', months: '12' });
  expectThat('Workers of the list of 2023', [small.registered, small.rejected.length], [12, 0]);
  const founders = await participantsUnder(story, first);
  const [karta, sarwan] = [idOf(founders, 'Karta Wirasasmita'), idOf(founders, 'Sarwan Mulyadi')];
  await theVillagePays(story, first, founders, ['2024-07-01', '2025-07-01']);
  await aFamilyIsNamed(story, karta);
  await theVillagePays(story, first, founders, ['2026-01-05', '2026-04-01', '2026-07-01', '2026-10-01']);
  return { karta, sarwan, imported: await theLargeList(story, first.sponsorId) };
}

async function villageSigns({ registrar, supervisor, tell }: Story): Promise<Sponsor> {
  tell.says(
    'The village of Sukamaju (Kabupaten Bekasi) agrees to pay for its informal workers from its budget; two people sign.',
  );
  const village = await registrar.send('/sponsors', {
    kind: 'VILLAGE',
    name: 'Desa Sukamaju',
    district: '321605',
  });
  const agreement = await registrar.send(`/sponsors/${village.id}/agreements`, {
    reference: 'APBDes Sukamaju 4/2023',
    governmentPaid: true,
    validFrom: '2023-07-01',
    validUntil: '2026-12-31',
  });
  const signed = await supervisor.send(
    `/sponsors/${village.id}/proposals/${String(agreement.proposalId)}/signature`,
  );
  tell.recorded([...village.events, ...agreement.events, ...signed.events]);
  return { sponsorId: village.id, agreementId: String(agreement.agreementId) };
}

async function importList(
  { registrar, tell }: Story,
  file: string,
  terms: Sponsor & { period: string; months: string; paidOn?: string },
): Promise<ImportReport> {
  const paidOn = terms.paidOn ?? '2023-07-03';
  let shown = -1;
  const report = await registrar.importFile(
    { ...terms, channel: 'VILLAGE', paidOn, receipt: `SP2D ${terms.period}` },
    readTestData(file),
    (done, of) => {
      const quarter = Math.floor((4 * done) / of);
      if (quarter > shown) tell.progress(`${done} of ${of} rows`);
      shown = quarter;
    },
  );
  if (!report.repeated) tell.recorded([`${report.registered} × ParticipantRegistered, ContributionPaid`]);
  return report;
}

async function participantsUnder({ registrar }: Story, { agreementId }: Sponsor): Promise<ParticipantItem[]> {
  const { items } = await registrar.ask<{ items: ParticipantItem[] }>(
    `/participants?agreementId=${agreementId}&limit=200`,
  );
  return items;
}

function idOf(participants: readonly ParticipantItem[], name: string): string {
  const found = participants.find((one) => one.name === name);
  expectThat(`${name} is registered`, found !== undefined, true);
  return found!.participantId;
}

/**
 * What the village pays after the first year: 12, 12, 3 and 1 months, forty together, for those it keeps. For Sarwan, who
 * moves away, 12, 6, 3 and 2: the last paid month is May 2026.
 */
const PAYMENTS = [
  { day: '2024-07-01', period: '2024-07', months: 12, keeps: true, sarwan: true },
  { day: '2025-07-01', period: '2025-07', months: 12, keeps: true, sarwan: false },
  { day: '2025-07-01', period: '2025-07', months: 6, keeps: false, sarwan: true },
  { day: '2026-01-05', period: '2026-01', months: 3, keeps: false, sarwan: true },
  { day: '2026-04-01', period: '2026-04', months: 2, keeps: false, sarwan: true },
  { day: '2026-07-01', period: '2026-07', months: 3, keeps: true, sarwan: false },
  { day: '2026-10-01', period: '2026-10', months: 1, keeps: true, sarwan: false },
] as const;

const MOVES_AWAY = '2025-07-01';

async function theVillagePays(
  story: Story,
  sponsor: Sponsor,
  founders: readonly ParticipantItem[],
  days: readonly string[],
): Promise<void> {
  for (const payment of PAYMENTS.filter(({ day }) => days.includes(day))) {
    const { day, months, keeps, sarwan } = payment;
    story.on(day);
    if (!keeps && day === MOVES_AWAY) {
      story.tell.says(
        'Sarwan, an ojek rider, is moving away. The village pays less for him, and after May 2026 nothing.',
      );
    }
    const workers = founders.filter(({ name }) => (name === 'Sarwan Mulyadi' ? sarwan : keeps));
    for (const { participantId } of workers) await payFor(story, sponsor, participantId, payment);
    story.tell.amount(
      workers.length === 1 ? 'for Sarwan' : `for each of ${workers.length} workers`,
      16_800 * months,
      `${months} × (10,000 JKK, 1 % of 1,000,000, + 6,800 JKM); no relief where the government pays`,
    );
  }
}

async function payFor(
  { registrar }: Story,
  { sponsorId, agreementId }: Sponsor,
  participantId: string,
  { day, period, months }: { day: string; period: string; months: number },
): Promise<void> {
  await registrar.send(`/participants/${participantId}/contributions`, {
    period,
    months,
    payer: 'VILLAGE',
    sponsorId,
    agreementId,
    amountIdr: 16_800 * months,
    paidOn: day,
    receipt: `SP2D ${period}`,
  });
}

async function aFamilyIsNamed(story: Story, karta: string): Promise<void> {
  const { registrar, tell } = story;
  story.on('2025-08-04');
  tell.says('Karta, a rice farmer, names his wife as heir and his daughter, in her second year of SMA.');
  const heir = await registrar.send(`/participants/${karta}/heirs`, {
    relation: 'WIDOW',
    person: { name: 'Rohmah Lestari', phone: '081000000011' },
  });
  const child = await registrar.send(`/participants/${karta}/children`, {
    school: { level: 'SMA', yearInLevel: 2 },
    person: { name: 'Dewi Wirasasmita', birthDate: '2009-02-14' },
  });
  tell.recorded([...heir.events, ...child.events]);
}

/** More than a thousand workers, and the errors that real lists have. */
async function theLargeList(story: Story, sponsorId: string): Promise<Village['imported']> {
  const { registrar, supervisor, tell } = story;
  story.on('2026-11-02');
  tell.says('The village council agrees to pay for everybody: a second agreement, and a list of 1,150 rows.');
  const agreement = await registrar.send(`/sponsors/${sponsorId}/agreements`, {
    reference: 'APBDes Sukamaju 11/2026',
    governmentPaid: true,
    validFrom: '2026-11-01',
    validUntil: '2027-10-31',
  });
  await supervisor.send(`/sponsors/${sponsorId}/proposals/${String(agreement.proposalId)}/signature`);
  const sponsor = { sponsorId, agreementId: String(agreement.agreementId) };
  const terms = { ...sponsor, period: '2026-11', months: '3', paidOn: '2026-11-02' };
  const report = await importList(story, 'village-2026.csv', terms);
  tellWhatWasWrong(story, report);

  tell.says('Somebody is not sure whether it worked and sends the same file again.');
  const again = await importList(story, 'village-2026.csv', terms);
  expectThat('The second import is known as the first', again.repeated, true);
  expectThat('The second report', { ...again, repeated: false, position: report.position }, report);
  const under = await participantCount(story, sponsor);
  expectThat('Participants under the agreement', under, report.registered);
  tell.says(`Nobody is registered twice: ${under} participants stand under the agreement, as before.`);

  tell.says(
    'For those who were registered already the village pays the same three months by name, under the new agreement.',
  );
  const threeMonths = { day: '2026-11-02', period: '2026-11', months: 3 };
  const known = report.rejected.flatMap(({ participantId }) => participantId ?? []);
  for (const participantId of known) await payFor(story, sponsor, participantId, threeMonths);
  expectAmount('Contributions of the list', 3 * 16_800 * report.registered, 55_188_000);
  tell.amount('received for the list', 55_188_000, `${report.registered} workers × 3 months × 16,800`);
  return { rows: report.rows, registered: report.registered, rejected: report.rejected.length };
}

function tellWhatWasWrong({ tell }: Story, { rows, registered, rejected, warnings }: ImportReport): void {
  expectThat('Rows of the list', [rows, registered, rejected.length], [1_150, 1_095, 55]);
  expectThat('Why rows were refused', counted(rejected), {
    AGE_OVER_LIMIT: 7,
    ALREADY_REGISTERED: 8,
    ENCODING_NOT_UTF8: 5,
    LINE_BROKEN: 8,
    NAME_MISSING: 6,
    NIK_MALFORMED: 12,
    NIK_TWICE_IN_FILE: 9,
  });
  expectThat('Warnings', counted(warnings), { NIK_BIRTH_DATE_DIFFERS: 11, NIK_SEX_DIFFERS: 4 });
  tell.says(
    `${registered} workers are registered. ${rejected.length} rows are not, each with its line and reason:`,
  );
  for (const [code, count] of Object.entries(counted(rejected))) {
    const { line, detail } = rejected.find((remark) => remark.code === code)!;
    tell.refused(`${count} × ${code}`, `${detail} (first in line ${line})`);
  }
  tell.says(
    `${warnings.length} of the registered carry a warning: their NIK contradicts birth date or sex. A NIK is never re-issued, so that is no refusal.`,
  );
}

function counted(remarks: readonly { code: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of remarks) counts[code] = (counts[code] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function participantCount({ registrar }: Story, { agreementId }: Sponsor): Promise<number> {
  let count = 0;
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: unknown[]; nextCursor: string | null } = await registrar.ask(
      `/participants?agreementId=${agreementId}&limit=200${cursor && `&cursor=${cursor}`}`,
    );
    count += page.items.length;
    cursor = page.nextCursor;
  }
  return count;
}
