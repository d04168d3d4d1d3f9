// The one function of LLVM's libFuzzer that is called, as its documentation declares it:
// https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library
#ifndef KITH_LIBFUZZER_H
#define KITH_LIBFUZZER_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

#endif
