import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { startApp } from '#http';
import { STOPPED, type Started, type StopAsked, type ThreadData } from './in-thread.js';
import { worker } from './worker.app.js';

const { environment } = workerData as ThreadData;
const running = await startApp(worker, environment);
parentPort?.on('message', ({ withinMs }: StopAsked) => {
  void running.stop(withinMs).finally(() => parentPort?.postMessage(STOPPED));
});
const { name, description, url } = running;
parentPort?.postMessage({ name, description, url } satisfies Started);
