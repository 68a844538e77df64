#ifndef GRAYWISE_MEMORY_H
#define GRAYWISE_MEMORY_H
/*
 * Memory without a C library. In WebAssembly a block is cut from the end of the linear memory and never given back one by one: a caller who is done
 * with everything drops the whole instance. Natively the same calls are malloc, so that the sanitizers see every block.
 */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef long long i64;

#ifdef __wasm__

#define EXPORT(name) __attribute__((export_name(#name)))

extern unsigned char __heap_base;

static u32 heapEnd = 0;

/* A block of `bytes`, aligned to 64; 0 when the memory cannot grow that far. Its content is not set. */
static void *allocateBlock(u32 bytes) {
  const u32 pageBytes = 65536;
  if (heapEnd == 0) heapEnd = ((u32)&__heap_base + 63) & ~63u;
  if (bytes > 0xffffff00u - heapEnd) return 0;
  u32 start = heapEnd;
  u32 end = (start + bytes + 63) & ~63u;
  u32 pagesNeeded = (u32)(((u64)end + pageBytes - 1) / pageBytes);
  u32 pages = (u32)__builtin_wasm_memory_size(0);
  if (pagesNeeded > pages && __builtin_wasm_memory_grow(0, pagesNeeded - pages) == (unsigned long)-1) return 0;
  heapEnd = end;
  return (void *)start;
}

#else

#include <stdlib.h>

#define EXPORT(name)

static void *allocateBlock(u64 bytes) {
  void *block = 0;
  return posix_memalign(&block, 64, bytes ? bytes : 1) == 0 ? block : 0;
}

#endif

/* A block for so many things of one size; 0 when there is no memory, also where the product is beyond any address. */
static inline void *allocateArray(u64 count, u64 bytesEach) {
  const u64 mostBytes = 0xffffff00u;
  return bytesEach > 0 && count > mostBytes / bytesEach ? 0 : allocateBlock((u32)(count * bytesEach));
}
#endif
