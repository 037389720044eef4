import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { AppLogger, HealthChecks, Metrics, WitnessConfig } from '#runtime';
import { readKey, signingKey, writtenKey } from '../notes/keys.js';
import { WitnessController } from './witness.controller.js';
import { Witness } from './witness.js';

/** Cosigns checkpoints while this program runs. */
@Module({
  controllers: [WitnessController],
  providers: [
    {
      provide: Witness,
      inject: [WitnessConfig],
      useFactory: ({ directory, name, seed, logs }: WitnessConfig) =>
        Witness.open({
          folder: directory,
          key: signingKey(name, 'cosignature', seed),
          logs: logs.map((log) => readKey(log, 'note')),
          now: () => BigInt(Math.floor(Date.now() / 1000)),
        }),
    },
  ],
})
export class WitnessModule implements OnApplicationShutdown {
  constructor(
    @Inject(Witness) private readonly witness: Witness,
    { name, seed }: WitnessConfig,
    log: AppLogger,
    health: HealthChecks,
    metrics: Metrics,
  ) {
    const key = writtenKey(signingKey(name, 'cosignature', seed).public);
    log.info({ key }, 'Checkpoints are cosigned with this key');
    // It goes on for the other logs, and for this one where it was: alerts stand on the metric.
    health.add('witness', async () => (witness.forksSeen > 0 ? 'a log has shown two histories' : undefined));
    metrics.gauge(
      'lindung_witness_forks',
      'Checkpoints since the start that a log has signed and that do not continue what it signed before',
      {},
      async () => witness.forksSeen,
    );
  }

  /** By now requests are answered. */
  onApplicationShutdown(): void {
    this.witness.close();
  }
}
