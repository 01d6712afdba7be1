/**
 * What a thread that renders posts runs.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { loadApp } from './load-app.ts';

if (parentPort) void loadApp('thread').serveRendering(parentPort, workerData);
