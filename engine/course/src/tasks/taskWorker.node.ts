import { parentPort } from 'node:worker_threads';
import type { TaskMessage } from '../pool/messages.js';
import { runTask } from './runTask.js';

parentPort?.on('message', (message: TaskMessage) => void runTask(message, (answer, transfer) => parentPort?.postMessage(answer, transfer)));
