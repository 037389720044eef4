import 'reflect-metadata';
import { runApp } from '#http';
import { transparencyLog } from './transparency-log.app.js';

await runApp(transparencyLog);
