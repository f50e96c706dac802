#ifndef CONCORDANCE_BINDING_MODEL_H
#define CONCORDANCE_BINDING_MODEL_H

#include <stddef.h>

/// The weights that label the words of a sentence; the layout is described at `TaggerModel`.
const unsigned char *binding_tagger_bytes(void);
size_t binding_tagger_size(void);

/// The weights that tie values to outcomes, arms and times, in the same layout.
const unsigned char *binding_linker_bytes(void);
size_t binding_linker_size(void);

#endif
