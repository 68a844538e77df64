import { availableParallelism } from 'node:os';
import { createCourseEngine } from '../engine/createCourseEngine.js';
import type { CourseEngine } from '../engine/courseEngine.js';
import { createNodeWorker } from '../pool/nodeWorker.js';
import { WorkerPool } from '../pool/WorkerPool.js';

/** Runs `work` with an engine on `workers` threads (all cores when null), and ends the threads afterwards. */
export async function withEngine<T>(workers: number | null, work: (engine: CourseEngine) => Promise<T>): Promise<T> {
  const pool = new WorkerPool(createNodeWorker, workers ?? availableParallelism());
  try {
    return await work(createCourseEngine(pool));
  } finally {
    pool.dispose();
  }
}
