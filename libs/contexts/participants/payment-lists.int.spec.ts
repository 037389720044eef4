import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Participants, startParticipants } from './participants-app.examples.js';
import { type Remark, codes, fileOf, linesOf, nikOf, row, termsOfVillage } from './village-lists.examples.js';

const KEY = '7d0a4c1e-7f35-8a10-9c44-0d8f3f0c1a77';
const MEMBERS = [7301, 7302, 7303];
/** Paid for a month longer than the others. */
const JOINER = 7304;

describe('A village that pays for its list month by month', () => {
  let system: Participants;
  let terms: string;
  beforeAll(async () => {
    system = await startParticipants();
    terms = await termsOfVillage(system);
    await system.importFile(terms, fileOf(...MEMBERS.map((serial) => row(serial, '327508'))));
    await system.importFile(terms.replace('months=1', 'months=2'), fileOf(row(JOINER, '327508')));
  });
  afterAll(() => system.stop());

  const december = (changes: Record<string, string> = {}) => {
    const { sponsorId = '', agreementId = '' } = Object.fromEntries(new URLSearchParams(terms));
    const paid = { period: '2026-12', months: '1', paidOn: '2026-11-20', receipt: 'SP2D-2' };
    return new URLSearchParams({ sponsorId, agreementId, ...paid, ...changes }).toString();
  };
  const pay = async (file: string, query: string) => {
    const { text } = await system.payList(query, file);
    return linesOf(text).at(-1)?.report as unknown as Record<string, unknown> & {
      rejected: readonly Remark[];
      listId: string;
      position: string;
    };
  };
  const file = ['nik,name', ...MEMBERS.map((one) => `${nikOf(one)},Warga`), `${nikOf(7399)},Lain`].join('\n');

  it('tells first what is owed, then pays with one sum as far as it reaches, and once', async () => {
    const dry = await pay(file, december({ dryRun: 'true' }));
    expect(dry).toMatchObject({ dryRun: true, rows: 4, paid: 3, paidIdr: 50_400, remainderIdr: 0 });

    const query = december({ amountIdr: '40000' });
    const first = await pay(file, query);
    expect(first).toMatchObject({
      rows: 4,
      paid: 2,
      paidIdr: 33_600,
      remainderIdr: 6_400,
      repeated: false,
    });
    expect(codes(first.rejected)).toEqual([
      [4, 'NOT_COVERED_BY_AMOUNT'],
      [5, 'PARTICIPANT_NOT_FOUND'],
    ]);
    expect(await pay(file, query)).toEqual({ ...first, repeated: true });
    expect(await pay(file, december({ amountIdr: '50400', receipt: 'SP2D-3' }))).toMatchObject({
      paid: 1,
      remainderIdr: 33_600,
    });
  });

  it('is kept with its report, which can be read and taken away', async () => {
    const { listId, position } = await pay(file, december({ amountIdr: '40000' }));
    const known = await system.get(`/imports/${listId}?after=${position}`);
    expect(known.body).toMatchObject({
      kind: 'PAYMENT',
      rows: 4,
      taken: 2,
      rejected: 2,
      remainderIdr: 6_400,
    });
    const remarks = await system.get(`/imports/${listId}/remarks`);
    expect(codes(remarks.body['items'] as Remark[])).toEqual([
      [4, 'NOT_COVERED_BY_AMOUNT'],
      [5, 'PARTICIPANT_NOT_FOUND'],
    ]);
    const receipt = await system.get(`/imports/${listId}/receipt.pdf`);
    expect(receipt.headers.get('content-type')).toBe('application/pdf');
    expect(receipt.text).toMatch(/Tanda Terima Iuran Kolektif/);
    const { text, headers } = await system.get(`/imports/${listId}/remarks.csv`);
    expect(headers.get('content-type')).toContain('text/csv');
    expect(text.split('\r\n')[2]).toBe(
      '5,REJECTED,PARTICIPANT_NOT_FOUND,"No such participant is registered",',
    );
  });

  it('is taken back as a whole when the sum bounced, by two persons: each month that it paid is open again', async () => {
    const query = december({ amountIdr: '50400', receipt: 'SP2D-3' });
    const { listId, position } = await pay(file, query);
    const paidFor = async (after: string) => {
      const { body } = await system.get(`/imports/${listId}?after=${after}`);
      return body;
    };
    expect(await paidFor(position)).toMatchObject({ taken: 1, reversal: null });
    const bounced = { reason: 'BOUNCED', bankReference: 'R-1' };
    const asked = await system.post(`/payment-lists/${listId}/reversal`, bounced);
    const confirmation = `/payment-lists/${listId}/corrections/${String(asked.body['correctionId'])}/confirmation`;
    const told = async (role: 'registrar' | 'supervisor') => {
      const { body } = await system.get(`/payment-lists/${listId}/actions`, { role });
      const items = body['actions'] as { name: string; open: boolean; reason: { code: string } | null }[];
      return items.find(({ name }) => name === 'confirm-list-correction');
    };
    expect(await told('registrar')).toMatchObject({ open: false, reason: { code: 'FORBIDDEN' } });
    expect(await told('supervisor')).toMatchObject({ open: true, records: ['PaymentListReversalBegun'] });
    const made = await system.post(
      confirmation,
      {},
      { role: 'supervisor', headers: { 'idempotency-key': KEY } },
    );
    expect(made.status).toBe(200);
    const twice = await system.post(
      confirmation,
      {},
      { role: 'supervisor', headers: { 'idempotency-key': KEY } },
    );
    expect(twice.body).toMatchObject({ repeated: true });
    expect(await paidFor(String(made.body['position']))).toMatchObject({ reversal: 'BOUNCED', asked: [] });
    // The one whom this list had paid for can be paid for anew, by another sum.
    expect(await pay(file, december({ amountIdr: '50400', receipt: 'SP2D-5' }))).toMatchObject({ paid: 1 });
  });

  it('is paid for again next month, without who left and with who joined', async () => {
    const { listId, position: after } = await pay(file, december({ amountIdr: '40000' }));
    const idOf = async (serial: number) => {
      const { body: found } = await system.post('/participants/search', { nik: nikOf(serial), after });
      return (found['items'] as { participantId: string }[])[0]?.participantId;
    };
    const january = { period: '2027-01', months: 1, paidOn: '2026-11-20', receipt: 'SP2D-4' };
    const changed = { leavers: [await idOf(7302)], joiners: [await idOf(JOINER)] };
    const again = { ...january, ...changed, amountIdr: 67_200 };
    const { status, body } = await system.post(`/payment-lists/${listId}/again`, again);
    expect(status).toBe(200);
    expect(body).toMatchObject({ rows: 4, paid: 3, paidIdr: 50_400, remainderIdr: 16_800 });
    const twice = await system.post(`/payment-lists/${listId}/again`, again);
    expect(twice.body).toMatchObject({ listId: body['listId'], repeated: true });
    const { sponsorId = '' } = Object.fromEntries(new URLSearchParams(terms));
    const listed = await system.get(
      `/imports?kind=PAYMENT&sponsorId=${sponsorId}&after=${String(body['position'])}`,
    );
    expect(listed.body['items']).toContainEqual(expect.objectContaining({ againOf: listId, taken: 3 }));
  });

  it('that was entered late is confirmed at once, by a second person', async () => {
    const { sponsorId = '', agreementId = '' } = Object.fromEntries(new URLSearchParams(terms));
    const late = new URLSearchParams({
      sponsorId,
      agreementId,
      period: '2027-02',
      months: '1',
      paidOn: '2026-11-20',
      receipt: 'SP2D-9',
      amountIdr: '16800',
    }).toString();
    const at = '2027-01-08T10:15:00+07:00';
    const sent = {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: ['nik', nikOf(JOINER)].join('\n'),
    };
    const { text } = await system.ask(`/payment-lists?${late}`, sent, { at });
    const { report } = linesOf(text).at(-1) as unknown as { report: { listId: string; paid: number } };
    expect(report).toMatchObject({ paid: 1 });
    const path = `/payment-lists/${report.listId}/confirmation`;
    const open = async (role: 'registrar' | 'supervisor') => {
      const { body } = await system.get(`/payment-lists/${report.listId}/actions`, { role, at });
      const items = body['actions'] as { name: string; open: boolean }[];
      return items.flatMap((one) => (one.open ? [one.name] : []));
    };
    expect(await open('supervisor')).toContain('confirm-payments-of-list');
    const own = await system.post(path, {}, { at });
    expect(own.body).toMatchObject({ confirmed: 0, rejected: [{ code: 'ENTERED_BY_YOU' }] });
    const second = { role: 'supervisor', at } as const;
    expect((await system.post(path, {}, second)).body).toMatchObject({ rows: 1, confirmed: 1, rejected: [] });
    expect((await system.post(path, {}, second)).body).toMatchObject({ confirmed: 0 });
    expect(await open('supervisor')).not.toContain('confirm-payments-of-list');
  });

  it('is refused without a sum unless it is a dry run', async () => {
    const { status, body } = await system.payList(december(), file);
    expect([status, body['code']]).toEqual([422, 'AMOUNT_MISSING']);
  });
});
