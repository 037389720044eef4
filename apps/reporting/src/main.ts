import 'reflect-metadata';
import { runApp } from '#http';
import { reporting } from './reporting.app.js';

await runApp(reporting());
