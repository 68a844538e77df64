/* The module of the radiation transport: one translation unit. */
#include "common/energyGrid.h"
#include "common/memory.h"
#include "common/numerics.h"
#include "common/random.h"
#include "transport/electronEvent.h"
#include "transport/electronMaterial.h"
#include "transport/electronStep.h"
#include "transport/electronsByVoxel.h"
#include "transport/electronsInGrid.h"
#include "transport/electronsInMedium.h"
#include "transport/grid.h"
#include "transport/particle.h"
#include "transport/photon.h"
#include "transport/photonsInMedium.h"
#include "transport/source.h"
#include "transport/vector.h"
#include "transport/voxelWalk.h"

/* A block for the caller's arrays; see allocateBlock. */
EXPORT(allocate) void *allocate(u32 bytes) { return allocateBlock(bytes); }
