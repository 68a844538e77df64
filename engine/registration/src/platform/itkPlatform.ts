import type { Image, Transform, TransformList } from 'itk-wasm';

/** The fields of an image of the pipelines; itk-wasm declares a class, but any object with them will do. */
export type ItkImage = Omit<Image, 'imageType'> & { readonly imageType: Omit<Image['imageType'], never> };

/** The fields of a transform of the pipelines, likewise. */
export type ItkTransform = Omit<Transform, 'transformType'> & { readonly transformType: Omit<Transform['transformType'], never> };

/** One elastix parameter map: every value is a list of strings, whatever it stands for. */
export type ParameterMap = Record<string, string[]>;

/** The two pipelines that Graywise uses, the same in Node and in a browser. Images are in LPS mm; neither call changes its inputs. */
export interface Itk {
  /** Runs elastix once. The last transform of the list was found in this run; it maps points of `fixed` to points of `moving`. */
  elastix(parameters: ParameterMap, fixed: ItkImage, moving: ItkImage): Promise<TransformList>;
  /** Samples `input` by cubic b-splines on the grid of `reference`, 0 outside. `transform` maps points of the grid to points of `input`. */
  resample(input: ItkImage, reference: ItkImage, transform: ItkTransform): Promise<Image>;
}

/**
 * Opens the pipelines for one piece of work and closes them after it.
 *
 * `work` is given the pipelines; every call throws GW_CANCELLED once `signal` is aborted, and GW_NOT_REGISTRABLE when a pipeline stops.
 * `where` names the work in those errors.
 */
export type WithItk = <T>(where: string, signal: AbortSignal | undefined, work: (itk: Itk) => Promise<T>) => Promise<T>;
