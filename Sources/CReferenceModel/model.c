#include "CReferenceModel.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// The compiler copies the file into read-only data (C23 #embed): no search for it at run time, pages are mapped as they are needed.
_Alignas(64) static const unsigned char bytes[] = {
#embed "model.bin"
};

const unsigned char *reference_model_bytes(void) { return bytes; }
size_t reference_model_size(void) { return sizeof bytes; }
