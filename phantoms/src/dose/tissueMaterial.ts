import { referenceMaterial, type Material, type ReferenceMaterialName } from '@graywise/physics';
import { TISSUES, type TissueName } from '../anatomy/tissues.js';

/** What a tissue is made of; null: soft tissue and cortical bone in the shares that have its density together. */
const COMPOSITIONS: Readonly<Record<TissueName, ReferenceMaterialName | null>> = {
  air: 'air',
  lung: 'lung',
  fat: 'adipose',
  'bowel content': 'soft-tissue',
  kidney: 'soft-tissue',
  lesion: 'soft-tissue',
  blood: 'blood',
  spleen: 'soft-tissue',
  muscle: 'muscle',
  liver: 'soft-tissue',
  disc: 'muscle',
  spongiosa: null,
  'vertebral bone': null,
  rib: null,
  'couch shell': null,
  'couch foam': 'soft-tissue',
};

/** What a tissue truly is made of: published compositions (physics), not what an engine would read off a CT. Tissues of one composition have one name. */
export function tissueMaterial(tissue: TissueName): Material {
  const composition = COMPOSITIONS[tissue];
  return composition ? referenceMaterial(composition) : boneOf(tissue, TISSUES[tissue].densityGPerMl);
}

function boneOf(name: string, densityGPerMl: number): Material {
  const [soft, bone] = [referenceMaterial('soft-tissue'), referenceMaterial('bone')];
  const boneByVolume = (densityGPerMl - soft.densityGPerMl) / (bone.densityGPerMl - soft.densityGPerMl);
  const boneByMass = (boneByVolume * bone.densityGPerMl) / densityGPerMl;
  const elements = [
    ...new Set([...Object.keys(soft.massFractions), ...Object.keys(bone.massFractions)]),
  ] as (keyof Material['massFractions'])[];
  return {
    name,
    densityGPerMl,
    massFractions: Object.fromEntries(
      elements.map(element => [
        element,
        (1 - boneByMass) * (soft.massFractions[element] ?? 0) + boneByMass * (bone.massFractions[element] ?? 0),
      ]),
    ),
    source: `${soft.source}; ${bone.source}; mixed to the density`,
  };
}
