import type { Dataset } from '../../part10/Dataset.js';

/** The items of a functional group macro for one frame: its own, else the shared ones, else those at the top level of the dataset. */
export function functionalItems(dataset: Dataset, frame: number, keyword: string): Dataset[] {
  const own = dataset.items('PerFrameFunctionalGroupsSequence')[frame]?.items(keyword) ?? [];
  if (own.length > 0) return own;
  const shared = dataset.item('SharedFunctionalGroupsSequence')?.items(keyword) ?? [];
  return shared.length > 0 ? shared : dataset.items(keyword);
}
