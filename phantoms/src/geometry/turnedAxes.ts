import type { Vector } from './convexBody.js';

/** The axes of the patient, turned about x, then y, then z by the given degrees. */
export function turnedAxes([aboutX, aboutY, aboutZ]: Vector): readonly [Vector, Vector, Vector] {
  const turned = (vector: Vector): Vector => turn(turn(turn(vector, 1, 2, aboutX), 2, 0, aboutY), 0, 1, aboutZ);
  return [turned([1, 0, 0]), turned([0, 1, 0]), turned([0, 0, 1])];
}

/** A turn by `degrees` that carries axis `from` towards axis `to`. */
function turn(vector: Vector, from: 0 | 1 | 2, to: 0 | 1 | 2, degrees: number): Vector {
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const result: [number, number, number] = [...vector];
  result[from] = cosine * vector[from] - sine * vector[to];
  result[to] = sine * vector[from] + cosine * vector[to];
  return result;
}
