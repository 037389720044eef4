import { describe, expect, it } from '@jest/globals';
import { Rejection, localDate } from '#kernel';
import type { Database } from '#postgres';
import { KafkaConfig } from '#runtime';
import { AskedReports } from './asked-reports.js';

const TODAY = localDate('2026-11-20');

describe('A report of what Kafka brought', () => {
  it('is not asked for behind a position: partitions are read at their own pace', async () => {
    const kafka = Object.assign(new KafkaConfig(), { brokers: ['kafka:9092'] });
    const reports = new AskedReports({} as Database, { waitMs: 60_000 }, kafka);
    const asked = reports.report('active-participants', { after: 7n }, TODAY);
    const refused = await asked.catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Rejection);
    expect((refused as Rejection).refusal.code).toBe('REPORT_AFTER_UNKNOWN');
  });
});
