/**
 * The slabs: soft tissue, a slab of lung or bone, soft tissue again, all without sides; activity is uniform in the first tissue or in the slab. Layers are as thick as the
 * cubes in which a patient's dose is computed.
 */
export const LAYER_CM = 0.24;
const [TISSUE_LAYERS, SLAB_LAYERS] = [6, 8];

/** `histories` of the long run: the thinnest tail above 5 % is then known to about one percent, everything else better. */
const NUCLIDES = [
  { nuclide: 'Y-90', histories: { lung: 240_000, bone: 60_000 } },
  { nuclide: 'I-131', histories: { lung: 480_000, bone: 120_000 } },
  { nuclide: 'Lu-177', histories: { lung: 960_000, bone: 160_000 } },
];

export const SLAB_CASES = NUCLIDES.flatMap(({ histories, ...nuclide }) =>
  ['lung', 'bone'].flatMap(slab =>
    ['tissue', 'slab'].map(activeIn => ({
      ...nuclide,
      slab,
      activeIn,
      // With activity in the slab no layer is a tail.
      histories: activeIn === 'tissue' ? histories[slab] : 60_000,
      layers: layersOf(slab, activeIn),
    })),
  ),
);

function layersOf(slab, activeIn) {
  const layers = (count, medium, active) => Array.from({ length: count }, () => ({ medium, active }));
  return [
    ...layers(TISSUE_LAYERS, 'soft-tissue', activeIn === 'tissue'),
    ...layers(SLAB_LAYERS, slab, activeIn === 'slab'),
    ...layers(TISSUE_LAYERS, 'soft-tissue', false),
  ];
}
