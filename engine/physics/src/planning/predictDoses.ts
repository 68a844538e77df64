import type { RegionPrediction } from '../record/cyclePlan.js';
import { predictCourse, type PredictionInput } from './predictCourse.js';

/** What an activity would do to every region: the predictions of `predictCourse`. Throws what that throws. */
export function predictDoses(input: PredictionInput): readonly RegionPrediction[] {
  return predictCourse(input).predictions;
}
