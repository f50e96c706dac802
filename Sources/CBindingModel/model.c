#include "CBindingModel.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// The compiler copies the files into read-only data (C23 #embed): no search for them at run time, pages are mapped as they are needed.
_Alignas(64) static const unsigned char tagger[] = {
#embed "tagger.bin"
};
_Alignas(64) static const unsigned char linker[] = {
#embed "linker.bin"
};

const unsigned char *binding_tagger_bytes(void) { return tagger; }
size_t binding_tagger_size(void) { return sizeof tagger; }
const unsigned char *binding_linker_bytes(void) { return linker; }
size_t binding_linker_size(void) { return sizeof linker; }
