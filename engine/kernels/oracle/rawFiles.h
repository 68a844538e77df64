#ifndef GRAYWISE_RAW_FILES_H
#define GRAYWISE_RAW_FILES_H
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
/* Raw files (little-endian numbers without a header), as typed arrays are written by Node. An oracle that cannot go on says why and ends with 1. */
static inline void giveUp(const char *what, const char *path) {
  fprintf(stderr, "%s %s\n", what, path);
  exit(1);
}

/* The whole of a file in a block of exactly its size, so that the sanitizers see a read beyond it. */
static inline void *readRawFile(const char *path, size_t *bytes) {
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END) != 0) giveUp("cannot open", path);
  *bytes = (size_t)ftell(file);
  rewind(file);
  void *content = malloc(*bytes ? *bytes : 1);
  if (!content || fread(content, 1, *bytes, file) != *bytes) giveUp("cannot read", path);
  fclose(file);
  return content;
}

static inline void writeRawFile(const char *path, const void *content, size_t bytes) {
  FILE *file = fopen(path, "wb");
  if (!file || fwrite(content, 1, bytes, file) != bytes || fclose(file) != 0) giveUp("cannot write", path);
}

/* CPU time of this process, s: other work on the machine does not count. */
static inline double cpuSeconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}
#endif
