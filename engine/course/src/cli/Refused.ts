import type { Refusal } from '../engine/courseEngine.js';

/** A step refused its input: the refusal travels to the end of the command as it is. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}
