import { Controller, Get, Injectable, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '../auth/auth.decorators.js';

/** Resolves when all is well, with a word about it if there is one; throws when it is not. */
export type HealthCheck = () => Promise<string | void>;

/** How one check came out. */
export interface HealthResult {
  readonly name: string;
  readonly ok: boolean;
  readonly detail?: string;
}

/** A check that hangs is a check that failed. */
const CHECK_TIMEOUT_MS = 3000;

/** What a process needs in order to serve. Modules add their own checks. */
@Injectable()
export class HealthChecks {
  private readonly checks = new Map<string, HealthCheck>();

  add(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  run(): Promise<HealthResult[]> {
    return Promise.all([...this.checks].map(([name, check]) => runCheck(name, check)));
  }
}

async function runCheck(name: string, check: HealthCheck): Promise<HealthResult> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), CHECK_TIMEOUT_MS);
  });
  try {
    const detail = await Promise.race([check(), silence]);
    return { name, ok: true, ...(detail ? { detail } : {}) };
  } catch (error) {
    // The answer is public: it says that something is wrong, the log says what.
    return { name, ok: false, detail: error instanceof HealthFailure ? error.message : 'not available' };
  } finally {
    clearTimeout(timer);
  }
}

/** A failed check whose words may be shown to anyone. */
export class HealthFailure extends Error {
  override readonly name = 'HealthFailure';
}

@ApiExcludeController()
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly checks: HealthChecks) {}

  /** The process runs. Says nothing of what it depends on: a restart would not help there. */
  @Get('live')
  live() {
    return { status: 'up' };
  }

  /** The process can do its work now; 503 otherwise. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const checks = await this.checks.run();
    const ready = checks.every(({ ok }) => ok);
    reply.status(ready ? 200 : 503).header('Cache-Control', 'no-store');
    return { status: ready ? 'ready' : 'not ready', checks };
  }
}
