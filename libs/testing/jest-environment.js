import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

const TIMEOUT = Symbol.for('TEST_TIMEOUT_SYMBOL');

/** Specs run in the process itself. What one of them, or Jest for it, changes of the process is as before for the next one. */
export default class NodeItself {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  #before = {
    console: globalThis.console,
    exit: Reflect.get(process, 'exit'),
    getBuiltinModule: Reflect.get(process, 'getBuiltinModule'),
    variables: { ...process.env },
  };

  constructor({ projectConfig }) {
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  getVmContext() {
    return null;
  }

  async setup() {
    process.getBuiltinModule = this.#before.getBuiltinModule;
  }

  async teardown() {
    const { console, exit, variables } = this.#before;
    this.fakeTimersModern.dispose();
    globalThis.console = console;
    process.exit = exit;
    delete globalThis[TIMEOUT];
    for (const name of Object.keys(process.env)) if (!(name in variables)) delete process.env[name];
    Object.assign(process.env, variables);
  }
}
