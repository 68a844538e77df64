import { WorkerPool } from '@graywise/course';
import { createBrowserWorker } from '../../../engine/course/src/pool/browserWorker.js';
import { layeredDose } from './layeredDose.mjs';

/** Called by sameTallies.mjs in the page: the dose with so many workers of the browser. */
window.doseWithWorkers = async workers => {
  const pool = new WorkerPool(() => createBrowserWorker(new URL('.', import.meta.url).href), workers);
  try {
    return await layeredDose(pool);
  } finally {
    pool.dispose();
  }
};
