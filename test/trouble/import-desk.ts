import { bothSign } from '#contexts/journey.examples';
import type { RawEvent } from '../compatibility/upgrade/raw-log.js';
import type { PatientClient } from '../crash/patient-client.js';

const HEADER = 'nik,name,birth_date,sex,phone,occupation,workplace,district,monthly_income';
const ROWS = 8;

/** Somebody who imports one file of workers after the other, each until all of it is reported. */
export class ImportDesk {
  private workers = 0;
  private sponsorId = '';

  constructor(private readonly client: PatientClient) {}

  async work(isOver: () => boolean): Promise<void> {
    const terms = await this.terms();
    while (!isOver()) {
      const file = [HEADER, ...Array.from({ length: ROWS }, () => this.worker())].join('\n');
      const { rows, registered } = await this.client.importFile(terms, file);
      if (registered !== ROWS) throw new Error(`Of ${rows} workers of a file ${registered} were registered`);
    }
  }

  /** What the log has otherwise than it was reported: each worker is registered and paid for once. */
  wrongIn(log: readonly RawEvent[]): string[] {
    return ['ParticipantRegistered', 'ContributionPaid'].flatMap((type) => {
      const workers = log
        .filter((event) => event.type === type && event.data.sponsorId === this.sponsorId)
        .map(({ stream }) => stream);
      const different = new Set(workers).size;
      return workers.length === this.workers && different === this.workers
        ? []
        : [`${type} of ${different} imported workers ${workers.length} times, of ${this.workers} reported`];
    });
  }

  private worker(): string {
    const serial = String((this.workers += 1)).padStart(4, '0');
    return `000005530590${serial},Warga ${serial},1990-05-13,P,,petani,Sukamaju,321605,900000`;
  }

  private async terms(): Promise<Record<string, string>> {
    const village = { kind: 'VILLAGE', name: 'Desa Sukamaju', district: '321605' };
    const { body: sponsor } = await this.client.post('/sponsors', village);
    const agreement = await bothSign(this.client, `/sponsors/${String(sponsor.id)}/agreements`, {
      reference: 'APBDes 1/2026',
      governmentPaid: true,
      validFrom: '2026-01-01',
      validUntil: '2026-12-31',
    });
    this.sponsorId = String(sponsor.id);
    return {
      sponsorId: this.sponsorId,
      agreementId: String(agreement['agreementId']),
      period: '2026-11',
      months: '1',
      paidOn: '2026-11-02',
      receipt: 'SP2D-1',
      channel: 'VILLAGE',
    };
  }
}
