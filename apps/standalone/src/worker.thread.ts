import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { logIsNear, logOverPort } from '#event-store';
import { startApp } from '#http';
import type { Started, StopAsked, ThreadData } from './in-thread.js';
import { worker } from './worker.app.js';

const { environment, logPort } = workerData as ThreadData;
logIsNear(String(environment.EVENTSTORE_URL), logOverPort(logPort));
const running = await startApp(worker, environment);
const { name, description, url } = running;
parentPort?.on('message', ({ withinMs }: StopAsked) => {
  // What fails ends the thread, and whoever waits for it is told.
  void running.stop(withinMs).then(() => parentPort?.postMessage('stopped'));
});
parentPort?.postMessage({ name, description, url } satisfies Started);
