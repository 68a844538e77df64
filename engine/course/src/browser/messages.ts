import type { CourseEngine, Progress } from '../engine/courseEngine.js';
import type { Refusal } from '../engine/courseEngine.js';

export type EngineMethod = keyof CourseEngine;

/** What the page asks of the engine's worker. */
export type EngineRequest =
  | { readonly kind: 'configure'; readonly pipelinesBaseUrl: string; readonly workers: number }
  | { readonly kind: 'call'; readonly id: number; readonly method: EngineMethod; readonly args: readonly unknown[] }
  | { readonly kind: 'cancel'; readonly id: number };

/** What the engine's worker answers. */
export type EngineAnswer =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'result'; readonly id: number; readonly result: unknown }
  | {
      readonly kind: 'refusal';
      readonly id: number;
      readonly refusal: Refusal;
      readonly details: Readonly<Record<string, string | number>>;
    }
  | { readonly kind: 'fault'; readonly id: number; readonly message: string };
