import 'reflect-metadata';
import { runApp } from '#http';
import { processManager } from './process-manager.app.js';

await runApp(processManager);
