import { Injectable } from '@nestjs/common';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

type Labels = Readonly<Record<string, string>>;

interface GaugeSource {
  readonly labels: Labels;
  readonly value: () => Promise<number | undefined>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The metrics of one app; labels never hold ids or personal data. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly gauges = new Map<string, GaugeSource[]>();

  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  requestAnswered(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status }, seconds);
  }

  /** A value that is asked for whenever metrics are read; undefined leaves it out. One name may have many labels. */
  gauge(name: string, help: string, labels: Labels, value: () => Promise<number | undefined>): void {
    const known = this.gauges.get(name);
    if (known) {
      known.push({ labels, value });
      return;
    }
    const sources: GaugeSource[] = [{ labels, value }];
    this.gauges.set(name, sources);
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: Object.keys(labels),
      registers: [this.registry],
      collect: async () => {
        gauge.reset();
        for (const source of sources) {
          const current = await source.value();
          if (current !== undefined) gauge.set(source.labels, current);
        }
      },
    });
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
