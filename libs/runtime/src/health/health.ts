import { Injectable } from '@nestjs/common';

/** Resolves when all is well, with a word about it if there is one; throws when it is not. */
type HealthCheck = () => Promise<string | void>;

/** How one check came out. */
interface HealthResult {
  readonly name: string;
  readonly ok: boolean;
  readonly detail?: string;
}

/** A check that hangs is a check that failed. */
const CHECK_TIMEOUT_MS = 3000;

/** What an app needs in order to serve. Modules add their own checks. */
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
