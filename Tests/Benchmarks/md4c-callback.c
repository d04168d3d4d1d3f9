// Times md4c's callback parse of a file, with callbacks that do nothing: md4c-callback FILE RUNS
// Prints the least and the median of the processor's seconds of RUNS parses of the same bytes in memory.

#include <md4c.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static int on_block(MD_BLOCKTYPE type, void *detail, void *data) { return 0; }
static int on_span(MD_SPANTYPE type, void *detail, void *data) { return 0; }
static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data) { return 0; }

// The processor's time, which other work on the machine does not lengthen.
static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static int by_value(const void *left, const void *right) {
  double difference = *(const double *)left - *(const double *)right;
  return (difference > 0) - (difference < 0);
}

static char *read_whole(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END) != 0) return NULL;
  long length = ftell(file);
  rewind(file);
  char *bytes = length < 0 ? NULL : malloc((size_t)length + 1);
  if (bytes && fread(bytes, 1, (size_t)length, file) != (size_t)length) bytes = NULL;
  fclose(file);
  *size = (size_t)length;
  return bytes;
}

int main(int count, char **arguments) {
  int runs = count == 3 ? atoi(arguments[2]) : 0;
  if (runs < 1) {
    fprintf(stderr, "usage: md4c-callback FILE RUNS\n");
    return 2;
  }
  size_t size = 0;
  char *bytes = read_whole(arguments[1], &size);
  double *times = calloc((size_t)runs, sizeof *times);
  if (!bytes || !times) {
    perror(arguments[1]);
    return 2;
  }
  MD_PARSER parser = {0};
  parser.enter_block = parser.leave_block = on_block;
  parser.enter_span = parser.leave_span = on_span;
  parser.text = on_text;
  for (int run = 0; run < runs; run++) {
    double start = seconds();
    if (md_parse(bytes, (MD_SIZE)size, &parser, NULL) != 0) {
      fprintf(stderr, "md4c failed\n");
      return 1;
    }
    times[run] = seconds() - start;
  }
  qsort(times, (size_t)runs, sizeof *times, by_value);
  printf("min %.6f median %.6f\n", times[0], times[runs / 2]);
  return 0;
}
