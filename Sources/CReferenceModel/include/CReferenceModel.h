#ifndef CREFERENCEMODEL_H
#define CREFERENCEMODEL_H

#include <stddef.h>

/// The weights of the reference tagger; their layout is drawn in Sources/References/Tagger/TaggerModel.swift.
const unsigned char *reference_model_bytes(void);
size_t reference_model_size(void);

#endif
