import 'reflect-metadata';
import { parentPort } from 'node:worker_threads';
import { type RunningApp, startApp } from '#http';
import type { Question, Told } from './in-thread.js';
import { worker } from './worker.app.js';

/** Everything that may run beside the thread of the log and the commands. */
const APPS = [worker];

const running = new Map<string, RunningApp>();

async function start(name: string, environment: NodeJS.ProcessEnv): Promise<Told> {
  const app = APPS.find((one) => one.name === name);
  if (!app) throw new Error(`${name} does not run in this thread`);
  const started = await startApp(app, environment);
  running.set(name, started);
  return { name, description: started.description, url: started.url };
}

async function stop(name: string, withinMs: number): Promise<Told> {
  await running.get(name)?.stop(withinMs);
  return name;
}

parentPort?.on('message', (asked: Question) => {
  const answer = 'start' in asked ? start(asked.start, asked.environment) : stop(asked.stop, asked.withinMs);
  // What fails ends the thread, and whoever waits for it is told.
  void answer.then((told) => asked.answerTo.postMessage(told));
});
