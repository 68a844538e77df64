/* The module of the convolution: one translation unit. */
#include "common/memory.h"

/* A block for the caller's arrays; see allocateBlock. */
EXPORT(allocate) void *allocate(u32 bytes) { return allocateBlock(bytes); }
