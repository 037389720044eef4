import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { HealthChecks } from '#runtime';
import { Public } from '../auth/auth.decorators.js';

@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(private readonly checks: HealthChecks) {}

  /** The app runs. Says nothing of what it depends on: a restart would not help there. */
  @Get('live')
  @Public()
  live() {
    return { status: 'up' };
  }

  /** The app can do its work now; 503 otherwise. */
  @Get('ready')
  @Public()
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const checks = await this.checks.run();
    const ready = checks.every(({ ok }) => ok);
    reply.status(ready ? 200 : 503);
    return { status: ready ? 'ready' : 'not ready', checks };
  }
}
