import type { DoseRequest } from '@graywise/physics';
import { ONE_PIECE_ENGINES } from '../../src/dose/doseEngines.js';
import type { StageTools } from '../../src/stages/stageTools.js';

/** Tools of a stage that compute dose by local deposition, at once and in this thread. */
export const localDeposition = (): StageTools =>
  ({
    answers: [{ kind: 'choose dose engine', subject: 'localDeposition', reason: '', halfLifeHours: null }],
    pool: {
      run: (_task: string, { engine, request }: { engine: keyof typeof ONE_PIECE_ENGINES; request: DoseRequest }) =>
        ONE_PIECE_ENGINES[engine].compute(request),
    },
  }) as unknown as StageTools;
