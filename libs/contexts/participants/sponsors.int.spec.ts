import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bothSign } from '#contexts/journey.examples';
import { type Participants, startParticipants } from './participants-app.examples.js';
import { codes, fileOf, linesOf, nikOf, row, termsOfVillage } from './village-lists.examples.js';

const [FIRST, SECOND, THIRD] = [7401, 7402, 7403];

describe('A sponsor whose agreement carries two people', () => {
  let system: Participants;
  let of: { sponsorId: string; agreementId: string };
  let terms: string;

  beforeAll(async () => {
    system = await startParticipants();
    terms = await termsOfVillage(system, { quota: 2 });
    const { sponsorId = '', agreementId = '' } = Object.fromEntries(new URLSearchParams(terms));
    of = { sponsorId, agreementId };
  });
  afterAll(() => system.stop());

  const reportOf = (text: string) => linesOf(text).at(-1)?.report;
  const path = (rest: string) => `/sponsors/${of.sponsorId}/agreements/${of.agreementId}${rest}`;
  const idOf = async (serial: number, after?: string) => {
    const { body } = await system.post('/participants/search', {
      nik: nikOf(serial),
      after,
    });
    return (body['items'] as { participantId: string }[])[0]?.participantId ?? '';
  };
  const file = fileOf(...[FIRST, SECOND, THIRD].map((serial) => row(serial, '327508')));
  let imported: string | undefined;

  it('registers two of three by file, as the dry run said, and never more when it is sent again', async () => {
    const dry = reportOf((await system.importFile(`${terms}&dryRun=true`, file)).text);
    expect([dry?.registered, codes(dry?.rejected)]).toEqual([2, [[4, 'QUOTA_USED_UP']]]);
    const report = reportOf((await system.importFile(terms, file)).text);
    expect([report?.registered, codes(report?.rejected)]).toEqual([2, [[4, 'QUOTA_USED_UP']]]);
    imported = report?.position;
    const again = reportOf((await system.importFile(terms, file)).text);
    expect(again).toMatchObject({ registered: 2, repeated: true });
  });

  it('shows the roster, what is left of the quota, and the months that were paid', async () => {
    const { body } = await system.get(`/sponsors/${of.sponsorId}?after=${String(imported)}`);
    expect(body).toMatchObject({
      kind: 'VILLAGE',
      allAgreements: [
        { quota: 2, placesLeft: 0, carried: 2, paidMonths: ['2026-11'], paidIdr: 33_600, endedEarly: null },
      ],
    });
    const listed = await system.get('/sponsors?kind=VILLAGE&name=suka&on=2026-11-20');
    expect(listed.body['items']).toMatchObject([{ sponsorId: of.sponsorId, agreements: 1 }]);
    const { text } = await system.get(path('/roster.csv?month=2026-11'));
    expect(text.split('\r\n')).toHaveLength(4);
  });

  it('takes the third one once one has left, and pays for that one no more', async () => {
    const leaver = await idOf(FIRST, imported);
    const left = await system.post(path('/leavers'), {
      participantIds: [leaver],
      last: '2026-11',
      reason: 'MOVED',
    });
    expect(left.status).toBe(200);
    const third = reportOf((await system.importFile(terms, fileOf(row(THIRD, '327508')))).text);
    expect(third).toMatchObject({ registered: 1, rejected: [] });
    const december = { period: '2026-12', months: '1', paidOn: '2026-11-20', receipt: 'SP2D-9' };
    const query = new URLSearchParams({ ...of, ...december, amountIdr: '50400' }).toString();
    const list = ['nik', ...[FIRST, SECOND, THIRD].map(nikOf)].join('\n');
    const paid = reportOf((await system.payList(query, list)).text) as unknown as {
      paid: number;
      rejected: { line: number; code: string }[];
      position: string;
    };
    expect([paid.paid, codes(paid.rejected)]).toEqual([2, [[2, 'NO_LONGER_CARRIED']]]);
    const gone = await system.get(path(`/roster?month=2026-11&change=LEFT&after=${paid.position}`));
    expect(gone.body['items']).toMatchObject([{ participantId: leaver, reason: 'MOVED' }]);
    const months = await system.get(path('/months'));
    expect((months.body['months'] as object[]).at(-1)).toMatchObject({
      period: '2026-11',
      promised: 3,
      joined: 3,
      left: 1,
      paid: 3,
      unpaid: 0,
    });
  });

  it('moves a member to another sponsor from the first month on that is not paid', async () => {
    const other = Object.fromEntries(new URLSearchParams(await termsOfVillage(system, { quota: 1 })));
    const member = await idOf(SECOND);
    const transfer = (from: string, participantIds = [member]) =>
      system.post(path('/transfers'), {
        participantIds,
        from,
        toSponsorId: other['sponsorId'],
        toAgreementId: other['agreementId'],
      });
    const early = await transfer('2026-12');
    expect([early.status, early.body['code']]).toEqual([409, 'TRANSFERRED_MONTHS_PAID']);
    expect((await transfer('2027-01')).body['code']).toBe('AGREEMENT_NOT_IN_FORCE');
    const longer = { reference: 'Adendum 1', validUntil: '2027-12-31' };
    await bothSign(
      system,
      `/sponsors/${other['sponsorId']}/agreements/${other['agreementId']}/extensions`,
      longer,
    );
    const moved = await transfer('2027-01');
    expect(moved.status).toBe(200);
    const { body } = await system.get(`/participants/${member}?after=${String(moved.body['position'])}`);
    expect(body).toMatchObject({ sponsorId: other['sponsorId'], agreementId: other['agreementId'] });
    const [one] = (await system.get(`/sponsors/${String(other['sponsorId'])}`)).body[
      'allAgreements'
    ] as object[];
    expect(one).toMatchObject({ placesLeft: 0, carried: 0, everCarried: 1, extensions: 1 });
    expect((await transfer('2027-01', [await idOf(THIRD)])).body['code']).toBe('QUOTA_USED_UP');
  });

  it('pays the last months of whoever leaves without a place for them, and takes them back', async () => {
    const longer = { reference: 'Adendum 1', validUntil: '2027-12-31' };
    await bothSign(system, path('/extensions'), longer);
    const third = await idOf(THIRD);
    await system.post(path('/leavers'), { participantIds: [third], last: '2027-01', reason: 'BUDGET' });
    const january = { period: '2027-01', months: '1', paidOn: '2026-11-20', receipt: 'SP2D-10' };
    const query = new URLSearchParams({ ...of, ...january, amountIdr: '16800' }).toString();
    const paid = reportOf((await system.payList(query, `nik\n${nikOf(THIRD)}`)).text);
    expect(paid).toMatchObject({ paid: 1, rejected: [] });
    const membersIn = async (month: string, after?: string) =>
      (await system.get(path(`/roster?month=${month}${after ? `&after=${after}` : ''}`))).body[
        'items'
      ] as object[];
    expect(await membersIn('2027-02', paid?.position)).toEqual([]);
    const back = { participantIds: [third], from: '2027-02', toSponsorId: of.sponsorId };
    const returned = await system.post(path('/transfers'), { ...back, toAgreementId: of.agreementId });
    expect(returned.status).toBe(200);
    expect(await membersIn('2027-02', String(returned.body['position']))).toMatchObject([
      { participantId: third, lastMonth: null },
    ]);
    expect(await membersIn('2026-11')).toContainEqual(
      expect.objectContaining({ participantId: third, fromMonth: '2026-11', lastMonth: null }),
    );
    const again = await system.post(path('/transfers'), { ...back, toAgreementId: of.agreementId });
    expect(again.body['code']).toBe('TRANSFER_GOES_NOWHERE');
  });

  it('is ended before its time, and registers nobody after that', async () => {
    const ended = await system.post(path('/ending'), {
      reason: 'BUDGET_WITHDRAWN',
      reference: 'Surat 1',
      lastDay: '2026-11-19',
    });
    expect(ended.status).toBe(200);
    const { body } = await system.importFile(
      terms.replace('paidOn=2026-11-02', 'paidOn=2026-11-20'),
      fileOf(row(7404, '327508')),
    );
    expect(body['code']).toBe('AGREEMENT_NOT_IN_FORCE');
  });
});
