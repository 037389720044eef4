import 'reflect-metadata';
import { runApp } from '#platform';
import { processManager } from './process-manager.app.js';

await runApp(processManager);
